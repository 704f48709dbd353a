"""Formulas as HTML, set by KaTeX when the site is built; one Node.js process serves a whole build."""
