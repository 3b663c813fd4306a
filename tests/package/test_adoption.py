"""What people read before they adopt the package is of one version, has one address, and names tests that exist."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement

import tradecontext as tc

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

# Names that conda-forge has for packages of PyPI.
CONDA = {"fastjsonschema": "python-fastjsonschema", "resvg": "resvg-py"}


def read(path: str) -> dict[str, Any]:
    found = yaml.safe_load((ROOT / path).read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def test_every_file_says_the_same_version() -> None:
    recipe = read("recipe/recipe.yaml")
    said = {tc.__version__, PROJECT["version"], read("CITATION.cff")["version"], recipe["context"]["version"]}
    assert len(said) == 1


def test_the_conda_package_needs_what_the_wheel_needs() -> None:
    recipe = read("recipe/recipe.yaml")
    wanted = {"python": f"{PROJECT['requires-python']}"}
    for each in map(Requirement, PROJECT["dependencies"]):
        wanted[CONDA.get(each.name, each.name)] = str(each.specifier)
    assert dict(line.split(" ", 1) for line in recipe["requirements"]["run"]) == wanted
    (command, where) = next(iter(PROJECT["scripts"].items()))
    assert recipe["build"]["python"]["entry_points"] == [f"{command} = {where}"]


def test_one_repository_is_named_everywhere() -> None:
    repository = PROJECT["urls"]["Repository"]
    paths = ["CITATION.cff", "recipe/recipe.yaml", ".github/ISSUE_TEMPLATE/config.yml", "SECURITY.md"]
    named = " ".join((ROOT / path).read_text("utf-8") for path in paths)
    found = set(re.findall(r"(?:https://github\.com/|--repo )([\w-]+/[\w-]+)", named))
    assert found == {repository.removeprefix("https://github.com/")}


@pytest.mark.parametrize("name", ["wrong", "missing"])
def test_an_issue_asks_for_something_to_write(name: str) -> None:
    form = read(f".github/ISSUE_TEMPLATE/{name}.yml")
    assert {"name", "description", "body"} <= form.keys()
    names = [part["id"] for part in form["body"]]
    assert len(set(names)) == len(names)
    assert any(part.get("validations", {}).get("required") for part in form["body"])


@pytest.mark.parametrize("name", ["release", "site", "test"])
def test_workflows_give_no_right_that_a_job_does_not_ask_for(name: str) -> None:
    flow = read(f".github/workflows/{name}.yml")
    assert flow["permissions"] == {}
    asked = {right for job in flow["jobs"].values() for right in job["permissions"]}
    assert asked <= {"contents", "id-token", "attestations", "pages"}
    made = re.findall(r"\bmake ([\w-]+)", (ROOT / f".github/workflows/{name}.yml").read_text("utf-8"))
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in made)
    # No secret is kept: PyPI and the pages trust the workflow.
    assert "secrets." not in (ROOT / f".github/workflows/{name}.yml").read_text("utf-8")


def test_the_accessibility_report_names_tests_that_there_are() -> None:
    report = (ROOT / "docs/accessibility.md").read_text("utf-8")
    named = set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", report))
    assert len(named) > 15
    assert [each for each in named if f"\ndef {each[1]}(" not in (ROOT / each[0]).read_text("utf-8")] == []


def test_the_accessibility_report_has_every_criterion() -> None:
    report = (ROOT / "docs/accessibility.md").read_text("utf-8")
    rows = [line.split("|")[1:4] for line in report.splitlines() if re.match(r"\| \d", line)]
    found = {number for row in rows for number in re.findall(r"\b\d\.\d\.\d+", row[0])}
    # Levels A and AA of WCAG 2.2, from which 4.1.1 was taken.
    per_guideline = {"1.1": 1, "1.2": 5, "1.3": 5, "1.4": 9, "2.1": 3, "2.2": 2, "2.3": 1, "2.4": 8, "2.5": 6}
    per_guideline |= {"3.1": 2, "3.2": 5, "3.3": 6, "4.1": 2}
    counted = {guideline: sum(each.startswith(f"{guideline}.") for each in found) for guideline in per_guideline}
    assert counted == per_guideline
    assert {row[1].strip().split(",")[0] for row in rows} <= {"met", "not applicable", "by design", "not tried"}
