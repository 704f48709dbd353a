"""Optax."""

from math import e, log
from typing import Any

from extrabits import kl_divergence as divergence

LIBRARY = "optax"


def losses_kl_divergence(p: Any, q: Any) -> Any:
    """Optax."""
    import jax.numpy as jnp
    from optax.losses import kl_divergence

    p, q = jnp.array(p), jnp.array(q)
    return kl_divergence(jnp.log(q), p)


def losses_softmax_cross_entropy(p: Any, q: Any) -> Any:
    """Optax."""
    import jax.numpy as jnp
    from optax.losses import softmax_cross_entropy

    p, q = jnp.array(p), jnp.array(q)
    return softmax_cross_entropy(jnp.log(q), p) - softmax_cross_entropy(jnp.log(p), p)


def optax_kl_order() -> dict[str, Any]:
    """`optax.kl_divergence` does not match the formula."""
    import jax.numpy as jnp
    from optax.losses import kl_divergence

    p = jnp.array([0.7, 0.2, 0.1])
    q = jnp.array([0.4, 0.3, 0.3])
    swapped = kl_divergence(jnp.log(p), q)
    not_logs = kl_divergence(q, p)
    right = kl_divergence(jnp.log(q), p)
    return {
        "swapped": swapped,
        "not_logs": not_logs,
        "right": right,
        "truth": divergence([0.7, 0.2, 0.1], [0.4, 0.3, 0.3], base=e),
    }


def optax_zero() -> dict[str, Any]:
    """`optax.kl_divergence` is nan, or its gradient is."""
    import jax
    import jax.numpy as jnp
    from optax.losses import kl_divergence

    p = jnp.array([0.7, 0.3, 0.0])
    q = jnp.array([0.4, 0.6, 0.0])
    given = kl_divergence(jnp.log(q), p)
    gradient = jax.grad(kl_divergence, argnums=1)(jnp.log(jnp.array([0.4, 0.3, 0.3])), p)
    right = jax.scipy.special.rel_entr(p, q).sum()
    return {
        "given": given,
        "gradient": gradient,
        "right": right,
        "truth": divergence([0.7, 0.3, 0.0], [0.4, 0.6, 0.0], base=e),
    }


def optax_negative_label() -> dict[str, Any]:
    """The label -1 is not ignored."""
    import jax.numpy as jnp
    from optax.losses import softmax_cross_entropy_with_integer_labels as loss

    logits = jnp.array([0.0, 1.0, 2.0])
    minus_1 = loss(logits, jnp.array(-1))
    last_class = loss(logits, jnp.array(2))
    minus_100 = loss(logits, jnp.array(-100))
    beyond = loss(logits, jnp.array(3))
    return {"minus_1": minus_1, "last_class": last_class, "minus_100": minus_100, "beyond": beyond, "ln_3": log(3)}
