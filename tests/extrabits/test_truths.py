"""The list of truths, `docs/data/truths.json`, which the site serves, and the Python and TypeScript mathematics meet.

Each value is a definition evaluated by mpmath for exactly these float64 inputs. Decimals such as 0.9 and 0.1 are not
exactly representable and do not sum to exactly 1, so each law is first divided by its sum.
`python tests/extrabits/test_truths.py` writes the file anew from `truths/cases.py`.
"""

import math
from collections import Counter
from decimal import Decimal, localcontext
from typing import Any

import mpmath
import pytest
from truths import cases, document, families

import extrabits

ROWS = document.read() if document.FILE.exists() else []
VALID = [row for row in ROWS if row["kind"] != cases.INVALID]
INVALID = [row for row in ROWS if row["kind"] == cases.INVALID]
# Rényi's divergences of families are the widgets'; the package has them of lists.
ITS_OWN = [row for row in VALID if not (row["measure"] == "renyi_divergence" and isinstance(row["p"], dict))]
TO_THIRTY_DIGITS = mpmath.mpf(10) ** -30


def name(row: dict[str, Any]) -> str:
    return str(row["id"])


def inputs(row: dict[str, Any]) -> dict[str, Any]:
    return {argument: row[argument] for argument in document.MEASURES[row["measure"]][0] if argument in row}


def call(row: dict[str, Any], **options: Any) -> Any:
    given = {argument: as_family(x) if isinstance(x, dict) else x for argument, x in inputs(row).items()}
    return getattr(extrabits, row["measure"])(**given, **options)


def as_family(law: dict[str, Any]) -> Any:
    return getattr(extrabits, law["family"])(**{name: x for name, x in law.items() if name != "family"})


def of_family(row: dict[str, Any]) -> bool:
    return isinstance(row.get("p"), dict)


def test_the_file_is_what_the_cases_and_definitions_give() -> None:
    assert document.FILE.read_text(encoding="utf-8") == document.text(), "python tests/extrabits/test_truths.py"
    assert document.SCHEMA.read_text(encoding="utf-8") == document.schema_text()


@pytest.mark.parametrize("row", ITS_OWN, ids=name)
def test_the_package_meets_it(row: dict[str, Any]) -> None:
    error = 1e-13 if of_family(row) else 1e-14
    has_base = document.MEASURES[row["measure"]][1] and row["measure"] != "gibbs_term"
    for base in (2, math.e, 10) if has_base else (None,):
        options = {"base": base} if base else {}
        with mpmath.workdps(document.DIGITS):
            value = float(mpmath.mpf(row["value"]) / (mpmath.log(base) if base else 1))
        assert call(row, **options) == pytest.approx(value, rel=error, abs=0), f"{row} in base {base}"


@pytest.mark.parametrize("row", INVALID, ids=name)
def test_the_package_refuses_it(row: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        call(row)


def test_twice_the_digits_give_the_same_forty() -> None:
    for case, row in zip(cases.every(), ROWS, strict=True):
        if case.kind != cases.INVALID:
            assert document.written(case, 2 * document.WORKING) == row["value"], row


def test_the_float_is_the_nearest() -> None:
    for row in VALID:
        assert row["float64"] == float(row["value"]), row


def test_names_are_unique_and_every_kind_is_there() -> None:
    assert set(Counter(map(name, ROWS)).values()) == {1}
    assert {row["kind"] for row in ROWS} == set(document.KINDS)
    for measure in document.MEASURES:
        kinds = {row["kind"] for row in ROWS if row["measure"] == measure}
        assert kinds == set(document.KINDS), f"{measure} lacks {set(document.KINDS) - kinds}"


class TestASecondWay:
    """The same digits by another arithmetic, and without the closed forms."""

    def test_divergences_by_decimal(self) -> None:
        rows = [row for row in VALID if row["measure"] == "kl_divergence" and isinstance(row["p"], list)]
        assert len(rows) > 10
        for row in rows:
            assert same(self.by_decimal(row["p"], row["q"]), row["value"]), row

    @staticmethod
    def by_decimal(p: list[float], q: list[float]) -> str:
        with localcontext() as context:
            context.prec = 400
            p_sum, q_sum = (sum(map(Decimal, law), Decimal()) for law in (p, q))
            both = [(Decimal(a) / p_sum, Decimal(b) / q_sum) for a, b in zip(p, q, strict=True) if a]
            if any(not b for _, b in both):
                return "inf"
            context.prec = 100  # logarithms in 400 digits take seconds
            return str(sum((a * (a.ln() - b.ln()) for a, b in both), Decimal()))

    @pytest.mark.parametrize("row", [row for row in VALID if of_family(row) and row["kind"] == cases.USUAL], ids=name)
    def test_families_by_integrals_and_sums(self, row: dict[str, Any]) -> None:
        with mpmath.workdps(60):
            p = density(row["p"])
            q = density(row["q"]) if "q" in row else None
            alpha = mpmath.mpf(row["alpha"]) if "alpha" in row else None

            def integrand(x: Any) -> Any:
                log_p = p(x)
                if q is None:
                    return -mpmath.exp(log_p) * log_p
                if alpha is None:
                    return mpmath.exp(log_p) * (log_p - q(x))
                return mpmath.exp(alpha * log_p + (1 - alpha) * q(x))

            total = over(row["p"], integrand)
            value = total if alpha is None else mpmath.log(total) / (alpha - 1)
            if row["value"] != "inf":
                assert same(mpmath.nstr(value, 40), row["value"]), row


def same(one: str, other: str) -> bool:
    with mpmath.workdps(60):
        a, b = mpmath.mpf(one), mpmath.mpf(other)
        return bool(a == b or abs(a - b) <= TO_THIRTY_DIGITS * abs(b))


def density(law: dict[str, Any]) -> Any:
    """The logarithm of the density or probability, as the file words it."""
    ln, gamma = mpmath.log, mpmath.loggamma
    a, b, *_ = [*(mpmath.mpf(law[name]) for name in families.FAMILIES[law["family"]][0]), 0]
    return {
        "Normal": lambda x: -(((x - a) / b) ** 2) / 2 - ln(b) - ln(2 * mpmath.pi) / 2,
        "Laplace": lambda x: -abs(x - a) / b - ln(2 * b),
        "Exponential": lambda x: ln(a) - a * x,
        "Gamma": lambda x: a * ln(b) + (a - 1) * ln(x) - b * x - gamma(a),
        "Beta": lambda x: (a - 1) * ln(x) + (b - 1) * ln(1 - x) - gamma(a) - gamma(b) + gamma(a + b),
        "Uniform": lambda x: -ln(b - a),
        "Bernoulli": lambda k: ln(a) if k else ln(1 - a),
        "Binomial": lambda k: ln(mpmath.binomial(a, k)) + k * ln(b) + (a - k) * ln(1 - b),
        "Geometric": lambda k: ln(a) + (k - 1) * ln(1 - a),
        "Poisson": lambda k: k * ln(a) - a - gamma(k + 1),
    }[law["family"]]


def over(law: dict[str, Any], integrand: Any) -> Any:
    """The integral or sum over the support."""
    counts = {"Bernoulli": (0, 2), "Binomial": (0, law.get("n", 0) + 1), "Geometric": (1, 900), "Poisson": (0, 2000)}
    if law["family"] in counts:
        return mpmath.fsum(map(integrand, range(*counts[law["family"]])))
    ends = {"Beta": [0, 0.5, 1], "Uniform": [law.get("low"), law.get("high")], "Exponential": [0, 1, 4, mpmath.inf]}
    ends |= {"Gamma": [0, 1, 4, 16, mpmath.inf]}
    scale = law.get("sd", law.get("scale"))
    whole = [law["mean"] + scale * z for z in (-mpmath.inf, -16, -4, -1, 0, 1, 4, 16, mpmath.inf)] if scale else []
    return mpmath.quad(integrand, ends.get(law["family"], whole), maxdegree=9)


if __name__ == "__main__":
    document.write()
