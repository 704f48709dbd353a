"""Reads pages and holds them against what computes them: numbers, tables, formulas, links, markers, docstrings."""
