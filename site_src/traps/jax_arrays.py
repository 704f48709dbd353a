"""JAX."""

from typing import Any

LIBRARY = "jax"


def scipy_special_rel_entr(p: Any, q: Any) -> Any:
    """JAX, `jax.scipy.special`."""
    import jax.numpy as jnp
    from jax.scipy.special import rel_entr

    p, q = jnp.array(p), jnp.array(q)
    return rel_entr(p, q).sum()


def where_gradient() -> dict[str, Any]:
    """`jnp.where` guards the value, and the gradient is nan."""
    import jax
    import jax.numpy as jnp

    def entropy(p: jax.Array) -> jax.Array:
        return -jnp.sum(jnp.where(p > 0, p * jnp.log(p), 0.0))

    def entropy_safe(p: jax.Array) -> jax.Array:
        safe = jnp.where(p > 0, p, 1.0)  # a second where, inside
        return -jnp.sum(safe * jnp.log(safe))

    p = jnp.array([0.5, 0.5, 0.0])
    value = entropy(p)
    given = jax.grad(entropy)(p)
    finite = jax.grad(entropy_safe)(p)
    entr = jax.grad(lambda p: jax.scipy.special.entr(p).sum())(p)
    return {"value": value, "given": given, "finite": finite, "entr": entr}
