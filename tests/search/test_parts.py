"""What is read from a finished page: its parts, each with readable text."""

import pytest
from lxml import html

from search.formulas import as_text
from search.parts import Part, parts
from typesetting import katex

FORMULAS = {
    r"D(p \parallel q) = \sum_x p(x) \log_2 \frac{p(x)}{q(x)}": "D(p‖q) = ∑ₓ p(x) log₂ p(x)/q(x)",
    r"H(X \mid Y) \ge 0": "H(X ∣ Y) ≥ 0",
    r"\frac{K - 1}{2n}": "(K − 1)/(2n)",
    r"\tfrac12 (-2 - 1)": "1/2 (−2 − 1)",
    r"e^{-n D}": "e^(−nD)",
    r"\sqrt{1 - t}": "√(1 − t)",
    r"\hat p_n": "p̂ₙ",
    r"\sum_{i=1}^N x_i^2": "∑ᵢ₌₁^N xᵢ²",
    r"\sum_{x:\,p(x)>0} p(x)": "∑_(x: p(x) > 0) p(x)",
    r"g'(0)": "g′(0)",
    r"\begin{aligned} a &= b \\ &\le c , \\ d &= e \end{aligned}": "a = b ≤ c; d = e",
    r"\operatorname{Cov}_\theta T": "Cov_θT",
    r"\bar x \quad \text{bits}": "x̄ bits",
}
PAGE = """<article>
<h1 id="a">The <em>title</em></h1>
<p>Costs<a href="x/">more</a>, 1<sup>st</sup>.</p><nav>Way</nav><p hidden>Hidden</p>
<span class="katex"><math><mi>p</mi></math><span aria-hidden="true">ppp</span></span>
<div class="marked"><h2 id="b" data-also="other, another name">Section</h2><a class="mark" href="#b">#</a></div>
<pre><code>F.kl_div(x, 2.5) # F.kl_div</code></pre>
<table><tr><td>one</td><td>two</td></tr></table>
<div class="statement" id="s"><p><strong>Theorem (Stein; Chernoff).</strong> It holds.</p></div>
<p>After.</p><details class="concept" id="c"><summary>What the map says</summary></details>
<div class="statement" id="t"><p><strong>Theorem.</strong> No name.</p></div>
<details class="question" id="q"><summary>How many?</summary><p>Two.</p></details>
<dl><dt id="d">Term</dt><dd>Meaning</dd></dl>
<h3>No address</h3>
</article>"""


@pytest.mark.parametrize(("tex", "text"), FORMULAS.items())
def test_a_formula_reads_as_a_line(tex: str, text: str) -> None:
    formula = html.fragment_fromstring(katex.typeset(tex, True)).find(".//math")
    assert formula is not None
    assert as_text(formula) == text


def read() -> dict[str, Part]:
    return {part.anchor: part for part in parts(html.fragment_fromstring(PAGE))}


def test_every_part_with_an_address_is_one() -> None:
    kinds = {part.anchor: part.kind for part in read().values()}
    assert kinds == {"": "lead", "b": "section", "s": "statement", "q": "question", "d": "term"}


def test_a_part_says_what_a_reader_sees() -> None:
    page = read()
    assert page[""] == Part("", "lead", "The title", text="Costsmore, 1st. p", linked=len("more"))
    assert page["b"].text == "one two After. Theorem. No name."
    assert page["s"].text == "Theorem (Stein; Chernoff). It holds."
    assert (page["q"].title, page["q"].text) == ("How many?", "Two.")
    assert (page["d"].title, page["d"].text) == ("Term", "Meaning No address")


def test_a_part_has_its_other_names() -> None:
    page = read()
    assert page["b"].also == ["other", "another name"]
    assert page["s"].also == ["Stein", "Chernoff"]


def test_code_is_kept_as_its_words() -> None:
    assert read()["b"].code == "F.kl_div 2.5"
