# ---
# jupyter:
#   description: A variational autoencoder on small digits, built by hand in numpy. Its two terms in bits, the plane it draws, the gap to the exact length, and β.
#   also: [VAE notebook]
# ---

# %% [markdown]
# # Two terms and a knob: a variational autoencoder by hand
#
# A picture of a digit has 64<!-- = studies.bit_pictures.PIXELS --> pixels, black or white. You build a network that
# first writes down two numbers and then the pixels, train it for a second, and read its bill: bits for the two numbers,
# bits for the pixels. Then you turn the price of the two numbers up and down, and watch the bill.
#
# **You need** [the variational autoencoder](../../uses/variational-autoencoder/#statement): what the two terms bound is
# stated and proved there; here you compute both sides on the same pictures. Twenty minutes.
#
# Below each cell stands what it returned when this page was built. [Take the notebook](variational-autoencoder-by-hand.ipynb)
# and change it. It needs [the package](../../reference/python/#install), matplotlib for the pictures, and scikit-learn,
# which brings the digits: the first line of code says how to install them.

# %%
# In a copy of the repository of this site: pip install . matplotlib scikit-learn
import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit, logsumexp
from sklearn.datasets import load_digits

from extrabits import Normal, cross_entropy, kl_divergence

ink, digits = load_digits(return_X_y=True)
order = np.random.default_rng(0).permutation(len(digits))
pictures, digits = (ink[order] >= 8).astype(float), digits[order]
training, test = pictures[:1047], pictures[1047:]
print(f"{len(training)} pictures to learn from, {len(test)} kept")

# %% [markdown]
# ## A coin for each pixel
#
# Before any network: count in training how often each pixel is ink, and code it as a coin with that chance. The length
# is a cross-entropy: what you meet stands first, what you believe second. Added up over the pixels:

# %%
share = (training.sum(axis=0) + 1 / 2) / (len(training) + 1)
met = test.mean(axis=0)
p, q = (np.stack([ones, 1 - ones], axis=1) for ones in (met, share))
coins = cross_entropy(p, q)
print(f"{coins.sum():.1f} bits a picture")

# %% [markdown]
# Every network has to beat 36.4<!-- = studies.picture_coders.independent() --> bits.
#
# ## Two networks
#
# The encoder looks at a picture $x$ and says where in the plane it belongs: a mean $\mu$ and a standard deviation
# $\sigma$ for each of two numbers. The decoder gets two numbers $z$ and says how likely each pixel is ink. Each has one
# hidden layer.


# %%
def start(rng):
    """Small random weights; the decoder begins as a coin for each pixel."""
    sizes = [(64, 64, 1), (64, 4, 0.1), (2, 64, 1), (64, 64, 0.1)]
    layers = [[scale * rng.normal(size=(a, b)) / np.sqrt(a), np.zeros(b)] for a, b, scale in sizes]
    layers[-1][1] = np.log(share / (1 - share))
    return [each for layer in layers for each in layer]


def encode(weights, x):
    hidden = np.tanh(x @ weights[0] + weights[1])
    mean, log_variance = np.split(hidden @ weights[2] + weights[3], 2, axis=1)
    return hidden, mean, np.exp(log_variance / 2)


def decode(weights, z):
    hidden = np.tanh(z @ weights[4] + weights[5])
    return hidden, hidden @ weights[6] + weights[7]


# %% [markdown]
# ## Two terms
#
# Draw $z$ from the encoder's Gaussian $q(z \mid x)$ and ask the decoder. Its surprise at the picture is the first term.
# The second is what $z$ costs, where both sides know a standard Gaussian $p(z)$ beforehand:
#
# $$
# D\bigl(q(z \mid x) \parallel p(z)\bigr) = \tfrac12 \sum_i \bigl(\mu_i^2 + \sigma_i^2 - 1 - \ln \sigma_i^2\bigr)
# $$
#
# Both are sums, over the pixels and over the two numbers. Neither is divided by how many there are.


# %%
def terms(weights, x, noise):
    """Nats of each picture: for its pixels given one z, and for that z."""
    _, mean, sd = encode(weights, x)
    _, logits = decode(weights, mean + sd * noise)
    pixels = (np.logaddexp(0, logits) - x * logits).sum(axis=1)
    latent = ((mean**2 + sd**2 - 1) / 2 - np.log(sd)).sum(axis=1)
    return pixels, latent


weights = start(np.random.default_rng(1))
_, mean, sd = encode(weights, test[:1])
_, latent = terms(weights, test[:1], np.zeros((1, 2)))
package = sum(kl_divergence(Normal(m, s), Normal(0, 1), base=np.e) for m, s in zip(mean[0], sd[0]))
print(f"by hand {latent[0]:.6f} nats, by the package {package:.6f} nats")

# %% [markdown]
# ## Slopes by hand
#
# Training follows the slope of pixels + β · latent. The noise is held fixed, so $z = \mu + \sigma \varepsilon$ passes
# slopes on to $\mu$ and $\sigma$. One slope is held against a nudge of its weight.


# %%
def slopes(weights, x, noise, beta):
    """Of the mean over the pictures, by each of the weights."""
    hidden, mean, sd = encode(weights, x)
    z = mean + sd * noise
    late, logits = decode(weights, z)
    by_logits = (expit(logits) - x) / len(x)
    by_late = by_logits @ weights[6].T * (1 - late**2)
    by_z = by_late @ weights[4].T
    by_mean = by_z + beta * mean / len(x)
    by_log_variance = by_z * noise * sd / 2 + beta * (sd**2 - 1) / (2 * len(x))
    by_out = np.hstack([by_mean, by_log_variance])
    by_hidden = by_out @ weights[2].T * (1 - hidden**2)
    layers = [(x, by_hidden), (hidden, by_out), (z, by_late), (late, by_logits)]
    return [slope for into, by in layers for slope in (into.T @ by, by.sum(axis=0))]


def loss(weights, x, noise, beta):
    pixels, latent = terms(weights, x, noise)
    return (pixels + beta * latent).mean()


noise = np.random.default_rng(2).normal(size=(5, 2))
given = training[:5], noise, 2  # pictures, noise, β
slope, before = slopes(weights, *given)[2][7, 3], loss(weights, *given)
weights[2][7, 3] += 1e-6
print(f"slope {slope:.5f}, nudge {(loss(weights, *given) - before) / 1e-6:.5f}")

# %% [markdown]
# ## Training
#
# Two hundred rounds of ten batches. The page trains twice as long; this takes a second.


# %%
def train(beta=1, epochs=200, seed=0):
    rng = np.random.default_rng(seed)
    weights = start(rng)
    slope, square = ([np.zeros_like(w) for w in weights] for _ in range(2))
    steps = 10 * epochs
    for step in range(1, steps + 1):  # Adam
        chosen = training[rng.integers(len(training), size=100)]
        found = slopes(weights, chosen, rng.normal(size=(100, 2)), beta)
        for w, m, v, g in zip(weights, slope, square, found):
            m += 0.1 * (g - m)
            v += 0.001 * (g * g - v)
            size = 0.003 * (1 - step / steps)
            w -= size * m / (1 - 0.9**step) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return weights


def bill(weights):
    """Bits of each picture of the test: for its pixels, averaged over z, and for z."""
    # A few places stand for all z, in either direction.
    nodes, parts = np.polynomial.hermite_e.hermegauss(6)
    parts = parts / parts.sum()
    pixels = sum(
        part * other * terms(weights, test, np.tile([a, b], (len(test), 1)))[0]
        for a, part in zip(nodes, parts)
        for b, other in zip(nodes, parts)
    )
    _, latent = terms(weights, test, np.zeros((len(test), 2)))
    return pixels / np.log(2), latent / np.log(2)


weights = train()
pixels, latent = bill(weights)
print(f"pixels  {pixels.mean():.1f} bits")
print(f"latent  {latent.mean():.1f} bits")
print(f"picture {(pixels + latent).mean():.1f} bits")

# %% [markdown]
# The two numbers cost a few bits and save many more. The page comes to 29.5<!-- = studies.coded_pictures.bill().bits -->
# bits with networks of the same size, so the bill has little left to fall. Call `train(epochs=400)` and see.
#
# ## The plane
#
# Where does the encoder put the pictures? Here are the first two hundred of the test, each at its mean, as the digit
# that it shows. The encoder was never told which digit that is.

# %% name="where-digits-lie" alt="Small numerals scattered over a plane around its middle. Equal numerals lie together in patches, some apart from all others, some patches running into each other."
_, mean, _ = encode(weights, test)
figure, axes = plt.subplots(figsize=(5.4, 4.6), layout="constrained")
for (a, b), digit in zip(mean[:200], digits[1047:]):
    axes.text(a, b, str(digit), ha="center", va="center", fontsize=9, clip_on=True)
axes.set(xlabel="z₁", ylabel="z₂", xlim=(-3, 3), ylim=(-3, 3), aspect="equal")
plt.show()

# %% [markdown]
# And what does the decoder make of a place? A square is as large as the chance of ink.

# %% name="what-places-show" alt="Five by five pictures of squares, one for each of so many places in the plane. Most can be read as digits, and neighbours differ little."
places = np.linspace(-1.6, 1.6, 5)
corners = np.array([(a, b) for b in places for a in places])
chances = expit(decode(weights, corners)[1]).reshape(-1, 8, 8)
which, row, column = np.nonzero(chances > 0.15)
across = corners[which, 0] + (column - 3.5) * 0.08
up = corners[which, 1] - (row - 3.5) * 0.08
size = 26 * chances[which, row, column]
figure, axes = plt.subplots(figsize=(5.4, 5.2), layout="constrained")
axes.scatter(across, up, size, marker="s", color=plt.rcParams["text.color"], linewidths=0)
axes.set(xlabel="z₁", ylabel="z₂", xticks=places, yticks=places, aspect="equal")
plt.show()

# %% [markdown]
# ## The gap
#
# The two terms are a bound. The picture's own length under the decoder is $-\log_2 p(x)$, and with two numbers you can
# sum over a grid where others must integrate. The grid's weights add up to one, so the sum is a law of pictures by
# itself. What is missing between the two terms and this length is called the gap.

# %%
along = np.linspace(-6, 6, 97)
grid = np.stack(np.meshgrid(along, along), axis=-1).reshape(-1, 2)


def on_grid(weights, x):
    """ln p(x, z) of each picture at each point, the prior's weights adding up to one."""
    prior = -(grid**2).sum(axis=1) / 2
    _, logits = decode(weights, grid)
    given = x @ logits.T - np.logaddexp(0, logits).sum(axis=1)
    return given + prior - logsumexp(prior)


joint = np.vstack([on_grid(weights, part) for part in np.array_split(test, 5)])
exact = -logsumexp(joint, axis=1) / np.log(2)
gap = pixels + latent - exact
print(f"two terms  {(pixels + latent).mean():.2f} bits")
print(f"exactly    {exact.mean():.2f} bits")
print(f"gap        {gap.mean():.2f} bits, at most {np.median(gap):.2f} for half of them")

# %% [markdown]
# The page says what the gap is: $D\bigl(q(z \mid x) \parallel p(z \mid x)\bigr)$, from where the encoder says to where
# the picture lies. On the grid you can compute this, too. Take the picture with the median gap:

# %%
chosen = int(np.argsort(gap)[len(gap) // 2])
_, mean, sd = encode(weights, test[[chosen]])
encoder = -(((grid - mean) / sd) ** 2).sum(axis=1) / 2
encoder, posterior = (np.exp(logs - logsumexp(logs)) for logs in (encoder, joint[chosen]))
print(f"what is missing {gap[chosen]:.2f} bits")
print(f"D(q‖p(z|x))     {kl_divergence(encoder, posterior):.2f} bits")

# %% [markdown]
# ## The knob
#
# Now weigh the latent by β in training. The bill stays what it is: bits for the pixels plus bits for the latent.

# %%
print("   β   loss  pixels  latent  bits a picture")
bills = {}
for beta in (0.25, 0.5, 1, 2, 4):
    trained = weights if beta == 1 else train(beta=beta)
    bills[beta] = [part.mean() for part in bill(trained)]
    a, b = bills[beta]
    print(f"{beta:4}  {a + beta * b:5.1f}   {a:5.1f}   {b:5.1f}  {a + b:14.1f}")

# %% [markdown]
# Read the columns. A small β buys a costly latent, and a loss that looks better than any bill; but it is no length, for
# the latent was counted at a discount. A large β makes the latent so dear that the encoder says next to nothing, and the
# pixels are back near the coins: **posterior collapse**. The last column is least at β = 1.

# %% name="price-of-the-latent" alt="Dots for five values of β, bits for the latent across, bits for the pixels up. From the upper left, where the latent costs almost nothing, they fall to the right, steeply first and then ever less. A straight line of equal sums touches the dot of β equal to one and lies below the others."
figure, axes = plt.subplots(figsize=(5.4, 3.4), layout="constrained")
least = sum(bills[1])
axes.plot([0, 8], [least, least - 8], color="0.5", linewidth=1)
for beta, (a, b) in bills.items():
    axes.plot(b, a, "o", color="C1")
    axes.annotate(f"β = {beta:g}", (b, a), (6, 4), textcoords="offset points")
axes.set(xlabel="latent, bits a picture", ylabel="pixels, bits a picture")
axes.set(xlim=(-0.2, 8), ylim=(22, 38))
plt.show()

# %% [markdown]
# ## Change the autoencoder
#
# - **The steps.** `train(epochs=400)` is what the page does, up to the draws. Which of the two terms grows?
# - **The pictures.** `ink[order] >= 8` is half of the ink. Take `>= 4`: more pixels are ink. What do the coins say now?
# - **The mean.** Take the mean over the 64<!-- = studies.bit_pictures.PIXELS --> pixels in `slopes`, and leave the latent
#   a sum. Which β is that, and what becomes of the plane?
# - **The noise.** Put `noise` to zero in training. What does the latent cost then, and what do the two terms bound?
