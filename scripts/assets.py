"""Compile what the browser loads into `docs/generated/`: the style sheet, KaTeX's fonts, widgets."""

import json
import shutil
from importlib.metadata import distribution
from pathlib import Path

import environment

if __name__ == "__main__":
    environment.enter()

GENERATED = environment.ROOT / "docs" / "generated"
SOURCES = environment.ROOT / "site_src"
TOKENS = environment.ROOT / ".cache" / "tokens.css"
MATERIAL = Path(str(distribution("mkdocs-material").locate_file("material/templates/assets/stylesheets")))


def compile_assets() -> None:
    """Make every asset anew; it takes about a second."""
    environment.say("compiling styles and widgets")
    _tokens()
    _fonts()
    _bundles()


def _tokens() -> None:
    tokens = json.loads((SOURCES / "tokens.json").read_text())
    variables = {
        scheme: "".join(f"--xb-{name}:{colour};" for name, colour in colours.items())
        for scheme, colours in tokens.items()
    }
    light = f":root,[data-md-color-scheme=default]{{{variables['light']}}}"
    dark = f"@media screen{{[data-md-color-scheme=slate]{{{variables['dark']}}}}}"  # paper is white
    TOKENS.parent.mkdir(parents=True, exist_ok=True)
    TOKENS.write_text(f"{light}\n{dark}\n")


def _fonts() -> None:
    (GENERATED / "fonts").mkdir(parents=True, exist_ok=True)
    for font in (environment.NODE_MODULES / "katex" / "dist" / "fonts").glob("*.woff2"):
        shutil.copy(font, GENERATED / "fonts")


def _bundles() -> None:
    """The site's style sheet, and the scripts and style sheets of pages and widgets."""
    source, target = SOURCES / "widgets", GENERATED / "widgets"
    shutil.rmtree(target, ignore_errors=True)
    options = [
        "--bundle",
        "--minify",
        "--preserve-symlinks",
        "--target=es2022",
        "--log-level=warning",
    ]
    esbuild = environment.NODE_MODULES / ".bin" / "esbuild"
    folders = sorted(source.glob("xb-*/"))
    modules = [f"{folder.name}={folder / 'index.ts'}" for folder in folders]
    sheets = [f"{folder.name}={folder / 'style.css'}" for folder in folders]
    page, shared = source / "page", f"widgets={source / 'parts' / 'style.css'}"
    into = [f"--outdir={target}", "--entry-names=[name]"]
    environment.run(esbuild, *modules, page / "site.ts", "--format=esm", "--splitting", *options, *into)
    environment.run(esbuild, *sheets, shared, page / "boot.ts", *options, *into)
    theirs = [f"--alias:material/{file.name.partition('.')[0]}={file}" for file in MATERIAL.glob("*.css")]
    # One sheet: a browser paints nothing until the last has come. KaTeX names its fonts as they lie beside it.
    theirs += [f"--alias:tokens={TOKENS}", "--external:fonts/*"]
    environment.run(esbuild, SOURCES / "style" / "index.css", *options, *theirs, f"--outfile={GENERATED / 'site.css'}")


if __name__ == "__main__":
    environment.asked(__doc__)
    compile_assets()
