"""What must be true of the built site as a whole; nothing here needs a browser."""

import filecmp
import json
import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from conftest import BELOW, SITE
from lxml import html as parser

import addresses
import environment
from environment import ROOT


def tree(file: Path) -> parser.HtmlElement:
    return parser.parse(str(file), parser.HTMLParser(encoding="utf-8")).getroot()


def test_html_is_valid(tmp_path: Path) -> None:
    validator = environment.NODE_MODULES / "html-validate/bin/html-validate.mjs"
    settings = ROOT / "tests/site/html-validate.mjs"
    report = tmp_path / "report.json"
    subprocess.run(
        environment.node(validator, "--config", settings, "--formatter", f"json={report}", f"{SITE}/**/*.html")
    )
    problems = [
        f"{Path(result['filePath']).relative_to(SITE)}:{message['line']} {message['ruleId']}: {message['message']}"
        for result in json.loads(report.read_text())
        for message in result["messages"]
    ]
    assert problems == []


def test_internal_links_lead_somewhere(html: Path, address: str) -> None:
    ids: dict[Path, set[str]] = {}
    broken = []
    for link in tree(html).xpath("//@href | //@src | //@data-src"):
        target, anchor = urldefrag(urljoin("http://site" + BELOW + address, link))
        if not target.startswith("http://site"):
            continue
        file = SITE / target.removeprefix("http://site" + BELOW)
        file = file / "index.html" if target.endswith("/") else file
        if not file.is_file():
            broken.append(link)
        elif anchor and file.suffix == ".html":
            if file not in ids:
                ids[file] = set(tree(file).xpath("//@id"))
            if anchor not in ids[file]:
                broken.append(link)
    assert broken == []


def test_external_links_are_secure(html: Path) -> None:
    assert [link for link in tree(html).xpath("//@href") if link.startswith("http://")] == []


def test_published_addresses_keep_working() -> None:
    assert sorted(addresses.published() - addresses.present(SITE)) == [], (
        "an address was lost: bring it back or redirect it"
    )


def test_new_addresses_are_recorded() -> None:
    assert sorted(addresses.present(SITE) - addresses.published()) == [], "record them: python3 scripts/addresses.py"


def test_the_picture_in_the_readme_is_the_one_on_the_first_page() -> None:
    assert filecmp.cmp(ROOT / "docs/assets/readme.svg", ROOT / "docs/generated/index/weather.svg", shallow=False)


@pytest.mark.parametrize("where", ["", "https://example.org/bits/"])
def test_two_builds_are_the_same(tmp_path: Path, where: str) -> None:
    """From sources alone, without anything that an earlier build left behind, in two places at once."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"]
    sources = subprocess.check_output(listed, cwd=ROOT, text=True).splitlines()
    copies = [tmp_path / "one", tmp_path / "another"]
    for copy in copies:
        for name in sources:
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
        for tools in (".venv", "node_modules"):
            (copy / tools).symlink_to(ROOT / tools)
        command: list[str | Path] = [
            ROOT / ".venv/bin/python",
            "-c",
            "import sys; sys.path.insert(0, 'scripts'); import build; build.build()",
        ]
        paths = os.pathsep.join([str(copy / "site_src"), str(copy / "scripts")])
        env = {**os.environ, "PYTHONPATH": paths, "SITE_URL": where, "SOURCE_DATE_EPOCH": "1700000000"}
        subprocess.run(command, cwd=copy, env=env, check=True, capture_output=True)
    one, another = (copy / "site" for copy in copies)
    files = sorted(file.relative_to(one) for file in one.rglob("*") if file.is_file())
    assert files == sorted(file.relative_to(another) for file in another.rglob("*") if file.is_file())
    assert [file for file in files if not filecmp.cmp(one / file, another / file, shallow=False)] == []
