"""The workflows are what GitHub accepts and what its linter approves of, and publish what they tested."""

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from environment import BIN, PYTHON, ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PUBLISH = GITHUB / "workflows" / "publish.yml"
SCHEMAS = {
    **dict.fromkeys(WORKFLOWS, "vendor.github-workflows"),
    GITHUB / "dependabot.yml": "vendor.dependabot",
    ROOT / "CITATION.cff": "vendor.citation-file-format",
}
DEPLOY = "actions/deploy-pages"


def fits(schema: str, file: Path) -> bool:
    command: list[str | Path] = [PYTHON, "-m", "check_jsonschema", "--builtin-schema", schema, file]
    return subprocess.run(command, check=False).returncode == 0


def approved(file: Path) -> bool:
    command: list[str | Path] = [BIN / "zizmor", "--offline", "--no-progress", "--persona", "pedantic", file]
    return subprocess.run(command, check=False).returncode == 0


def jobs(workflow: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]
    return found


def steps(workflow: Path) -> list[dict[str, Any]]:
    return [step for job in jobs(workflow).values() for step in job["steps"]]


@pytest.mark.parametrize("file", SCHEMAS, ids=lambda file: file.name)
def test_files_for_others_are_what_they_accept(file: Path) -> None:
    assert fits(SCHEMAS[file], file)


def test_the_linter_approves() -> None:
    assert approved(GITHUB)


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("runs-on: ubuntu-24.04", "run-on: ubuntu-24.04"),
        ("@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2", "@v4"),
        ("persist-credentials: false", ""),
        ("python3 scripts/package.py $VERSIONS", "python3 scripts/package.py ${{ github.head_ref }}"),
        ("permissions: {}", "permissions: write-all"),
    ],
)
def test_a_broken_workflow_is_found(tmp_path: Path, good: str, bad: str) -> None:
    text = PUBLISH.read_text(encoding="utf-8")
    assert good in text
    broken = tmp_path / ".github" / "workflows" / "broken.yml"
    broken.parent.mkdir(parents=True)
    broken.write_text(text.replace(good, bad), encoding="utf-8")
    assert not (fits("vendor.github-workflows", broken) and approved(broken))


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_what_workflows_run_is_there(workflow: Path) -> None:
    run = " ".join(step.get("run", "") for step in steps(workflow))
    assert [path for path in re.findall(r"(?:scripts|tests)/[\w./-]+", run) if not (ROOT / path).exists()] == []


def test_an_action_is_the_same_commit_everywhere() -> None:
    used = {step["uses"] for workflow in WORKFLOWS for step in steps(workflow) if "uses" in step}
    assert len(used) == len({action.partition("@")[0] for action in used})


def test_the_site_that_is_published_is_the_one_that_was_tested() -> None:
    publishing = [job for job in jobs(PUBLISH).values() if any(DEPLOY in step.get("uses", "") for step in job["steps"])]
    (publish,) = publishing
    assert len(publish["steps"]) == 1, "it builds nothing"
    assert set(publish["needs"]) == jobs(PUBLISH).keys() - {"publish"}, "it waits for every test"
    assert publish["concurrency"]["cancel-in-progress"] is False
    tests = [step.get("run") or step["uses"].partition("@")[0] for step in jobs(PUBLISH)["site"]["steps"]]
    assert tests[-2:] == ["python3 scripts/test.py", "actions/upload-pages-artifact"]
    assert ROOT / jobs(PUBLISH)["site"]["steps"][-1]["with"]["path"] == ROOT / ".cache" / "site"


def test_the_site_that_is_published_knows_its_history() -> None:
    checkout = jobs(PUBLISH)["site"]["steps"][0]
    assert checkout["with"]["fetch-depth"] == 0, "or no page says when it was last changed"


def test_the_oldest_python_is_tested_with_the_oldest_versions() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    tested = jobs(PUBLISH)["package"]["strategy"]["matrix"]["include"]
    assert [case["python"] for case in tested if case.get("versions") == "--oldest"] == [
        project["requires-python"].removeprefix(">=")
    ]
