"""The list as a file: every value in forty digits, every case in a line, and the schema beside it."""

import hashlib
import inspect
import json
import math
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

import mpmath
from oracles import oracles

from truths import cases, families
from truths.cases import Case

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "data"
FILE, SCHEMA = FOLDER / "truths.json", FOLDER / "truths.schema.json"
VERSION = "1.0.0"  # the first number changes where a reader of the file would stumble, the second with new cases
DIGITS = 40
WORKING = 400  # enough to see 1e-300 beside 1
REFUSAL = "refusal"
NAT = "nat"

# Of each measure its arguments, its unit and its definition.
MEASURES: dict[str, tuple[list[str], str | None, str]] = {
    "gibbs_term": (["p", "q"], NAT, "p ln(p/q) − p + q of two numbers ≥ 0; q where p = 0; ∞ where q = 0 < p"),
    "surprisal": (["p"], NAT, "−ln p; ∞ at 0"),
    "binary_entropy": (["p"], NAT, "−p ln p − (1 − p) ln(1 − p), where 0 ln 0 = 0"),
    "entropy": (["p"], NAT, "−Σ p ln p, where 0 ln 0 = 0; of a family with a density −∫ p ln p, which may be negative"),
    "cross_entropy": (["p", "q"], NAT, "−Σ p ln q, where 0 ln q = 0, also at q = 0; ∞ where q = 0 < p"),
    "kl_divergence": (["p", "q"], NAT, "Σ p ln(p/q), where 0 ln(0/q) = 0, also at q = 0; ∞ where q = 0 < p"),
    "js_divergence": (["p", "q"], NAT, "(D(p‖m) + D(q‖m))/2, m = (p + q)/2; D is kl_divergence; no root is taken"),
    "total_variation": (["p", "q"], None, "Σ |p − q| / 2"),
    "hellinger_distance": (["p", "q"], None, "√(Σ (√p − √q)² / 2), between 0 and 1"),
    "renyi_divergence": (
        ["p", "q", "alpha"],
        NAT,
        "ln(Σ p^alpha q^(1−alpha)) / (alpha − 1); order 1 is kl_divergence, order 0 is −ln Σ q over p > 0, "
        "order ∞ is ln max p/q over p > 0",
    ),
    "mutual_information": (["joint"], NAT, "kl_divergence of the table and the product of its margins"),
    "kl_divergence_logits": (["p_logits", "q_logits"], NAT, "kl_divergence of the two softmax laws"),
}
LAWS = {"p", "q", "joint"}
KINDS = {
    cases.USUAL: "any correct formula meets it",
    cases.HARD: "correct formulas lose digits, overflow or underflow here; the value is as exact as the others",
    cases.EDGE: "zeros, equal laws, a sure outcome, orders 0, 1 and ∞: a convention or a limit decides",
    cases.INVALID: "no value: the call must be refused, with an error or what takes its place in your language",
}


def text() -> str:
    """The file."""
    head = json.dumps(_head(), ensure_ascii=False, indent=1).removesuffix("\n}")
    rows = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows_of(cases.every()))
    return f'{head},\n "cases": [\n{rows}\n ]\n}}\n'


def schema_text() -> str:
    """The schema."""
    return json.dumps(_schema(), ensure_ascii=False, indent=1) + "\n"


def read() -> list[dict[str, Any]]:
    """The cases of the file, with infinities and what is not a number as floats."""
    return [in_python(case) for case in json.loads(FILE.read_text(encoding="utf-8"))["cases"]]


def rows_of(every: Iterable[Case]) -> list[dict[str, Any]]:
    """Each case as it is written. Its name depends on what is asked alone, so that a new case renames none."""
    return [{"id": f"{case.measure}-{_digest(case)}", **row(case)} for case in every]


def row(case: Case) -> dict[str, Any]:
    """A case: what is asked, and what is right."""
    asked = {"measure": case.measure, "kind": case.kind, "why": case.why, **in_json(case.inputs)}
    if case.kind == cases.INVALID:
        return asked | {"expect": REFUSAL}
    divided = [name for name, law in case.inputs.items() if name in LAWS and _needs_division(law)]
    value = written(case)
    return asked | ({"divided": divided} if divided else {}) | {"value": value, "float64": in_json(float(value))}


def written(case: Case, working: int = WORKING) -> str:
    """The value in forty digits, computed with many more."""
    of_family = isinstance(case.inputs.get("p"), dict)
    with mpmath.workdps(working // 3 if of_family else working):
        exact = mpmath.mpf(families.value(case.measure, **case.inputs) if of_family else _by_definition(case))
        # Where the value is 0, what is left of it shrinks with the digits; no value here is as small as that.
        exact = mpmath.mpf(0) if abs(exact) < mpmath.mpf(10) ** (20 - mpmath.mp.dps) else exact
        if not exact or mpmath.isinf(exact):
            return "inf" if exact else "0"
        return str(mpmath.nstr(exact, DIGITS, strip_zeros=False))


def _by_definition(case: Case) -> Any:
    oracle = oracles()[case.measure]
    base = {"base": mpmath.e} if "base" in inspect.signature(oracle).parameters else {}
    return oracle(**case.inputs, **base)


def _digest(case: Case) -> str:
    return hashlib.sha256(json.dumps(in_json(case.inputs)).encode()).hexdigest()[:8]


def _needs_division(law: Any) -> bool:
    """Whether the float64 numbers, added without rounding, miss 1."""
    flat = [x for entry in law for x in entry] if isinstance(law, list) and law and isinstance(law[0], list) else law
    return isinstance(flat, list) and sum(map(Fraction, flat)) != 1


def in_json(value: Any) -> Any:
    """JSON has no infinity and nothing that is not a number: they are written as text."""
    if isinstance(value, dict):
        return {name: in_json(part) for name, part in value.items()}
    if isinstance(value, list):
        return [in_json(part) for part in value]
    return value if not isinstance(value, float) or math.isfinite(value) else str(value)


def in_python(value: Any) -> Any:
    """The way back."""
    if isinstance(value, dict):
        return {name: part if name == "value" else in_python(part) for name, part in value.items()}
    if isinstance(value, list):
        return [in_python(part) for part in value]
    return float(value) if value in ("inf", "nan") else value


def _head() -> dict[str, Any]:
    with mpmath.workdps(DIGITS + 20):
        ln_2 = mpmath.nstr(mpmath.log(2), DIGITS)
    return {
        "$schema": SCHEMA.name,
        "title": "True values of entropies and divergences",
        "version": VERSION,
        "page": "../reference/truths/",
        "licence": "CC-BY-4.0",
        "conventions": {
            "p, q": "p is the truth, q the belief: lists of probabilities, or a family with its parameters",
            "inputs": "each number is the float64 that it names; the value belongs to exactly this float64",
            "divided": "the laws whose numbers, added without rounding, miss 1: the value belongs to the law divided "
            "by its sum",
            "value": f"the value, rounded once to {DIGITS} digits, as decimal text; 0 and inf are exact",
            "float64": "the float64 nearest to the value",
            "inf, nan": "JSON has neither; both are text, as a value and as an input",
            "unit": "nats where a measure has a unit",
            "nats in a bit": ln_2,
            "expect": "an invalid case has no value: it expects a refusal",
        },
        "kinds": KINDS,
        "measures": {
            name: {"arguments": arguments, "unit": unit, "definition": definition}
            for name, (arguments, unit, definition) in MEASURES.items()
        },
        "families": {
            name: {"parameters": list(parameters), "law": law}
            for name, (parameters, law) in families.FAMILIES.items()
        },
    }  # fmt: skip


def _schema() -> dict[str, Any]:
    number = {"anyOf": [{"type": "number"}, {"enum": ["inf", "nan"]}]}
    law = {"type": "array", "items": number}
    family = {
        "type": "object",
        "properties": {"family": {"enum": list(families.FAMILIES)}},
        "required": ["family"],
        "additionalProperties": number,
    }
    words = {"type": "object", "additionalProperties": {"type": "string"}}
    case: dict[str, Any] = {
        "type": "object",
        "properties": {
            "id": {"type": "string", "pattern": "^[a-z_0-9]+-[0-9a-f]{8}$"},
            "measure": {"enum": list(MEASURES)},
            "kind": {"enum": list(KINDS)},
            "why": {"type": "string", "minLength": 1},
            "p": {"anyOf": [number, law, family]},
            "q": {"anyOf": [number, law, family]},
            "alpha": number,
            "joint": {"type": "array", "items": law},
            "p_logits": law,
            "q_logits": law,
            "divided": {"type": "array", "items": {"enum": sorted(LAWS)}, "minItems": 1},
            "value": {"type": "string", "pattern": r"^(inf|-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?)$"},
            "float64": {"anyOf": [{"type": "number"}, {"const": "inf"}]},
            "expect": {"const": REFUSAL},
        },
        "required": ["id", "measure", "kind", "why"],
        "additionalProperties": False,
        "if": {"properties": {"kind": {"const": cases.INVALID}}},
        "then": {"required": ["expect"], "properties": {"value": False, "float64": False}},
        "else": {"required": ["value", "float64"], "properties": {"expect": False}},
        "allOf": [
            {
                "if": {"properties": {"measure": {"const": name}}},
                "then": {"required": arguments},
            }
            for name, (arguments, _, _) in MEASURES.items()
        ],
    }
    measure = {
        "type": "object",
        "properties": {
            "arguments": {"type": "array", "items": {"type": "string"}},
            "unit": {"enum": [NAT, None]},
            "definition": {"type": "string"},
        },
        "required": ["arguments", "unit", "definition"],
        "additionalProperties": False,
    }
    named = {
        "type": "object",
        "properties": {
            "parameters": {"type": "array", "items": {"type": "string"}},
            "law": {"type": "string"},
        },
        "required": ["parameters", "law"],
        "additionalProperties": False,
    }
    properties = {
        "$schema": {"type": "string"},
        "title": {"type": "string"},
        "version": {"type": "string", "pattern": r"^[0-9]+\.[0-9]+\.[0-9]+$"},
        "page": {"type": "string"},
        "licence": {"type": "string"},
        "conventions": words,
        "kinds": words,
        "measures": {"type": "object", "additionalProperties": measure},
        "families": {"type": "object", "additionalProperties": named},
        "cases": {"type": "array", "items": case},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A list of true values of entropies and divergences",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def write() -> None:
    """Write both files anew."""
    FOLDER.mkdir(exist_ok=True)
    FILE.write_text(text(), encoding="utf-8")
    SCHEMA.write_text(schema_text(), encoding="utf-8")


if __name__ == "__main__":
    write()
