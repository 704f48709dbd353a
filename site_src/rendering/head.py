"""What the head of a page says to search engines, course software and chats."""

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from rendering.facts import Author, Card, Page, work

Linked = dict[str, Any]
"""A thing and its properties, as JSON-LD tells them. Properties without a value are not told."""


def title(page: Page) -> str:
    """The title of the page, with that of the site."""
    name = work().name
    return page.title if page.title.startswith(name) else f"{page.title} - {name}"


def lines(page: Page) -> Iterator[str]:
    """What is added to the head. What needs the address of the site stands on lines of its own, where it is known."""
    yield from (_meta("property", f"og:{key}", text) for key, text in _open_graph(page) if text)
    if page.card and page.host:
        yield "".join(_meta("property", f"og:image{key}", str(value)) for key, value in _image(page.host, page.card))
    yield from (_meta("name", f"citation_{key}", text) for key, text in _citation(page) if text)
    yield '<script type="application/ld+json">'
    yield json.dumps(_told(_graph(page)), ensure_ascii=False, indent=0).replace("<", "\\u003c")
    yield "</script>"


def _meta(attribute: str, name: str, text: str) -> str:
    return f'<meta {attribute}="{name}" content="{escape(text)}">'


def _open_graph(page: Page) -> Iterator[tuple[str, str]]:
    yield "title", page.title
    yield "description", page.description
    yield "type", "article" if page.address else "website"
    yield "site_name", work().name
    yield "url", page.url


def _image(host: str, card: Card) -> Iterator[tuple[str, object]]:
    yield "", host + card.address
    yield ":width", card.width
    yield ":height", card.height
    yield ":alt", card.words


def _citation(page: Page) -> Iterator[tuple[str, str]]:
    yield "title", page.name
    yield from (("author", author.name) for author in work().authors)
    yield "publication_date", f"{page.changed:%Y/%m/%d}" if page.changed else ""
    yield "fulltext_html_url", page.url
    yield "language", "en"


def _graph(page: Page) -> Linked:
    return {
        "@context": "https://schema.org",
        "@graph": [_article(page) if page.address else _site(page.url), _crumbs(page)],
    }


def _site(url: str) -> Linked:
    return {"url": url, "name": work().name, "headline": work().title, "@type": "WebSite"}


def _article(page: Page) -> Linked:
    questions = [
        {"url": page.url and f"{page.url}#{anchor}", "name": text, "@type": "Question"}
        for anchor, text in page.questions()
    ]
    minutes = page.front.get("minutes")
    return {
        "url": page.url,
        "image": page.card and page.host and page.host + page.card.address,
        "name": page.name,
        "headline": page.title,
        "description": page.description,
        "keywords": page.front.get("also"),
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "timeRequired": minutes and f"PT{minutes}M",
        "license": work().licence_address,
        "version": work().version,
        "dateModified": page.changed and page.changed.isoformat(),
        "author": [_author(author) for author in work().authors],
        "isPartOf": _site(page.host),
        "hasPart": questions and [{"name": f"Questions on {page.name}", "hasPart": questions, "@type": "Quiz"}],
        "@type": ["LearningResource", "Article"],
    }


def _author(author: Author) -> Linked:
    return {"name": author.name, "@type": "Person" if author.given else "Organization"}


def _crumbs(page: Page) -> Linked:
    steps = [*page.trail(), (page.name, page.url)]
    items = [
        {"item": url if page.url else "", "name": name, "position": n, "@type": "ListItem"}
        for n, (name, url) in enumerate(steps, 1)
    ]
    return {"itemListElement": items, "@type": "BreadcrumbList"}


def _told(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _told(part) for key, part in value.items() if part not in (None, "", [])}
    return [_told(part) for part in value] if isinstance(value, list) else value
