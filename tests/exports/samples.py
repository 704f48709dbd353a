"""Questions of every kind, with everything in them that a format is known to lose or to refuse."""

import math

from exports.site import Site
from practice import reading
from practice.model import Choice, Diagnosis, Matching, Number, Option, Order, Question

PNG = b"\x89PNG\r\n\x1a\nof its own, not drawn"
PICTURE = "generated/kl_divergence/area.svg"
TRAPS = r"~ = # { } : \ \n ~%50% #### -> // [html] $CATEGORY: &&058; <b>&lt;b&gt; 5 &gt; 3 &amp; 4</b>"
TEX = r"\(\nu = \{p : p(x) &lt; \tfrac12\} \neq \tilde q\)"
SHOWN = rf'<img src="{PICTURE}" alt="Two bars, p and q">'


def site(
    url: str = "https://example.org/bits/", changed: int = 1_700_000_000, moved: dict[str, str] | None = None
) -> Site:
    """A site; `moved` says of addresses of today under which they were first published."""
    licence = ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
    return Site("Extra Bits", url, "../../", *licence, lambda _: PNG, lambda new: (moved or {}).get(new, new), changed)


def _question(name: str, task: object, **other: object) -> Question:
    page = "concepts/sample/"
    given: dict[str, object] = {
        "page": page,
        "address": f"{page}#question-{name}",
        "id": f"question-{name}",
        "page_title": "Samples",
        "group": "The wrong belief",
        "stem": f"Of {name}: {TRAPS} {TEX}?",
        "hints": ("<p>A hint.</p>", rf"<p>Another, with {TEX}.</p>"),
        "answer": f"<p>The answer, {TRAPS}</p>",
        "solution": rf"<p>Why: {SHOWN}</p><pre><code>&gt;&gt;&gt; f({{1: 2}})"
        "\n"
        r"{1: 2}</code></pre><p>\[\sum_x p(x) = 1\]</p>",
        "task": task,
        "pictures": (PICTURE,),
        "where": f"docs/concepts/sample.md:{len(name)}",
        "variant": None,
    }
    return Question(**(given | other))  # type: ignore[arg-type]


COINS = Number(
    0.20751874963942196,
    "0.2075",
    "bits per toss",
    0.00005,
    (
        Diagnosis(0.18872187554086717, "0.1887", rf"You averaged under the belief: {TEX}. {TRAPS}", False),
        Diagnosis(0.14384103622589042, "0.1438", "Right, in nats.", True),
    ),
    "",
)
TINY = Number(9.313225746154785e-10, "9.3·10⁻¹⁰", "", 5e-12, (), r"\(2^{-30}\)")
# What no other program can compare.
ENDLESS = Number(math.inf, "∞", "bits", 0.0, (Diagnosis(1.0, "1", "You left the zero out.", False),), "")
HALF_ENDLESS = Number(
    1.0,
    "1",
    "bit",
    0.005,
    (Diagnosis(math.inf, "∞", "The zero is in the truth.", False), Diagnosis(2.0, "2", "Twice.", False)),
    "",
)
NEGATIVE = Number(-1.5, "−1.5", "bits", 0.0, (), "")
ONE = Choice(
    (
        Option(rf"\(D(p \parallel q)\), {TRAPS}", True, "<p>Yes.</p>"),
        Option(r"\(D(q \parallel p)\)", False, rf"<p>No: {TEX} {SHOWN}</p>"),
        Option("Both", False, ""),
    ),
    False,
)
SEVERAL = Choice(
    tuple(Option(f"Claim {name} = {TEX}", name in "abc", f"<p>{TRAPS}</p>") for name in "abcdefghij"[:10]),
    True,
)
PROOF = Order(tuple(rf"<span>Line {n}: {TEX}, {TRAPS}</span>" for n in range(1, 6)))
WORDS = Matching(((rf"\(H\), {TRAPS}", "entropy"), ("log&nbsp;&amp; co", "a -> b = {c}"), ("third", "entropy")))
FORMULAS = Matching(
    ((r"\(H(p)\)", r"\(-\sum p \log p\)"), ("the step of Jensen", r"convexity of \(\log\)"), ("x", "words"))
)

RENYI = {"page": "concepts/other/", "page_title": "Rényi: a/b", "group": "C & D"}
QUESTIONS = (
    _question("coins", COINS),
    _question("tiny", TINY, hints=()),
    _question("one", ONE),
    _question("several", SEVERAL),
    _question("proof", PROOF),
    _question("words", WORDS),
    _question("formulas", FORMULAS),
    _question("why", None),
    _question("coins", COINS, variant=17),
    _question("negative", NEGATIVE, solution=None, address="concepts/other/#question-negative", **RENYI),
)
INFINITE = (_question("endless", ENDLESS), _question("half-endless", HALF_ENDLESS))
EVERY = (*QUESTIONS, *reading.questions())
"""With those of the site itself."""
