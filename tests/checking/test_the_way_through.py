"""Each page says where to go on, and why; each arrow of the map has its reason."""

from pathlib import Path

import pytest

from checking import concept_map, navigation

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


def write(folder: Path, needs: str) -> Path:
    (folder / "page.md").write_text(f"# Page\n\n{needs}\n", encoding="utf-8")
    return folder / "page.md"


def test_an_arrow_carries_its_reason_without_links(tmp_path: Path) -> None:
    page = write(tmp_path, "**You need** [a](a.md): it is [one](a.md#x)\nof two. And [b](b.md#y): it is the other.")
    wanted = {(tmp_path / "a.md").resolve(): "it is one of two", (tmp_path / "b.md").resolve(): "it is the other"}
    assert concept_map.needs(page) == wanted
    assert list(concept_map.problems(page, page.read_text())) == []


def test_an_arrow_without_a_reason_is_told(tmp_path: Path) -> None:
    page = write(tmp_path, "**You need** [a](a.md).")
    ((at, why),) = concept_map.problems(page, page.read_text())
    assert at == 8
    assert "what does it need a.md for?" in why


def test_notebooks_have_arrows() -> None:
    notebooks = [page for page in concept_map.arrows() if page.suffix == ".py"]
    assert notebooks
    assert all(concept_map.arrows()[notebook] for notebook in notebooks)
