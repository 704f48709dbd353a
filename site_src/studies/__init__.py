"""The mathematics, simulations and fitted models that pages need; tested like the package, not published.

One module a subject, named for it; no page is named here. A study returns plain numbers and arrays and draws nothing;
exhibits draw and tabulate what it returns, and pages claim it as `studies.<module>.<name>(…)`. Divergences are in nats
unless a name says otherwise. What is random takes its seed as an argument, and what is costly is kept by `@cache`.
Each public function is shown by a page or an exhibit and has a second opinion in `tests/studies/test_<module>.py`.
"""
