"""What pip would install and PyPI would show."""

import re
import subprocess
import sys
import tarfile
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest
from package_builds import ADDRESSES, build
from readme_renderer import markdown
from sybil import Sybil
from sybil.evaluators.doctest import NUMBER
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from trove_classifiers import classifiers

import extrabits
from environment import ROOT

SOURCE = ROOT / "site_src" / "extrabits"
README = SOURCE / "README.md"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel; beside it lies the source distribution."""
    copy, made = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("made")
    return build(copy, made, ("build_wheel", "build_sdist"))


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        return Parser().parsestr(archive.read(name).decode())


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        licences = [name for name in archive.namelist() if "/licenses/" in name]
    sources = {*SOURCE.rglob("*.py"), SOURCE / "py.typed"}
    assert names == {path.relative_to(SOURCE.parent).as_posix() for path in sources}
    assert [Path(name).name for name in licences] == ["LICENSE"]


def test_the_source_distribution_holds_what_builds_the_package(wheel: Path) -> None:
    (file,) = wheel.parent.glob("*.tar.gz")
    with tarfile.open(file) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    top = {name.partition("/")[0] for name in names if name}
    # setuptools puts every README at the root into it; what PyPI shows is another one.
    assert top - {"README.md"} == {"LICENSE", "PKG-INFO", "pyproject.toml", "setup.cfg", "setup.py", "site_src"}
    assert {name.split("/")[1] for name in names if "/" in name} == {"extrabits", "extrabits.egg-info"}


def test_the_wheel_works_without_the_checkout(wheel: Path) -> None:
    ask = "import sys; sys.path.insert(0, sys.argv[1]); import extrabits as x; print(x.__file__, x.entropy([0.5, 0.5]))"
    answer = subprocess.check_output([sys.executable, "-c", ask, wheel], text=True, cwd=wheel.parent)
    assert answer.split() == [f"{wheel}/extrabits/__init__.py", "1.0"]


def test_the_version_is_the_one_that_the_package_says(metadata: Message) -> None:
    assert metadata["Version"] == extrabits.__version__


def test_pypi_shows_the_readme_of_the_package(metadata: Message) -> None:
    assert str(metadata.get_payload()).strip() == README.read_text(encoding="utf-8").strip()


def test_pypi_can_show_the_readme(metadata: Message) -> None:
    assert metadata["Description-Content-Type"] == "text/markdown"
    shown = markdown.render(str(metadata.get_payload())) or ""
    assert shown.count("<pre") == README.read_text(encoding="utf-8").count("```") / 2 + 1  # and one block by its indent
    assert "```" not in shown


def test_pypi_knows_what_it_is_told(metadata: Message) -> None:
    assert set(metadata.get_all("Classifier", [])) <= classifiers
    assert metadata["License-Expression"] == "MIT"
    assert metadata.get_all("License-File") == ["LICENSE"]
    assert metadata["Requires-Python"] == ">=3.11"
    addresses = [f"Documentation, {ADDRESSES['SITE_URL']}", f"Source, {ADDRESSES['REPO_URL']}"]
    assert metadata.get_all("Project-URL") == addresses


def test_the_readme_leads_nowhere_that_is_only_in_the_checkout() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", README.read_text(encoding="utf-8"))
    assert [target for target in targets if not target.startswith("https://")] == []


class Pycon(PythonCodeBlockParser):
    def __init__(self) -> None:
        super().__init__(doctest_optionflags=NUMBER)
        self.codeblock_parser = CodeBlockParser("pycon", PythonEvaluator())


def test_the_examples_in_the_readme() -> None:
    examples = list(Sybil(parsers=[Pycon()]).parse(README))
    assert len(examples) > 3
    for example in examples:
        example.evaluate()
