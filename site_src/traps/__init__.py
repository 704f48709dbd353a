"""What the libraries really do: one small function a trap, run against the library itself.

A function without arguments is a trap. Its name is the anchor of its section in `docs/reference/libraries/`, its
docstring the heading there, its body up to the `return` the code shown there. It returns what the library gave, under
the names of its variables; `right` is what the library gives when asked correctly, `truth` what `extrabits` computes.

A function of `(p, q)` is a way to D(p‖q) in nats. The expression it returns is shown, and tried at the edges.
"""
