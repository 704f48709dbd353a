"""Widget tags hold Markdown: their still figure. Python-Markdown must know them as blocks for that."""

from pathlib import Path

from markdown import Markdown
from markdown.extensions import Extension

WIDGETS = Path(__file__).parent.parent / "widgets"


class Widgets(Extension):
    """Makes a block of every tag that has a file in `site_src/widgets/`."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add to what Python-Markdown takes for blocks."""
        md.block_level_elements += sorted(path.stem for path in WIDGETS.glob("xb-*.ts"))


def makeExtension(**configs: object) -> Widgets:
    """Python-Markdown's entry point."""
    return Widgets(**configs)
