"""Each page says where to go on, and why."""

from pathlib import Path

import pytest

from checking import navigation

CARD = "**Next** [{0}]({0}), because it follows.\n{{: .next }}\n"
KL = navigation.DOCS / "concepts" / "kl-divergence.md"


def messages(page: Path, text: str) -> list[str]:
    return [why for _, why in navigation.problems(page, text)]


def test_the_card_names_the_next_page() -> None:
    following = navigation.next_of(KL)
    assert following
    assert messages(KL, CARD.format(following.name)) == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "0 lines name the next page"),
        (CARD.format("entropy.md"), "not entropy.md"),
        (CARD.format("gibbs-inequality.md").replace("{: .next }", ""), "no card"),
        (CARD.format("gibbs-inequality.md").replace(", because it follows", ""), "0 lines"),
        (CARD.format("gibbs-inequality.md") * 2, "2 lines"),
    ],
)
def test_a_card_that_is_wrong_is_told(text: str, complaint: str) -> None:
    assert any(complaint in message for message in messages(KL, text)), messages(KL, text)


def test_the_last_page_and_those_that_are_looked_up_name_none() -> None:
    assert messages(navigation.pages()[-1], "") == []
    assert messages(navigation.pages()[-1], CARD.format("x.md"))
