"""Build the site that is published into `site/`: figures, styles and widgets, pages, of fonts and rules what is used.

SITE_URL is where it will stand ("https://example.org/bits/"); without it the site fits the root of any host.
REPO_URL is where its source can be read; without it, captions name the source instead of linking to it.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import environment

if __name__ == "__main__":
    environment.enter()

import assets
import figures
import glyphs
import licences
import styles
from checking import anchors, source
from checking import pages as sources
from rendering import concepts_file, described, redirects
from search import index
from store import dependencies, kept

SITE = environment.ROOT / "site"
DOCS = environment.ROOT / "docs"
# What makes a page of a notebook, besides the code that the notebook itself imports.
NOTEBOOK_TOOLS = ("mkdocs_jupyter", "nbconvert", "nbclient", "jupytext", "IPython", "ipykernel")
NOTEBOOK_TEMPLATE = environment.ROOT / "mkdocs_html" / "notebook.html.j2"


def generate() -> None:
    """Make everything in `docs/generated/`."""
    figures.draw()
    assets.compile_assets()


def build(site: Path = SITE) -> None:
    """Make the site in a folder."""
    generate()
    pages(site)
    environment.say(f"built {site}/")


def pages(site: Path, generator: str = "mkdocs") -> None:
    """Make a site from what is generated, with MkDocs or with what continues it."""
    _ask_for_names(sources.every())
    environment.say("building the pages")
    _mkdocs("-m", generator, "build", "--strict", "--clean", "--config-file", "mkdocs.yml", "--site-dir", str(site))
    published = redirects.published()
    redirects.redirect(site, published)
    concepts_file.write(site, published)
    index.write(site)
    described.describe(site)
    described.invite(site)
    for unasked in ("javascripts", "stylesheets"):  # Material's script is not used, its style sheets are in ours
        shutil.rmtree(site / "assets" / unasked)
    glyphs.subset(site)
    styles.subset(site)
    licences.write(site)


def build_page(page: Path, site: Path) -> None:
    """Make one page of a site that is built already, as the whole build would make it."""
    _ask_for_names([page] if page.is_file() else [])
    _mkdocs(str(Path(__file__).with_name("one_page.py")), str(page.relative_to(DOCS)), str(site))
    redirects.redirect(site, redirects.published())
    path = page.relative_to(DOCS).with_suffix("")
    described.describe(site, "" if path == Path("index") else f"{path.parent if path.name == 'index' else path}/")


def _ask_for_names(pages: list[Path]) -> None:
    """Stop where something on a page has no name to make its address of."""
    texts = {page: page.read_text(encoding="utf-8") for page in pages}
    wrong = [
        f"{page}:{source.line_of(text, at)}: {why}"
        for page, text in texts.items()
        for at, why in anchors.problems(text)
    ]
    if wrong:
        sys.exit("\n".join(wrong))


def _mkdocs(*arguments: str) -> None:
    """Run MkDocs, which says much; show it only where something is wrong."""
    command = [str(environment.PYTHON), *arguments]
    done = subprocess.run(
        command,
        cwd=environment.ROOT,
        env={**os.environ, **_settings()},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout)
        sys.exit(f"MkDocs stopped: {' '.join(arguments)}")


def _settings() -> dict[str, str]:
    kept_notebooks = {"KEEP_NOTEBOOKS": "true", "KEPT_NOTEBOOKS": str(_kept_notebooks())}
    return kept_notebooks | _commit_time()


def _kept_notebooks() -> Path:
    """Where notebooks are kept that ran with just this code, these tools and this template."""
    modules = {module for notebook in DOCS.glob("notebooks/*.py") for module in dependencies.imported_by(notebook)}
    versions = [f"{tool} {dependencies.version_of(tool)}" for tool in NOTEBOOK_TOOLS]
    template = NOTEBOOK_TEMPLATE.read_text(encoding="utf-8")
    return kept.path("notebooks", (dependencies.fingerprint(modules), *versions, template))


def _commit_time() -> dict[str, str]:
    """What dates the sitemap: the last commit, so that one commit builds one site whatever the day."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return {}
    command = ["git", "log", "-1", "--format=%ct"]
    return {"SOURCE_DATE_EPOCH": subprocess.check_output(command, cwd=environment.ROOT, text=True).strip()}


if __name__ == "__main__":
    build()
