"""Keras 3, on PyTorch unless KERAS_BACKEND says otherwise."""

import os
from math import e
from typing import Any

from extrabits import kl_divergence

LIBRARY = "keras"
os.environ.setdefault("KERAS_BACKEND", "torch")  # Keras reads it when it is imported, inside the functions


def losses_kl_divergence(p: Any, q: Any) -> Any:
    """Keras, `keras.losses`."""
    from keras.losses import kl_divergence

    return kl_divergence(p, q)


def losses_categorical_crossentropy(p: Any, q: Any) -> Any:
    """Keras, `keras.losses`."""
    from keras.losses import categorical_crossentropy

    return categorical_crossentropy(p, q) - categorical_crossentropy(p, p)


def keras_kld_clips() -> dict[str, Any]:
    """Keras `KLDivergence` stops at `16.118`."""
    from keras.losses import kl_divergence as kld

    given = kld([1.0, 0.0], [0.0, 1.0])
    return {"given": given, "truth": kl_divergence([1, 0], [0, 1], base=e)}


def keras_kld_negative() -> dict[str, Any]:
    """Keras KLD loss is negative."""
    from keras import ops
    from keras.losses import kl_divergence as kld

    p, logits = [0.5, 0.5], ops.array([1.0, 1.0])
    given = kld(p, logits)
    right = kld(p, ops.softmax(logits))
    return {"given": given, "right": right, "truth": kl_divergence([0.5, 0.5], [0.5, 0.5], base=e)}


def keras_from_logits() -> dict[str, Any]:
    """Keras `CategoricalCrossentropy` trains worse than it should."""
    from keras.losses import categorical_crossentropy

    label, logits = [1.0, 0.0, 0.0], [2.0, 1.0, 0.5]
    forgotten = categorical_crossentropy(label, logits)
    right = categorical_crossentropy(label, logits, from_logits=True)
    return {"forgotten": forgotten, "right": right, "truth": _from_logits([2.0, 1.0, 0.5])}


def keras_renormalises() -> dict[str, Any]:
    """Keras `CategoricalCrossentropy` accepts what is not a distribution."""
    from keras.losses import categorical_crossentropy

    sums_to_4 = categorical_crossentropy([1.0, 0.0], [2.0, 2.0])
    clipped = categorical_crossentropy([1.0, 0.0], [0.0, 1.0])
    all_zero = categorical_crossentropy([1.0, 0.0], [0.0, 0.0])
    right = categorical_crossentropy([1.0, 0.0], [0.0, 80.0], from_logits=True)
    return {
        "sums_to_4": sums_to_4,
        "clipped": clipped,
        "all_zero": all_zero,
        "right": right,
        "truth": _from_logits([0.0, 80.0]),
    }


def keras_bce_clips() -> dict[str, Any]:
    """Keras `BinaryCrossentropy` stops at `16.118`."""
    from keras import ops
    from keras.losses import BinaryCrossentropy

    label, logit = ops.array([1.0]), ops.array([-100.0])
    clipped = BinaryCrossentropy()(label, ops.sigmoid(logit))
    right = BinaryCrossentropy(from_logits=True)(label, logit)
    return {"clipped": clipped, "right": right, "truth": 100.0}


def _from_logits(logits: list[float]) -> float:
    from scipy.special import log_softmax

    return -float(log_softmax(logits)[0])
