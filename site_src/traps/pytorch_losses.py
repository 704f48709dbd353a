"""PyTorch's losses for classifiers."""

from math import e, exp, log
from typing import Any

from extrabits import cross_entropy, entropy

LIBRARY = "torch"


def double_softmax() -> dict[str, Any]:
    """The loss stays above `1.46` and never reaches 0."""
    import torch
    import torch.nn.functional as F

    logits = 100.0 * torch.eye(10)[0]  # as sure of class 0 as can be
    label = torch.tensor(0)
    softmax_twice = F.cross_entropy(logits.softmax(-1), label)
    right = F.cross_entropy(logits, label)
    return {"softmax_twice": softmax_twice, "right": right, "truth": cross_entropy([1, 0], [1, 0])}


def nll_loss_negative() -> dict[str, Any]:
    """`NLLLoss` is negative."""
    import torch
    import torch.nn.functional as F

    q = torch.tensor([0.4, 0.3, 0.3])
    label = torch.tensor(0)
    not_logs = F.nll_loss(q, label)
    right = F.nll_loss(q.log(), label)
    return {"not_logs": not_logs, "right": right, "truth": cross_entropy([1, 0, 0], [0.4, 0.3, 0.3], base=e)}


def log_of_softmax() -> dict[str, Any]:
    """The loss is inf, or log of softmax is -inf."""
    import torch

    logits = torch.tensor([0.0, 200.0])
    log_of_softmax = logits.softmax(-1).log()
    right = logits.log_softmax(-1)
    return {"log_of_softmax": log_of_softmax, "right": right, "truth": [-200 - log(1 + exp(-200)), 0.0]}


def bce_loss_100() -> dict[str, Any]:
    """`BCELoss` is exactly 100."""
    import torch
    import torch.nn.functional as F

    logit, label = torch.tensor(-1000.0), torch.tensor(1.0)
    clamped = F.binary_cross_entropy(logit.sigmoid(), label)
    right = F.binary_cross_entropy_with_logits(logit, label)
    infinite = F.binary_cross_entropy_with_logits(torch.tensor(float("inf")), label)
    return {"clamped": clamped, "right": right, "infinite": infinite, "truth": 1000.0}


def bce_gradient() -> dict[str, Any]:
    """`BCELoss` does not learn from confident mistakes."""
    import torch
    import torch.nn.functional as F
    from torch.autograd import grad

    logit = torch.tensor(-50.0, requires_grad=True)
    label = torch.tensor(1.0)
    vanished = grad(F.binary_cross_entropy(logit.sigmoid(), label), logit)[0]
    right = grad(F.binary_cross_entropy_with_logits(logit, label), logit)[0]
    return {"vanished": vanished, "right": right, "truth": 1 / (1 + exp(50)) - 1}


def label_smoothing_floor() -> dict[str, Any]:
    """With label smoothing the loss never reaches 0."""
    import torch
    import torch.nn.functional as F

    target = torch.full((10,), 0.1 / 10)
    target[0] += 0.9  # what label_smoothing=0.1 makes of class 0 among 10
    perfect = target.log()
    label = torch.tensor(0)
    floor = F.cross_entropy(perfect, label, label_smoothing=0.1)
    entropy_of_target = torch.special.entr(target).sum()
    return {
        "floor": floor,
        "entropy_of_target": entropy_of_target,
        "truth": entropy([0.91] + [0.01] * 9, base=e),
    }


def class_weights() -> dict[str, Any]:
    """With class weights the mean is not the mean of the losses."""
    import torch
    import torch.nn.functional as F

    logits = torch.tensor([[2.0, 0.0], [0.0, 1.0]])
    labels, weight = torch.tensor([0, 1]), torch.tensor([1.0, 10.0])
    each = F.cross_entropy(logits, labels, weight, reduction="none")
    plain_mean = each.mean()
    default = F.cross_entropy(logits, labels, weight)
    by_hand = each.sum() / weight[labels].sum()
    single = F.cross_entropy(logits[:1], labels[:1], 100 * weight)
    return {"each": each, "plain_mean": plain_mean, "default": default, "by_hand": by_hand, "single": single}


def all_ignored() -> dict[str, Any]:
    """`cross_entropy` is nan when every label is ignored."""
    import torch
    import torch.nn.functional as F
    from torch.autograd import grad

    logits = torch.tensor([[2.0, 0.0], [0.0, 1.0]], requires_grad=True)
    labels = torch.tensor([-100, -100])  # the default ignore_index
    given = F.cross_entropy(logits, labels)
    gradient = grad(given, logits)[0]
    count = (labels != -100).sum().clamp(min=1)
    instead = F.cross_entropy(logits, labels, reduction="sum") / count
    return {"given": given, "gradient": gradient, "instead": instead}


def perplexity_average() -> dict[str, Any]:
    """Perplexity depends on the batch size."""
    import torch

    losses = torch.tensor([1.0, 3.0])  # nats per token in two batches of one size
    mean_of_perplexities = losses.exp().mean()
    right = losses.mean().exp()
    return {"mean_of_perplexities": mean_of_perplexities, "right": right, "truth": exp((1 + 3) / 2)}
