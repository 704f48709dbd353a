"""Whether the words of a code, one after the other, can be read in one way only."""

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby, product


def is_prefix_code(words: Sequence[str]) -> bool:
    """No word is empty, and none begins another."""
    return all(words) and not any(a.startswith(b) for i, a in enumerate(words) for b in (*words[:i], *words[i + 1 :]))


def is_uniquely_decodable(words: Sequence[str]) -> bool:
    """The test of Sardinas and Patterson: follow what one reading can be ahead of another by."""
    if not all(words) or len(set(words)) < len(words):
        return False
    ahead = {a[len(b) :] for a in words for b in words if a != b and a.startswith(b)}
    seen: set[str] = set()
    while ahead:
        rest = ahead.pop()
        if rest in words:
            return False
        seen.add(rest)
        longer = {word[len(rest) :] for word in words if word.startswith(rest)}
        ahead |= (longer | {rest[len(word) :] for word in words if rest.startswith(word)}) - seen
    return True


def codes(lengths: Sequence[int]) -> Iterator[list[str]]:
    """Every set of different binary words with these lengths."""
    groups = [(length, len(list(same))) for length, same in groupby(sorted(lengths))]
    choices = [combinations(map("".join, product("01", repeat=length)), many) for length, many in groups]
    return ([word for words in chosen for word in words] for chosen in product(*choices))


def counts(lengths: Sequence[int]) -> tuple[int, int, int]:
    """How many sets of different words have these lengths, how many are uniquely decodable, how many prefix codes."""
    found = list(codes(lengths))
    return len(found), sum(map(is_uniquely_decodable, found)), sum(map(is_prefix_code, found))
