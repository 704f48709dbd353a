# ---
# jupyter:
#   description: How strongly does one draw speak for one Beta law against another? Build the answer by hand in numpy, from the ratio of two densities to averages.
#   also: [notebook]
# ---

# %% [markdown]
# # How much evidence is one observation? A walk with two Betas
#
# One draw comes in, and two people explain it. How strongly does it speak for the first? You build the answer by hand:
# a ratio, its logarithm, and averages that settle on 0.4547<!-- = kl_divergence(Beta(17, 6), Beta(3, 3), base=10) -->
# bans per draw, which are 1.5105<!-- = kl_divergence(Beta(17, 6), Beta(3, 3)) --> bits. That is $D(p \parallel q)$.
#
# **You need** [KL divergence](../../concepts/kl-divergence/#evidence): the theorems and their proofs stand there; this
# is the same section, done with numpy and counted in bans. Fifteen minutes.
#
# Below each cell stands what it returned when this page was built. [Take the notebook](two-betas.ipynb) and change it;
# [as a script](two-betas.py) it runs, too. It needs [the package](../../reference/python/#install) and matplotlib: the
# first line of code says how to install them.

# %%
# In a copy of the repository of this site: pip install . matplotlib
import matplotlib.pyplot as plt
import numpy as np
from scipy.special import beta

from extrabits import Beta, kl_divergence

p = Beta(17, 6)  # the truth
q = Beta(3, 3)  # the belief

# %% [markdown]
# ## The ratio of two densities
#
# Two people model one number between 0 and 1. One says Beta(17, 6)<!-- given: our example -->, call it p; the other
# says Beta(3, 3)<!-- given: our example -->, call it q. A Beta(a, b) law has density $x^{a-1} (1 - x)^{b-1} / B(a, b)$,
# where $B$ is what makes the area 1. Divide one by the other: the exponents subtract.


# %%
def likelihood_ratio(x):
    return beta(3, 3) / beta(17, 6) * x**14 * (1 - x) ** 3


for x in (0.2, 0.4, 0.619, 14 / 17, 0.99):
    print(f"x = {x:.3f}   p/q = {likelihood_ratio(x):.6f}")

# %% [markdown]
# A draw near one fifth is all but impossible under p. A draw at 14/17<!-- = studies.two_betas.PEAK -->
# speaks for p most strongly: the ratio is 5.412<!-- = studies.two_betas.largest_ratio() --> there and nowhere larger.
#
# ## Its logarithm adds up
#
# Ratios of independent draws multiply. You would rather add, so take the logarithm. To base ten the unit is the
# **ban**: one ban is a factor of ten.


# %%
def evidence(x):
    """For p and against q, in bans."""
    return np.log10(likelihood_ratio(x))


rng = np.random.default_rng(17)
draws = rng.beta(17, 6, size=5)
for x, bans in zip(draws, evidence(draws)):
    print(f"x = {x:.3f}   {bans:+.3f} bans")
print(f"sum         {evidence(draws).sum():+.3f} bans")
print(f"ratios multiplied: {likelihood_ratio(draws).prod():.1f}")

# %% [markdown]
# The sum is the logarithm of the product. Here is the evidence of a draw at each place. The curve is lopsided: it never
# rises above 0.733<!-- = log10(studies.two_betas.largest_ratio()) --> bans,
# and falls without end at both sides.

# %% name="evidence" alt="One curve over x from 0 to 1. It climbs steeply from below minus six bans, crosses zero near three fifths, is highest near four fifths, still below one ban, and falls steeply as x comes close to 1."
x = np.linspace(0.001, 0.9999, 600)
figure, axes = plt.subplots(figsize=(5.4, 2.8), layout="constrained")
axes.plot(x, evidence(x), color=plt.rcParams["text.color"])
axes.axhline(0, color="0.5", linewidth=0.8)
axes.text(0.79, 1.1, "for p", ha="center")
axes.text(0.36, -1.1, "for q", ha="right")
axes.set(xlabel="x", ylabel="evidence, bans", xlim=(0, 1), ylim=(-6, 2))
plt.show()

# %% [markdown]
# ## Averages settle
#
# Now draw from p, many times, and average. Each sum of evidence is divided by the number of draws so far.

# %%
draws = rng.beta(17, 6, size=(12, 10_000))
counts = np.arange(1, 10_001)
averages = evidence(draws).cumsum(axis=1) / counts
for n in (1, 10, 100, 1_000, 10_000):
    low, high = averages[:, n - 1].min(), averages[:, n - 1].max()
    print(f"{n:6} draws: {low:.3f} to {high:.3f} bans")

# %% [markdown]
# Twelve averages, and they agree on more digits the longer you wait. On what? On the mean of the evidence when p is
# true, and that is $D(p \parallel q)$ by definition. The package knows it in closed form. You can also integrate:

# %%
width = 1e-5
x = np.arange(width / 2, 1, width)
density = x**16 * (1 - x) ** 5 / beta(17, 6)
mean = np.sum(density * evidence(x)) * width
print(f"by hand      {mean:.10f} bans")
print(f"closed form  {kl_divergence(p, q, base=10):.10f} bans")

# %% name="running-averages" alt="Twelve jagged lines of running averages. They start between one quarter and three quarters of a ban, narrow as the number of draws grows from one to ten thousand, and end on one horizontal line, D(p‖q)."
shown = np.unique(np.logspace(0, 4, 120).astype(int))
figure, axes = plt.subplots(figsize=(5.4, 2.8), layout="constrained")
axes.plot(np.log10(shown), averages[:, shown - 1].T, color="C0", linewidth=0.8, alpha=0.6)
axes.axhline(mean, color="C3")
axes.text(4, mean + 0.04, "D(p‖q)", ha="right")
axes.set(xlabel="log10 of the number of draws", ylabel="average evidence, bans", xlim=(0, 4), ylim=(-0.1, 0.8))
plt.show()

# %% [markdown]
# ## One draw can be far from the average
#
# An average hides its spread. How far is one draw from it, and how often does it point the wrong way?

# %%
bans = evidence(rng.beta(17, 6, size=200_000))
print(f"mean                {bans.mean():.3f} bans")
print(f"standard deviation  {bans.std():.3f} bans")
print(f"speaks for p        {100 * (bans > 0).mean():.1f} %")

# %% [markdown]
# The spread is most of the mean, and one draw in ten speaks for the wrong law. That is why you take more than one.
#
# ## How many draws until twenty to one?
#
# Start at even odds and stop as soon as p is twenty times as likely as q: when the sum passes
# 1.301<!-- = log10(20) --> bans, the logarithm of twenty. Dividing by the average gives a first guess,
# 2.86<!-- = log10(20) / kl_divergence(Beta(17, 6), Beta(3, 3), base=10) --> draws.


# %%
def until(odds, bans):
    """Draws used, and bans reached, for each row."""
    sums = bans.cumsum(axis=1)
    there = sums >= np.log10(odds)
    assert there.any(axis=1).all(), "draw longer rows"
    used = there.argmax(axis=1) + 1
    return used, sums[np.arange(len(sums)), used - 1]


used, reached = until(20, evidence(rng.beta(17, 6, (50_000, 100))))
for n in range(1, 7):
    print(f"{n} draws: {100 * (used == n).mean():4.1f} %")
print(f"mean: {used.mean():.2f} draws, {reached.mean():.3f} bans")
print(f"bans per draw: {reached.mean() / used.mean():.3f}")

# %% [markdown]
# Never one draw: none is loud enough. And on average more than the guess, because the last draw carries you past the
# mark, and you pay for what you did not need. Count that too, and the last line is $D(p \parallel q)$ again, to the
# accuracy of the simulation: what you reach on average is the average number of draws times $D(p \parallel q)$.
#
# ## The other direction
#
# Let q be true. Its evidence is the same logarithm with the sign changed, and its average is $D(q \parallel p)$,
# 1.6095<!-- = kl_divergence(Beta(3, 3), Beta(17, 6), base=10) --> bans.

# %%
against = -evidence(rng.beta(3, 3, size=(50_000, 100)))
print(f"D(q‖p)              {kl_divergence(q, p, base=10):.4f} bans")
print(f"mean                {against.mean():.4f} bans")
print(f"standard deviation  {against.std():.3f} bans")
print(f"speaks for q        {100 * (against > 0).mean():.1f} %")
used_q, _ = until(20, against)
print(f"until 20:1          {used_q.mean():.2f} draws")
print(f"after one draw      {100 * (used_q == 1).mean():.1f} %")

# %% [markdown]
# A draw from q points the right way less often, and still you are done sooner: when it does speak, it can be loud.

# %% name="draws-until-sure" alt="Two bar charts of the number of draws until twenty to one, from one to eight. When p is true no bar stands at one, the highest is at three, and the bars fall off to the right. When q is true the highest bar is at one, more than two fifths, and each further bar is lower."
figure, pair = plt.subplots(2, sharex=True, figsize=(5.4, 3.2), layout="constrained")
n = np.arange(1, 9)
for axes, counted, colour, label in (
    (pair[0], used, "C0", "p is true"),
    (pair[1], used_q, "C1", "q is true"),
):
    shares = [100 * (counted == k).mean() for k in n]
    axes.bar(n, shares, color=colour, width=0.7)
    axes.text(8.4, 34, label, ha="right")
    axes.set(ylim=(0, 48), ylabel="%")
pair[1].set(xlabel="draws until 20:1", xticks=n)
plt.show()

# %% [markdown]
# ## What you can change
#
# - **The mark.** `until(1000, …)`: three bans instead of 1.301<!-- = log10(20) -->. The overshoot stays about the same,
#   so it matters less, and the number of draws comes, in proportion, closer to three divided by $D(p \parallel q)$.
# - **The laws.** Move q closer to p, say Beta(16, 6)<!-- given: our example -->, and $D(p \parallel q)$ is
#   0.0036<!-- = kl_divergence(Beta(17, 6), Beta(16, 6), base=10) --> bans. Longer rows are needed: `until` tells you.
#   What you did by hand has the laws' numbers in it: the ratio, the density, the draws. Change them there too.
# - **The third law.** Draw from Beta(10, 5)<!-- given: our example -->, call it r, which is neither. The average
#   settles on $D(r \parallel q) - D(r \parallel p)$. Which of the two laws wins?
# - **The prior odds.** If p was a hundred-to-one outsider, start the sum at −2<!-- = log10(1/100) --> bans. How many
#   draws does that cost?
