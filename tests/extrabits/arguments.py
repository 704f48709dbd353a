"""Random good arguments for every public name, by the name of the argument, and `arguments` for those of one call.

Names mean the same thing in every function, as `test_bad_input.py` has it. A method named `<function>_<argument>`, in
lower case, goes before the one named `<argument>`. The cases are generic: no ties and no two
laws alike, so that what is unique is unique.
"""

import inspect
from collections.abc import Callable
from typing import Any

import numpy as np

import extrabits as xb

Arguments = tuple[list[Any], dict[str, Any]]


def arguments(name: str, seed: int) -> Arguments:
    """Positional and named arguments for one call of this public name; laws lie along the last axis."""
    draw = Draw(name, seed)
    positional: list[Any] = []
    named: dict[str, Any] = {}
    for parameter in inspect.signature(getattr(xb, name)).parameters.values():
        if parameter.name == "axis":
            continue
        value = draw(parameter.name)
        match parameter.kind:
            case parameter.VAR_POSITIONAL:
                positional += value
            case parameter.VAR_KEYWORD:
                named |= value
            case parameter.KEYWORD_ONLY:
                named[parameter.name] = value
            case _:
                positional.append(value)
    return positional, named


class Draw:
    """The arguments of one call: as many outcomes everywhere, and drawn once each."""

    def __init__(self, name: str, seed: int) -> None:
        self.name, self.seed = name, seed
        self.random = np.random.default_rng(seed)
        self.outcomes = 2 + seed % 4
        self.drawn: dict[str, Any] = {}

    def __call__(self, argument: str) -> Any:
        if argument not in self.drawn:
            maker = getattr(self, f"{self.name.lower()}_{argument}", None) or getattr(self, argument)
            self.drawn[argument] = maker()
        return self.drawn[argument]

    def law(self, zeros: bool = False) -> list[float]:
        p = self.random.dirichlet(np.ones(self.outcomes))
        if zeros and self.seed % 3 == 0:
            p[self.random.integers(self.outcomes)] = 0
        return list(xb.normalize(p).tolist())

    def p(self) -> list[float]:
        return self.law(zeros=True)

    q = p

    def more(self) -> list[list[float]]:
        return [self.law() for _ in range(self.seed % 3)]

    def weights(self) -> list[float] | None:
        return None if self.seed % 2 else list(xb.normalize(self.random.random(2 + len(self("more")))).tolist())

    def base(self) -> float:
        return [2, np.e, 10, 3.5][self.seed % 4]

    def axes(self) -> tuple[int, ...]:
        return tuple(self.random.permutation(np.arange(-np.ndim(self("joint")), 0)).tolist())

    def alpha(self) -> float:
        return [0, 0.3, 1, 1.7, 2, 5][self.seed % 6]

    def alpha_divergence_alpha(self) -> float:
        return [-1.5, 0, 0.3, 1, 2.5][self.seed % 5]

    def renyi_divergence_alpha(self) -> float:
        return [0, 0.3, 1, 2.5, np.inf][self.seed % 5]

    renyi_entropy_alpha = renyi_divergence_alpha

    def surprisal_p(self) -> float:
        return float(self.random.random() ** 5)

    binary_entropy_p = surprisal_p

    def shannon_lengths_p(self) -> list[float]:
        return self.law()

    shannon_fano_elias_lengths_p = shannon_lengths_p
    huffman_lengths_p = shannon_lengths_p

    def gibbs_term_p(self) -> list[float]:
        return list((10 * self.random.random(self.outcomes)).tolist())

    gibbs_term_q = gibbs_term_p

    def joint_law_x(self) -> list[str]:
        return self.random.choice(list("abc"), 9).tolist()  # type: ignore[no-any-return]

    joint_law_y = joint_law_x

    def joint_law_more(self) -> list[list[str]]:
        return [self.joint_law_x() for _ in range(self.seed % 2)]

    def plugin_mutual_information_counts(self) -> Any:
        return self.random.integers(0, 9, (2 + self.seed % 2, self.outcomes)) + np.eye(2 + self.seed % 2, self.outcomes)

    miller_madow_mutual_information_counts = plugin_mutual_information_counts

    def edges(self) -> list[float]:
        return [0, *np.sort(self.random.exponential(size=self.outcomes)).tolist(), np.inf]

    def joint(self) -> Any:
        shape = self.random.integers(2, 4, 3 if "conditional_mutual" in self.name else 2)
        return xb.normalize((self.random.random(shape) * (self.random.random(shape) < 0.9) + 1e-3).ravel()).reshape(
            shape
        )

    def logits(self) -> list[float]:
        return list((self.random.normal(0, [1, 30, 1000][self.seed % 3], self.outcomes)).tolist())

    p_logits = q_logits = logits

    def labels(self) -> int:
        return int(self.random.integers(self.outcomes))

    def binary_log_loss_logits_labels(self) -> list[float]:
        return list(self.random.random(self.outcomes).tolist())

    def label_smoothing(self) -> float:
        return [0, 0.1, 0.7, 1][self.seed % 4]

    def counts(self) -> list[int]:
        return [*self.random.integers(0, 9, self.outcomes).tolist(), 1]

    def lengths(self) -> list[int]:
        """Lengths that leave room for a code."""
        return self.random.permutation([*range(1, self.outcomes), self.outcomes - 1]).tolist()  # type: ignore[no-any-return]

    def alphabet(self) -> int:
        return 2 + self.seed % 3

    def code(self) -> list[str]:
        return xb.canonical_code(self("lengths"))

    def message(self) -> list[int]:
        possible = [k for k in range(self.outcomes) if "p" not in self.drawn_or_wanted() or self("p")[k] > 0]
        return self.random.choice(possible, 1 + self.seed % 4).tolist()  # type: ignore[no-any-return]

    def drawn_or_wanted(self) -> set[str]:
        return set(inspect.signature(getattr(xb, self.name)).parameters)

    def bits(self) -> str:
        return "".join(self.random.choice(["0", "1"], 1 + self.seed % 7))

    def decode_bits(self) -> str:
        return xb.encode(self("message"), self("code"))

    def n(self) -> int:
        return 1 + self.seed % 4

    def length(self) -> int:
        return self.seed % 4

    def positive(self) -> float:
        return float(self.random.gamma(2, 1.5))

    rate = sd = scale = a = b = shape = positive

    def mean(self) -> float:
        return float(self.random.normal(0, 2))

    low = mean

    def high(self) -> float:
        return float(self("low")) + self.positive()

    def bernoulli_p(self) -> float:
        return float(self.random.uniform(0.05, 0.95))

    binomial_p = geometric_p = bernoulli_p

    def binomial_n(self) -> int:
        return int(self.random.integers(1, 40))

    def concentration(self) -> list[float]:
        return list(self.random.gamma(2, 1.5, self.outcomes).tolist())

    def covariance(self) -> Any:
        root = self.random.normal(size=(self.outcomes, self.outcomes))
        return (root @ root.T + np.eye(self.outcomes) / 4).tolist()

    def multivariatenormal_mean(self) -> list[float]:
        return list(self.random.normal(size=self.outcomes).tolist())

    def mean_field_p(self) -> xb.MultivariateNormal:
        return xb.MultivariateNormal(self.multivariatenormal_mean(), self.covariance())

    product_of_marginals_p = mean_field_p

    def k1_moments_p(self) -> xb.Normal:
        return xb.Normal(self.mean() / 4, self.random.uniform(1, 1.5))

    k1_moments_q = k2_moments_p = k2_moments_q = k3_moments_p = k3_moments_q = k1_moments_p

    def log_ratio(self) -> list[float]:
        return list(self.random.normal(0, 2, self.outcomes).tolist())

    def x(self) -> Any:
        return self.random.normal(size=(12, 1 + self.seed % 2))

    def y(self) -> Any:
        return self("x") + self.random.normal(size=(12, 1 + self.seed % 2))

    def k(self) -> int:
        return 1 + self.seed % 3

    def sample(self) -> Any:
        return self.random.exponential(size=20)

    def statistic(self) -> Any:
        return [np.mean, np.median, np.std][self.seed % 3]

    def rng(self) -> np.random.Generator:
        return np.random.default_rng(self.seed)

    def level(self) -> float:
        return [0.5, 0.9, 0.95][self.seed % 3]

    def resamples(self) -> int:
        return [99, 200][self.seed % 2]

    def features(self) -> Any:
        return self.random.normal(size=(1 + (self.outcomes > 3), self.outcomes))

    def targets(self) -> Any:
        """The means of some law, so that they can be met."""
        return self("features") @ self.law()

    def i_projection_q(self) -> list[float]:
        return self.law()

    def family(self) -> Any:
        return FITTED[self.seed % len(FITTED)]

    def fixed(self) -> dict[str, int]:
        return {"n": 9} if self("family") is xb.Binomial else {}

    def values(self) -> Any:
        members = {"Bernoulli": [0, 1], "Binomial": range(10), "Geometric": range(1, 10), "Poisson": range(10)}
        support = members.get(self("family").__name__)
        if support:
            return self.random.choice(support, self.outcomes).astype(float)
        if self("family") is xb.MultivariateNormal:
            return self.random.normal(size=(self.outcomes, min(2, self.outcomes - 1)))
        return self.random.random(self.outcomes)

    def start(self) -> Any:
        return [xb.Normal(0.3, 1), xb.Bernoulli(0.5), xb.Binomial(4, 0.5)][self.seed % 3]

    def log_density(self) -> Callable[[Any], Any]:
        """A concave one, so that there is one minimum to find."""
        a, b = self.random.normal(), self.random.random()
        return lambda x: a * np.asarray(x) - b * np.asarray(x) ** 2 - np.asarray(x) ** 4 / 10


def fitted() -> list[Any]:
    """The families that `inclusive_fit` knows."""
    from extrabits.fitting import _FITS

    return list(_FITS)


FITTED = fitted()
