"""Laws given by a few parameters, with entropies and divergences in closed form."""

from extrabits.families._family import Family, cross_entropy_nats, kl_nats, nats_of_entropy
from extrabits.families.bounded import Beta, Uniform
from extrabits.families.counts import Binomial, Poisson
from extrabits.families.discrete import Bernoulli, Categorical, Geometric
from extrabits.families.gaussian import MultivariateNormal
from extrabits.families.positive import Exponential, Gamma
from extrabits.families.real_line import Laplace, Normal
from extrabits.families.simplex import Dirichlet

__all__ = [
    "Bernoulli",
    "Beta",
    "Binomial",
    "Categorical",
    "Dirichlet",
    "Exponential",
    "Family",
    "Gamma",
    "Geometric",
    "Laplace",
    "MultivariateNormal",
    "Normal",
    "Poisson",
    "Uniform",
    "cross_entropy_nats",
    "kl_nats",
    "nats_of_entropy",
]
