"""Where the site stands, for files that leave it."""

from collections.abc import Callable
from dataclasses import dataclass

from practice.model import Html, Question


@dataclass(frozen=True)
class Site:
    """What every file says about where it is from."""

    name: str
    url: str
    """With a slash at its end; empty where the site does not know its address: files then name pages without links."""
    root: str
    """From where the files lie to the root of the site, for those that are read there."""
    licence: str
    licence_address: str
    picture: Callable[[str], bytes]
    """A picture of the site, by its address from the root, as a PNG."""
    earliest: Callable[[str], str]
    """The address under which something was first published, from its address of today."""
    changed: int
    """When the questions were last changed, in seconds; a newer deck of Anki's updates an older one by this."""

    def link(self, address: str) -> str:
        """The whole address of something on the site, if there is one."""
        return f"{self.url}{address}" if self.url else ""

    def identity(self, question: Question) -> str:
        """What a question is known by, whatever becomes of its words and its place."""
        return self.earliest(question.address) + _of_variant(question)

    def origin(self, question: Question) -> Html:
        """Where a question is from, and under which licence."""
        words = f"{self.name}, {question.page_title}"
        address = question.address + _of_variant(question)
        whole = self.link(address)
        source = f'<a href="{whole}">{words}</a>' if whole else f"{words} ({address})"
        return f'<p>From {source}. <a href="{self.licence_address}">{self.licence}</a></p>'


def _of_variant(question: Question) -> str:
    return "" if question.variant is None else f"?v={question.variant}"
