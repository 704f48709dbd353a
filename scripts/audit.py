"""Measure pages with Lighthouse (mobile): `python3 scripts/audit.py kl-divergence entropy/`, or all without a name.

A table of medians of five runs, over HTTP/2 with TLS, as GitHub Pages answers. It is noisy: read it, do not gate on it.
The benchmark index says how fast this machine was in these runs; the first row is the longest page without formulas and
widgets, with which style and layout compare.
"""

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

import environment

environment.enter()

from playwright.sync_api import Browser, sync_playwright

from browser import FLAGS, chromium
from preview import serving

SITE = environment.ROOT / "site"
RUNS = 5
CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]
FORMULA_OR_WIDGET = r'class="katex"|<xb-'
AUDITS = {  # what a column shows: an audit of Lighthouse, what to divide its value by, and how to write it
    "bytes": ("total-byte-weight", 1000, "{:.0f} kB"),
    "LCP": ("largest-contentful-paint", 1000, "{:.2f} s"),
    "TBT": ("total-blocking-time", 1, "{:.0f} ms"),
    "CLS": ("cumulative-layout-shift", 1, "{:.3f}"),
}


@contextmanager
def front(lighthouse: Path, behind: str) -> Iterator[str]:
    """The address at which a server is reached over HTTP/2, for as long as the context lasts."""
    command = environment.node(lighthouse / "front.mjs", behind)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield f"https://localhost:{int(process.stdout.readline())}/"
        finally:
            process.terminate()


def measure(lighthouse: Path, address: str) -> dict[str, Any]:
    """Lighthouse's report for one page."""
    command = lighthouse / "node_modules" / "lighthouse" / "cli" / "index.js"
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        flags = " ".join(["--headless=new", "--ignore-certificate-errors", *FLAGS])
        whole = environment.node(
            command, address, "--quiet", "--output=json", f"--output-path={report}",
            f"--chrome-flags={flags}", f"--only-categories={','.join(CATEGORIES)}",
        )  # fmt: skip
        subprocess.run(whole, check=True, env={**os.environ, "CHROME_PATH": str(chromium())})
        result: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
        return result


def row(page: str, reports: list[dict[str, Any]], layout: str) -> list[str]:
    """The medians of a page's scores, of what a first visit costs, and of the machine's speed."""
    scores = [median(report["categories"][name]["score"] for report in reports) for name in CATEGORIES]
    costs = [
        form.format(median(report["audits"][name]["numericValue"] for report in reports) / unit)
        for name, unit, form in AUDITS.values()
    ]
    index = median(report["environment"]["benchmarkIndex"] for report in reports)
    return [page or "home", *(f"{score * 100:.0f}" for score in scores), *costs, layout, f"{index:.0f}"]


def style_and_layout(browser: Browser, address: str) -> float:
    """How long the browser works on style and layout until a page rests, without scripts, in ms; the median."""
    times: list[float] = []
    for _ in range(RUNS):
        context = browser.new_context(viewport={"width": 412, "height": 823}, java_script_enabled=False)
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})  # what others compute does not count
        page.goto(address, wait_until="networkidle")
        metrics = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
        times.append(1000 * (metrics["LayoutDuration"] + metrics["RecalcStyleDuration"]))
        context.close()
    return median(times)


def plain(pages: list[str]) -> str:
    """The longest page without formulas and widgets."""
    texts = {page: (SITE / page / "index.html").read_text(encoding="utf-8") for page in pages}
    found = [page for page, text in texts.items() if not re.search(FORMULA_OR_WIDGET, text)]
    return max(found, key=lambda page: len(texts[page]))


if __name__ == "__main__":
    parser = environment.described(__doc__)
    parser.add_argument("parts", nargs="*", default=[""], help="parts of the addresses to measure")
    wanted = parser.parse_args().parts
    lighthouse = environment.lighthouse()
    pages = sorted(f"{file.parent.relative_to(SITE).as_posix()}/" for file in SITE.rglob("index.html"))
    pages = [page.removeprefix("./") for page in pages]
    heads = ["page", *CATEGORIES, *AUDITS, "style and layout", "benchmark index"]
    print(f"| {' | '.join(heads)} |\n| --- |{' ---: |' * (len(heads) - 1)}")
    first = plain(pages)
    chromium()  # found once: it cannot be looked for while Playwright runs
    with serving(SITE) as base, front(lighthouse, base) as published, sync_playwright() as engines:
        browser = engines.chromium.launch(executable_path=chromium(), args=FLAGS)
        usual = style_and_layout(browser, base + first)
        for page in dict.fromkeys([first, *(page for page in pages if any(part in page for part in wanted))]):
            time = style_and_layout(browser, base + page)
            reports = [measure(lighthouse, published + page) for _ in range(RUNS)]
            print(f"| {' | '.join(row(page, reports, f'{time:.0f} ms, {time / usual:.1f} ×'))} |", flush=True)
