"""A widget's state stands in the address behind its "#": it can be linked, it comes back, and no server hears of it."""

from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from widgets_on_pages import Opener, Place, Visit, every_kind, every_widget

WRITTEN = 600  # milliseconds: by then the address says what is shown
NONSENSE = ["", "tea", "-1_2", "1e999_1", "NaN_NaN_NaN", "0_0_0_0", "%00", "<b>"]
NONSENSE_FRAGMENTS = [
    "",
    "?",
    "?=&&",
    "%",
    "%E0%A4%A?p=%E0%A4%A",
    "?.=1&a.=2&.b=3",
    "a?b?c=d?e",
    "__proto__?constructor.p=1",
]


def go_to(seen: Visit, fragment: str) -> None:
    """Follow a link inside the page."""
    seen.page.evaluate("fragment => { location.hash = fragment; }", fragment)


def values_in(address: str, owner: str | None) -> dict[str, str]:
    """What a fragment says, each value with its owner."""
    anchor, _, values = urlsplit(address).fragment.partition("?")
    named = {key if "." in key else f"{anchor}.{key}": value for key, value in parse_qsl(values)}
    return {key.removeprefix(f"{owner}."): value for key, value in named.items() if key.startswith(f"{owner}.")}


@every_widget
def test_a_copied_link_leads_to_the_widget_as_it_is(visit: Opener, place: Place) -> None:
    seen = visit()
    untouched = seen.result()
    seen.change()
    link, result = seen.copied("Copy link"), seen.result()
    assert urlsplit(link).query == ""
    assert urlsplit(link).fragment.startswith(f"{place.id}?")
    assert not {"alone", "scheme"} & values_in(link, place.id).keys(), "these names are every widget's"
    seen.page.goto("about:blank")
    seen.page.goto(link)
    seen.output.wait_for()  # it loads as it comes into view
    assert seen.result() == result != untouched
    top = seen.widget.evaluate("e => e.getBoundingClientRect().top")
    assert 0 <= top < 200


@every_kind
def test_no_server_hears_of_the_state(visit: Opener) -> None:
    seen = visit()
    seen.change_and_settle()
    address = urlsplit(seen.page.url)
    assert address.query == ""
    asked: list[str] = []
    seen.page.on("request", lambda request: asked.append(request.url))
    seen.reload()
    assert asked
    assert [url for url in asked if address.fragment.partition("?")[2] in url] == []


@every_kind
def test_the_state_is_written_to_the_address_and_taken_back(visit: Opener) -> None:
    seen = visit()
    untouched, address = seen.result(), seen.page.url
    result = seen.change_and_settle()
    seen.reload()
    assert seen.result() == result
    seen.page.go_back()
    seen.page.go_forward()
    seen.run()
    assert seen.result() == result
    again = seen.widget.get_by_role("button", name="Start again")
    if again.count():
        again.click()
        assert seen.result() == untouched
        seen.page.wait_for_url(lambda url: "?" not in url)
        seen.goto(address)
        assert seen.result() == untouched


@every_kind
def test_back_and_forward_agree_with_what_is_shown(visit: Opener) -> None:
    seen = visit()
    first = seen.change_and_settle()
    at_first = seen.page.url
    go_to(seen, "#somewhere")
    seen.page.wait_for_url("**#somewhere?*")  # the address says what is shown
    assert seen.result() == first
    second = seen.change_and_settle()
    at_second = seen.page.url
    assert second != first
    seen.page.go_back()
    assert (seen.page.url, seen.result()) == (at_first, first)
    seen.page.go_forward()
    assert (seen.page.url, seen.result()) == (at_second, second)


@every_kind
def test_a_link_in_the_page_brings_a_state(visit: Opener) -> None:
    seen = visit()
    control = seen.change()
    wanted, fragment = seen.result(), urlsplit(seen.copied("Copy link")).fragment
    control.press(3)
    seen.page.wait_for_timeout(WRITTEN)
    assert seen.result() != wanted
    go_to(seen, fragment)
    seen.page.wait_for_function("([e, wanted]) => e.innerText === wanted", arg=[seen.output.element_handle(), wanted])


@every_kind
def test_what_others_keep_in_the_address_stays(visit: Opener, place: Place) -> None:
    seen = visit("#somewhere?reader.known=entropy")
    seen.change_and_settle()
    anchor, _, values = urlsplit(seen.page.url).fragment.partition("?")
    assert anchor == place.id
    assert dict(parse_qsl(values))["reader.known"] == "entropy"


@every_widget
def test_other_places_of_the_page_are_reached_with_the_state_and_without(visit: Opener, place: Place) -> None:
    seen = visit()
    page = seen.page.url
    anchor = seen.page.locator("article h2[id]").last.get_attribute("id")
    tops = []
    for fragment in [f"{anchor}", f"{anchor}?{place.id}.nothing=1"]:
        seen.page.goto("about:blank")
        seen.page.goto(f"{page}#{fragment}")
        seen.page.wait_for_load_state("networkidle")
        tops.append(seen.page.locator(f"#{anchor}").evaluate("e => e.getBoundingClientRect().top"))
    assert tops[0] < 800
    assert tops[1] == pytest.approx(tops[0], abs=2)


@every_kind
def test_addresses_of_the_time_before_still_work(visit: Opener, place: Place) -> None:
    """The state stood in the query, with the widget's id in front of each name."""
    seen = visit()
    page = seen.page.url
    seen.change()
    link, result = seen.copied("Copy link"), seen.result()
    old = {f"{place.id}.{name}": value for name, value in values_in(link, place.id).items()}
    seen.goto(f"{page}?other=1&{urlencode(old)}#{place.id}")
    assert seen.result() == result
    assert seen.page.url == link.replace("#", "?other=1#")
    for embed in [place.id or "", "1"]:
        seen.goto(f"{page}?{urlencode({**old, 'embed': embed})}")
        assert seen.result() == result
        assert urlsplit(seen.page.url).query == ""
        assert seen.page.locator(".xb-alone").count() == 1


@every_kind
def test_nonsense_in_the_address_gives_the_default(visit: Opener, place: Place) -> None:
    seen = visit()
    untouched, page = seen.result(), seen.page.url
    seen.change()
    names = values_in(seen.copied("Copy link"), place.id)
    assert names
    fragments = [f"{place.id}?{urlencode(dict.fromkeys(names, nonsense))}" for nonsense in NONSENSE]
    for fragment in [*fragments, *NONSENSE_FRAGMENTS]:
        seen.goto(f"{page}#{fragment}")
        assert seen.result() == untouched, fragment
    for fragment in NONSENSE_FRAGMENTS:
        go_to(seen, f"#{fragment}")
        assert seen.result() == untouched, fragment
