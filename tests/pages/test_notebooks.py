"""What every notebook must be before the site is built, and what the prose of each says about its own results."""

import re
import runpy
from pathlib import Path
from typing import Any

import jupytext
import matplotlib
import numpy as np
import pytest

from checking import pages
from checking.numbers import FOUND
from checking.source import markdown_cells
from extrabits import Beta, kl_divergence
from studies import alice, bit_pictures, coded_alice, coded_pictures, picture_coders, variational_autoencoder

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
    drawn = [cell for cell in jupytext.read(notebook).cells if "plt.show()" in cell.source]
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


class Run:
    """The tests of one notebook, whose names all stand in `after` as it leaves them."""

    name: str

    @pytest.fixture(scope="class")
    @classmethod
    def after(cls) -> dict[str, Any]:
        matplotlib.use("module://exhibits._notebook_figures")
        (notebook,) = (n for n in NOTEBOOKS if n.stem == cls.name)
        return runpy.run_path(str(notebook))


class TestTwoBetas(Run):
    """The sentences between the cells, where they say what the cells return."""

    name = "two-betas"

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


class TestVariationalAutoencoder(Run):
    """What is said of the bills, and the gap by a second way."""

    name = "variational-autoencoder-by-hand"

    def test_the_pictures_are_those_of_the_page(self, after: dict[str, Any]) -> None:
        np.testing.assert_array_equal(after["training"], bit_pictures.training())
        np.testing.assert_array_equal(after["test"], bit_pictures.held_out())
        assert after["coins"].sum() == pytest.approx(picture_coders.independent())

    def test_the_slopes_are_those_of_the_page(self, after: dict[str, Any]) -> None:
        given = after["weights"], after["training"][:7], np.random.default_rng(5).normal(size=(7, 2)), 0.5
        for ours, theirs in zip(after["slopes"](*given), variational_autoencoder.gradients(*given), strict=True):
            np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12)

    def test_the_latent_by_hand_is_that_of_the_package(self, after: dict[str, Any]) -> None:
        assert after["package"] == pytest.approx(0.000445, abs=5e-7)

    def test_two_numbers_save_more_than_they_cost(self, after: dict[str, Any]) -> None:
        saved = after["coins"].sum() - after["pixels"].mean()
        assert saved > 2 * after["latent"].mean()

    def test_the_bill_is_near_that_of_the_page(self, after: dict[str, Any]) -> None:
        assert (after["pixels"] + after["latent"]).mean() == pytest.approx(coded_pictures.bill().bits, abs=0.3)

    def test_no_gap_is_below_zero_and_half_are_small(self, after: dict[str, Any]) -> None:
        assert after["gap"].min() > -0.001
        assert np.median(after["gap"]) < after["gap"].mean()

    def test_the_gap_is_the_divergence_from_the_encoder_to_the_posterior(self, after: dict[str, Any]) -> None:
        divergence = kl_divergence(after["encoder"], after["posterior"])
        assert after["gap"][after["chosen"]] == pytest.approx(divergence, abs=0.005)

    def test_the_bill_is_least_at_one_and_the_latent_shrinks_with_its_price(self, after: dict[str, Any]) -> None:
        bills = after["bills"]
        assert min(bills, key=lambda beta: sum(bills[beta])) == 1
        assert (np.diff([latent for _, latent in bills.values()]) < 0).all()
        assert bills[4][1] < 0.5
        assert bills[4][0] == pytest.approx(after["coins"].sum(), abs=1.5)
        assert all(pixels + beta * latent < sum(bills[1]) for beta, (pixels, latent) in bills.items() if beta < 1)

    def test_all_that_is_drawn_lies_inside(self, after: dict[str, Any]) -> None:
        assert np.abs(after["encode"](after["weights"], after["test"])[1][:200]).max() < 3
        assert all(22 < pixels < 38 and latent < 8 for pixels, latent in after["bills"].values())


class TestLanguageModels(Run):
    """The model against the one that the page runs, and what the knobs do."""

    name = "language-model-by-hand"

    def test_the_text_is_the_seventh_chapter(self, after: dict[str, Any]) -> None:
        assert after["text"] == alice.text()[alice.head() :]

    @pytest.mark.parametrize("order", [0, 2, 5])
    def test_the_loss_is_that_of_the_page_on_this_chapter(self, after: dict[str, Any], order: int) -> None:
        bits, _ = coded_alice.encoded(after["text"], order)
        np.testing.assert_allclose(after["loss"](after["text"], after["Model"](order)), bits, rtol=0, atol=1e-9)

    def test_the_file_has_less_than_two_bits_more_than_the_loss(self, after: dict[str, Any]) -> None:
        assert 0 <= len(after["code"]) - after["total"] < 2
        assert len(after["code"]) == np.ceil(after["total"]) + 1

    def test_the_text_comes_back(self, after: dict[str, Any]) -> None:
        assert after["back"] == after["text"]

    def test_two_bytes_stand_level_with_bzip2_and_four_are_best(self, after: dict[str, Any]) -> None:
        per_byte, bzip2 = after["per_byte"], after["bzip2"]
        assert per_byte[2] == pytest.approx(bzip2, abs=0.05)
        assert per_byte[3] < bzip2 - 0.2
        assert min(per_byte, key=per_byte.get) == 4
        assert coded_alice.by_discount(5).bits.sum() < coded_alice.by_discount(4).bits.sum()

    def test_a_small_discount_hurts_long_contexts_most(self, after: dict[str, Any]) -> None:
        little, bzip2 = np.array(after["little"]), after["bzip2"]
        assert little.argmin() == 3
        assert little.min() > bzip2
        assert (np.diff(little - list(after["per_byte"].values()))[1:] > 0).all()
        losses = [after["loss"](after["text"], after["Model"](3, kept)).mean() for kept in (0.1, 0.75, 0.9)]
        assert losses[0] > losses[2] > losses[1]

    def test_eight_bits_are_better_here_and_the_divergence_is_positive(self, after: dict[str, Any]) -> None:
        p, came = after["p"], after["came"]
        q = after["rounded"](p, 8)
        assert np.log2(p[came] / q[came]).mean() < 0
        assert np.asarray(kl_divergence(p, q)).mean() > 0.001


def test_headings_give_addresses_that_can_be_read() -> None:
    for notebook in NOTEBOOKS:
        for heading in re.findall(r"^# ##+ (.+)$", notebook.read_text(encoding="utf-8"), re.MULTILINE):
            assert re.fullmatch(r"[\w ]+\??", heading), f"its address is made from its letters: {heading}"
