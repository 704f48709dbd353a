"""Widget tags hold Markdown: their still figure. Python-Markdown must know them as blocks for that."""

from pathlib import Path

from markdown import Markdown
from markdown.extensions import Extension

WIDGETS = Path(__file__).parent.parent / "widgets"


def tags() -> list[str]:
    """Every widget's tag: a folder of its name holds what defines it."""
    return sorted(file.parent.name for file in WIDGETS.glob("xb-*/index.ts"))


class Widgets(Extension):
    """Makes a block of every tag that has a folder in `site_src/widgets/`."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add to what Python-Markdown takes for blocks."""
        md.block_level_elements += tags()


def makeExtension(**configs: object) -> Widgets:
    """Python-Markdown's entry point."""
    return Widgets(**configs)
