"""What is true of every figure that is drawn the usual way."""

import re

from exhibits._drawing import canvas, svg


def words() -> list[str]:
    """The styles of all texts of a figure with a title, names and numbers at its axes, and a label."""
    figure, (axes,) = canvas()
    axes.set(title="title", xlabel="name", ylabel="name")
    axes.text(0.5, 0.5, "label")
    return re.findall(r'<text style="([^"]*)"', svg(figure, "A figure"))


def test_its_words_are_in_the_type_of_the_reader() -> None:
    assert {re.findall(r"font-family: ([^;]*)", style)[0] for style in words()} == {"system-ui, sans-serif"}
