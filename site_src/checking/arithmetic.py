r"""Arithmetic in TeX: what stands there without letters, as `\tfrac12 \log_2 \tfrac32`, has a value."""

import math
from collections.abc import Iterable

FRACTIONS = {r"\frac", r"\tfrac", r"\dfrac"}
TWO_ARGUMENTS = FRACTIONS | {r"\binom"}
SPACES = {
    r"\,",
    r"\;",
    r"\!",
    r"\ ",
    r"\:",
    r"\left",
    r"\right",
    r"\bigl",
    r"\bigr",
    r"\big",
    r"\Big",
    r"\displaystyle",
}
CONSTANTS = {r"\pi": math.pi, "e": math.e, r"\infty": math.inf}
FUNCTIONS = {r"\ln": math.log, r"\exp": math.exp, r"\lg": math.log2}
CLOSING = {"(": ")", "[": "]", r"\lceil": r"\rceil", r"\lfloor": r"\rfloor"}
ROUNDING = {r"\lceil": math.ceil, r"\lfloor": math.floor}


def value(tokens: Iterable[str]) -> float | None:
    """What the tokens of a part come to, where it is arithmetic."""
    try:
        return _Reader(tokens).whole()
    except (_NoArithmeticError, ArithmeticError, ValueError):
        return None


class _NoArithmeticError(Exception):
    """The part has letters."""


class _Reader:
    """Computes a part by recursive descent: sums of products of powers."""

    def __init__(self, tokens: Iterable[str]) -> None:
        self.texts = [text for text in tokens if not text.isspace() and text not in SPACES]
        self.place = 0

    def whole(self) -> float:
        value = self.sum()
        if self.place < len(self.texts):
            raise _NoArithmeticError
        return value

    @property
    def ahead(self) -> str:
        return self.texts[self.place] if self.place < len(self.texts) else ""

    def take(self) -> str:
        if not self.ahead:
            raise _NoArithmeticError
        self.place += 1
        return self.texts[self.place - 1]

    def expect(self, text: str) -> None:
        if self.take() != text:
            raise _NoArithmeticError

    def sum(self) -> float:
        sign = self.sign()
        value = sign * self.product()
        while self.ahead in ("+", "-"):
            value += self.sign() * self.product()
        return value

    def sign(self) -> float:
        sign = 1.0
        while self.ahead in ("+", "-"):
            sign *= -1 if self.take() == "-" else 1
        return sign

    def product(self) -> float:
        value = self.factors()
        while self.ahead in (r"\cdot", r"\times", "/"):
            if self.take() == "/":
                value /= self.factors()
            else:
                value *= self.factors()
        return value

    def factors(self) -> float:
        """Factors side by side, `3 \\ln \\frac34`; a function takes all that stand behind it."""
        value = self.power()
        while self.ahead and self.ahead not in ("+", "-", "/", r"\cdot", r"\times", "}", *CLOSING.values()):
            value *= self.power()
        return value

    def power(self) -> float:
        value = self.base()
        if self.ahead == "^":
            self.take()
            value = float(value ** self.argument())
        return value

    def argument(self) -> float:
        """One token or a group in braces."""
        if self.ahead == "{":
            self.take()
            value = self.sum()
            self.expect("}")
            return value
        if self.ahead in TWO_ARGUMENTS or self.ahead.startswith("\\"):
            return self.base()
        return self.digit()

    def digit(self) -> float:
        text = self.take()
        if not text.isdigit():
            raise _NoArithmeticError
        return float(text)

    def base(self) -> float:
        text = self.ahead
        if text.isdigit() or text == ".":
            return self.number()
        self.take()
        if text in CONSTANTS:
            return CONSTANTS[text]
        if text in FRACTIONS:
            return self.argument() / self.argument()
        if text == r"\binom":
            return float(math.comb(int(self.argument()), int(self.argument())))
        if text == r"\sqrt":
            return math.sqrt(self.argument())
        if text == "{":
            value = self.sum()
            self.expect("}")
            return value
        if text in CLOSING:
            value = self.sum()
            self.expect(CLOSING[text])
            return float(ROUNDING.get(text, float)(value))
        return self.function(text)

    def function(self, text: str) -> float:
        base = math.e
        if text == r"\log" and self.ahead == "_":
            self.take()
            base = self.argument()
        elif text not in FUNCTIONS:
            raise _NoArithmeticError
        value = self.factors()
        return math.log(value, base) if text == r"\log" else FUNCTIONS[text](value)

    def number(self) -> float:
        text = ""
        while self.ahead.isdigit() or (self.ahead == "." and "." not in text):
            text += self.take()
        return float(text)
