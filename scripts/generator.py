"""Run MkDocs: over all pages for build.py, over one that was saved for serve.py and check.py.

What draws and computes is not imported here: a page that is saved is seen within seconds.
"""

import os
import subprocess
import sys
from pathlib import Path

import environment
import glyphs
import inline
from checking import anchors, source
from rendering import described, redirects
from store import dependencies, kept

DOCS = environment.ROOT / "docs"
# What makes a page of a notebook, besides the code that the notebook itself imports.
NOTEBOOK_TOOLS = ("mkdocs_jupyter", "nbconvert", "nbclient", "jupytext", "IPython", "ipykernel")
NOTEBOOK_FIGURES = "exhibits._notebook_figures"
NOTEBOOK_TEMPLATE = environment.ROOT / "mkdocs_html" / "notebook.html.j2"


def build_page(page: Path, site: Path) -> None:
    """Make one page of a site that is built already, as the whole build would make it."""
    ask_for_names([page] if page.is_file() else [])
    run(str(Path(__file__).with_name("one_page.py")), str(page.relative_to(DOCS)), str(site))
    redirects.redirect(site, redirects.published())
    path = page.relative_to(DOCS).with_suffix("")
    folder = path.parent if path.name == "index" else path
    described.describe(site, "" if path == Path("index") else f"{folder}/")
    glyphs.ask_early(site, [site / folder / "index.html"])
    inline.inline(site, [site / folder / "index.html"])


def ask_for_names(pages: list[Path]) -> None:
    """Stop where something on a page has no name to make its address of."""
    texts = {page: page.read_text(encoding="utf-8") for page in pages}
    wrong = [
        f"{page}:{source.line_of(text, at)}: {why}"
        for page, text in texts.items()
        for at, why in anchors.problems(text)
    ]
    if wrong:
        sys.exit("\n".join(wrong))


def run(*arguments: str) -> None:
    """Run MkDocs, which says much; show it only where something is wrong."""
    command = [str(environment.PYTHON), *arguments]
    done = subprocess.run(
        command,
        cwd=environment.ROOT,
        env={**os.environ, **settings()},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout)
        sys.exit(f"MkDocs stopped: {' '.join(arguments)}")


def settings() -> dict[str, str]:
    """What MkDocs is told by its environment: where notebooks are kept, who draws their figures, and the date."""
    kept_notebooks = {"KEEP_NOTEBOOKS": "true", "KEPT_NOTEBOOKS": str(_kept_notebooks())}
    return kept_notebooks | {"MPLBACKEND": f"module://{NOTEBOOK_FIGURES}"} | _commit_time()


def _kept_notebooks() -> Path:
    """Where notebooks are kept that ran with just this code, these tools and this template."""
    modules = {module for notebook in DOCS.glob("notebooks/*.py") for module in dependencies.imported_by(notebook)}
    modules.add(NOTEBOOK_FIGURES)
    versions = [f"{tool} {dependencies.version_of(tool)}" for tool in NOTEBOOK_TOOLS]
    template = NOTEBOOK_TEMPLATE.read_text(encoding="utf-8")
    return kept.path("notebooks", (dependencies.fingerprint(modules), *versions, template))


def _commit_time() -> dict[str, str]:
    """What dates the sitemap: the last commit, so that one commit builds one site whatever the day."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return {}
    command = ["git", "log", "-1", "--format=%ct"]
    return {"SOURCE_DATE_EPOCH": subprocess.check_output(command, cwd=environment.ROOT, text=True).strip()}
