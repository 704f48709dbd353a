"""What is true of every figure that is drawn the usual way."""

import re

from exhibits._drawing import WIDTH, canvas, svg

PHONE = 328  # CSS pixels: what a screen of 360 leaves for a figure
LEGIBLE = 9


def words() -> list[str]:
    """The styles of all texts of a figure with a title, names and numbers at its axes, and a label."""
    figure, (axes,) = canvas()
    axes.set(title="title", xlabel="name", ylabel="name")
    axes.text(0.5, 0.5, "label")
    return re.findall(r'<text style="([^"]*)"', svg(figure, "A figure"))


def test_its_words_are_legible_on_a_phone() -> None:
    sizes = [float(re.findall(r"([\d.]+)px", style)[0]) for style in words()]
    assert len(sizes) > 4
    assert min(sizes) * PHONE / (72 * WIDTH) >= LEGIBLE


def test_its_words_are_in_the_type_of_the_reader() -> None:
    assert {re.findall(r"font-family: ([^;]*)", style)[0] for style in words()} == {"system-ui, sans-serif"}
