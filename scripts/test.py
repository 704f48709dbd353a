"""Everything that must be true: format, types, numbers, examples, laws, widgets, and every built page in Chromium.

Arguments are handed to pytest: `python3 scripts/test.py -k entropy`.
"""

import os
import subprocess
import sys

import environment

environment.enter()

import browser
import build

PYTHON_CODE = ["site_src", "scripts", "tests"]
# A site of its own, away from the one to publish: it knows a repository to link to, and stands below a path.
os.environ["REPO_URL"] = "https://example.org/extra-bits"
os.environ["SITE_URL"] = "https://example.org/extra-bits/"

browser.chromium()
build.build(environment.ROOT / ".cache" / "site")

node_modules = environment.NODE_MODULES
checks: dict[str, list[str]] = {
    "format": [str(environment.BIN / "ruff"), "format", "--check", "--quiet", *PYTHON_CODE],
    "lint": [str(environment.BIN / "ruff"), "check", "--quiet", *PYTHON_CODE],
    "types, Python": [str(environment.PYTHON), "-m", "mypy", *PYTHON_CODE],
    "types, TypeScript": environment.node(node_modules / "typescript/bin/tsc", "--noEmit"),
    "widgets' mathematics": environment.node("--test", "--test-reporter=dot", "tests/widgets/*.test.ts"),
    "everything else": [str(environment.PYTHON), "-m", "pytest", "-n", "auto", *sys.argv[1:]],
}
failed = []
for name, command in checks.items():
    environment.say(name)
    if subprocess.call(command, cwd=environment.ROOT):
        failed.append(name)
sys.exit(f"failed: {', '.join(failed)}" if failed else 0)
