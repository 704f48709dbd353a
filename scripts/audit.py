"""Measure every page with Lighthouse (mobile) and print the table of budgets. Noisy: read it, do not gate on it."""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import environment

environment.enter()

from browser import FLAGS, chromium
from preview import serving

SITE = environment.ROOT / "site"
CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]


def measure(address: str) -> dict[str, object]:
    """Lighthouse's report for one page."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        flags = " ".join(["--headless=new", *FLAGS])
        command = environment.node(
            environment.NODE_MODULES / "lighthouse/cli/index.js", address, "--quiet", "--output=json",
            f"--output-path={report}", f"--chrome-flags={flags}", f"--only-categories={','.join(CATEGORIES)}",
        )  # fmt: skip
        subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": str(chromium())})
        result: dict[str, object] = json.loads(report.read_text())
        return result


def row(page: str, report: dict) -> list[str]:  # type: ignore[type-arg]
    """The scores, and what a first visit costs."""
    scores = [f"{report['categories'][name]['score'] * 100:.0f}" for name in CATEGORIES]
    audits = report["audits"]
    weight = f"{audits['total-byte-weight']['numericValue'] / 1000:.0f} kB"
    paint = f"{audits['largest-contentful-paint']['numericValue'] / 1000:.1f} s"
    blocked = f"{audits['total-blocking-time']['numericValue']:.0f} ms"
    return [
        page or "home",
        *scores,
        weight,
        paint,
        blocked,
        f"{audits['cumulative-layout-shift']['numericValue']:.3f}",
    ]


wanted = sys.argv[1] if len(sys.argv) > 1 else ""
pages = sorted(file.parent.relative_to(SITE).as_posix() for file in SITE.rglob("index.html"))
print("| page | performance | accessibility | best practices | SEO | bytes | LCP | TBT | CLS |")
print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
with serving(SITE) as base:
    for page in pages:
        page = "" if page == "." else page + "/"
        if re.search(wanted, page):
            print("| " + " | ".join(row(page, measure(base + page))) + " |", flush=True)
