"""How Markdown becomes HTML: formulas, checked numbers, pictures. Python-Markdown extensions, named in mkdocs.yml."""
