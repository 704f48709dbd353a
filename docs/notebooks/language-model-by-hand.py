# ---
# jupyter:
#   description: Build a language model that counts, and the arithmetic coder that it drives. The file is as long as the loss, and the text comes back.
#   also: [language model notebook, arithmetic coder notebook]
# ---

# %% [markdown]
# # A file as long as the loss: a language model and its coder
#
# A model counts which byte came after which, and says how likely each next one is. A coder turns these chances into a
# file. How long is it? You build both, and read a chapter of *Alice's Adventures in Wonderland* back from
# 34 295<!-- = ceil(sum(studies.coded_alice.encoded(exhibits.language_models.CHAPTER, 4)[0])) + 1 --> bits, where the loss
# adds up to 34 293.4<!-- = sum(studies.coded_alice.encoded(exhibits.language_models.CHAPTER, 4)[0]) -->. Then you turn
# what the model keeps for the unseen, how far it looks back, and how finely it is stored.
#
# **You need** [language models](../../uses/language-models/#statement): that the loss is a length is stated and proved
# there; here you build both ends of the wire. Twenty minutes.
#
# Below each cell stands what it returned when this page was built. [Take the notebook](language-model-by-hand.ipynb) and
# change it. It needs [the package](../../reference/python/#install) and matplotlib: the first line of code says how to
# install them.

# %%
# In a copy of the repository of this site: pip install . matplotlib
import bz2
import lzma
from bisect import bisect_right

import matplotlib.pyplot as plt
import numpy as np

from extrabits import kl_divergence

# %% [markdown]
# ## The text
#
# Chapter VII, in which the Hatter, the March Hare and the Dormouse take tea. On the page the models have read six
# chapters by then. Here nothing comes before it, so each byte costs more.

# %% summary="The chapter, as it stands in the notebook" jupyter={"source_hidden": true}
text = b"""CHAPTER VII

                         A Mad Tea-Party


  There was a table set out under a tree in front of the house,
and the March Hare and the Hatter were having tea at it:  a
Dormouse was sitting between them, fast asleep, and the other two
were using it as a cushion, resting their elbows on it, and the
talking over its head.  `Very uncomfortable for the Dormouse,'
thought Alice; `only, as it's asleep, I suppose it doesn't mind.'

  The table was a large one, but the three were all crowded
together at one corner of it:  `No room!  No room!' they cried
out when they saw Alice coming.  `There's PLENTY of room!' said
Alice indignantly, and she sat down in a large arm-chair at one
end of the table.

  `Have some wine,' the March Hare said in an encouraging tone.

  Alice looked all round the table, but there was nothing on it
but tea.  `I don't see any wine,' she remarked.

  `There isn't any,' said the March Hare.

  `Then it wasn't very civil of you to offer it,' said Alice
angrily.

  `It wasn't very civil of you to sit down without being
invited,' said the March Hare.

  `I didn't know it was YOUR table,' said Alice; `it's laid for a
great many more than three.'

  `Your hair wants cutting,' said the Hatter.  He had been
looking at Alice for some time with great curiosity, and this was
his first speech.

  `You should learn not to make personal remarks,' Alice said
with some severity; `it's very rude.'

  The Hatter opened his eyes very wide on hearing this; but all
he SAID was, `Why is a raven like a writing-desk?'

  `Come, we shall have some fun now!' thought Alice.  `I'm glad
they've begun asking riddles.--I believe I can guess that,' she
added aloud.

  `Do you mean that you think you can find out the answer to it?'
said the March Hare.

  `Exactly so,' said Alice.

  `Then you should say what you mean,' the March Hare went on.

  `I do,' Alice hastily replied; `at least--at least I mean what
I say--that's the same thing, you know.'

  `Not the same thing a bit!' said the Hatter.  `You might just
as well say that "I see what I eat" is the same thing as "I eat
what I see"!'

  `You might just as well say,' added the March Hare, `that "I
like what I get" is the same thing as "I get what I like"!'

  `You might just as well say,' added the Dormouse, who seemed to
be talking in his sleep, `that "I breathe when I sleep" is the
same thing as "I sleep when I breathe"!'

  `It IS the same thing with you,' said the Hatter, and here the
conversation dropped, and the party sat silent for a minute,
while Alice thought over all she could remember about ravens and
writing-desks, which wasn't much.

  The Hatter was the first to break the silence.  `What day of
the month is it?' he said, turning to Alice:  he had taken his
watch out of his pocket, and was looking at it uneasily, shaking
it every now and then, and holding it to his ear.

  Alice considered a little, and then said `The fourth.'

  `Two days wrong!' sighed the Hatter.  `I told you butter
wouldn't suit the works!' he added looking angrily at the March
Hare.

  `It was the BEST butter,' the March Hare meekly replied.

  `Yes, but some crumbs must have got in as well,' the Hatter
grumbled:  `you shouldn't have put it in with the bread-knife.'

  The March Hare took the watch and looked at it gloomily:  then
he dipped it into his cup of tea, and looked at it again:  but he
could think of nothing better to say than his first remark, `It
was the BEST butter, you know.'

  Alice had been looking over his shoulder with some curiosity.
`What a funny watch!' she remarked.  `It tells the day of the
month, and doesn't tell what o'clock it is!'

  `Why should it?' muttered the Hatter.  `Does YOUR watch tell
you what year it is?'

  `Of course not,' Alice replied very readily:  `but that's
because it stays the same year for such a long time together.'

  `Which is just the case with MINE,' said the Hatter.

  Alice felt dreadfully puzzled.  The Hatter's remark seemed to
have no sort of meaning in it, and yet it was certainly English.
`I don't quite understand you,' she said, as politely as she
could.

  `The Dormouse is asleep again,' said the Hatter, and he poured
a little hot tea upon its nose.

  The Dormouse shook its head impatiently, and said, without
opening its eyes, `Of course, of course; just what I was going to
remark myself.'

  `Have you guessed the riddle yet?' the Hatter said, turning to
Alice again.

  `No, I give it up,' Alice replied:  `what's the answer?'

  `I haven't the slightest idea,' said the Hatter.

  `Nor I,' said the March Hare.

  Alice sighed wearily.  `I think you might do something better
with the time,' she said, `than waste it in asking riddles that
have no answers.'

  `If you knew Time as well as I do,' said the Hatter, `you
wouldn't talk about wasting IT.  It's HIM.'

  `I don't know what you mean,' said Alice.

  `Of course you don't!' the Hatter said, tossing his head
contemptuously.  `I dare say you never even spoke to Time!'

  `Perhaps not,' Alice cautiously replied:  `but I know I have to
beat time when I learn music.'

  `Ah! that accounts for it,' said the Hatter.  `He won't stand
beating.  Now, if you only kept on good terms with him, he'd do
almost anything you liked with the clock.  For instance, suppose
it were nine o'clock in the morning, just time to begin lessons:
you'd only have to whisper a hint to Time, and round goes the
clock in a twinkling!  Half-past one, time for dinner!'

  (`I only wish it was,' the March Hare said to itself in a
whisper.)

  `That would be grand, certainly,' said Alice thoughtfully:
`but then--I shouldn't be hungry for it, you know.'

  `Not at first, perhaps,' said the Hatter:  `but you could keep
it to half-past one as long as you liked.'

  `Is that the way YOU manage?' Alice asked.

  The Hatter shook his head mournfully.  `Not I!' he replied.
`We quarrelled last March--just before HE went mad, you know--'
(pointing with his tea spoon at the March Hare,) `--it was at the
great concert given by the Queen of Hearts, and I had to sing

            "Twinkle, twinkle, little bat!
            How I wonder what you're at!"

You know the song, perhaps?'

  `I've heard something like it,' said Alice.

  `It goes on, you know,' the Hatter continued, `in this way:--

            "Up above the world you fly,
            Like a tea-tray in the sky.
                    Twinkle, twinkle--"'

Here the Dormouse shook itself, and began singing in its sleep
`Twinkle, twinkle, twinkle, twinkle--' and went on so long that
they had to pinch it to make it stop.

  `Well, I'd hardly finished the first verse,' said the Hatter,
`when the Queen jumped up and bawled out, "He's murdering the
time!  Off with his head!"'

  `How dreadfully savage!' exclaimed Alice.

  `And ever since that,' the Hatter went on in a mournful tone,
`he won't do a thing I ask!  It's always six o'clock now.'

  A bright idea came into Alice's head.  `Is that the reason so
many tea-things are put out here?' she asked.

  `Yes, that's it,' said the Hatter with a sigh:  `it's always
tea-time, and we've no time to wash the things between whiles.'

  `Then you keep moving round, I suppose?' said Alice.

  `Exactly so,' said the Hatter:  `as the things get used up.'

  `But what happens when you come to the beginning again?' Alice
ventured to ask.

  `Suppose we change the subject,' the March Hare interrupted,
yawning.  `I'm getting tired of this.  I vote the young lady
tells us a story.'

  `I'm afraid I don't know one,' said Alice, rather alarmed at
the proposal.

  `Then the Dormouse shall!' they both cried.  `Wake up,
Dormouse!'  And they pinched it on both sides at once.

  The Dormouse slowly opened his eyes.  `I wasn't asleep,' he
said in a hoarse, feeble voice:  `I heard every word you fellows
were saying.'

  `Tell us a story!' said the March Hare.

  `Yes, please do!' pleaded Alice.

  `And be quick about it,' added the Hatter, `or you'll be asleep
again before it's done.'

  `Once upon a time there were three little sisters,' the
Dormouse began in a great hurry; `and their names were Elsie,
Lacie, and Tillie; and they lived at the bottom of a well--'

  `What did they live on?' said Alice, who always took a great
interest in questions of eating and drinking.

  `They lived on treacle,' said the Dormouse, after thinking a
minute or two.

  `They couldn't have done that, you know,' Alice gently
remarked; `they'd have been ill.'

  `So they were,' said the Dormouse; `VERY ill.'

  Alice tried to fancy to herself what such an extraordinary ways
of living would be like, but it puzzled her too much, so she went
on:  `But why did they live at the bottom of a well?'

  `Take some more tea,' the March Hare said to Alice, very
earnestly.

  `I've had nothing yet,' Alice replied in an offended tone, `so
I can't take more.'

  `You mean you can't take LESS,' said the Hatter:  `it's very
easy to take MORE than nothing.'

  `Nobody asked YOUR opinion,' said Alice.

  `Who's making personal remarks now?' the Hatter asked
triumphantly.

  Alice did not quite know what to say to this:  so she helped
herself to some tea and bread-and-butter, and then turned to the
Dormouse, and repeated her question.  `Why did they live at the
bottom of a well?'

  The Dormouse again took a minute or two to think about it, and
then said, `It was a treacle-well.'

  `There's no such thing!'  Alice was beginning very angrily, but
the Hatter and the March Hare went `Sh! sh!' and the Dormouse
sulkily remarked, `If you can't be civil, you'd better finish the
story for yourself.'

  `No, please go on!' Alice said very humbly; `I won't interrupt
again.  I dare say there may be ONE.'

  `One, indeed!' said the Dormouse indignantly.  However, he
consented to go on.  `And so these three little sisters--they
were learning to draw, you know--'

  `What did they draw?' said Alice, quite forgetting her promise.

  `Treacle,' said the Dormouse, without considering at all this
time.

  `I want a clean cup,' interrupted the Hatter:  `let's all move
one place on.'

  He moved on as he spoke, and the Dormouse followed him:  the
March Hare moved into the Dormouse's place, and Alice rather
unwillingly took the place of the March Hare.  The Hatter was the
only one who got any advantage from the change:  and Alice was a
good deal worse off than before, as the March Hare had just upset
the milk-jug into his plate.

  Alice did not wish to offend the Dormouse again, so she began
very cautiously:  `But I don't understand.  Where did they draw
the treacle from?'

  `You can draw water out of a water-well,' said the Hatter; `so
I should think you could draw treacle out of a treacle-well--eh,
stupid?'

  `But they were IN the well,' Alice said to the Dormouse, not
choosing to notice this last remark.

  `Of course they were', said the Dormouse; `--well in.'

  This answer so confused poor Alice, that she let the Dormouse
go on for some time without interrupting it.

  `They were learning to draw,' the Dormouse went on, yawning and
rubbing its eyes, for it was getting very sleepy; `and they drew
all manner of things--everything that begins with an M--'

  `Why with an M?' said Alice.

  `Why not?' said the March Hare.

  Alice was silent.

  The Dormouse had closed its eyes by this time, and was going
off into a doze; but, on being pinched by the Hatter, it woke up
again with a little shriek, and went on:  `--that begins with an
M, such as mouse-traps, and the moon, and memory, and muchness--
you know you say things are "much of a muchness"--did you ever
see such a thing as a drawing of a muchness?'

  `Really, now you ask me,' said Alice, very much confused, `I
don't think--'

  `Then you shouldn't talk,' said the Hatter.

  This piece of rudeness was more than Alice could bear:  she got
up in great disgust, and walked off; the Dormouse fell asleep
instantly, and neither of the others took the least notice of her
going, though she looked back once or twice, half hoping that
they would call after her:  the last time she saw them, they were
trying to put the Dormouse into the teapot.

  `At any rate I'll never go THERE again!' said Alice as she
picked her way through the wood.  `It's the stupidest tea-party I
ever was at in all my life!'

  Just as she said this, she noticed that one of the trees had a
door leading right into it.  `That's very curious!' she thought.
`But everything's curious today.  I think I may as well go in at
once.'  And in she went.

  Once more she found herself in the long hall, and close to the
little glass table.  `Now, I'll manage better this time,' she
said to herself, and began by taking the little golden key, and
unlocking the door that led into the garden.  Then she went to
work nibbling at the mushroom (she had kept a piece of it in her
pocked) till she was about a foot high:  then she walked down the
little passage:  and THEN--she found herself at last in the
beautiful garden, among the bright flower-beds and the cool
fountains.
"""

# %%
print(f"{len(text)} bytes, {len(text.split())} words")
packed = {"bzip2": bz2.compress(text, 9), "xz": lzma.compress(text, preset=9)}
for name, file in packed.items():
    print(f"{name:5}: {8 * len(file) / len(text):.3f} bits per byte, {len(file)} bytes")

# %% [markdown]
# ## A model that counts
#
# What came after the last $k$ bytes before? Each byte $x$ has a mass $m(x)$ there, and a rest $r$ is kept for bytes
# that have not come yet. The rest is shared out as a context one byte shorter says:
#
# $$
# q_k(x) = \frac{m(x) + r \, q_{k-1}(x)}{\sum_y m(y) + r}
# $$
#
# A byte that is new after a context gives one part of its count to the rest, the *discount*, and keeps the other. What
# a long context knew already is not counted again in shorter ones. Below the empty context all
# 256<!-- = studies.coded_alice.BYTES --> bytes are alike.


# %%
class Model:
    def __init__(self, order, discount=0.75):
        self.order, self.discount = order, discount
        self.past, self.mass, self.rest = b"", {}, {}

    def contexts(self):
        return [self.past[len(self.past) - k :] for k in range(len(self.past) + 1)]

    def law(self):
        """How likely each byte comes next."""
        law = np.full(256, 1 / 256)
        for context in self.contexts():
            if context in self.mass:
                mass, rest = self.mass[context], self.rest[context]
                law = (mass + rest * law) / (mass.sum() + rest)
        return law

    def learn(self, byte):
        """Count what came, and look on from there."""
        for context in reversed(self.contexts()):
            mass = self.mass.setdefault(context, np.zeros(256))
            if mass[byte]:
                mass[byte] += 1
                break
            mass[byte] = 1 - self.discount
            self.rest[context] = self.rest.get(context, 0) + self.discount
        self.past = (self.past + bytes([byte]))[-self.order :] if self.order else b""


def laws(text, model):
    """The law of each byte, given those before it; the model learns as it reads."""
    for byte in text:
        yield model.law()
        model.learn(byte)


def loss(text, model):
    """Bits of each byte."""
    return np.array([-np.log2(law[byte]) for law, byte in zip(laws(text, model), text)])


# %%
per_byte = {order: loss(text, Model(order)).mean() for order in range(6)}
for order, bits in per_byte.items():
    print(f"order {order}: {bits:.3f} bits per byte, {bits * len(text) / 8:.0f} bytes")

# %% [markdown]
# With two bytes of context the model stands about level with bzip2, with three it is past it. With four the loss is
# least, and the fifth makes it no better: in one chapter few strings of five bytes come again. On the page, with seven
# chapters, five are still better than four.
#
# ## The coder
#
# A text is an interval. It starts as all of [0, 1), and each byte keeps its share of what is left: a part as wide as
# the byte is likely. Whole numbers of any length hold it exactly, and Python has them. In the end you write down so many
# digits that you stay inside, whatever follows.


# %%
def ends(law):
    """The law as whole numbers from 0 to 2³², each byte with a share of at least 1."""
    inner = np.floor(np.cumsum(law)[:-1] * (2**32 - 256)) + np.arange(1, 256)
    return [0, *inner.astype(int).tolist(), 2**32]


def encode(text, model):
    low, width, places = 0, 1, 0  # from low to low + width, with so many binary places
    for law, byte in zip(laws(text, model), text):
        cuts = ends(law)
        low, places = (low << 32) + width * cuts[byte], places + 32
        width *= cuts[byte + 1] - cuts[byte]
    length = places - width.bit_length() + 2  # two steps this wide fit in
    return format(-(-low >> places - length), f"0{length}b")


def decode(code, count, model):
    point, scale, text = int(code, 2), 1 << len(code), b""  # it lies at point / scale
    for _ in range(count):
        cuts = ends(model.law())
        byte = bisect_right(cuts, (point << 32) // scale) - 1
        point = (point << 32) - cuts[byte] * scale
        scale *= cuts[byte + 1] - cuts[byte]
        text += bytes([byte])
        model.learn(byte)
    return text


code = encode(text, Model(4))
print(f"the model says {loss(text, Model(4)).sum():.1f} bits, the coder wrote {len(code)}")
print(code[:72], "…")

# %%
back = decode(code, len(text), Model(4))
print(back == text)
print(back[-91:].decode())

# %% [markdown]
# Besides the code, the decoder was told the order and the number of bytes. Its model starts empty, counts what it has
# read, and so has the laws that the encoder had. The code has fewer than two bits more than the loss, as the theorem says.
#
# ## One loss and many perplexities
#
# Perplexity is two to the power of the loss per something. Per what?

# %%
total = loss(text, Model(4)).sum()
for name, count in (("byte", len(text)), ("word", len(text.split()))):
    print(f"per {name}: {total / count:.3f} bits, perplexity {2 ** (total / count):.2f}")
print(f"per chapter: {total:.1f} bits, perplexity 2^{total:.1f}")

# %% [markdown]
# One model, one text, one loss. Two models that cut a text differently are compared by the loss alone, or by its share
# of something that both count alike.
#
# ## What is kept for the unseen
#
# With three bytes of context:

# %%
for discount in (0.1, 0.25, 0.5, 0.75, 0.9):
    bits = loss(text, Model(3, discount)).mean()
    print(f"discount {discount}: {bits:.3f} bits per byte")

# %% [markdown]
# Keep too little, and each byte that is new somewhere is dear. After a long context most are. So a small discount should
# hurt long contexts most. Does it?

# %% name="two-discounts" alt="Bits per byte over the length of the context, from none to five bytes. Two curves begin together. The one with the large discount falls below the level line of a compressor and flattens. The one with the small discount stays above the line, is lowest at three bytes, and climbs."
little = [loss(text, Model(order, 0.25)).mean() for order in per_byte]
bzip2 = 8 * len(packed["bzip2"]) / len(text)
figure, axes = plt.subplots(figsize=(5.4, 3.4), layout="constrained")
axes.axhline(bzip2, color="0.5", linewidth=1)
axes.text(0, bzip2 + 0.04, "bzip2")
for kept, costs in (("¼", little), ("¾", list(per_byte.values()))):
    axes.plot(list(per_byte), costs, color="C1" if kept == "¾" else "0.5")
    axes.text(5, costs[-1] + 0.06, f"discount {kept}", ha="right")
axes.set(xlabel="bytes of context", ylabel="bits per byte", xlim=(-0.1, 5.1), ylim=(2.4, 4.8))
plt.show()

# %% [markdown]
# ## How finely the model is stored
#
# Store each surprisal in a few bits, on an even grid from 0 to 16<!-- = studies.rounded_alice.LARGEST -->. What did the
# rounding cost? Take $p$ as the full law and $q$ as the rounded one. You can average $D(p \parallel q)$ over the places
# of the text, or look at what the bytes that came cost more.

# %%
p = np.array(list(laws(text, Model(4))))
came = np.arange(len(text)), np.frombuffer(text, dtype=np.uint8)


def rounded(p, bits):
    step = 16 / (2**bits - 1)
    weights = 2.0 ** -(step * np.round(np.minimum(-np.log2(p), 16) / step))
    return weights / weights.sum(axis=1, keepdims=True)


for bits in (8, 6, 4, 3):
    q = rounded(p, bits)
    more = np.log2(p[came] / q[came])
    d = kl_divergence(p, q)
    print(f"{bits} bits: D {d.mean():.4f}, the bytes that came {more.mean():+.4f}")

# %% [markdown]
# With eight bits the rounded model is *better* on this text, and $D$ says that it has changed all the same. The two
# agree on average where the text is drawn from the full model. *Alice* is not.
#
# ## Change the model and its coder
#
# - **The text.** `text = open("…", "rb").read()`, some ten thousand bytes of it. In another language, which order wins?
# - **The rule.** Witten–Bell: in `learn`, set a new byte's mass to 1, add 1 to the rest, and leave out `break`. With
#   five bytes, what does the chapter cost now?
# - **Two ends.** Encode with `Model(4)` and decode with `Model(3)`. How far does the text come back, and why no farther?
# - **The wrong law.** Begin `ends` with `law = law**2 / (law**2).sum()`. The text still comes back. How much longer is
#   the file, and which divergence is that, on average, where the model is right?
