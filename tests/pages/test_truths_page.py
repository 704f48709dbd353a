"""The scripts of the page on true values print what stands below them; the case that it shows is in the list."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import environment
from traps._truth_runs import TRUTHS, cases, recorded

PAGE = (environment.ROOT / "docs" / "reference" / "truths.md").read_text(encoding="utf-8")
SCRIPT = re.compile(r"^<!-- run with the list -->\n```(?P<language>\w+)\n(?P<code>.*?)^```$", re.DOTALL | re.MULTILINE)
PRINTED = re.compile(r"^(?:#|//) (.*\n)", re.MULTILINE)
SCRIPTS = {found["language"]: found["code"] for found in SCRIPT.finditer(PAGE)}


def command(language: str, script: Path) -> list[str]:
    if language == "py":
        return [sys.executable, str(script)]
    if language == "js":
        return environment.node(script)
    has_json = 'quit(status = !requireNamespace("jsonlite", quietly = TRUE))'
    if not shutil.which("Rscript") or subprocess.call(["Rscript", "-e", has_json]):
        pytest.skip("not run: R with jsonlite is not installed")
    return ["Rscript", str(script)]


@pytest.mark.parametrize("language", ["py", "js", "r"])
def test_a_script_prints_what_stands_below_it(language: str, tmp_path: Path) -> None:
    script = tmp_path / {"py": "meet.py", "js": "meet.mjs", "r": "meet.R"}[language]
    script.write_text(SCRIPTS[language], encoding="utf-8")
    shutil.copy(TRUTHS, tmp_path)
    done = subprocess.run(command(language, script), cwd=tmp_path, check=True, stdout=subprocess.PIPE, text=True)
    assert done.stdout == "".join(PRINTED.findall(SCRIPTS[language]))


def test_there_is_no_other_script() -> None:
    assert set(SCRIPTS) == {"py", "js", "r"}


def test_the_case_shown_is_in_the_list() -> None:
    shown = re.search(r"^<!-- from the list -->\n```json\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert shown
    assert json.loads(shown[1]) in cases()


def test_the_day_is_that_of_the_last_run() -> None:
    assert f'datetime="{max(record["date"] for record in recorded().values())}"' in PAGE


def test_the_schema_takes_the_file_and_nothing_else(tmp_path: Path) -> None:
    assert agrees(TRUTHS)
    right = json.loads(TRUTHS.read_text(encoding="utf-8"))
    for fault in ({"value": "1,5"}, {"kind": "odd"}, {"expect": "refusal"}, {"extra": 1}, {"why": ""}, {"value": 1.5}):
        wrong = tmp_path / "wrong.json"
        wrong.write_text(json.dumps(right | {"cases": [right["cases"][0] | fault]}), encoding="utf-8")
        assert not agrees(wrong), fault


def agrees(file: Path) -> bool:
    schema = TRUTHS.with_name("truths.schema.json")
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), str(file)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
