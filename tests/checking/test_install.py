"""A page that imports the package says where how it is installed, and what it says there is true."""

import tomllib
from pathlib import Path

import pytest

from checking import pages
from environment import ROOT

EXAMPLE = "```pycon\n>>> from extrabits import entropy\n>>> entropy([1])\n0.0\n\n```\n"
LINK = "[install it](../reference/python/index.md#install)"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def problems(page: Path, text: str) -> list[str]:
    page.write_text(text, encoding="utf-8")
    return [problem.removeprefix(f"{page}:") for problem in pages.corrected(page)[1]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"text\n\n{EXAMPLE}", 4),
        (f"{LINK}\n\n## Later {{#later}}\n\n{EXAMPLE}", 6),
        (f"{EXAMPLE}\n## Later {{#later}}\n\n{LINK}\n", 2),
        (f"text\n\n{EXAMPLE.replace('from extrabits import entropy', 'import extrabits')}", 4),
        (f"text\n\n{EXAMPLE.replace('extrabits', 'extrabits.entropies')}", 4),
        (f"[elsewhere](../reference/python/index.md#rules)\n\n{EXAMPLE}", 4),
    ],
)
def test_a_page_that_does_not_say_it_is_told(tmp_path: Path, text: str, line: int) -> None:
    (problem,) = problems(tmp_path / "page.md", text)
    assert problem.startswith(f"{line}: say how the package is installed")


def test_a_notebook_is_told_too(tmp_path: Path) -> None:
    notebook = "# %% [markdown]\n# text\n\n# %%\nfrom extrabits import entropy\n"
    (problem,) = problems(tmp_path / "page.py", notebook)
    assert problem.startswith("5: say how")
    link = "[install it](../../reference/python/#install)"
    assert problems(tmp_path / "page.py", notebook.replace("text", link)) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{LINK}\n\n{EXAMPLE}",
        f"## A section {{#a-section}}\n\n{LINK}\n\n{EXAMPLE}\n## Later {{#later}}\n\n{EXAMPLE}",
        "text\n\n```pycon\n>>> import math\n>>> math.log2(1)\n0.0\n\n```\n",
    ],
)
def test_a_page_that_says_it_or_needs_not_is_right(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path / "page.md", text) == []


@pytest.mark.parametrize("name", ["docs/reference/python/index.md", "site_src/extrabits/README.md", "README.md"])
def test_how_it_is_installed_is_true(name: str) -> None:
    """No index of packages has it yet. When one does, what stands here says so."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "pip install .\n" in text
    assert "pip install extrabits" not in text


def test_the_oldest_python_is_the_one_that_pip_accepts() -> None:
    oldest = PROJECT["requires-python"].removeprefix(">=")
    page = (ROOT / "docs/reference/python/index.md").read_text(encoding="utf-8")
    assert f"Python must be {oldest}<!-- given: requires-python in pyproject.toml --> or newer" in page
