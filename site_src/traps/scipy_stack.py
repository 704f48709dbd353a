"""SciPy, and what is done by hand in NumPy."""

from math import e, inf, log, sqrt
from typing import Any

from extrabits import Normal, js_divergence, kl_divergence

LIBRARY = "scipy"


def stats_entropy(p: Any, q: Any) -> Any:
    """SciPy, `scipy.stats`."""
    from scipy.stats import entropy

    return entropy(p, q)


def special_rel_entr(p: Any, q: Any) -> Any:
    """SciPy, `scipy.special`."""
    from scipy.special import rel_entr

    return rel_entr(p, q).sum()


def special_kl_div(p: Any, q: Any) -> Any:
    """SciPy, `scipy.special`."""
    from scipy.special import kl_div

    return kl_div(p, q).sum()


def by_hand(p: Any, q: Any) -> Any:
    """The formula in NumPy."""
    import numpy as np

    p, q = np.array(p), np.array(q)
    return np.sum(p * np.log(p / q))


def entropy_normalises() -> dict[str, Any]:
    """`scipy.stats.entropy` is 0 for two different arguments."""
    from scipy.special import rel_entr
    from scipy.stats import entropy

    normalised = entropy([0.5, 0.5], [0.3, 0.3])
    as_given = rel_entr([0.5, 0.5], [0.3, 0.3]).sum()
    return {"normalised": normalised, "as_given": as_given}


def entropy_axis() -> dict[str, Any]:
    """`scipy.stats.entropy` of a batch has the wrong shape."""
    import numpy as np
    from scipy.stats import entropy

    p = np.array([[0.7, 0.2, 0.1], [0.7, 0.2, 0.1]])  # a batch of two laws, one in each row
    q = np.array([[0.4, 0.3, 0.3], [0.4, 0.3, 0.3]])
    columns = entropy(p, q)
    right = entropy(p, q, axis=-1)
    return {
        "columns": columns,
        "right": right,
        "truth": [float(kl_divergence([0.7, 0.2, 0.1], [0.4, 0.3, 0.3], base=e))] * 2,
    }


def kl_div_extra_terms() -> dict[str, Any]:
    """`scipy.special.kl_div` does not agree with `rel_entr`."""
    from scipy.special import kl_div, rel_entr

    p, q = [0.7, 0.2, 0.1], [0.4, 0.3, 0.3]
    terms_of_kl_div = kl_div(p, q)
    terms_of_rel_entr = rel_entr(p, q)
    counts = kl_div([7, 2, 1], [4, 3, 5]).sum()
    counts_rel_entr = rel_entr([7, 2, 1], [4, 3, 5]).sum()
    right = rel_entr(p, q).sum()
    return {
        "terms_of_kl_div": terms_of_kl_div,
        "terms_of_rel_entr": terms_of_rel_entr,
        "counts": counts,
        "counts_rel_entr": counts_rel_entr,
        "right": right,
        "truth": kl_divergence(p, q, base=e),
    }


def jensenshannon_root() -> dict[str, Any]:
    """`jensenshannon` is larger than ln 2."""
    from scipy.spatial.distance import jensenshannon

    distance = jensenshannon([1, 0], [0, 1])
    right = jensenshannon([1, 0], [0, 1]) ** 2
    in_bits = jensenshannon([1, 0], [0, 1], base=2) ** 2
    return {"distance": distance, "right": right, "in_bits": in_bits, "truth": js_divergence([1, 0], [0, 1], base=e)}


def jensenshannon_nan() -> dict[str, Any]:
    """`jensenshannon` is nan for two nearly equal distributions."""
    import numpy as np
    from scipy.spatial.distance import jensenshannon
    from scipy.special import rel_entr

    rng = np.random.default_rng(0)
    p = rng.dirichlet(np.ones(10), 1000)  # a thousand laws
    q = np.nextafter(p, 1)  # each entry one rounding step higher
    a_third_is_nan = bool(np.isnan(jensenshannon(p, q, axis=1)).mean() > 1 / 3)
    m = (p + q) / 2
    terms = rel_entr(p, m) - (p - m) + rel_entr(q, m) - (q - m)
    instead_nan = bool(np.isnan(np.sqrt(terms.sum(1) / 2)).any())
    return {"a_third_is_nan": a_third_is_nan, "instead_nan": instead_nan}


def jensenshannon_inf() -> dict[str, Any]:
    """`jensenshannon` is inf."""
    from scipy.spatial.distance import jensenshannon

    given = jensenshannon([5e-324, 1], [0, 1])  # 5e-324 is the smallest float above 0
    return {"given": given, "bound": sqrt(log(2))}


def nearly_equal() -> dict[str, Any]:
    """KL of two nearly equal distributions is negative, or noise."""
    import numpy as np
    from scipy.special import kl_div, rel_entr
    from scipy.stats import entropy

    p = np.array([0.3, 0.2, 0.4, 0.1])
    q = p + 1e-10 * np.array([1, -1, 1, -1])
    true_value = 1.04e-19
    calls = rel_entr(p, q).sum(), kl_div(p, q).sum(), entropy(p, q)
    wrong_tenfold = [bool(abs(given) > 10 * true_value) for given in calls]
    right = (rel_entr(p, q) - (p - q)).sum()
    return {"wrong_tenfold": wrong_tenfold, "right": right, "truth": kl_divergence(p, q, base=e)}


def histogram_widths() -> dict[str, Any]:
    """KL from a histogram doubles with the number of bins."""
    import numpy as np
    from scipy.special import rel_entr

    rng = np.random.default_rng(0)
    x, y = rng.normal(0, 1, 100_000), rng.normal(1, 1, 100_000)

    def histograms(bins: int) -> list[np.ndarray]:
        return [np.histogram(sample, bins, (-3, 4), density=True)[0] for sample in (x, y)]

    with_14_bins = rel_entr(*histograms(14)).sum()
    with_28_bins = rel_entr(*histograms(28)).sum()
    times_width = rel_entr(*histograms(28)).sum() * 7 / 28
    return {"with_14_bins": with_14_bins, "with_28_bins": with_28_bins, "times_width": times_width}


def histogram_empty_bin() -> dict[str, Any]:
    """KL from a histogram is inf."""
    import numpy as np
    from scipy.stats import entropy

    rng = np.random.default_rng(0)
    x, y = rng.normal(0, 1, 1000), rng.normal(1, 1, 1000)
    edges = np.linspace(-4, 5, 31)
    p, _ = np.histogram(x, edges)
    q, _ = np.histogram(y, edges)
    given = entropy(p, q)
    empty_bins = int(((p > 0) & (q == 0)).sum())
    return {"given": given, "empty_bins": empty_bins}


def kde_grids() -> dict[str, Any]:
    """KL of two density estimates changes with the grid."""
    import numpy as np
    from scipy.stats import entropy, gaussian_kde

    rng = np.random.default_rng(0)
    x, y = rng.normal(0, 1, 1000), rng.normal(0.5, 1, 1000)
    grid_x, grid_y = (np.linspace(s.min(), s.max(), 200) for s in (x, y))
    own_grids = entropy(gaussian_kde(x)(grid_x), gaussian_kde(y)(grid_y))
    grid = np.linspace(-5, 5, 200)
    one_grid = entropy(gaussian_kde(x)(grid), gaussian_kde(y)(grid))
    return {
        "own_grids": own_grids,
        "one_grid": one_grid,
        "truth_of_laws": kl_divergence(Normal(0, 1), Normal(0.5, 1), base=e),
    }


def epsilon_hides_infinity() -> dict[str, Any]:
    """KL changes with the epsilon that you add."""
    import numpy as np
    from scipy.special import rel_entr

    p, q = np.array([0.5, 0.5]), np.array([1.0, 0.0])
    with_1e_6 = rel_entr(p, q + 1e-6).sum()
    with_1e_12 = rel_entr(p, q + 1e-12).sum()
    right = rel_entr(p, q).sum()
    return {"with_1e_6": with_1e_6, "with_1e_12": with_1e_12, "right": right, "truth": inf}
