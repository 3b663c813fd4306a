"""A chart is its folders and nothing else: one more, put into a copy of the tree, has every side of the others.

``tests/toy`` has the files of the chart, where they belong in the tree.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tradecontext.outputs.load import chart_class
from tradecontext.spec import charts

ROOT = Path(__file__).parents[2]
TOY = ROOT / "tests" / "toy"
STEM = "import_shares"
MADE = shutil.ignore_patterns("node_modules", "__pycache__", "static")

COMMON = (
    "tests/spec/test_contract.py",
    "tests/spec/test_difference.py",
    "tests/spec/test_any_json.py",
    "tests/outputs",
    "tests/charts/test_snapshots.py",
    "tests/charts/test_printed_figures.py",
    "tests/charts/test_any_input.py",
    "tests/charts/test_bad_input.py",
    "tests/charts/test_options.py",
    "tests/charts/test_every_language.py",
    "tests/charts/test_pseudo_language.py",
)
"""Where tests are that run over every chart, or every golden spec."""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree with the chart's folders laid into it, and everything built."""
    tree = tmp_path_factory.mktemp("tree")
    for name in ("src", "js", "scripts", "tests", "docs"):
        shutil.copytree(ROOT / name, tree / name, ignore=MADE)
    shutil.copy(ROOT / "pyproject.toml", tree)
    (tree / "js/node_modules").symlink_to((ROOT / "js/node_modules").resolve())
    shutil.copytree(TOY, tree, dirs_exist_ok=True)
    python(tree, "scripts/make_types.py")
    run(tree / "js", "node", "types.mjs")
    run(tree / "js", "node", "build.mjs")
    python(tree, "scripts/make_specs.py", STEM)
    return tree


def run(folder: Path, *command: str, **environment: str) -> str:
    """Run a command in the copy; what it says is shown where it fails."""
    done = subprocess.run(
        command, cwd=folder, env=os.environ | environment, capture_output=True, text=True, check=False, timeout=300
    )
    if done.returncode:
        pytest.fail(f"{' '.join(command)}\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}", pytrace=False)
    return done.stdout


def python(tree: Path, *arguments: str, **environment: str) -> str:
    return run(tree, sys.executable, *arguments, PYTHONPATH=str(tree / "src"), **environment)


def test_no_chart_is_named_outside_its_folders() -> None:
    names = [name for stem in charts() for name in (stem, chart_class(stem).__name__)]
    named = re.compile(rf"\b({'|'.join(names)})\b")
    places = [
        path for side in ("src/tradecontext", "js/src") for path in (ROOT / side).rglob("*.*") if path.suffix != ".ttf"
    ]
    places += (ROOT / "js").glob("*.mjs")
    # What is generated names them all; so does the package, whose public names are theirs.
    apart = re.compile(r"/charts/[^/]+/|\.gen\.ts$|/spec/types\.py$|/static/|\.pyc$|tradecontext/__init__\.py$")
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in places
        if path.is_file() and not apart.search(path.as_posix())
        for name in named.findall(path.read_text("utf-8"))
    }
    assert not found


@pytest.mark.slow
def test_its_types_hold_and_it_is_laid_out(tree: Path) -> None:
    # What mypy knows of the package holds for the copy, where files are the same.
    if (known := ROOT / ".mypy_cache").exists():
        shutil.copytree(known, tree / ".mypy_cache")
    python(tree, "-m", "mypy", f"src/tradecontext/charts/{STEM}")
    run(tree / "js", "node_modules/.bin/tsc")
    run(tree / "js", "node", "--import", "tsx", "--test", f"../tests/charts/{STEM}/layout.test.ts")


@pytest.mark.slow
def test_it_passes_its_own_tests_and_those_of_every_chart(tree: Path) -> None:
    options = ("-v", "-p", "no:cacheprovider", "-k", STEM)
    paths = (*COMMON, f"tests/charts/{STEM}")
    said = python(tree, "-m", "pytest", *options, *paths, TRADECONTEXT_SNAPSHOTS="write")
    for test in (
        "test_sizes.py::test_the_script_of_a_page_is_small[import_shares]",
        "test_embeds.py::test_a_component_is_drawn_styled_and_told_before_any_script[import_shares/plain]",
        "test_snapshots.py::test_every_golden_spec_is_drawn_as_before[import_shares]",
        "test_any_input.py::test_any_table_is_drawn_or_refused[import_shares]",
        "test_bad_input.py::test_every_chart_refuses_what_one_refuses[highlight-import_shares]",
        "test_options.py::test_one_option_is_refused_in_the_same_words_by_every_chart[import_shares shares]",
        "test_pseudo_language.py::test_nothing_is_printed_that_is_in_no_file_of_words[import_shares]",
    ):
        assert f"{test} PASSED" in said


@pytest.mark.slow
def test_commands_draw_compare_and_show_it(tree: Path) -> None:
    python(tree, "-m", "tradecontext", "demo", "--no-serve", "-o", "demo")
    assert f"{STEM.replace('_', '-')}.html" in (tree / "demo/index.html").read_text("utf-8")
    spec = f"demo/{STEM.replace('_', '-')}.json"
    assert python(tree, "-m", "tradecontext", "diff", spec, spec) == ""
    python(tree, "-m", "tradecontext", "render", spec, "-o", "out", "--as", "html,csv,svg,png,safe")
    assert (tree / "out" / Path(spec).with_suffix(".html").name).exists()
