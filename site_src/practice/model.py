"""A question as everything that asks it sees it: the exercise on the page, `/practice/`, the exports and the sheets."""

from dataclasses import dataclass

Html = str
"""Finished HTML of a part: formulas as `\\( … \\)` and `\\[ … \\]` around TeX, pictures and links by their address from
the site's root, and nothing of what a checker reads."""


@dataclass(frozen=True)
class Diagnosis:
    """A number that readers get instead of the answer, and what it tells about the way they took."""

    value: float
    shown: str
    words: Html
    right: bool
    """Right in another unit."""


@dataclass(frozen=True)
class Number:
    """A number is typed; what is at most `tolerance` away from `value` is right, the edge included."""

    value: float
    shown: str
    unit: str
    """As it stands behind the number, such as "bits per toss"; empty where there is none."""
    tolerance: float
    diagnoses: tuple[Diagnosis, ...]
    asks: Html
    """What the number is, where the question asks for several; empty where there is one."""


@dataclass(frozen=True)
class Option:
    """One of the answers to choose from."""

    words: Html
    right: bool
    reply: Html
    """What is said to who chooses it."""


@dataclass(frozen=True)
class Choice:
    """One option is right, or several are and all of them are to be chosen."""

    options: tuple[Option, ...]
    several: bool


@dataclass(frozen=True)
class Order:
    """Lines, such as those of a proof, in the right order."""

    lines: tuple[Html, ...]


@dataclass(frozen=True)
class Matching:
    """Things, and what belongs to each."""

    pairs: tuple[tuple[Html, Html], ...]


Task = Number | Choice | Order | Matching


@dataclass(frozen=True)
class Question:
    """One question of one page, in one of its variants."""

    page: str
    """The page's address from the root of the site, such as "concepts/kl-divergence/"."""
    address: str
    """Its own: that of the page with its id behind the #. It stays, whatever becomes of the words."""
    id: str
    page_title: str
    group: str
    """Where the page stands in the navigation, such as "The wrong belief"."""
    stem: Html
    hints: tuple[Html, ...]
    answer: Html
    solution: Html | None
    task: Task | None
    """What a machine can check; none where only the reader can say whether it was right."""
    pictures: tuple[str, ...]
    """Addresses from the root of the site, of those in any part."""
    where: str
    """File and line of the source, for messages."""
    variant: int | None
    """None as it is printed on the page."""
