"""The colours of the site in both schemes, by name, and how far one stands out from the paper (WCAG 2.2)."""

import json
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.colors import to_hex, to_rgb

TOKENS: dict[str, dict[str, str]] = json.loads((Path(__file__).parent.parent / "tokens.json").read_text())


def name_of(colour: Any) -> str:
    """The name of a colour of the light scheme, in which figures are drawn; empty for any other colour."""
    return next((name for name, value in TOKENS["light"].items() if value == to_hex(colour)), "")


def contrast(name: str, alpha: float = 1) -> float:
    """The contrast of a colour with the paper, as transparent as this, in the scheme in which it is lower."""
    return min(_contrast(scheme[name], scheme["paper"], alpha) for scheme in TOKENS.values())


def _contrast(colour: str, paper: str, alpha: float) -> float:
    seen = alpha * np.array(to_rgb(colour)) + (1 - alpha) * np.array(to_rgb(paper))
    low, high = sorted((_luminance(seen), _luminance(np.array(to_rgb(paper)))))
    return (high + 0.05) / (low + 0.05)


def _luminance(rgb: Any) -> float:
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])
