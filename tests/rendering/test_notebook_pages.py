"""The prose of a notebook is set like that of a page, and what readers take along is a notebook of Jupyter's."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from environment import ROOT
from rendering import notebooks

PROSE = "## Two terms\n\nIt costs 1<!-- = 4 - 3 --> bit, $D(p \\parallel q)$.\n\n[Why](../../uses/why/#here)"


@pytest.fixture(scope="module")
def config() -> MkDocsConfig:
    return load_config(str(ROOT / "mkdocs.yml"))


def page(name: str) -> SimpleNamespace:
    return SimpleNamespace(file=SimpleNamespace(src_uri=name), toc=None)


def test_prose_has_formulas_and_the_work_of_its_numbers(config: MkDocsConfig) -> None:
    escaped = PROSE.replace("<", "&lt;").replace(">", "&gt;")
    cell = "<pre><code>x = '&lt;!-- = 2 --&gt; $y$'</code></pre>"
    shown = page("notebooks/some.py")
    html = notebooks.on_page_content(f'{cell}<template class="prose">{escaped}</template>{cell}', shown, config, None)  # type: ignore[arg-type]
    assert html.count(cell) == 2
    assert '<data class="claim" value="4 - 3 = 1">1</data> bit' in html
    assert 'class="katex"' in html
    assert [(item.title, item.url) for item in shown.toc] == [("Two terms", "#two-terms")]
    assert html.index("two-terms") < html.rindex(cell)


def test_other_pages_stay(config: MkDocsConfig) -> None:
    assert notebooks.on_page_content("<p>$x$</p>", page("index.md"), config, None) == "<p>$x$</p>"  # type: ignore[arg-type]


def test_what_is_taken_has_no_comments_of_ours_and_links_that_lead_somewhere(tmp_path: Path) -> None:
    source = tmp_path / "some.py"
    source.write_text("# %% [markdown]\n# 1<!-- = 4 - 3 --> bit, [why](../../uses/why/#here)\n\n# %%\nx = 1\n")
    taken = json.loads(notebooks.downloadable(source, "https://example.org/bits/notebooks/some/"))
    prose, code = taken["cells"]
    assert prose["source"] == "1 bit, [why](https://example.org/bits/uses/why/#here)"
    assert code["source"] == "x = 1"
    assert taken["metadata"]["kernelspec"]["name"] == "python3"
    assert notebooks.downloadable(source) == notebooks.downloadable(source)
    assert "](../../uses/why/#here)" in notebooks.downloadable(source)
