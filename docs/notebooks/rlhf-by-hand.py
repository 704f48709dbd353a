# ---
# jupyter:
#   description: A policy over three answers, trained on drawn answers with each kind of KL penalty, a judge who errs, and DPO, in numpy. Change it and run it.
# ---

# %% [markdown]
# # Train a policy on a leash: RLHF in numpy
#
# Three answers, a reward for each, and a reference to stay close to. You train a policy on answers that it draws
# itself, with the KL penalty in the reward and as a loss, and see where each ends. Then you let a judge choose who
# errs, and at last you fit a policy to preferences alone.
#
# **You need** [RLHF](../../uses/rlhf/): the theorems and their proofs stand there; here the same numbers come out of
# draws. Twenty minutes.
#
# Below each cell stands what it returned when this page was built. [Take the notebook](rlhf-by-hand.ipynb) and change
# it; [as a script](rlhf-by-hand.py) it runs, too. It needs [the package](../../reference/python/#install) and
# matplotlib: the first line of code says how to install them.

# %%
# In a copy of the repository of this site: pip install . matplotlib
import matplotlib.pyplot as plt
import numpy as np

from extrabits import k1, k2, k3, kl_divergence

reference = np.array([0.2, 0.5, 0.3])
reward = np.array([1.0, 0.0, -1.0])
beta = 0.5
rng = np.random.default_rng(7)


def nats(p, q):
    return kl_divergence(p, q, base=np.e)


def softmax(logits):
    weights = np.exp(logits - logits.max())
    return weights / weights.sum()


# %% [markdown]
# ## Where it should end
#
# The best policy is the reference times exp(reward/β), divided by the sum. Its value is β times the logarithm of that
# sum, and any other policy is worth less by β times its divergence from the best one.

# %%
weights = reference * np.exp(reward / beta)
best = weights / weights.sum()
value = beta * np.log(weights.sum())
print(f"best policy {best.round(4)}, value {value:.4f}")
for policy in rng.dirichlet(np.ones(3), 4):
    worth = policy @ reward - beta * nats(policy, reference)
    print(f"{policy.round(3)}: {worth:+.4f} = {value:.4f} - {beta * nats(policy, best):.4f}")

# %% [markdown]
# ## Train on what it draws
#
# One step: draw a hundred answers from the policy, and go up the gradient of what they say. For a reward that is the
# reward times the gradient of the log-probability. For a loss it is the gradient of the loss itself, at the answer
# that was drawn. Every step draws anew.


# %%
def train(penalty, steps=4000, rate=0.05, draws=100):
    """The policy at the end of training, as a mean over the last quarter, so that the noise of the steps goes."""
    logits, kept = np.log(reference), []
    for step in range(steps):
        policy = softmax(logits)
        a = rng.choice(3, draws, p=policy)
        score = np.eye(3)[a] - policy  # the gradient of ln π(a) by the logits
        u = np.log(reference / policy)[a]
        paid = reward[a]
        slope = 0.0
        if penalty == "k1 in the reward":
            paid = paid + beta * u
        if penalty == "k1 as a loss":
            slope = 1.0
        if penalty == "k2 as a loss":
            slope = -u
        if penalty == "k3 as a loss":
            slope = 1 - np.exp(u)
        gain = paid - paid.mean() - beta * slope
        logits = logits + rate * (gain @ score) / draws
        if step >= 3 * steps // 4:
            kept.append(policy)
    return np.mean(kept, axis=0)


penalties = ["k1 in the reward", "k2 as a loss", "k3 as a loss", "k1 as a loss"]
trained = {penalty: train(penalty) for penalty in penalties}
for penalty, policy in trained.items():
    far = nats(policy, reference)
    print(f"{penalty:16}  {policy.round(3)}  reward {policy @ reward:.3f}  D {far:.3f}")

# %% [markdown]
# Two of them end at the best policy. k3 as a loss ends elsewhere: at the best policy for the penalty with the laws
# exchanged, which can be computed. k1 as a loss holds nothing.

# %%
low, high = reward.max() + 1e-9, reward.max() + beta
for _ in range(60):  # halve until the weights add up to 1
    middle = (low + high) / 2
    total = (reference * beta / (middle - reward)).sum()
    low, high = (middle, high) if total > 1 else (low, middle)
exchanged = reference * beta / (middle - reward)
print(f"beta D(reference‖policy): {exchanged.round(3)}")
print(f"k3 as a loss, trained:    {trained['k3 as a loss'].round(3)}")


# %% name="where-training-ends" alt="Bars for the three answers in five groups. The first three groups, the best policy and the two penalties that lead to it, look alike, with nearly three quarters on the first answer. The fourth has visibly more on the third answer. In the last almost all is on the first."
groups = {"best": best, **trained}
figure, axes = plt.subplots(figsize=(5.4, 3), layout="constrained")
names = ["\n".join(name.split()[:: len(name.split()) - 1 or 1]) for name in groups]
for answer, colour in enumerate(("#0072b2", "#56b4e9", "#d55e00")):
    places = np.arange(len(groups)) + 0.28 * (answer - 1)
    heights = [policy[answer] for policy in groups.values()]
    axes.bar(places, heights, 0.26, color=colour, label=f"answer {answer + 1}")
axes.set_xticks(range(len(groups)), names)
axes.set(ylabel="probability", ylim=(0, 1.5), yticks=[0, 0.5, 1])
axes.legend(frameon=False, loc="upper left")
plt.show()

# %% [markdown]
# ## What the log would say
#
# The same draws give three numbers for one divergence. Here are batches of a hundred answers from the best policy.

# %%
u = np.log(reference / best)[rng.choice(3, (10_000, 100), p=best)]
print(f"D(policy‖reference)  {nats(best, reference):.3f} nats")
for name, estimate in (("k1", k1), ("k2", k2), ("k3", k3)):
    batches = estimate(u).mean(axis=1)
    print(f"{name}: mean {batches.mean():.3f}, from batch to batch ± {batches.std():.3f}")

# %% [markdown]
# k2 is off. k3 is not, and scatters more than k1: the policy has gone too far for it.
#
# ## A judge who errs
#
# Now there are as many answers as you like. The true reward is Gaussian, and the judge adds an error of less spread.
# Most of the time it is small, and now and then it is not. Keep the best of n by the judge.


# %%
def kept(n, times=2000):
    """The score and the true reward of the best of n, on average."""
    true = rng.normal(size=(times, n))
    score = true + 0.5 * rng.standard_t(3, size=(times, n))
    at = np.arange(times), score.argmax(axis=1)
    return score[at].mean(), true[at].mean()


sizes = 2 ** np.arange(0, 13, 2)
means = np.array([kept(n) for n in sizes])
for n, (score, true) in zip(sizes, means):
    far = np.log(n) - (n - 1) / n
    print(f"best of {n:4}: D {far:.2f} nats, score {score:5.2f}, true reward {true:.2f}")

# %% name="a-judge-who-errs" alt="Over the divergence of the best of n, the score climbs and leaves the picture. The true reward climbs with it at first, is highest near three nats, and sinks again."
figure, axes = plt.subplots(figsize=(5.4, 2.8), layout="constrained")
d = np.log(sizes) - 1 + 1 / sizes
axes.plot(d, means[:, 0], "o-", color="#b07700")
axes.plot(d, means[:, 1], "o-", color="#0072b2")
axes.text(d[3] - 0.3, 3.6, "score", color="#8a5d00", ha="right")
axes.text(d[5], 1.1, "true reward", color="#005d93")
axes.set(xlabel="D(best of n‖reference), nats", ylabel="mean")
axes.set(ylim=(0, 4))
plt.show()

# %% [markdown]
# ## Preferences alone
#
# Nobody tells the rewards. You learn which of two answers won, a thousand times for each pair, and go down the loss of
# DPO.

# %%
wins = np.zeros((3, 3))
for a, b in ((0, 1), (0, 2), (1, 2)):
    wins[a, b] = rng.binomial(1000, 1 / (1 + np.exp(reward[b] - reward[a])))
    wins[b, a] = 1000 - wins[a, b]


def dpo(wins, steps=5000, rate=4.0):
    ratio = np.zeros(3)  # ln policy / reference, up to a constant
    for _ in range(steps):
        lost = wins / (1 + np.exp(beta * np.subtract.outer(ratio, ratio)))
        ratio = ratio + rate * beta * (lost.sum(axis=1) - lost.sum(axis=0)) / wins.sum()
    return softmax(np.log(reference) + ratio)


print(f"fitted  {dpo(wins).round(3)}")
print(f"best    {best.round(3)}")
unseen = wins.copy()
unseen[2] = unseen[:, 2] = 0
print(f"the third answer never shown  {dpo(unseen).round(3)}")
always = np.zeros((3, 3))
always[0, 1] = 1
for steps in (100, 1000, 10_000):
    policy = dpo(always, steps)
    print(f"the first always wins, {steps:6} steps  {policy.round(4)}")

# %% [markdown]
# ## Change the leash
#
# - **The price.** Set `beta` to a quarter. k1 in the reward and k2 as a loss follow to the new best policy. Where does
#   k3 as a loss go, and how far is it from there?
# - **The batch.** With `draws=1` the steps are noisier. Which of the penalties suffers most? Lower the rate until they
#   agree again.
# - **The judge.** Replace `rng.standard_t(3, …)` by a Gaussian of the same spread. Does the true reward still fall?
# - **A stale policy.** Draw from the policy of ten steps ago and use the probabilities of today. What happens to k1 in
#   the reward?
