"""An arithmetic coder with registers of a fixed size: whole numbers only, so the decoder follows to the bit.

The coder of Witten, Neal and Cleary. An interval starts as all numbers of so many bits and shrinks to the share of each
symbol. Bits on which its ends agree are final and go out; while its ends straddle the middle closely, the next bit is
not known yet, and is owed.
"""

WIDTH = 62  # bits of a register
LARGEST_TOTAL = 1 << WIDTH - 2


class _Interval:
    def __init__(self, width: int) -> None:
        self.half, self.quarter = 1 << width - 1, 1 << width - 2
        self.low, self.high = 0, 2 * self.half - 1  # both belong to it

    def take(self, start: int, end: int, total: int) -> None:
        """Shrink to this part; raises ValueError for parts that are empty or of too fine a total."""
        largest = self.quarter  # no interval is narrower, so no part of one is empty
        if not 0 <= start < end <= total <= largest:
            raise ValueError(f"[{start}, {end}) of {total} is no part; 0 ≤ start < end ≤ total ≤ {largest}")
        width = self.high - self.low + 1
        self.low, self.high = self.low + width * start // total, self.low + width * end // total - 1
        while True:
            if self.high < self.half:
                self._settle(0)
            elif self.low >= self.half:
                self._settle(1)
            elif self.low >= self.quarter and self.high < self.half + self.quarter:
                self._owe()
            else:
                return

    def _zoom(self, less: int) -> None:
        self.low, self.high = 2 * (self.low - less), 2 * (self.high - less) + 1

    def _settle(self, bit: int) -> None:
        self._zoom(bit * self.half)

    def _owe(self) -> None:
        self._zoom(self.quarter)


class Encoder(_Interval):
    """Turns parts into bits."""

    def __init__(self, width: int = WIDTH) -> None:
        """Nothing written, nothing owed; registers of so many bits."""
        super().__init__(width)
        self.bits: list[int] = []
        self.owed = 0

    def _settle(self, bit: int) -> None:
        super()._settle(bit)
        self.bits += [bit, *[1 - bit] * self.owed]
        self.owed = 0

    def _owe(self) -> None:
        super()._owe()
        self.owed += 1

    def finished(self) -> list[int]:
        """All bits: those that went out, and as many more as it takes to stay in the interval whatever follows."""
        bit = 0 if self.low < self.quarter else 1
        return [*self.bits, bit, *[1 - bit] * (self.owed + 1)]


class Decoder(_Interval):
    """Turns bits into the places that tell which part comes next."""

    def __init__(self, bits: list[int], width: int = WIDTH) -> None:
        """At the first symbol; after the last bit come zeros."""
        super().__init__(width)
        self.coming = iter(bits)
        self.point = 0
        for _ in range(width):
            self.point = 2 * self.point + next(self.coming, 0)

    def place(self, total: int) -> int:
        """Where the code stands in the interval, from 0 to total - 1: it lies in the part that was encoded."""
        return ((self.point - self.low + 1) * total - 1) // (self.high - self.low + 1)

    def _zoom(self, less: int) -> None:
        super()._zoom(less)
        self.point = 2 * (self.point - less) + next(self.coming, 0)
