"""PyTorch's divergences and entropies."""

from math import e, exp, log
from typing import Any

from extrabits import Normal, kl_divergence

LIBRARY = "torch"
TRUTH = kl_divergence([0.7, 0.2, 0.1], [0.4, 0.3, 0.3], base=e)  # nats, for the p and q of most traps


def f_kl_div(p: Any, q: Any) -> Any:
    """PyTorch."""
    import torch
    import torch.nn.functional as F

    p, q = torch.tensor(p), torch.tensor(q)
    return F.kl_div(q.log(), p, reduction="sum")


def f_cross_entropy(p: Any, q: Any) -> Any:
    """PyTorch."""
    import torch
    import torch.nn.functional as F

    p, q = torch.tensor(p), torch.tensor(q)
    return F.cross_entropy(q.log(), p) - F.cross_entropy(p.log(), p)


def f_binary_cross_entropy(p: Any, q: Any) -> Any:
    """PyTorch, of two outcomes."""
    import torch
    import torch.nn.functional as F

    p, q = torch.tensor(p), torch.tensor(q)
    return F.binary_cross_entropy(q[0], p[0]) - F.binary_cross_entropy(p[0], p[0])


def distributions_kl_divergence(p: Any, q: Any) -> Any:
    """PyTorch, `torch.distributions`."""
    import torch
    from torch.distributions import Categorical, kl_divergence

    p, q = torch.tensor(p), torch.tensor(q)
    return kl_divergence(Categorical(p), Categorical(q))


def kl_div_order() -> dict[str, Any]:
    """`F.kl_div(p, q)` does not match the formula."""
    import torch
    import torch.nn.functional as F

    p = torch.tensor([0.7, 0.2, 0.1])
    q = torch.tensor([0.4, 0.3, 0.3])
    swapped = F.kl_div(p.log(), q, reduction="sum")
    right = F.kl_div(q.log(), p, reduction="sum")
    return {"swapped": swapped, "right": right, "truth": TRUTH}


def kl_div_negative() -> dict[str, Any]:
    """`KLDivLoss` is negative."""
    import torch
    import torch.nn.functional as F

    p = torch.tensor([0.7, 0.2, 0.1])
    q = torch.tensor([0.4, 0.3, 0.3])
    not_logs = F.kl_div(q, p, reduction="sum")
    not_normalised = F.kl_div((3 * q).log(), p, reduction="sum")
    right = F.kl_div(q.log(), p, reduction="sum")
    return {"not_logs": not_logs, "not_normalised": not_normalised, "right": right, "truth": TRUTH}


def kl_div_mean() -> dict[str, Any]:
    """`KLDivLoss` is too small by a factor."""
    import torch
    from torch.nn import KLDivLoss

    p = torch.tensor([[0.7, 0.2, 0.1]])
    q = torch.tensor([[0.4, 0.3, 0.3]])
    default = KLDivLoss()(q.log(), p)
    right = KLDivLoss(reduction="batchmean")(q.log(), p)
    return {"default": default, "right": right, "truth": TRUTH}


def kl_div_batchmean() -> dict[str, Any]:
    """Distillation loss grows with the length of the sequence."""
    import torch
    import torch.nn.functional as F

    p = torch.tensor([0.7, 0.2, 0.1]).expand(2, 5, 3)  # 2 sentences, 5 tokens, 3 words
    q = torch.tensor([0.4, 0.3, 0.3]).expand(2, 5, 3)
    batchmean = F.kl_div(q.log(), p, reduction="batchmean")
    right = F.kl_div(q.log(), p, reduction="none").sum(-1).mean()
    return {"batchmean": batchmean, "right": right, "truth": TRUTH}


def kl_div_log_target() -> dict[str, Any]:
    """`F.kl_div` is nan when the target is in log space."""
    import torch
    import torch.nn.functional as F

    p = torch.tensor([0.7, 0.2, 0.1])
    q = torch.tensor([0.4, 0.3, 0.3])
    forgotten = F.kl_div(q.log(), p.log(), reduction="sum")
    right = F.kl_div(q.log(), p.log(), reduction="sum", log_target=True)
    return {"forgotten": forgotten, "right": right, "truth": TRUTH}


def kl_div_zero() -> dict[str, Any]:
    """`F.kl_div` is nan where both probabilities are 0."""
    import torch
    import torch.nn.functional as F

    p = torch.tensor([0.7, 0.3, 0.0])
    q = torch.tensor([0.4, 0.6, 0.0])
    given = F.kl_div(q.log(), p, reduction="sum")
    with_log_target = F.kl_div(q.log(), p.log(), reduction="sum", log_target=True)
    right = F.kl_div(q.log()[p > 0], p[p > 0], reduction="sum")
    return {
        "given": given,
        "with_log_target": with_log_target,
        "right": right,
        "truth": kl_divergence([0.7, 0.3, 0.0], [0.4, 0.6, 0.0], base=e),
    }


def kl_divergence_vector() -> dict[str, Any]:
    """`kl_divergence` of two Gaussians returns a vector."""
    import torch
    from torch.distributions import Independent, Normal, kl_divergence

    p = Normal(torch.zeros(3), torch.ones(3))
    q = Normal(torch.ones(3), 2 * torch.ones(3))
    per_coordinate = kl_divergence(p, q)
    right = kl_divergence(Independent(p, 1), Independent(q, 1))
    return {"per_coordinate": per_coordinate, "right": right, "truth": _three_gaussians()}


def kl_divergence_mixture() -> dict[str, Any]:
    """NotImplementedError: No KL(p || q) is implemented for p type Normal and q type MixtureSameFamily."""
    import torch
    from torch.distributions import Categorical, MixtureSameFamily, Normal, kl_divergence

    components = Normal(torch.tensor([-1.0, 1.0]), torch.ones(2))
    q = MixtureSameFamily(Categorical(torch.ones(2)), components)
    p = Normal(0.0, 1.0)
    try:
        kl_divergence(p, q)
    except NotImplementedError as error:
        message = str(error)
    x = torch.linspace(-12, 12, 4801)
    log_ratio = p.log_prob(x) - q.log_prob(x)
    right = torch.trapezoid(p.log_prob(x).exp() * log_ratio, x)
    return {"message": message, "right": right, "truth": _gaussian_against_mixture()}


def entropy_gradient() -> dict[str, Any]:
    """The entropy is fine and its gradient is nan."""
    import torch
    from torch.autograd import grad

    p = torch.tensor([0.5, 0.5, 0.0], requires_grad=True)
    nansum = grad(-(p * p.log()).nansum(), p)[0]
    xlogy = grad(-torch.special.xlogy(p, p).sum(), p)[0]
    entr = grad(torch.special.entr(p).sum(), p)[0]
    logits = torch.tensor([0.0, 0.0, -200.0], requires_grad=True)
    log_p = logits.log_softmax(-1)
    right = grad(-(log_p.exp() * log_p).sum(), logits)[0]
    return {"nansum": nansum, "xlogy": xlogy, "entr": entr, "right": right, "truth": [0.0, 0.0, 0.0]}


def categorical_normalises() -> dict[str, Any]:
    """KL of two different arguments is 0."""
    import torch
    from torch.distributions import Categorical, kl_divergence

    p = Categorical(probs=torch.tensor([0.5, 0.5]))
    q = Categorical(probs=torch.tensor([0.3, 0.3]))
    given = kl_divergence(p, q)
    what_q_became = q.probs
    return {"given": given, "what_q_became": what_q_became}


def k3_gradient() -> dict[str, Any]:
    """The k3 penalty as a loss: whose gradient is it?"""
    import torch
    from torch.autograd import grad

    policy = torch.tensor([0.7, 0.2, 0.1])
    reference = torch.tensor([0.4, 0.3, 0.3])
    logits = policy.log().requires_grad_()
    log_ratio = reference.log() - logits.log_softmax(-1)
    k3 = log_ratio.exp() - 1 - log_ratio
    from_k3 = grad((policy * k3).sum(), logits, retain_graph=True)[0]
    right = grad((policy * log_ratio**2 / 2).sum(), logits)[0]
    return {"from_k3": from_k3, "right": right, "truth": _gradient_of_divergence([0.7, 0.2, 0.1], [0.4, 0.3, 0.3])}


def _three_gaussians() -> float:
    return 3 * float(kl_divergence(Normal(0, 1), Normal(1, 2), base=e))


def _gaussian_against_mixture() -> float:
    from scipy.integrate import quad

    p, left, right = Normal(0, 1), Normal(-1, 1), Normal(1, 1)

    def integrand(x: float) -> float:
        log_p, a, b = (float(law.log_density(x)) for law in (p, left, right))
        return exp(log_p) * (log_p - log((exp(a) + exp(b)) / 2))

    return float(quad(integrand, -12, 12)[0])


def _gradient_of_divergence(p: list[float], q: list[float]) -> list[float]:
    """Of D(p‖q) in nats with respect to the logits of p."""
    divergence = float(kl_divergence(p, q, base=e))
    return [x * (log(x / y) - divergence) for x, y in zip(p, q, strict=True)]
