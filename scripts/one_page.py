"""Make one page of a site that stands already: `one_page.py concepts/entropy.md SITE`. Called by build.py and serve.py.

The steps are those of MkDocs' own build for this page; of the other pages only the titles are read, which notebooks
have only when they are rendered.
"""

import argparse
from pathlib import Path

from mkdocs.commands import build as steps
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from practice import served
from store import kept

ROOT = Path(__file__).resolve().parent.parent


def make(page: str, site: Path) -> None:
    """Render one page into the site."""
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=True)
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    environment = config.theme.get_env()
    files.add_files_from_theme(environment, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    navigation = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    chosen = _read(page, files, config)
    environment = config.plugins.on_env(environment, config=config, files=files)
    steps._build_page(chosen, config, files.documentation_pages(), navigation, environment)
    for file in served.write([ROOT / "docs" / page]):
        kept.put_if_new(site / file.relative_to(ROOT / "docs"), file.read_bytes())


def _read(page: str, files: Files, config: MkDocsConfig) -> Page:
    chosen = None
    for file in files.documentation_pages():
        assert file.page is not None
        chosen = file.page if file.src_uri == page else chosen
        if file.src_uri == page or file.src_uri.endswith(".py"):
            steps._populate_page(file.page, config, files)
        else:
            file.page.read_source(config)
    if chosen is None:
        raise FileNotFoundError(f"{page} is no page of docs/")
    return chosen


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", help="like concepts/entropy.md")
    parser.add_argument("site", type=Path, help="the folder of the site")
    asked = parser.parse_args()
    make(asked.page, asked.site)
