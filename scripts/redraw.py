"""Print what each widget weighs and how long a slow phone takes to redraw it, beside the same board in other libraries.

The weight is what a page with the widget loads and one without does not, compressed. The times are what the page's main
thread takes for script, style and layout, and with the painting, with the processor slowed down; beside them what
the browser takes to move a slider to which nothing listens. Each change has a frame of its own, and is made in several
rounds, of which the least counts: other programs only add. Read it, do not gate on it: the times are those of this
machine, and Lighthouse's benchmark index says how fast it is. Four times slower is a phone where the machine is what
Lighthouse's guide to throttling calls a high-end desktop, with an index of 1500 to 2000; `--slowed` is for others.
`--alone` leaves the libraries out, which are downloaded for this and kept nowhere. The site must be built.
"""

import gzip
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlsplit

import environment

environment.enter()

from playwright.sync_api import Browser, ElementHandle, Page, sync_playwright

from browser import FLAGS, chromium
from preview import serving
from rendering.widgets import tags

SITE = environment.ROOT / "site"
RIVALS = environment.ROOT / "scripts" / "rivals"
LIBRARIES = {"plotly": "plotly.js-basic-dist-min@4.1.1", "plot": "@observablehq/plot@0.6.17"}
WITHOUT = "reference/notation/"
SLOWED = 4.0
INDEX = """import { pageFunctions } from "lighthouse/core/lib/page-functions.js";
console.log(pageFunctions.computeBenchmarkIndex.toString());"""
CHANGES = 60
ROUNDS = 7
PHONE = {"width": 360, "height": 740}
LOADED = "() => performance.getEntriesByType('resource').map(({ name }) => name)"
HEADS = ["weight", "script, style, layout", "95 %", "with painting", "95 %", "slider alone, with painting"]
# The times of each change, in a frame: from its beginning to when all is laid out, and to when that frame is painted
# and the next task begins.
TIMES = """async ([target, told, changes]) => {
    const channel = new MessageChannel();
    const frame = () => new Promise((done) => { requestAnimationFrame(done); });
    const change = target ? (share) => {
        target.value = Number(target.min) + share * (target.max - target.min);
        if (told) target.dispatchEvent(new Event("input", { bubbles: true }));
    } : window.change;
    const times = [];
    for (let i = 0; i < changes; i++) {
        await frame();
        const begun = performance.now();
        change(0.1 + 0.8 * ((i * 0.381966) % 1));
        document.body.getBoundingClientRect(); // which lays out what has changed
        const laidOut = performance.now();
        await new Promise((done) => { channel.port1.onmessage = done; channel.port2.postMessage(0); });
        times.push([laidOut - begun, performance.now() - begun]);
    }
    return times;
}"""


@dataclass(frozen=True)
class Cost:
    """What each of many changes takes, in ms."""

    laid_out: list[float]
    painted: list[float]


def loaded(page: Page, folder: Path, base: str) -> set[Path]:
    """The scripts and style sheets that a page has loaded, as files."""
    paths = (urlsplit(address).path for address in page.evaluate(LOADED))
    files = {folder / path.removeprefix(urlsplit(base).path) for path in paths}
    return {file for file in files if file.suffix in (".js", ".css")}


def weight(files: set[Path]) -> float:
    """Their size in kB as they come over the wire."""
    return sum(len(gzip.compress(file.read_bytes())) for file in files) / 1000


def cost(page: Page, slowed: float, target: ElementHandle | None, told: bool = True) -> Cost:
    """How long each of many changes takes."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    rounds = [page.evaluate(TIMES, [target, told, CHANGES]) for _ in range(ROUNDS)]
    least = [tuple(map(min, zip(*same, strict=True))) for same in zip(*rounds, strict=True)]
    laid_out, painted = zip(*least, strict=True)
    return Cost(list(laid_out), list(painted))


def row(name: str, kilobytes: float, changed: Cost, alone: Cost | None = None) -> str:
    """A row of the table."""
    times = [changed.laid_out, changed.painted]
    cuts = [cut for each in times for cut in (median(each), quantiles(each, n=20)[-1])]
    cells = [f"{cut:.1f} ms" for cut in [*cuts, *([median(alone.painted)] if alone else [])]]
    return f"| {' | '.join([name, f'{kilobytes:.1f} kB', *cells])} |"


def benchmark_index(browser: Browser, lighthouse: Path) -> float:
    """How fast a page computes on this machine, as Lighthouse measures it."""
    told = environment.node("--input-type=module", "--eval", INDEX)
    code = subprocess.check_output(told, cwd=lighthouse, text=True, encoding="utf-8")
    return float(browser.new_page().evaluate(f"({code})()"))


def widgets(browser: Browser, slowed: float) -> Iterator[str]:
    """A row for each widget that has a page of its own and a slider."""
    with serving(SITE) as base:
        page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
        page.goto(base + WITHOUT, wait_until="networkidle")
        usual = loaded(page, SITE, base)
        for tag in tags():
            address = f"explore/{tag.removeprefix('xb-')}/"
            if not (SITE / address).is_dir():
                continue
            page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
            page.goto(base + address)
            widget = page.locator(tag)
            page.goto(f"{base}{address}#{widget.get_attribute('id')}?alone=1")
            page.reload(wait_until="networkidle")
            widget.locator("output").wait_for()
            slider = page.wait_for_selector(f"{tag} input[type=range]")
            kilobytes = weight(loaded(page, SITE, base) - usual)
            yield row(tag, kilobytes, cost(page, slowed, slider), cost(page, slowed, slider, told=False))
            page.close()


def rivals(browser: Browser, slowed: float) -> Iterator[str]:
    """A row for the bar board in each of the other libraries."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wanted = [*LIBRARIES.values(), "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        environment.run(*environment.npm("install", "--prefix", name, *wanted))
        for library in LIBRARIES:
            made = folder / f"{library}.js"
            esbuild = environment.NODE_MODULES / ".bin" / "esbuild"
            options = ["--bundle", "--minify", "--format=esm", "--log-level=error", f"--outfile={made}"]
            environment.run("env", f"NODE_PATH={folder / 'node_modules'}", esbuild, RIVALS / f"{library}.mjs", *options)
            html = f"<!doctype html><meta charset=utf-8><body><script type=module src={made.name}></script>"
            (folder / f"{library}.html").write_text(html, encoding="utf-8")
        with serving(folder) as base:
            for library, package in LIBRARIES.items():
                page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
                page.goto(f"{base}{library}.html", wait_until="networkidle")
                page.wait_for_function("() => window.change")
                yield row(f"the board in {package}", weight({folder / f"{library}.js"}), cost(page, slowed, None))
                page.close()


if __name__ == "__main__":
    parser = environment.described(__doc__)
    parser.add_argument("--alone", action="store_true", help="leave the other libraries out")
    parser.add_argument("--slowed", type=float, default=SLOWED, help="how many times (%(default)g)")
    options = parser.parse_args()
    # Before Playwright runs: then neither can be looked for.
    executable, lighthouse = chromium(), environment.lighthouse()
    print(f"| widget | {' | '.join(HEADS)} |\n| --- |{' ---: |' * len(HEADS)}")
    with sync_playwright() as engines:
        browser = engines.chromium.launch(executable_path=executable, args=FLAGS)
        for line in widgets(browser, options.slowed):
            print(line, flush=True)
        for line in rivals(browser, options.slowed) if not options.alone else ():
            print(line, flush=True)
        index = benchmark_index(browser, lighthouse)
        print(f"benchmark index: {index:.0f}, slowed {options.slowed:g} times {index / options.slowed:.0f}")
