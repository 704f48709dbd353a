"""What nothing computes is listed, and told when it changes; what is computed is not."""

from pathlib import Path

import pytest

from checking import navigation, typed

PAGE = navigation.DOCS / "page.md"
TEXT = """---
minutes: 20
---

# Page

A fair coin has 1<!-- = entropy([.5, .5]) --> bit, the submarine 49<!-- given: the game of 1958 --> shots, and
$m = \\frac12(p + q)$, by Shannon, section 6.

```pycon
>>> 1 + 2
3

```

<!-- table: entropy.guesses -->
| 1 | 2 |

```text
4 words
```
"""


def test_what_is_computed_or_run_is_not_typed() -> None:
    wanted = {"49<!--": 1, "1958": 1, "\\frac12(p": 1, "6": 1, "4": 1}
    assert typed.words(TEXT) == wanted


@pytest.mark.parametrize("digit", ["49", "1958", "frac12", "section 6", "4 words"])
def test_a_changed_digit_is_told(digit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typed, "recorded", lambda: {"page.md": typed.words(TEXT)})
    assert list(typed.problems(PAGE, TEXT)) == []
    changed = digit[:-1] + "7" if digit[-1].isdigit() else digit.replace("4", "7")
    told = [why for _, why in typed.problems(PAGE, TEXT.replace(digit, changed))]
    assert len(told) == 2


def test_the_cells_of_a_notebook_are_run() -> None:
    notebook = "# %%\nx = 4\n\n# %% [markdown]\n# 5 words, `x > 6`\n"
    assert typed.record({navigation.DOCS / "notebook.py": notebook}) == "notebook.py\t1\t5\nnotebook.py\t1\t6`\n"


def test_the_record_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typed, "RECORD", tmp_path / "typed.txt")
    typed.RECORD.write_text(typed.record({PAGE: TEXT}), encoding="utf-8")
    assert typed.recorded() == {"page.md": typed.words(TEXT)}
