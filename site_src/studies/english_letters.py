"""English letters as MacKay counted them, and what codes pay for one. In bits."""

from extrabits import entropy, expected_length, huffman_lengths, normalize, shannon_lengths

# MacKay 2003, Figure 2.1; he writes the space as a dash. The printed probabilities sum to 1.0002.
LETTERS = "abcdefghijklmnopqrstuvwxyz␣"
# fmt: off
PRINTED = [
    .0575, .0128, .0263, .0285, .0913, .0173, .0133, .0313, .0599, .0006, .0084, .0335, .0235, .0596,
    .0689, .0192, .0008, .0508, .0567, .0706, .0334, .0069, .0119, .0073, .0164, .0007, .1928,
]
# fmt: on
LAW = normalize(PRINTED)
HUFFMAN = huffman_lengths(LAW)


def share(letter: str) -> float:
    """The probability of a letter."""
    return float(LAW[LETTERS.index(letter)])


def word_length(letter: str) -> int:
    """The length of Huffman's word for a letter."""
    return int(HUFFMAN[LETTERS.index(letter)])


def costs() -> dict[str, float]:
    """The entropy of a letter and the mean word length of three codes."""
    return {
        "entropy H(p)": float(entropy(LAW)),
        "Huffman's code": expected_length(LAW, HUFFMAN),
        "Shannon's code": expected_length(LAW, shannon_lengths(LAW)),
        "5 bits each": 5.0,
    }
