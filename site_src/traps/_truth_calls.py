"""How each library is asked for the measures of `docs/data/truths.json`, in its own terms and in nats.

The last line computes, those before it prepare. `p`, `q` and `joint` are arrays of the library; `P`, `Q` and `J` are
its objects for laws: dit's distributions, and for families those of SciPy and PyTorch.
"""

LIBRARIES = ("NumPy", "SciPy", "PyTorch", "dit")
FAMILIES = " of families"  # after the name of a measure: its cases whose laws are families

CALLS: dict[str, dict[str, list[str]]] = {
    "entropy": {
        "NumPy": ["-np.sum(p * np.log(p))"],
        "SciPy": ["stats.entropy(p)", "special.entr(p).sum()"],
        "PyTorch": ["Categorical(p).entropy()", "torch.special.entr(p).sum()"],
        "dit": ["log(2) * entropy(P)"],
    },
    "cross_entropy": {
        "NumPy": ["-np.sum(p * np.log(q))"],
        "SciPy": ["-special.xlogy(p, q).sum()"],
        "PyTorch": ["F.cross_entropy(q.log(), p)"],
        "dit": ["log(2) * cross_entropy(P, Q)"],
    },
    "kl_divergence": {
        "NumPy": ["np.sum(p * np.log(p / q))"],
        "SciPy": ["stats.entropy(p, q)", "special.rel_entr(p, q).sum()", "special.kl_div(p, q).sum()"],
        "PyTorch": ['F.kl_div(q.log(), p, reduction="sum")', "kl_divergence(Categorical(p), Categorical(q))"],
        "dit": ["log(2) * kullback_leibler_divergence(P, Q)"],
    },
    "js_divergence": {
        "NumPy": ["m = (p + q) / 2\nnp.sum(p * np.log(p / m) + q * np.log(q / m)) / 2"],
        "SciPy": ["jensenshannon(p, q) ** 2"],
        "dit": ["log(2) * jensen_shannon_divergence([P, Q])"],
    },
    "total_variation": {
        "NumPy": ["np.abs(p - q).sum() / 2"],
        "dit": ["variational_distance(P, Q)"],
    },
    "hellinger_distance": {
        "NumPy": ["np.sqrt(((np.sqrt(p) - np.sqrt(q)) ** 2).sum() / 2)"],
        "dit": ["hellinger_distance(P, Q)"],
    },
    "renyi_divergence": {
        "NumPy": ["np.log(np.sum(p**alpha * q ** (1 - alpha))) / (alpha - 1)"],
        "dit": ["log(2) * renyi_divergence(P, Q, alpha)"],
    },
    "mutual_information": {
        "NumPy": ["x, y = joint.sum(1), joint.sum(0)\nnp.sum(joint * np.log(joint / np.outer(x, y)))"],
        "SciPy": ["x, y = joint.sum(1), joint.sum(0)\nspecial.rel_entr(joint, np.outer(x, y)).sum()"],
        "dit": ["log(2) * mutual_information(J, [0], [1])"],
    },
    "kl_divergence_logits": {
        "SciPy": ["special.rel_entr(special.softmax(p_logits), special.softmax(q_logits)).sum()"],
        "PyTorch": [
            "log_p, log_q = p_logits.log_softmax(-1), q_logits.log_softmax(-1)\n"
            'F.kl_div(log_q, log_p, reduction="sum", log_target=True)',
            "kl_divergence(Categorical(logits=p_logits), Categorical(logits=q_logits))",
        ],
    },
    "entropy" + FAMILIES: {"SciPy": ["P.entropy()"], "PyTorch": ["P.entropy()"]},
    "kl_divergence" + FAMILIES: {"PyTorch": ["kl_divergence(P, Q)"]},
}
