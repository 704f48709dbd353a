"""What pages show: one module per page, one function per figure or table.

A function that returns a `Figure` is drawn to `docs/generated/<module>/<function>.svg`; one that returns a `Table`
is compared with the Markdown table under `<!-- table: <module>.<function> -->`.
"""
