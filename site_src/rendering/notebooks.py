"""Notebooks as pages. MkDocs calls this as a hook.

mkdocs-jupyter runs the cells, and mkdocs_html/notebook.html.j2 leaves their prose as it was typed. Here it is set like
that of every page, with formulas and with the work of its numbers; and beside the page is put the notebook itself.
"""

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import jupytext
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from checking.claims import WORK

PROSE = re.compile(r'<template class="prose">(.*?)</template>', re.DOTALL)
LINK = re.compile(r"(?<=\]\()\.\./[^)\s]+(?=\))")


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Set the prose between the cells."""
    name = page.file.src_uri
    if not name.endswith(".py"):
        return html
    md = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    cells, prose = PROSE.split(html)[::2], PROSE.split(html)[1::2]
    places = [f'<div id="cell-{number}"></div>' for number in range(len(cells))]
    parts = [places[0]]
    for place, text in zip(places[1:], prose, strict=True):
        parts += [unescape(text), place]
    content = md.convert("\n\n".join(parts))
    page.toc = get_toc(md.toc_tokens)  # type: ignore[attr-defined]
    for place, cell in zip(places, cells, strict=True):
        content = content.replace(place, cell)
    return content


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put the notebook beside its page."""
    source = Path(page.file.abs_src_path or "")
    if source.suffix == ".py":
        file = Path(page.file.abs_dest_path).with_name(f"{source.stem}.ipynb")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(downloadable(source, urljoin(config.site_url or "", page.url)), encoding="utf-8")
    return output


def downloadable(source: Path, address: str = "") -> str:
    """The notebook for Jupyter, without results; its links lead to the site if the address of its page is known."""
    notebook = jupytext.read(source)
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"  # else by chance
        if cell.cell_type == "markdown":
            prose = WORK.sub("", cell.source)
            cell.source = LINK.sub(lambda link: urljoin(address, link[0]), prose) if "://" in address else prose
    return json.dumps(notebook, ensure_ascii=False, indent=1)
