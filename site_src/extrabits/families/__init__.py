"""Laws given by a few parameters, with entropies and divergences in closed form."""

from extrabits.families._family import Family, cross_entropy_nats, kl_nats
from extrabits.families.continuous import Beta, Exponential, Gamma, Laplace, Normal, Uniform
from extrabits.families.discrete import Bernoulli, Binomial, Categorical, Geometric, Poisson
from extrabits.families.gaussian import MultivariateNormal
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
]
