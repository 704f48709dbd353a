"""Numbers as they are written in prose, and whether a value rounds to what is written."""

import math
import re
from fractions import Fraction
from unicodedata import decomposition, numeric

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
VULGAR = "".join(c for c in map(chr, range(0xBC, 0x2190)) if decomposition(c).startswith("<fraction>"))
NUMBER = (
    r"[-−+]?(?:"
    r"(?:\d+(?:\.\d+)?\s?·\s?)?10[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+"  # 10⁻⁶, 1.5·10⁻¹⁹
    r"|\d+/\d+"
    rf"|\d*[{VULGAR}]"
    r"|\d[\d\u202f]*(?:\.\d+)*(?:e[-−+]?\d+)?"  # 26 306, 0.737, 1e-3, version 2.13.0
    r"|\.\d+(?:e[-−+]?\d+)?"
    r"|∞)"
)
FOUND = re.compile(NUMBER)
EXACT = 1e-12  # relative: a fraction is written to be exact
EQUAL = 1e-9  # relative: two ways to compute one number


def same(a: float, b: float) -> bool:
    """Whether two computed values are equal up to rounding; beside an exact 0, what rounding leaves of one counts."""
    return math.isclose(a, b, rel_tol=EQUAL) or (0 in (a, b) and abs(a - b) < EXACT)


def agrees(value: float | str, written: str) -> bool:
    """Whether the value, in the form and to the digits of what is written, is what is written."""
    return shown(value, written) == written


def shown(value: float | str, written: str) -> str:
    """The value in the form and to the digits of `written`; text, such as a version, as it is."""
    if isinstance(value, str):
        return value
    if "/" in written or written[-1] in VULGAR:
        return written if math.isclose(value, fraction(written), rel_tol=EXACT) else _as_fraction(value)
    if written[-1] in "⁰¹²³⁴⁵⁶⁷⁸⁹":
        return _as_power(value, written)
    return _as_decimal(value, written)


def fraction(written: str) -> Fraction:
    """What "8/3", "⅗" or "2½" says."""
    sign = -1 if written[0] in "-−" else 1
    digits = written.lstrip("-−+")
    if "/" in digits:
        return sign * Fraction(digits)
    part = Fraction(numeric(digits[-1])).limit_denominator(10)
    return sign * (int(digits[:-1] or 0) + part)


def _as_fraction(value: float) -> str:
    near = Fraction(value).limit_denominator(1000)
    return str(near) if math.isclose(value, near, rel_tol=EXACT) else f"{value:.4g}"


def _as_power(value: float, written: str) -> str:
    """The value with as many digits before "·10ⁿ" as are written; a bare power of ten must be exact."""
    times = re.search(r"(.*?)(\s?·\s?)", written)
    digits, exponent = f"{abs(value):.{_places(times[1]) if times else 9}e}".split("e")
    raised = f"10{str(int(exponent)).translate(RAISED)}"
    if times:
        return _signed(f"{digits}{times[2]}{raised}", value, written)
    return _signed(raised if float(digits) == 1 else f"{float(digits):g}·{raised}", value, written)


def _as_decimal(value: float, written: str) -> str:
    text = written.replace("\u202f", "").replace("−", "-").lstrip("+")
    if math.isinf(value):
        digits = "∞"
    elif "e" in text:
        mantissa, _ = text.split("e")
        digits = f"{abs(value):.{_places(mantissa)}e}".replace("e-0", "e-").replace("e+0", "e").replace("e+", "e")
    else:
        digits = f"{abs(value):.{_places(text)}f}"
        digits = digits.removeprefix("0") if text.lstrip("-").startswith(".") else digits
    if "\u202f" in written:
        whole, dot, rest = digits.partition(".")
        digits = f"{int(whole):,}".replace(",", "\u202f") + dot + rest
    return _signed(digits, value, written)


def _signed(digits: str, value: float, written: str) -> str:
    minus = "−" if "−" in written or "-" not in written else "-"
    negative = value < 0 and any(digit in "123456789∞" for digit in digits)
    return (minus if negative else "+" if written.startswith("+") else "") + digits


def _places(text: str) -> int:
    return len(text.strip().partition(".")[2])
