"""Everything that must be true: format, types, numbers, examples, laws, widgets, and every built page in Chromium.

The main way through the site is walked in Firefox and WebKit too, where the system has them or packages of them.

Arguments are handed to pytest: `python3 scripts/test.py -k entropy`.
"""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import environment

environment.enter()

import browser
import build
import preview

PYTHON_CODE = ["site_src", "scripts", "tests"]
RUFF, MODULES = str(environment.BIN / "ruff"), environment.NODE_MODULES
READING: dict[str, list[str]] = {  # what needs the sources alone; it runs while the site is built
    "format, Python": [RUFF, "format", "--check", "--quiet", *PYTHON_CODE],
    "lint, Python": [RUFF, "check", "--quiet", *PYTHON_CODE],
    "types, Python": [str(environment.PYTHON), "-m", "mypy", *PYTHON_CODE],
    "format and lint, TypeScript": [str(MODULES / ".bin" / "biome"), "ci", "--colors=off", "--error-on-warnings"],
    "types, TypeScript": environment.node(MODULES / "typescript" / "bin" / "tsc", "--noEmit"),
    "widgets' mathematics": environment.node("--test", "--test-reporter=dot", "tests/widgets/**/*.test.ts"),
}
ALONE = "tests/site/alone"  # what is timed runs by itself, after everything else
PYTEST = [str(environment.PYTHON), "-m", "pytest", "-rfEs"]  # with what failed and what was skipped, and why
# Each worker takes neighbouring tests: those of a page stand together and share one visit.
TOGETHER = [*PYTEST, "-n", "auto", "--dist", "worksteal", f"--ignore={ALONE}"]
NOTHING_CHOSEN = 5  # pytest's word for it: -k may choose tests in one of the two alone


def read(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a check and keep what it says until it is its turn."""
    return subprocess.run(
        command, cwd=environment.ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )


def run(site: Path, arguments: list[str]) -> list[str]:
    """Build the site into a folder, run every check, pytest with these arguments, and name those that failed."""
    failed = []
    with ThreadPoolExecutor(max_workers=1) as beside:
        results = {name: beside.submit(read, command) for name, command in READING.items()}
        build.build(site)
        for name, result in results.items():
            environment.say(name)
            print(result.result().stdout, end="")
            failed += [name] if result.result().returncode else []
    codes = {}
    for name, command in {"everything else": TOGETHER, "redraws": [*PYTEST, ALONE]}.items():
        environment.say(name)
        codes[name] = subprocess.call([*command, *arguments], cwd=environment.ROOT)
    chosen = [code for code in codes.values() if code != NOTHING_CHOSEN]
    return failed + [name for name, code in codes.items() if code and (code != NOTHING_CHOSEN or not chosen)]


if __name__ == "__main__":
    _, for_pytest = environment.described(__doc__).parse_known_args()
    # A site of its own, away from the one to publish.
    place = environment.ROOT / ".cache" / "site"
    os.environ |= {**preview.UNDER_TEST, "SITE_UNDER_TEST": str(place)}
    browser.install()
    failures = run(place, for_pytest)
    sys.exit(f"failed: {', '.join(failures)}" if failures else 0)
