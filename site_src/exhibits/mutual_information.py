"""Exhibits of the page on mutual information, which is in bits."""

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Circle

from exhibits._drawing import D_INK, H_INK, INK, MUTED, D, H, P, Table, canvas
from extrabits import binary_entropy, entropy, joint_entropy, marginals, mutual_information
from studies import correlations, information_circles, noisy_wires

FLIPPED = 0.1
SENT = 1000
SHARED = (0.0, 0.2, 1.0)


def wire() -> Table:
    """A thousand bits through a wire that flips one in ten, and what each bit received leaves to ask."""
    counts = np.rint(SENT * noisy_wires.table(FLIPPED)).astype(int).T
    rows = [
        [f"a {bit}", *map(str, row), str(sum(row)), f"{entropy(row / sum(row)):.3f}"]
        for bit, row in zip(("zero", "one"), counts, strict=True)
    ]
    before = f"{entropy(counts.sum(0) / SENT):.3f}"
    return [
        ["seen", "sent 0", "sent 1", "all", "bits left"],
        *rows,
        ["nothing", *map(str, counts.sum(0)), str(SENT), before],
    ]


def correlation() -> Table:
    """Pairs with the correlation of their values, their information, and the most that they could share."""
    one, ten = (correlations.squares(n) for n in (1, 10))
    rare, noisy = correlations.same_event(0.001), noisy_wires.table(FLIPPED)
    pairs = [
        ("X from −1 to 1, Y = X²", one, range(-1, 2), [0, 1]),
        ("X from −10 to 10, Y = X²", ten, range(-10, 11), [n * n for n in range(11)]),
        ("sent and received", noisy, [0, 1], [0, 1]),
        ("Y = X, 1 in 1000", rare, [0, 1], [0, 1]),
    ]
    rows = []
    for name, joint, x, y in pairs:
        r = round(correlations.correlation(joint, x, y), 9) + 0.0
        most = min(entropy(law) for law in marginals(joint))
        rows.append([name, f"{r:.2f}", f"{mutual_information(joint):.4f}", f"{most:.4f}"])
    return [["pair", "correlation", "I(X; Y)", "most"], *rows]


def tables() -> Figure:
    """Three joint laws with the same margins: squares whose areas are the probabilities of their cells."""
    figure, panels = canvas(2.3, columns=len(SHARED))
    for axes, information in zip(panels, SHARED, strict=True):
        table = noisy_wires.table(noisy_wires.share_for(information))
        for (x, y), probability in np.ndenumerate(table):
            side = np.sqrt(probability)
            axes.bar(x, side, side, bottom=y - side / 2, color=P)
            axes.text(x, y - 0.4, f"{probability:.3f}", color=INK, ha="center", va="top")
        axes.set(xlim=(-0.5, 1.5), ylim=(-0.75, 1.5), xticks=[0, 1], yticks=[0, 1], aspect="equal")
        axes.set_title(f"{information:g} bits" if information != 1 else "1 bit")
        axes.tick_params(length=0)
    return figure


def flips() -> Figure:
    """What a wire passes on for each share that it flips, and the share that arrives."""
    figure, (axes,) = canvas(3.2)
    figure.set_figwidth(4.7)  # its type stays large on a phone
    share = np.linspace(0, 1, 201)
    axes.plot(share, [1 - binary_entropy(f) for f in share], color=D)
    axes.plot([0, 1], [1, 0], color=MUTED, linewidth=1.4, linestyle=(0, (4, 2)))
    for f in (FLIPPED, 0.5, 1):
        axes.plot(f, 1 - binary_entropy(f), "o", color=INK, markersize=5)
    axes.text(0.08, 0.5, "0.1", color=INK, ha="right", va="center")
    axes.text(0.5, 0.05, "0.5", color=INK, ha="center")
    axes.text(0.97, 0.99, "1", color=INK, ha="right", va="center")
    axes.text(0.36, 0.72, "share that arrives", color=MUTED)
    axes.text(0.8, 0.5, "I(X; Y)", color=D_INK, ha="right", va="center")
    axes.set(xlabel="share flipped", ylabel="bits for each bit sent", xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])
    axes.set(xlim=(0, 1.03), ylim=(0, 1.08))
    return figure


def areas() -> Figure:
    """Circles as large as entropies: two that overlap by what a wire passes on, three that cover more than there is."""
    figure, (wire_axes, xor_axes) = canvas(3.1, columns=2)
    shared = noisy_wires.passed_on(FLIPPED)
    r = information_circles.radius(1)
    apart = information_circles.distance(1, 1, shared)
    left, right = _circle((-apart / 2, 0), r), _circle((apart / 2, 0), r)
    lens = Circle((apart / 2, 0), r, facecolor=D, edgecolor="none")
    for patch in (left, right, lens):
        wire_axes.add_patch(patch)
    lens.set_clip_path(left)
    for x, name, bits, ink in (
        (-0.82, "H(X|Y)", 1 - shared, H_INK),
        (0, "I(X; Y)", shared, D_INK),
        (0.82, "H(Y|X)", 1 - shared, H_INK),
    ):
        wire_axes.text(x, -0.78, f"{name}\n{bits:.3f}", color=ink, ha="center", va="top")
    wire_axes.set_title("the wire")
    middle = information_circles.distance(1, 1, 0) + 0.05
    for x, y, name in ((-middle / 2, 0.3, "X"), (middle / 2, 0.3, "Y"), (0, 0.3 - middle * np.sqrt(3) / 2, "Z")):
        xor_axes.add_patch(_circle((x, y), r))
        xor_axes.text(x, y, f"{name}\n{binary_entropy(1 / 2):.0f}", color=H_INK, ha="center", va="center")
    covered, held = 3 * binary_entropy(1 / 2), joint_entropy(np.reshape(correlations.XOR, (4, 2)))
    for y, bits, colour, words in ((-1.6, covered, D, "covered"), (-1.95, held, H, "there are")):
        xor_axes.barh(y, bits * 0.45, 0.2, left=-1.15, color=colour)
        xor_axes.text(-1.15 + bits * 0.45 + 0.06, y, f"{words} {bits:.0f}", color=INK, va="center")
    xor_axes.barh(-1.6, held * 0.45, 0.2, left=-1.15, color=H)
    xor_axes.set_title("XOR")
    for axes in (wire_axes, xor_axes):
        axes.set(xlim=(-1.25, 1.25), ylim=(-2.1, 1), aspect="equal")
        axes.set_axis_off()
    return figure


def _circle(middle: tuple[float, float], r: float) -> Circle:
    return Circle(middle, r, facecolor=to_rgba(H, 0.3), edgecolor=H_INK, linewidth=1.4)
