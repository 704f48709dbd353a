"""scikit-learn."""

from math import e, log
from typing import Any

from extrabits import cross_entropy, entropy

LIBRARY = "scikit-learn"


def metrics_log_loss(p: Any, q: Any) -> Any:
    """scikit-learn."""
    from sklearn.metrics import log_loss

    return log_loss([0, 1], [q, q], sample_weight=p) - log_loss([0, 1], [p, p], sample_weight=p)


def log_loss_clip() -> dict[str, Any]:
    """`log_loss` depends on the dtype."""
    import numpy as np
    from sklearn.metrics import log_loss

    q = np.array([[1.0, 0.0]])  # class 1 is impossible, and class 1 comes
    in_float64 = log_loss([1], q, labels=[0, 1])
    in_float32 = log_loss([1], q.astype(np.float32), labels=[0, 1])
    in_float16 = log_loss([1], q.astype(np.float16), labels=[0, 1])
    return {
        "in_float64": in_float64,
        "in_float32": in_float32,
        "in_float16": in_float16,
        "truth": cross_entropy([0, 1], [1, 0], base=e),
    }


def log_loss_labels() -> dict[str, Any]:
    """`log_loss` is far too large though the predictions are good."""
    from sklearn.metrics import log_loss

    labels = ["spam", "ham"]
    q = [[0.9, 0.1], [0.2, 0.8]]  # columns: spam, ham
    given = log_loss(labels, q, labels=["spam", "ham"])
    right = log_loss(labels, [[ham, spam] for spam, ham in q])
    return {"given": given, "right": right, "truth": -(log(0.9) + log(0.8)) / 2}


def log_loss_sum() -> dict[str, Any]:
    """UserWarning: The y_prob values do not sum to one."""
    from sklearn.metrics import log_loss

    q = [[0.5, 0.2], [0.4, 0.8]]  # rows that sum to 0.7 and 1.2
    as_given = log_loss([0, 1], q)
    right = log_loss([0, 1], [[a / (a + b), b / (a + b)] for a, b in q])
    return {"as_given": as_given, "right": right, "truth": -(log(0.5 / 0.7) + log(0.8 / 1.2)) / 2}


def mutual_info_chance() -> dict[str, Any]:
    """`mutual_info_score` is large for independent labels."""
    import numpy as np
    from sklearn.metrics import adjusted_mutual_info_score, mutual_info_score

    rng = np.random.default_rng(0)
    x, y = rng.integers(0, 20, (2, 100))  # independent: the true value is 0
    given = mutual_info_score(x, y)
    adjusted = adjusted_mutual_info_score(x, y)
    return {"given": given, "adjusted": adjusted}


def mutual_info_continuous() -> dict[str, Any]:
    """`mutual_info_score` of two columns of floats is ln n."""
    import numpy as np
    from sklearn.feature_selection import mutual_info_regression
    from sklearn.metrics import mutual_info_score

    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(2, 50))  # independent: the true value is 0
    given = mutual_info_score(x, y)
    instead = mutual_info_regression(x[:, None], y, random_state=0)
    return {"given": given, "instead": instead, "ln_n": log(50)}


def mutual_info_units() -> dict[str, Any]:
    """`mutual_info_score` is `0.693` where 1 bit is expected."""
    from math import log

    from sklearn.metrics import mutual_info_score

    nats = mutual_info_score([0, 1], [0, 1])
    right = mutual_info_score([0, 1], [0, 1]) / log(2)
    return {"nats": nats, "right": right, "truth": entropy([0.5, 0.5])}


def tree_impurity() -> dict[str, Any]:
    """Tree impurity is larger than ln of the number of classes."""
    from sklearn.tree import DecisionTreeClassifier

    x, y = [[0], [1], [2]], [0, 1, 2]
    root = DecisionTreeClassifier(criterion="log_loss").fit(x, y).tree_.impurity[0]
    in_nats = root * log(2)
    return {"root": root, "in_nats": in_nats, "truth_in_bits": entropy([1 / 3] * 3)}
