"""A formula as a line of text: D(p‖q) = ∑ₓ p(x) log₂ p(x)/q(x)."""

import re
import unicodedata
from collections.abc import Callable

from lxml.html import HtmlElement

RAISED = str.maketrans("0123456789+−=()abcdefghijklmnoprstuvwxyzT⊤", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵀ")
LOWERED = str.maketrans("0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
ACCENTS = {"^": "\u0302", "ˉ": "\u0304", "~": "\u0303"}
SIGNS = {"\u2061": " ", "∥": "‖", ",": ", ", ";": "; ", ":": ": "}  # U+2061 stands between a function and its argument
SPACED = "=≠≈≤≥<>≪≫∼+−±⋅×∈∉⊂→⟶↦⟺⟹∣∧∨"
LARGE = ("∑", "∏", "∫")
LETTER = r"[^\W\d][\u0300-\u036f\u2070-\u209f¹²³′ᵀᵃ-ᵿ]*"
TIDY = (
    (r"\s+", " "),
    (r"(?<=\() | (?=[),;])", ""),
    (rf"(^|[([,;{SPACED}/^] ?)− ", r"\1−"),  # a sign, not a difference
)


def as_text(formula: HtmlElement) -> str:
    """What a <math> element says, on one line."""
    text = _text(formula).strip()
    for found, better in TIDY:
        text = re.sub(found, better, text)
    return text.strip()


def _text(element: HtmlElement) -> str:
    return WRITERS.get(str(element.tag), _row)(element)


def _row(element: HtmlElement) -> str:
    return "".join(map(_text, element)) if len(element) else (element.text or "")


def _name(element: HtmlElement) -> str:
    name = element.text or ""
    return f" {name}" if len(name) > 1 else name  # ln, log, Cov


def _operator(element: HtmlElement) -> str:
    sign = (element.text or "").strip()
    return f" {sign} " if sign and sign in SPACED else SIGNS.get(sign, sign)


def _fraction(element: HtmlElement) -> str:
    above, below = (_bracketed(_text(part), rf"(\d+|{LETTER})(\([^()]*\))?") for part in element)
    return f" {above}/{below} "


def _root(element: HtmlElement) -> str:
    return f"√{_bracketed(_row(element))}"


def _bracketed(part: str, single: str = rf"\d+|{LETTER}") -> str:
    """The part, in brackets unless it reads as a single thing."""
    part = part.strip()
    return part if re.fullmatch(single, part) else f"({part})"


def _scripts(element: HtmlElement) -> str:
    base, *scripts = map(_text, element)
    moves = {"msub": "_", "munder": "_", "msup": "^", "mover": "^"}.get(str(element.tag), "_^")
    moved = base.rstrip() + "".join(map(_moved, scripts, moves))
    return f"{moved} " if base in LARGE else moved


def _moved(script: str, way: str) -> str:
    small = re.sub(r"\s", "", script)
    letters = {"_": LOWERED, "^": RAISED}[way]
    if all(ord(letter) in letters for letter in small):
        return small.translate(letters)
    return small if small in ("′", "∗") else way + _bracketed(script)


def _over(element: HtmlElement) -> str:
    base, over = map(_text, element)
    return unicodedata.normalize("NFC", base + ACCENTS[over]) if over in ACCENTS else _scripts(element)


def _lines(element: HtmlElement) -> str:
    lines = [_text(line).strip().rstrip(" ,") for line in element]
    return "".join(f" {line}" if line[:1] in SPACED and line[:1] != "−" else f"; {line}" for line in lines).lstrip(" ;")


WRITERS: dict[str, Callable[[HtmlElement], str]] = {
    "mfrac": _fraction,
    "mi": _name,
    "mo": _operator,
    "mover": _over,
    "mspace": lambda _: " ",
    "msqrt": _root,
    "msub": _scripts,
    "munder": _scripts,
    "msup": _scripts,
    "msubsup": _scripts,
    "munderover": _scripts,
    "mtable": _lines,
}
