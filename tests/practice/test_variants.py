"""Each variant of each question can be asked, and is the same on every machine."""

import math

import pytest
from written import question

from practice import parameters, reading, tasks, variants
from practice.blocks import Block, blocks
from practice.model import Number, Question

QUESTIONS = reading.questions()
VARIED = [asked for asked in QUESTIONS if variants.count(asked)]


@pytest.mark.parametrize("asked", VARIED, ids=lambda asked: asked.address)
def test_each_variant_can_be_asked(asked: Question) -> None:
    """Reading one tells a known wrong answer that is within the tolerance, and options that are the same."""
    block, page = reading.block_of(asked)
    sources = variants.written(block, page)
    assert len(sources) == variants.count(asked) >= 5
    assert len({*sources, block.text}) == len(sources) + 1, "two variants ask the same"
    for source in sources:
        (made,) = blocks(source)
        task = tasks.task(made, page)
        assert type(task) is type(asked.task)
        if isinstance(task, Number) and isinstance(asked.task, Number):
            assert math.isfinite(task.value)
            assert task.value != 0 or asked.task.value == 0
            assert len(task.diagnoses) == len(asked.task.diagnoses)
            assert [wrong.right for wrong in task.diagnoses] == [wrong.right for wrong in asked.task.diagnoses]


def block(text: str) -> Block:
    (made,) = blocks(text)
    return made


WITH_B = question(
    "0.2075<!-- = kl_divergence([1/2, 1/2], [b, 1 - b]) --> bits, 1<!-- = 4 * b --> bit more.\n\n"
    "If you got 0.1887<!-- = kl_divergence([b, 1 - b], [1/2, 1/2]) -->, no.",
    stem="Take ¼<!-- b in [1/4, 1/3, 3/16] -->, ¾<!-- = 1 - b --> else: $(\\tfrac14, \\tfrac34)$<!-- = b; 1 - b -->?",
    solution="```pycon\n>>> import math\n>>> b = 1 / 4\n>>> b, math.log2(b)\n(0.25, -2.000)\n\n```",
)


def rewritten(values: dict[str, float]) -> str:
    return variants._rewritten(block(WITH_B), values, "")


def test_a_variant_is_written_anew_as_a_whole() -> None:
    made = rewritten({"b": 3 / 16})
    for part in (
        "Take 3/16<!-- b in",
        "13/16<!-- = 1 - b -->",
        "$(\\tfrac{3}{16}, \\tfrac{13}{16})$",
        "0.3573<!-- = kl",
        "0.75<!-- = 4 * b --> bits more",
        "0.3038<!-- = kl",
        ">>> b = 3 / 16\n>>> b, math.log2(b)\n(0.188, -2.415)\n",
    ):
        assert part in made, made


def test_the_printed_values_give_what_is_printed() -> None:
    assert rewritten({"b": 1 / 4}) == WITH_B.rstrip("\n")


def test_what_cannot_be_written_anew_is_told() -> None:
    text = question("$\\log_2 \\tfrac14$<!-- = log2(b) -->.", stem="With ¼<!-- b in [1/4, 1/3] -->?")
    with pytest.raises(ValueError, match="only decimals and fractions"):
        variants._rewritten(block(text), {"b": 1 / 3}, "")


def test_ranges_may_depend_on_what_stands_before() -> None:
    tenths = "[k / 10 for k in range(1, 10)"
    stem = f"0.1<!-- a in {tenths}] --> or 0.2<!-- b in {tenths} if k / 10 > a] -->?"
    made = parameters.variants(block(question("0.3<!-- = a + b -->.", stem=stem)))
    assert len(made) == 9 * 8 / 2 - 1
    assert all(values["a"] < values["b"] for values in made)
    assert made == parameters.variants(block(question("0.3<!-- = a + b -->.", stem=stem)))
    assert made != sorted(made, key=lambda values: (values["a"], values["b"]))


def test_two_hundred_are_enough() -> None:
    made = parameters.variants(block(question("1<!-- = a -->.", stem="With 1<!-- a in range(1, 500) -->?")))
    assert len(made) == len({values["a"] for values in made}) == parameters.MOST


def test_numbers_have_as_many_digits_as_they_need() -> None:
    for value, before, written, wanted in (
        (0.123456789, 0.25, "0.25", "0.1235"),
        (0.375, 0.5, "0.5", "0.375"),
        (0.00123456, 0.20752, "0.2075", "0.00123"),
        (2.0, 3.0, "3", "2"),
        (-0.123456, -0.5234, "−0.523", "−0.123"),
        (29167.0, 812.0, "812", "29167"),
        (0.4, 0.25, "¼", "⅖"),
    ):
        assert variants._as_prose(value, before, written) == wanted


def test_a_variant_that_does_not_exist_is_refused() -> None:
    asked = VARIED[0]
    assert variants.variant(asked, 1).variant == 1
    with pytest.raises(ValueError, match="there is no 0"):
        variants.variant(asked, 0)
