"""What every notebook must be before the site is built, and what the prose of each says about its own results."""

import re
import runpy
from pathlib import Path
from typing import Any

import jupytext
import numpy as np
import pytest

from checking import pages
from checking.numbers import FOUND
from checking.source import markdown_cells
from extrabits import Beta, kl_divergence

NOTEBOOKS = [page for page in pages.every() if page.suffix == ".py"]

every_notebook = pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda notebook: notebook.stem)


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@every_notebook
def test_the_checker_reads_the_cells_that_jupyter_shows_as_prose(notebook: Path) -> None:
    cells = [cell for cell in jupytext.read(notebook).cells if cell.cell_type == "markdown"]
    read = markdown_cells(notebook.read_text(encoding="utf-8"))
    assert read.split() == " ".join(cell.source for cell in cells).split()


@every_notebook
def test_every_picture_has_words(notebook: Path) -> None:
    drawn = [cell for cell in jupytext.read(notebook).cells if "SVG(" in cell.source]
    assert drawn
    for cell in drawn:
        assert len(cell.metadata.get("alt", "")) >= 40, f"say what is seen: {cell.source}"
        assert re.fullmatch(r"[a-z-]+", cell.metadata.get("name", "")), f"name it, for its address: {cell.source}"
        amounts = {found[0] for found in FOUND.finditer(cell.metadata["alt"])} - {"0", "1"}
        assert not amounts, "nothing checks a number in these words"


class TestTheCheckerInNotebooks:
    @pytest.mark.parametrize(
        ("wrong", "line"),
        [
            ("# %% [markdown]\n# is 0.7<!-- = 1/4 --> bits\n", 2),
            ("x = 0.5\n# %% [markdown]\n#\n# is 0.5 bits\n", 4),
            ("# %%\nx = 0.5\n# %% A title [md]\n# is 0.5\n", 4),
        ],
    )
    def test_finds_a_wrong_number(self, wrong: str, line: int, tmp_path: Path) -> None:
        page = tmp_path / "notebook.py"
        page.write_text(wrong)
        _, problems = pages.corrected(page)
        assert len(problems) == 1
        assert problems[0].startswith(f"{page}:{line}: ")

    def test_leaves_code_alone(self, tmp_path: Path) -> None:
        page = tmp_path / "notebook.py"
        fine = "x = 0.5\n# %%\nx = 0.5  # 0.7\n# %% [markdown]\n# is 0.25<!-- = 1/4 --> bits\n"
        page.write_text(fine)
        assert pages.corrected(page) == (fine, [])

    def test_writes_the_computed_digits(self, tmp_path: Path) -> None:
        page = tmp_path / "notebook.py"
        page.write_text("# %% [markdown]\n# 0.7<!-- = 1/4 -->\n# %%\nx = 1\n")
        text, _ = pages.corrected(page)
        assert text == "# %% [markdown]\n# 0.2<!-- = 1/4 -->\n# %%\nx = 1\n"


@pytest.fixture(scope="module")
def after() -> dict[str, Any]:
    """Every name as the two Betas' notebook leaves it."""
    (notebook,) = (n for n in NOTEBOOKS if n.stem == "two-betas")
    return runpy.run_path(str(notebook))


class TestTwoBetas:
    """The sentences between the cells, where they say what the cells return."""

    def test_the_evidence_by_hand_is_that_of_the_package(self, after: dict[str, Any]) -> None:
        x = np.linspace(0.01, 0.99, 99)
        expected = (Beta(17, 6).log_density(x) - np.asarray(Beta(3, 3).log_density(x))) / np.log(10)
        np.testing.assert_allclose(after["evidence"](x), expected, rtol=0, atol=1e-12)

    def test_the_integral_by_hand_is_the_divergence(self, after: dict[str, Any]) -> None:
        assert after["mean"] == pytest.approx(kl_divergence(Beta(17, 6), Beta(3, 3), base=10), abs=1e-10)

    def test_one_draw_in_ten_speaks_for_the_wrong_law(self, after: dict[str, Any]) -> None:
        assert (after["bans"] < 0).mean() == pytest.approx(1 / 10, abs=0.005)

    def test_no_single_draw_from_p_is_enough_and_the_guess_is_too_low(self, after: dict[str, Any]) -> None:
        assert after["used"].min() == 2
        assert after["used"].mean() > np.log10(20) / after["mean"]

    def test_bans_reached_are_draws_times_divergence(self, after: dict[str, Any]) -> None:
        difference = after["reached"] - after["used"] * after["mean"]
        assert abs(difference.mean()) < 4 * difference.std() / np.sqrt(difference.size)

    def test_draws_from_q_are_right_less_often_and_done_sooner(self, after: dict[str, Any]) -> None:
        assert (after["against"] > 0).mean() < (after["bans"] > 0).mean()
        assert after["used_q"].mean() < after["used"].mean()

    def test_the_bars_are_as_high_as_their_words_say(self, after: dict[str, Any]) -> None:
        shares, shares_q = (np.bincount(after[name])[1:9] / after[name].size for name in ("used", "used_q"))
        assert shares.argmax() == 2
        assert shares_q[0] > 2 / 5
        assert (np.diff(shares_q) < 0).all()

    def test_the_overshoot_hardly_depends_on_the_mark(self, after: dict[str, Any]) -> None:
        bans = after["evidence"](np.random.default_rng(0).beta(17, 6, (50_000, 100)))
        over = [after["until"](odds, bans)[1].mean() - np.log10(odds) for odds in (20, 1000)]
        assert over[0] == pytest.approx(over[1], abs=0.05)

    def test_rows_that_are_too_short_are_told(self, after: dict[str, Any]) -> None:
        with pytest.raises(AssertionError, match="longer rows"):
            after["until"](20, np.full((1, 3), 0.1))


def test_headings_give_addresses_that_can_be_read() -> None:
    for notebook in NOTEBOOKS:
        for heading in re.findall(r"^# ##+ (.+)$", notebook.read_text(encoding="utf-8"), re.MULTILINE):
            assert re.fullmatch(r"[\w ]+\??", heading), f"its address is made from its letters: {heading}"
