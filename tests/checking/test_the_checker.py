"""A checker that lets a wrong page pass would make every other test of pages worthless."""

import re
from pathlib import Path

import pytest

from checking import pages
from exhibits import entropy

COIN = "kl_divergence([.5, .5], [.9, .1])"


@pytest.fixture
def checked(tmp_path: Path) -> "Checked":
    return Checked(tmp_path / "page.md")


class Checked:
    """A page of a few lines, and what the checker says of it."""

    def __init__(self, page: Path) -> None:
        self.page = page

    def problems(self, text: str, below: str = "first line\n\n") -> list[str]:
        self.page.write_text(below + text, encoding="utf-8")
        return [problem.removeprefix(f"{self.page}:") for problem in pages.corrected(self.page)[1]]

    def written(self, text: str) -> str:
        self.page.write_text(text, encoding="utf-8")
        return pages.corrected(self.page)[0]


@pytest.mark.parametrize(
    "wrong",
    [
        f"wastes 0.738<!-- = {COIN} --> bits",
        f"wastes 0.7369<!-- = {COIN} --> bits",
        f"wastes −0.737<!-- = {COIN} --> bits",
        f"wastes − 0.737<!-- = {COIN} --> bits",
        f"wastes –0.737<!-- = {COIN} --> bits",
        f"wastes &minus;0.737<!-- = {COIN} --> bits",
        f"(– 0.737<!-- = {COIN} --> bits)",
        "a formula $x = 0.3$<!-- = 1/4 --> in a sentence",
        "a formula $e^{-201}$<!-- = exp(-200) --> in a sentence",
        "has 90.1 %<!-- = 100 * .9 --> of it",
        "is ∞<!-- = kl_divergence([1, 0], [.5, .5]) -->",
        "takes 1 306<!-- = 306 --> throws",
        "takes 1,306<!-- = 306 --> throws",
        "needs 7/3<!-- = 8/3 --> questions",
        "needs ⅗<!-- = 2/3 --> questions",
        "errs 10⁻⁶<!-- = 2e-6 --> of the time",
        "errs 1.4·10⁻⁶<!-- = 1.5e-6 --> of the time",
        "ran on 2.13.0<!-- = '2.13.1' -->",
        "Beta(17, 5)<!-- = 17; 6 -->",
        "Beta(17, 6)<!-- = 17 -->",
        "costs `1.46`<!-- = 1.5 --> bits",
        "costs 1<!-- = entropie([1]) --> bit",
        "costs 1<!-- = entropy([1) --> bit",
        "costs 1<!-- = exhibits.kl_divergence.nothing() --> bit",
    ],
)
def test_finds_a_wrong_number_and_its_line(wrong: str, checked: Checked) -> None:
    (problem,) = checked.problems(wrong)
    assert problem.startswith("3: ")


@pytest.mark.parametrize(
    "bare",
    [
        "costs 0.5 bits",
        "costs .5 bits",
        "costs 6 bits",
        "costs 1 bit",
        "costs ½ bit",
        "costs 8/3 bits",
        "after 531441 throws",
        "after 26\u202f306 throws",
        "| 0.5 | 1 |\n| --- | --- |",
        "**0.5**",
        "- 0.5",
        "(0.5)",
        "1.5e-3",
        "10⁻⁶ of them",
        "90 % of them",
        "[a link to 0.5](page.md)",
        "[Gibbs 1903](../reference/sources.md#gibbs-1902)",
        '<time datetime="2026-11-26">26 November 2025</time>',
        '<time datetime="2026-13">December 2026</time>',
        "![a picture of 48 crosses](../generated/surprisal/submarine.svg)",
        '![a picture](../generated/surprisal/submarine.svg "With a caption of 48 words")',
        '<abbr title="6 bits">that</abbr>',
        "> quoted 7",
        "## A heading with 27 {#a}",
        "<details markdown><summary>A question of 3</summary>\n\n</details>",
        "<p>in 7 tags</p>",
        "the call `F(0.25)` gives nothing",
        "$x = 0.5$",
        "$D = 2$",
        "$n = 100$",
        "$2^{1401}$",
        "$4 \\cdot 10^{-20}$",
        "$\\tfrac1{20}$",
        "$p = (\\tfrac12, \\tfrac12)$",
        "$\\ln \\frac{26306}{185}$",
        "$$\nx = 0.5\n$$",
    ],
)
def test_finds_a_number_with_nothing_behind_it(bare: str, checked: Checked) -> None:
    (problem,) = checked.problems(bare)
    assert re.match(r"[34]: ", problem)


@pytest.mark.parametrize(
    "false",
    [
        "$3 - 2 = 2$",
        "$10^{-20} = 10^{-25}$",
        "$2^{-100} = 2^{-200}$",
        "$\\log_2 64 = 5$",
        "$\\frac{2 \\cdot 2 + 4 \\cdot 3}{6} = \\frac73$",
        "$1 - \\tfrac12 \\log_2 3 = \\tfrac12 - \\tfrac12 \\log_2 \\tfrac33$",
        "$\\log_2 6 \\approx 2.586$",
        "$0.3 > 0.2 + 0.2$<!-- = 3/10; 4/10 -->",
    ],
)
def test_finds_a_formula_that_contradicts_itself(false: str, checked: Checked) -> None:
    assert any("is" in problem for problem in checked.problems(false))


@pytest.mark.parametrize(
    ("misspelt", "hint"),
    [
        ("<!-- table kl_divergence.coding -->", "table"),
        ("<!-- leadsto -->", "leads-to"),
        ("<!-- compute-by: entropy -->", "computed-by"),
        ("<!-- api entropy -->", "api"),
        ("<!-- a note to myself -->", "means nothing"),
        ("<!-- an unfinished", "means nothing"),
        ("5 <!-- = 2 + 2 -->", "no number stands before"),
        ("5<!-- given: -->", "source"),
        ("5<!-- given: ? -->", "source"),
        ("```python\n>>> 1 + 1\n3\n```", "pycon"),
        ("```text\n>>> 1 + 1\n3\n```", "pycon"),
        ("```python\nprint(1 + 1)  # 3\n```", "nobody runs"),
        ("```pythn\n1\n```", "pythn"),
        ("```\n1\n```", "Pygments"),
        ("A mark[^1] without its note", "[^"),
        ("A link [to](nowhere", "]("),
    ],
)
def test_finds_what_means_nothing(misspelt: str, hint: str, checked: Checked) -> None:
    problems = checked.problems(misspelt)
    assert any(hint in problem and problem.startswith("3: ") for problem in problems), problems


@pytest.mark.parametrize(
    "fine",
    [
        f"costs 0.737<!-- = {COIN} --> bits",
        f"costs **0.737**<!-- = {COIN} --> bits",
        "costs 0.5<!-- given: our example --> bits",
        "`[1, 2]` in code",
        "```text\n0.5\n```",
        "[Theorem 2.6.3](../reference/sources.md#cover-thomas-2006)",
        "[Proof 4](gibbs-inequality.md#proof-lagrange)",
        "[a post of 2016](https://example.org/2016/)",
        '<time datetime="2026-11-26">26 November 2026</time>',
        '<time datetime="2026-04">April 2026</time>, <time datetime="2020">2020</time>',
        "takes 26\u202f306<!-- = 26306 --> throws",
        "is 1.2e-16<!-- = 1.2e-16 -->",
        "is ∞<!-- = kl_divergence([.5, .5], [1, 0]) -->",
        "is 0 or 1, from 0 to 1",
        "k1, k3 and log2 are names, and so is `2cd4615`",
        "1. an item\n2. another",
        "a heading\n\n## With $x^2$ {#h-2}",
        f"x − 0.737<!-- = {COIN} --> bits",
        f"$x$ − 0.737<!-- = {COIN} --> bits",
        f"2<!-- = 2 --> − 0.737<!-- = {COIN} -->",
        "ran on 2.13.0<!-- = '2.13.0' -->",
        "Beta(17, 6)<!-- given: our example -->",
        "needs 8/3<!-- = 8/3 --> questions, ⅗<!-- = 3/5 --> of them",
        "![a picture of 48<!-- = 6 * 8 --> crosses](../generated/surprisal/submarine.svg)",
        '![a picture](../generated/surprisal/submarine.svg "With 48<!-- = 6 * 8 --> words")',
        "$\\frac12 x^2 \\le \\ln t$ and $t = 1$",
        "$H = 3 - 2 = 1$",
        "$\\log_2 64 = 6$",
        "$4 \\cdot 10^{-20}$<!-- = 4e-20 -->",
        "$p = (\\tfrac12, \\tfrac12)$<!-- given: our example -->",
        "$p = (\\tfrac12, \\tfrac14)$<!-- = 1/2; 1/4 -->",
        "$$\n\\log_2 8 = 3\n$$",
        "base $e$, and $\\log_2 8 - 3 = 0$",
    ],
)
def test_accepts_what_is_right(fine: str, checked: Checked) -> None:
    assert checked.problems(fine) == []


def test_a_source_keeps_its_year(checked: Checked) -> None:
    (problem,) = checked.problems("## Sources\n\n- [Gibbs 1903](sources.md#gibbs-1902), page 129.")
    assert "1903" in problem


def test_reads_nothing_into_lists_of_sources(checked: Checked) -> None:
    assert checked.problems("## Sources\n\n- [Gibbs 1902](sources.md#gibbs-1902), section 4.1, page 129.") == []


def test_writes_the_computed_digits(checked: Checked) -> None:
    text = checked.written("0.7<!-- = 1/4 --> and 0.50 %<!-- = 100/3 --> and −1.0<!-- = -2 --> and 7/3<!-- = 8/3 -->")
    assert re.findall(r"[−\d./]+(?= ?%?<)", text) == ["0.2", "33.33", "−2.0", "8/3"]


def test_finds_and_writes_a_wrong_cell(checked: Checked) -> None:
    table = "<!-- table: notation.units -->\n| unit |\n| --- |\n| bit |\n"
    assert len(checked.problems(table)) == 1
    assert "3.3219" in checked.written(table)


def test_a_table_that_nothing_computes_is_told(checked: Checked) -> None:
    (problem,) = checked.problems("<!-- table: notation.unit -->\n| unit |\n| --- |\n| bit |\n")
    assert "no function unit" in problem


def test_a_picture_that_nothing_draws_is_told(checked: Checked) -> None:
    (problem,) = checked.problems("![words](../generated/entropy/submarines.svg)")
    assert problem.startswith("3: no function submarines in exhibits/entropy.py")


def test_a_formula_that_cannot_be_set_is_told(checked: Checked) -> None:
    (problem,) = checked.problems("text\n\n$\\frac{p$")
    assert problem.startswith("5: KaTeX parse error")


@pytest.mark.parametrize("key", ["description", "headline"])
def test_an_amount_that_is_shown_elsewhere_is_told(checked: Checked, key: str) -> None:
    (problem,) = checked.problems("text", below=f"---\n{key}: It costs 6 bits.\n---\n\n")
    assert problem.startswith(f"2: 6 in the {key}")


@pytest.mark.parametrize("words", ["scipy#123", "PR 123", "issue 123"])
def test_the_number_of_a_thread_is_that_of_its_address(checked: Checked, words: str) -> None:
    assert checked.problems(f"See [{words}](https://github.com/scipy/scipy/issues/123).") == []
    (told,) = checked.problems(f"See [{words}](https://github.com/scipy/scipy/issues/124).")
    assert told.startswith("3: ")
    assert "leads to https://github.com/scipy/scipy/issues/124" in told


def test_front_matter_that_cannot_be_read_is_told(checked: Checked) -> None:
    good = "---\ndescription: What D is, in short.\n---\n\n# D\n"
    assert checked.problems(good, below="") == []
    (told,) = checked.problems(good.replace("is, in", "is: in"), below="")
    assert told.startswith("1: the front matter is no YAML")


def test_finds_a_table_that_runs_on_into_the_text(checked: Checked) -> None:
    table = "<!-- table: entropy.laws -->\n" + "".join(f"| {' | '.join(row)} |\n" for row in _with_rule(entropy.laws()))
    assert checked.problems(f"{table}\nAnd so on.\n") == []
    (problem,) = checked.problems(f"{table}And so on.\n")
    assert problem.endswith("no blank line ends table entropy.laws: what follows would be one of its rows")


def test_a_table_is_written_once(checked: Checked) -> None:
    """Below a marker that stands by itself, whatever follows."""
    for below in ("", "\n", "\n\n"):
        text = checked.written(f"<!-- table: entropy.laws -->\n{below}And so on.\n")
        assert text.count(entropy.laws()[1][0]) == 1
        assert checked.written(text) == text


def _with_rule(table: list[list[str]]) -> list[list[str]]:
    return [table[0], ["---"] * len(table[0]), *table[1:]]
