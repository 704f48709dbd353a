"""The labs of codes in a page: what is typed stays with the reader, what cannot be written or afforded is refused."""

import re
from urllib.parse import unquote

import pytest
from widgets_on_pages import Opener, lightest

from studies import wrong_codes

OWN = "Grüße ☕"
wrong_code = pytest.mark.parametrize("place", [lightest("xb-wrong-code")], ids=str)
code_lab = pytest.mark.parametrize("place", [lightest("xb-code-lab")], ids=str)


@wrong_code
def test_a_typed_text_is_in_no_address_but_that_of_a_copied_link(visit: Opener) -> None:
    seen = visit()
    box = seen.widget.get_by_role("textbox", name="the text that is sent")
    box.fill(OWN)
    address = seen.page.url
    seen.widget.get_by_role("checkbox", name="an escape").check()
    seen.page.wait_for_url(lambda url: url != address)
    assert "escape=yes" in seen.page.url
    assert "Gr" not in unquote(seen.page.url.partition("#")[2])
    result = seen.result()
    link = seen.copied("Copy link")
    assert "~Grüße+☕" in unquote(link)
    seen.goto(link)
    assert box.input_value() == OWN
    assert seen.result() == result


@wrong_code
def test_a_long_text_stays_out_of_links(visit: Opener) -> None:
    seen = visit()
    seen.widget.get_by_role("textbox", name="the text that is sent").fill("long " * 101)
    assert "long" not in seen.copied("Copy link")


@wrong_code
def test_counts_what_the_studies_count_and_reads_the_text_back(visit: Opener) -> None:
    seen = visit()
    training = wrong_codes.opening()
    seen.widget.get_by_role("checkbox", name="an escape").check()
    for text in (OWN, "a", "‘All right,’", "a\nb", "😀😀"):
        seen.widget.get_by_role("textbox", name="the text that is sent").fill(text)
        bill = wrong_codes.bill(text, training, escape=True)
        numbers = re.findall(r"\d+(?:\.\d+)?", seen.result())
        laws = [f"{bits:.3f}" for bits in (bill.entropy, bill.divergence)]
        assert numbers[:5] == [str(len(text)), str(bill.huffman), str(bill.arithmetic), *laws]
        for coder in ("arithmetic", "Huffman"):
            seen.widget.get_by_role("radio", name=coder).check()
            assert seen.widget.locator(".xb-again-text").text_content() == text


@wrong_code
def test_stops_at_the_first_letter_without_a_word(visit: Opener) -> None:
    seen = visit()
    seen.widget.get_by_role("textbox", name="the text that is sent").fill("an ä and a ß")
    assert "“ä”, letter 4" in seen.result()
    assert "∞" in seen.result()
    assert seen.widget.locator(".xb-again-text").text_content() == "an "


@code_lab
def test_a_word_that_is_too_dear_is_refused(visit: Opener) -> None:
    seen = visit()
    slider = seen.widget.get_by_role("slider", name="HT")
    slider.press("ArrowLeft")
    assert seen.result().startswith("Refused: a word of 1 digit for HT takes 1/2 of the budget")
    assert slider.input_value() == "2"
    for pair in ("TH", "TT"):
        seen.widget.get_by_role("slider", name=pair).press("ArrowRight")
    assert "1/4 of the budget is not spent" in seen.result()
    seen.widget.get_by_role("slider", name="HH").press("ArrowLeft")
    assert seen.result().startswith("Words of 1, 2, 3 and 3 digits cost 0.645 bits")


@code_lab
def test_tosses_are_added_and_taken_away(visit: Opener) -> None:
    seen = visit()
    seen.widget.get_by_role("radio", name="3 No words").check()
    before = seen.result()
    add = seen.widget.get_by_role("button", name="Add T")
    for _ in range(30):  # more than there is room for
        add.click()
    assert seen.result().startswith("20 tosses have")
    for _ in range(30):
        seen.widget.get_by_role("button", name="Take one away").click()
    assert seen.result().startswith("1 toss has 0.152 bits of surprise, and 1 digit names")
    assert before.startswith("10 tosses have 4.690 bits of surprise, and 6 digits name")
