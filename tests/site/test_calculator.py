"""The calculator in a page: its Python prints the numbers that the page shows, and its words help where it cannot."""

import json
import math
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlencode

import pytest
from conftest import SITE
from lxml import html
from playwright.sync_api import Browser, Page

from environment import ROOT
from exhibits import calculator
from studies import ways_out_of_zero

ADDRESS = "reference/calculator/"
LIBRARIES = ["extrabits", "SciPy", "PyTorch"]
WEATHER = "sun_18_0.2*cloud_7_0.3*rain_4_0.3*snow_1_0.2"
ZEROS = "a_5_0.5*b_5_0.5*c_4_0*d_0_0"
NEARLY_EQUAL = "nearly equal"  # where the sums of SciPy and PyTorch lose digits
INPUTS: dict[str, dict[str, str]] = {
    "default": {},
    "order 1": {"lists": WEATHER, "order": "30"},
    "order 0": {"lists": ZEROS, "order": "0"},
    "order infinity": {"lists": "3_1*1_1*0_2", "order": "60"},
    "a zero": {"lists": ZEROS},
    "a half": {"lists": "5_1*5_9*0_4*7_0", "zeros": "half"},
    "a half for one": {"lists": "5_0.5*5_0.25*0_0.25", "zeros": "half"},
    "mixed": {"lists": "5_0.5*5_0.5*4_0", "zeros": "0.001", "order": "45"},
    "divided": {"lists": "0.333_0.5*0.333_0.25*0.333_0.25", "mend": "divide"},
    "missing": {"lists": "0.333_0.5*0.333_0.2*0.333_0.25", "mend": "rest"},
    "close": {"lists": "0.5_0.5003*0.5_0.4997", "order": "40"},
    NEARLY_EQUAL: {"lists": "0.5_0.500001*0.5_0.499999", "order": "40"},
    "forty outcomes": {"lists": "*".join(f"{i}_{i * i + 1}_{50 - i}" for i in range(40))},
    "table": {"mode": "table", "table": "_wet_dry*rain_30_5*sun_10_55"},
    "table of probabilities": {"mode": "table", "table": "0.5_0.25*0_0.25"},
    "Poisson and Binomial": {"mode": "families", "p": "Binomial_12_0.25", "q": "Poisson_4"},
    "Uniform and Normal": {"mode": "families", "p": "Uniform_-1_2", "q": "Normal_0_3"},
    **{
        f"two of {family}": {"mode": "families", "p": p, "q": q}
        for family, p, q in [
            ("Normal", "Normal_-1_2", "Normal_1.5_2.5"),
            ("Laplace", "Laplace_0_1", "Laplace_1_1.5"),
            ("Exponential", "Exponential_2", "Exponential_0.7"),
            ("Gamma", "Gamma_3_2", "Gamma_2_1"),
            ("Beta", "Beta_17_6", "Beta_3_3"),
            ("Bernoulli", "Bernoulli_0.5", "Bernoulli_0.9"),
            ("Binomial", "Binomial_12_0.4", "Binomial_12_0.25"),
            ("Geometric", "Geometric_0.5", "Geometric_0.2"),
            ("Poisson", "Poisson_4", "Poisson_2"),
        ]
    },
}
RUN_ALL = """
import contextlib, io, json, sys
def printed(code):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(code, {})
    return out.getvalue()
json.dump([printed(code) for code in json.load(sys.stdin)], sys.stdout)
"""


@dataclass(frozen=True)
class Shown:
    """What the page shows for one input: numbers by their symbols, and the code for each library."""

    numbers: dict[str, float]
    code: dict[str, str]


def number(text: str) -> float:
    return float(text.replace("−", "-").replace("∞", "inf"))


def open_calculator(page: Page, base: str, query: dict[str, str]) -> None:
    page.goto("about:blank")  # or a changed fragment would leave the page as it is
    page.goto(f"{base}{ADDRESS}#calculator?{urlencode(query)}")
    page.locator("#calculator").scroll_into_view_if_needed()
    page.locator("#calculator output").wait_for()
    fold = page.locator("#calculator .xb-fold")
    if fold.is_visible():  # a phone folds what can wait
        fold.click()


def results(page: Page) -> dict[str, float]:
    rows = page.locator("#calculator .xb-results dl > div").all()
    return {row.locator("dt b").inner_text(): number(row.locator("dd b").inner_text()) for row in rows}


def shown_for(page: Page) -> Shown:
    numbers = results(page)
    said = page.locator("#calculator output").inner_text()
    if renyi := re.search(r"is (\S+) \w+ for p‖q and (\S+) \w+ for q‖p", said):
        numbers |= {f"Rényi({pair})": number(text) for pair, text in zip(("p‖q", "q‖p"), renyi.groups(), strict=True)}
    code = {}
    for library in LIBRARIES:
        page.locator("#calculator-library").select_option(library)
        code[library] = page.locator("#calculator pre").inner_text()
    return Shown(numbers, code)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def everything(page: Page, base: str) -> dict[str, Shown]:
    """Every input in one of the three units, in turn."""
    found = {}
    for i, (name, query) in enumerate(INPUTS.items()):
        open_calculator(page, base, query)
        page.get_by_role("radio", name=["bits", "nats", "bans"][i % 3]).check()
        found[name] = shown_for(page)
    return found


@cache
def python_with(library: str) -> Path | None:
    """A Python that has the library: this one, or that of the libraries' own environment."""
    if library != "PyTorch" or find_spec("torch"):
        return Path(sys.executable)
    own = ROOT / ".venv-libraries" / "bin" / "python"
    return own if own.exists() else None


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_python_prints_what_the_page_shows(everything: dict[str, Shown], library: str) -> None:
    python = python_with(library)
    if python is None:
        pytest.skip("PyTorch is not installed: its lines were not run")
    program = [str(python), "-W", "ignore", "-c", RUN_ALL]
    codes = json.dumps([shown.code[library] for shown in everything.values()])
    done = subprocess.run(program, input=codes, capture_output=True, text=True, cwd=ROOT / "site_src")
    assert done.returncode == 0, done.stderr
    for (name, shown), output in zip(everything.items(), json.loads(done.stdout), strict=True):
        printed = {symbol: float(value) for symbol, value in re.findall(r"^(.+) (\S+)$", output, re.MULTILINE)}
        assert printed.keys() <= shown.numbers.keys(), name
        if name == NEARLY_EQUAL and library != "extrabits":
            continue
        for symbol, value in printed.items():
            assert value == pytest.approx(shown.numbers[symbol], rel=6e-6, abs=1e-15), f"{name}: {symbol}"
        if "families" not in INPUTS[name].values():
            assert printed.keys() == shown.numbers.keys(), name
        elif len({INPUTS[name]["p"].split("_")[0], INPUTS[name]["q"].split("_")[0]}) == 1:
            assert {"D(p‖q)", "D(q‖p)"} <= printed.keys(), name


def test_a_paste_with_two_readings_is_asked_about_and_shown(page: Page, base: str) -> None:
    open_calculator(page, base, {})
    page.get_by_role("radio", name="bits").check()
    box = page.locator("#calculator textarea:visible")
    said = page.locator("#calculator output")
    box.fill("region\t2019\t2024\nnorth\t30\t5\nsouth\t10\t55")
    assert "until you say how to read" in said.inner_text()
    shown = page.locator("#calculator .xb-read")
    assert shown.locator("tbody tr").all_inner_texts() == ["north\t30\t5", "south\t10\t55"]
    page.get_by_role("group", name="Is the first line").get_by_label("An outcome like the others").check()
    assert "0.0396310 bits" in said.inner_text()
    assert shown.locator("tbody tr").count() == 3
    page.get_by_label("A heading: leave it out").check()
    assert "1.90883 bits" in said.inner_text()
    # The link carries what was understood, and leaves nothing open.
    page.wait_for_url("**north**")  # the address is written a moment later
    fragment = page.evaluate("location.hash")
    page.goto("about:blank")
    page.goto(f"{base}{ADDRESS}{fragment}")
    page.locator("#calculator output").wait_for()
    assert "1.90883 bits" in said.inner_text()
    box.fill("a\t3\t1\nb\t1\t3\nTotal\t4\t4")
    assert "0.792481 bits" in said.inner_text()
    assert "The total in line 3" in page.locator("#calculator .xb-understood").first.inner_text()
    box.fill("1 2\n3 5")
    assert page.get_by_role("group", name="Is the first line").count() == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [("0,5", "1.18034 bits"), ("1/2", "1.18034 bits"), ("1,200", "Write it as 12, 0.5, 0,5"), ("half", "sd is “half”")],
)
def test_a_parameter_is_read_as_people_write_it(page: Page, base: str, typed: str, said: str) -> None:
    open_calculator(page, base, {"mode": "families", "p": "Normal_0_1", "q": "Normal_1_1"})
    page.get_by_role("radio", name="bits").check()
    page.get_by_label("sd of p").fill(typed)
    assert said in page.locator("#calculator").inner_text()
    assert page.get_by_label("sd of p").input_value() == typed
    page.get_by_label("mean of p").fill("−2")
    assert page.get_by_label("mean of p").get_attribute("aria-invalid") == "false"


def test_the_still_table_says_what_the_calculator_says(page: Page, base: str) -> None:
    still = html.parse(str(SITE / ADDRESS / "index.html")).xpath("//xb-calculator//tr[td]")
    assert len(still) == len(calculator.results()) - 1
    open_calculator(page, base, {})
    page.get_by_role("radio", name="bits").check()
    numbers = results(page)
    for row in still:
        words, value = (cell.text_content() for cell in row)
        symbol = max((symbol for symbol in numbers if words.startswith(symbol)), key=len)
        assert float(value.split()[0]) == pytest.approx(numbers[symbol], abs=5.1e-5), words


def test_weldons_throws_give_the_numbers_of_the_page(page: Page, base: str) -> None:
    open_calculator(page, base, {})
    page.get_by_role("button", name="Weldon’s dice").click()
    page.get_by_role("radio", name="nats").check()
    assert results(page)["D(q‖p)"] == math.inf
    page.get_by_role("radio", name="Add ½").check()
    assert results(page)["D(q‖p)"] == pytest.approx(ways_out_of_zero.divergence(added=0.5), rel=6e-6)
    page.get_by_label("ε, the share").fill("0.000001")
    page.get_by_role("radio", name="Mix the law").check()
    assert results(page)["D(q‖p)"] == pytest.approx(ways_out_of_zero.divergence(mixed=1e-6), rel=6e-6)
    page.get_by_role("radio", name="Leave it infinite").check()
    assert results(page)["D(q‖p)"] == math.inf


def test_a_sum_near_one_is_asked_about(page: Page, base: str) -> None:
    open_calculator(page, base, {})
    page.get_by_role("button", name="Rounded thirds").click()
    assert results(page) == {}
    assert "until you say" in page.locator("#calculator output").inner_text()
    page.get_by_role("button", name="Divide by the sum").click()
    divided = results(page)
    page.get_by_role("button", name="Add what is missing").click()
    assert divided["D(p‖q)"] != results(page)["D(p‖q)"] == math.inf


def test_new_numbers_ask_anew(page: Page, base: str) -> None:
    open_calculator(page, base, {"lists": "5_0.5*5_0.5*4_0", "zeros": "0.001"})
    assert results(page)["D(p‖q)"] < math.inf
    page.locator("#calculator textarea:visible").fill("5 0.5\n5 0.5\n3 0")
    assert results(page)["D(p‖q)"] == math.inf


@pytest.mark.parametrize(
    "pasted", ["0.5 0.5\n0.9 0.1", "0.5, 0.5\n0.9, 0.1", "[0.5, 0.5], [0.9, 0.1]", "0.333 0.333 0.333\n0.2 0.3 0.5"]
)
def test_two_rows_are_two_laws(page: Page, base: str, pasted: str) -> None:
    open_calculator(page, base, {})
    page.locator("#calculator textarea:visible").fill(pasted)
    assert "Two rows: the first is p, the second q." in page.locator("#calculator .xb-understood").first.inner_text()
    if "333" not in pasted:
        page.get_by_role("radio", name="bits").check()
        assert results(page)["D(p‖q)"] == pytest.approx(0.736966, abs=1e-6)


def test_half_typed_text_stays_when_the_reader_goes_to_another_place(page: Page, base: str) -> None:
    open_calculator(page, base, {})
    box = page.locator("#calculator textarea:visible")
    box.fill("1 2\n3")
    page.evaluate("() => { location.hash = '#privacy'; }")
    page.wait_for_url("**#privacy**")
    page.wait_for_timeout(500)
    assert box.input_value() == "1 2\n3"


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("", "Nothing is pasted yet"),
        ("1 2\n3", "Line 2 has one column"),
        ("1 2\nthree 4 five", "line 2"),
        ("0.5 0.5\n-0.5 0.5", "count first"),
        ("0 1\n0 2", "p has nothing above 0"),
    ],
)
def test_bad_input_gets_words_that_help(page: Page, base: str, pasted: str, words: str) -> None:
    open_calculator(page, base, {})
    box = page.locator("#calculator textarea:visible")
    box.fill(pasted)
    assert words in page.locator("#calculator output").inner_text()
    assert box.get_attribute("aria-invalid") == "true"
    assert results(page) == {}


def test_impossible_parameters_get_words_that_help(page: Page, base: str) -> None:
    open_calculator(page, base, {"mode": "families"})
    page.get_by_label("sd of q").fill("-1")
    assert "q: sd must be a number above 0." in page.locator("#calculator output").inner_text()
    page.get_by_label("sd of q").fill("3")
    assert results(page)["D(p‖q)"] > 0


@pytest.mark.parametrize(
    ("p", "q"),
    [
        ("Bernoulli_0", "Bernoulli_1"),
        ("Binomial_0_0.5", "Binomial_5_1"),
        ("Beta_0.001_0.001", "Beta_1_1"),
        ("Geometric_1", "Geometric_0.00001"),
        ("Normal_0_1", "Poisson_3"),
        ("Normal_0_0.000001", "Laplace_1000_1"),
        ("Normal_0_1", "Normal_0_1"),
        ("Poisson_1e9", "Poisson_1"),
    ],
)
def test_extreme_laws_are_answered_without_complaint(page: Page, base: str, p: str, q: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    open_calculator(page, base, {"mode": "families", "p": p, "q": q})
    said = page.locator("#calculator output").inner_text()
    assert "neither has" in said if q == "Poisson_3" else "D(p‖q) = " in said
    assert "NaN" not in page.locator("#calculator").inner_text()
    assert complaints == []


def test_the_mode_is_chosen_by_keyboard(page: Page, base: str) -> None:
    open_calculator(page, base, {})
    page.get_by_role("radio", name="Two lists").focus()
    page.keyboard.press("ArrowRight")
    assert page.get_by_label("p, the truth", exact=True).is_visible()
    page.keyboard.press("ArrowRight")
    assert "I(X; Y)" in results(page)


def test_nothing_is_sent(browser: Browser, base: str) -> None:
    """Neither while computing nor by whoever loads the page again or opens the link."""
    context = browser.new_context()
    page = context.new_page()
    open_calculator(page, base, {})
    requests: list[str] = []
    page.on("request", lambda request: requests.append(f"{request.url} {request.all_headers()} {request.post_data}"))
    page.locator("#calculator textarea:visible").fill("31415 2\n3 4")
    page.wait_for_url("**31415**")  # the address is written a moment later
    page.reload()
    page.locator("#calculator output").wait_for()
    assert "31415" in page.locator("#calculator textarea:visible").input_value()
    for mode in ("Two families", "A table"):
        page.get_by_role("radio", name=mode).check()
    page.wait_for_load_state("networkidle")
    assert requests
    assert [request for request in requests if "31415" in request] == []
    context.close()
