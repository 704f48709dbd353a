"""Numbers as tables and labels write them."""

RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def power_of_ten(exponent: int) -> str:
    """10⁻⁶ for −6."""
    return "10" + str(exponent).translate(RAISED)


def scientific(value: float, places: int = 0) -> str:
    """1.6·10⁻²⁸, with this many digits after the point."""
    mantissa, exponent = f"{value:.{places}e}".split("e")
    return f"{mantissa}·{power_of_ten(int(exponent))}"
