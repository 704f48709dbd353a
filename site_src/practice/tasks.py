"""What a machine can check of a question, read from its Markdown, which reads the same without a machine.

A number is the first checked number in the first paragraph of the answer, or the one behind `<!-- asks: D(p‖q) -->`.
It is right within the tolerance that its comment states (`… ± 0.01 -->`), or else where it is right to three digits.
"If you got 0.19<!-- = … -->, you averaged under the belief." tells a known wrong one.

In the other kinds lines that begin with a bold letter stand below the question, `- **A** …`, and the answer begins with
letters: `B.` or `A and C.` chooses, and its own lines `- **A** …` reply to each; `C, A, B.` puts all lines in order;
`A–R, B–Q.` matches the lines of one list with those of another.
"""

import math
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from checking import claims
from checking.evaluation import evaluate
from checking.numbers import FOUND, VULGAR, fraction
from practice import parameters, parts
from practice.blocks import Block, Part, WrongQuestionError
from practice.model import Choice, Diagnosis, Html, Matching, Number, Option, Order, Task

LINE = re.compile(r"^- \*\*(?P<letter>[A-Z])\*\*[ \n](?P<words>.*?)(?=^- |^\S|\Z)", re.DOTALL | re.MULTILINE)
LETTERS = re.compile(r"\s*(?P<letters>[A-Z](?:(?:, (?:and )?| and )[A-Z])*)(?=[.:])")
PAIRS = re.compile(r"\s*(?P<pairs>[A-Z]–[A-Z](?:, [A-Z]–[A-Z])*)(?=\.)")
ASKS = re.compile(r"<!-- asks: (?P<words>.+?) -->\s*")
UNIT = re.compile(r"[\s\u00a0\u202f]*(?P<unit>%|(?:bit|nat|ban|deciban)s?\b(?:[ \n](?:per|an?)[ \n][\w-]+)?)")
ASKED_IN = re.compile(r"(?P<words>.+), in (?P<unit>bits|nats|bans)")
GOT = re.compile(r"If (?:you(?:r \w+ was| \w+)|it was)[^.,<]*? ?(?=[-−+(\d.$`" + VULGAR + "])")
SENTENCE = re.compile(r"(?<=[.!?)])\s+(?=If (?:you|it|the)\b)|\n{2,}(?=\S)")
BARE = re.compile(r"(?P<token>[01])(?=[ ,])")  # these two need no claim
TOLD = re.compile(r"(?P<behind>[^,]*), (?P<words>.+)", re.DOTALL)
OTHER = re.compile(r" for the (?!first)")  # another of the numbers that are asked for
DIGITS = 3
"""Of a number are enough."""
# Bits, nats and bans in each other: a right answer in another unit is one.
UNITS = {"bit": math.log(2), "nat": 1.0, "ban": math.log(10)}
EDGE = 1e-9  # relative: what rounding may move an edge


def task(block: Block, page: Path, typeset: bool = False) -> Task | None:
    """What can be checked; None where only the reader can say whether it was right."""
    html = _writer(page, typeset)
    lines = lettered(block.below)
    answer = the_answer(block)
    if lines:
        return _with_letters(block, lines, answer, html)
    if PAIRS.match(answer.text) or LETTERS.match(answer.text):
        why = "the answer names letters, but no lines “- **A** …” stand below the question"
        raise WrongQuestionError(answer.start, why)
    return _number(block, answer, html)


def the_answer(block: Block) -> Part:
    """The one part that tells what is right."""
    answers = [part for part in block.parts if part.name == "Answer"]
    if len(answers) != 1:
        why = f"{len(answers)} answers: a question has one, in <details markdown> with <summary>Answer</summary>"
        raise WrongQuestionError(block.start, why)
    return answers[0]


def lettered(part: Part) -> dict[str, str]:
    """The lines of a part that begin with a letter."""
    lines: dict[str, str] = {}
    for found in LINE.finditer(part.text):
        if found["letter"] in lines:
            raise WrongQuestionError(part.start + found.start(), f"two lines begin with {found['letter']}")
        lines[found["letter"]] = found["words"].strip()
    return lines


def without_lines(text: str) -> str:
    """A part without the lines that begin with letters."""
    return LINE.sub("", text)


def without_diagnoses(text: str) -> str:
    """An answer without what it says of known wrong numbers."""
    kept = [sentence for _, sentence in _sentences(text) if not _got(sentence)]
    return "".join(kept)


def tolerance(value: float, shown: str) -> float:
    """How far away a number may be: right to three digits, or to those that are shown where these are fewer."""
    if not math.isfinite(value) or value == 0:
        return 0.0
    third = 0.5 * 10.0 ** (math.floor(math.log10(abs(value))) - DIGITS + 1)
    if math.isclose(value, round(value), rel_tol=EDGE):
        return min(third, 0.05)  # a count must be right
    plain = re.fullmatch(r"[-−+]?[\d\u202f]*(?:\.(?P<places>\d+))?", shown)
    if plain is None or math.isclose(value, _typed(shown), rel_tol=EDGE):
        return third
    return max(third, 0.5 * 10.0 ** -len(plain["places"] or ""))


def is_within(value: float, other: float, room: float) -> bool:
    """Whether two numbers are at most so far apart; the edge counts, whatever floating point makes of it."""
    if not (math.isfinite(value) and math.isfinite(other)):
        return value == other
    return abs(value - other) <= room + EDGE * max(abs(value), abs(other), room)


Write = Callable[[str], Html]


def _writer(page: Path, typeset: bool) -> Write:
    return lambda markdown: parts.words(markdown, page, typeset)


def _with_letters(block: Block, lines: dict[str, str], answer: Part, html: Write) -> Task:
    pairs, letters = PAIRS.match(answer.text), LETTERS.match(answer.text)
    if pairs:
        return _matching(lines, pairs["pairs"], answer, html)
    named = re.findall(r"[A-Z]", letters["letters"]) if letters else []
    if not named:
        why = "a choice without a right one: the answer begins with its letter, “B.”"
        raise WrongQuestionError(answer.start, why)
    _same_letters(set(named) - lines.keys(), named, answer)
    if len(named) == len(lines):
        return Order(tuple(html(lines[letter]) for letter in named))
    return _choice(lines, named, answer, html)


def _choice(lines: dict[str, str], right: list[str], answer: Part, html: Write) -> Choice:
    replies = lettered(answer)
    mute = [letter for letter in lines if letter not in right and letter not in replies]
    if mute:
        why = f"nothing is said to who chooses {' or '.join(mute)}: write “- **{mute[0]}** …” in the answer"
        raise WrongQuestionError(answer.start, why)
    _same_letters(replies.keys() - lines.keys(), list(replies), answer)
    plain = [html(words) for words in lines.values()]
    if len(set(plain)) != len(plain):
        raise WrongQuestionError(answer.start, "two lines to choose from are the same")
    options = (Option(html(words), letter in right, html(replies.get(letter, ""))) for letter, words in lines.items())
    return Choice(tuple(options), several=len(right) > 1)


def _matching(lines: dict[str, str], written: str, answer: Part, html: Write) -> Matching:
    pairs = [(pair[0], pair[2]) for pair in written.split(", ")]
    named = [letter for pair in pairs for letter in pair]
    _same_letters(lines.keys() ^ set(named), named, answer)
    return Matching(tuple((html(lines[a]), html(lines[b])) for a, b in pairs))


def _same_letters(wrong: set[str], named: list[str], answer: Part) -> None:
    twice = {letter for letter in named if named.count(letter) > 1}
    if wrong or twice:
        why = f"{', '.join(sorted(wrong | twice))}: each letter stands once below the question and once in the answer"
        raise WrongQuestionError(answer.start, why)


def _number(block: Block, answer: Part, html: Write) -> Number | None:
    asks = ASKS.search(answer.text)
    found = _told(answer, asks)
    if found is None:
        return None
    shown, value = _written(found), _value(found, block, answer.start)
    named = ASKED_IN.fullmatch(asks["words"]) if asks else None
    unit = named["unit"] if named else _unit(answer.text, found)
    words = (named or asks or {"words": ""})["words"]
    room = _tolerance(found, value, shown, block, answer.start)
    made = Number(value, shown, unit, room, tuple(_diagnoses(block, answer, value, unit, html)), html(words))
    _must_differ(made, answer.start + found.start())
    return made


def _told(answer: Part, asks: re.Match[str] | None) -> re.Match[str] | None:
    """The number that is asked for, with its comment."""
    told = [found for found in claims.find(answer.text) if found["kind"] == "="]
    if asks:
        found = next((found for found in told if found.start() >= asks.end()), None)
        if found is None:
            raise WrongQuestionError(answer.start + asks.start(), "no checked number stands behind what it asks for")
        return found
    end = len(answer.text.partition("\n\n")[0])
    return next((found for found in told if found.end() <= end and not _in_diagnosis(answer.text, found)), None)


def _unit(text: str, found: re.Match[str]) -> str:
    """The unit that stands behind a number."""
    if found["token"].endswith("%"):
        return "%"
    unit = UNIT.match(text, found.end())
    return re.sub(r"\s+", " ", unit["unit"]) if unit else ""


def _written(found: re.Match[str]) -> str:
    number = found["number"] or FOUND.findall(found["token"])[0]
    return str(number)


def _value(found: re.Match[str], block: Block, offset: int) -> float:
    """What the first number of a token is, by what computes it."""
    at = offset + found.start()
    known = parameters.printed(block)
    if found["name"]:
        return float(known[found["name"]])
    if found["kind"] == "given:":
        return _typed(_written(found))
    try:
        value = evaluate(claims.expressions_of(found)[0], known)
    except Exception as error:  # whatever a page's own code raises is that page's mistake
        raise WrongQuestionError(at, f"{found['token']}: {type(error).__name__}: {error}") from error
    if isinstance(value, str) or math.isnan(value):
        raise WrongQuestionError(at, f"{found['token']} is {value}, which no reader can type")
    return value


def _typed(written: str) -> float:
    plain = written.replace("\u202f", "").replace("−", "-")
    return float(fraction(plain)) if "/" in plain or plain[-1] in VULGAR else float(plain)


def _tolerance(found: re.Match[str], value: float, shown: str, block: Block, offset: int) -> float:
    _, stated, room = found["work"].partition(claims.TOLERANCE)
    if not stated:
        return tolerance(value, shown)
    try:
        read = float(evaluate(room.strip(), parameters.printed(block)))
    except Exception as error:
        why = f"± {room.strip()}: {type(error).__name__}: {error}"
        raise WrongQuestionError(offset + found.start(), why) from error
    if not 0 <= read < math.inf:
        raise WrongQuestionError(offset + found.start(), f"± {room.strip()} is no tolerance")
    return read


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """The text, cut where a sentence about a wrong answer begins and where a paragraph does; with the places."""
    begin = 0
    for cut in SENTENCE.finditer(text):
        yield begin, text[begin : cut.end()]
        begin = cut.end()
    yield begin, text[begin:]


def _got(sentence: str) -> re.Match[str] | None:
    """The wrong number that a sentence is about, with what stands before its comma, and what it tells."""
    begun = GOT.match(sentence)
    if begun is None:
        return None
    number = claims.CLAIM.match(sentence, begun.end()) or BARE.match(sentence, begun.end())
    told = TOLD.match(sentence, number.end()) if number else None
    return number if told and not OTHER.search(told["behind"]) else None


def _in_diagnosis(text: str, found: re.Match[str]) -> bool:
    return any(at <= found.start() < at + len(s) for at, s in _sentences(text) if s.startswith("If "))


def _diagnoses(block: Block, answer: Part, value: float, unit: str, html: Write) -> Iterator[Diagnosis]:
    for at, sentence in _sentences(answer.text):
        number = _got(sentence)
        if number is None:
            continue
        claim = number if "number" in number.re.groupindex else None
        got = _value(claim, block, answer.start + at) if claim else float(number["token"])
        told = TOLD.match(sentence, number.end())
        words = told["words"].strip() if told else ""
        written = _written(claim) if claim else number["token"]
        yield Diagnosis(got, written, html(words[:1].upper() + words[1:]), _in_other_unit(got, value, unit))


def _in_other_unit(got: float, value: float, unit: str) -> bool:
    """Whether a number is the answer, counted in another unit of information."""
    own = next((size for name, size in UNITS.items() if unit.startswith(name)), None)
    sizes = [own / size for size in UNITS.values() if own and size != own]
    return any(math.isclose(got, value * size, rel_tol=EDGE) for size in sizes)


def _must_differ(number: Number, at: int) -> None:
    """A known wrong answer must not be taken for the right one, nor for another wrong one."""
    seen: dict[str, str] = {number.shown: "the answer"}
    for wrong in number.diagnoses:
        if is_within(wrong.value, number.value, number.tolerance):
            why = (
                f"{wrong.shown}, a known wrong answer, is within {number.tolerance:g} of the right one, {number.shown}"
            )
            raise WrongQuestionError(at, f"{why}: state a smaller tolerance, “= … ± 0.001”")
        if wrong.shown in seen:
            raise WrongQuestionError(at, f"{wrong.shown} is a known wrong answer and {seen[wrong.shown]}, too")
        seen[wrong.shown] = "another"
