"""Questions as files that others take: one module a format, each `write(questions, site)`.

A module is a format by its two names: `NAME` is what a link calls it, `ENDING` is how its files end. All of them see a
question through `site`, which knows where the site stands and draws pictures again where a format needs it.
"""
