"""How a page is cited: in words, and as BibTeX."""

import re
from collections.abc import Iterator
from html import escape

from rendering.facts import Author, Page, work

RESERVED = re.compile(r"[&%$#_{}]")


def block(page: Page) -> str:
    """What stands folded at the foot of a page. Its address stands on a line of its own, where it is known."""
    return "\n".join(
        [
            '<details class="cite">',
            "<summary>Cite this page</summary>",
            f"<p>{_in_words(page)}",
            *([f'<a href="{escape(page.url)}">{escape(page.url)}</a>.'] if page.url else []),
            f'Text and figures: <a rel="license" href="{work().licence_address}">{work().licence}</a>.</p>',
            '<div class="highlight" data-copy="Copy the entry for BibTeX">',
            f"<pre><code>{escape(bibtex(page), quote=False)}</code></pre></div>",
            "</details>",
        ]
    )


def _in_words(page: Page) -> str:
    authors = " and ".join(author.name for author in work().authors)
    parts = [f"<cite>{escape(work().name)}</cite>", f"version {work().version}"]
    if page.changed:
        parts.append(f'changed on <time datetime="{page.changed}">{page.changed.day} {page.changed:%B %Y}</time>')
    return f"{escape(authors)}. “{escape(page.name)}”. {', '.join(parts)}."


def bibtex(page: Page) -> str:
    """An entry that BibTeX and biblatex read."""
    fields = "".join(f"  {name} = {{{text}}},\n" for name, text in _fields(page) if text)
    key = "-".join([work().name.lower().replace(" ", "-"), *page.address.split("/")[-2:-1]])
    return f"@misc{{{key},\n{fields}}}\n"


def _fields(page: Page) -> Iterator[tuple[str, str]]:
    yield "author", " and ".join(map(_author, work().authors))
    yield "title", f"{{{_tex(page.name)}}}"
    yield "howpublished", _tex(work().name)
    yield "url", page.url
    yield "year", f"{page.changed:%Y}" if page.changed else ""
    yield "month", f"{page.changed:%m}" if page.changed else ""
    yield "note", f"Version {work().version}"


def _author(author: Author) -> str:
    return f"{_tex(author.family)}, {_tex(author.given)}" if author.given else f"{{{_tex(author.family)}}}"


def _tex(text: str) -> str:
    return RESERVED.sub(lambda sign: f"\\{sign[0]}", text)
