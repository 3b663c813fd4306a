"""Wheel and sdist are complete, have no stray files, and install and draw without Node and network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
# Draws with the installed package; the printed paths prove that it is the installed one.
DRAW = """
import sys, tradecontext as tc
from pathlib import Path
chart = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, highlight=["MEX"], context=tc.data.us_share_of_imports())
assert chart.to_html().startswith("<!doctype html>") and "<script>" in chart.to_html()
assert "<figure" in chart.embed("safe") and "Mexico" in chart.embed("safe")
assert tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, locale="es").to_csv().count("\\n") == 11
assert chart._esm and chart._css
print(Path(tc.__file__).parent)
"""
README = (ROOT / "README.md").read_text("utf-8")
EXTRAS = {"pdf"}
"""Those that the README installs with the package."""
OF_THE_TEST = ("hatchling", "ipykernel", "nbclient")
"""What builds a wheel of the sdist, and what runs a notebook."""


@dataclass
class Built:
    """A copy of the checkout, and the archives built from it."""

    copy: Path
    wheel: Path
    sdist: Path

    @property
    def sources(self) -> set[str]:
        """The package's own files in the checkout, by their installed paths."""
        package = self.copy / "src"
        names = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}
        return {name for name in names if "__pycache__" not in name and not name.endswith("/.gitkeep")}


def run(*command: str | Path, path: str | None = None, cwd: Path | None = None) -> str:
    quiet = {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "npm_config_offline": "true"}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | quiet
    if path is not None:
        environment["PATH"] = path
    done = subprocess.run(
        [str(each) for each in command],
        env=environment,
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build both archives from the files that git tracks, without built bundles."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in run("git", "ls-files", "-z", "-co", "--exclude-standard", cwd=ROOT).split("\0"):
        if name and (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, copy / name)
    assert not list((copy / "src/tradecontext/static").glob("*.*s"))
    (copy / "js/node_modules").symlink_to(ROOT / "js/node_modules")
    out = tmp_path_factory.mktemp("archives")
    build = (sys.executable, "-m", "build", "--no-isolation", "--skip-dependency-check", "--outdir", out, copy)
    run(*build, "--wheel")
    run(*build, "--sdist")
    (wheel,) = out.glob("*.whl")
    (sdist,) = out.glob("*.tar.gz")
    return Built(copy, wheel, sdist)


def needed(requirements: Iterable[str], extras: set[str]) -> set[str]:
    """Return the names of all distributions that these requirements bring along, as an installer finds them."""
    found: set[tuple[str, frozenset[str]]] = set()
    left = [(each, frozenset(extras)) for each in requirements]
    while left:
        line, asked = left.pop()
        required = Requirement(line)
        if required.marker and not any(required.marker.evaluate({"extra": extra}) for extra in {"", *asked}):
            continue
        one = canonicalize_name(required.name), frozenset(required.extras)
        if one not in found:
            found.add(one)
            left += [(each, one[1]) for each in distribution(required.name).requires or []]
    return {name for name, _ in found}


@pytest.fixture
def clean(tmp_path: Path, built: Built) -> Path:
    """Create an environment with what the package declares and its README asks for, without the package and Node."""
    dependencies = tmp_path / "dependencies"
    dependencies.mkdir()
    with zipfile.ZipFile(built.wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        declared = re.findall(r"^Requires-Dist: (.*)", archive.read(metadata).decode(), re.MULTILINE)
    for name in needed(declared, EXTRAS) | needed(OF_THE_TEST, set()):
        files = distribution(name).files or []
        for top in {file.parts[0] for file in files} - {"..", "__pycache__"}:
            link = dependencies / top
            if not link.exists():
                link.symlink_to(distribution(name).locate_file(top))
    home = tmp_path / "env"
    run(sys.executable, "-m", "venv", "--without-pip", home)
    python = home / "bin" / "python"
    folder = run(python, "-I", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    (Path(folder) / "dependencies.pth").write_text(f"{dependencies}\n", "utf-8")
    assert not [tool for tool in ("node", "npm") if shutil.which(tool, path=str(home / "bin"))]
    missing = run(python, "-I", "-c", "import importlib.util as u; print(u.find_spec('tradecontext'))")
    assert missing.strip() == "None"
    return python


def test_the_wheel_holds_the_package_and_nothing_else(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as archive:
        names = set(archive.namelist())
    info = {name for name in names if ".dist-info/" in name}
    assert names - info == built.sources
    assert {name.partition(".dist-info/")[2] for name in info} - {"entry_points.txt"} == {
        "METADATA",
        "WHEEL",
        "RECORD",
        "licenses/LICENSE",
        "licenses/THIRD_PARTY_NOTICES.md",
    }


def test_nothing_a_reader_of_the_package_needs_is_missing(built: Built) -> None:
    inside = {name.removeprefix("tradecontext/") for name in built.sources}
    charts = {Path(name).parent.name for name in inside if name.endswith("/schema.json")}
    views = {f"{path.parents[1].name}-{path.stem}" for path in (ROOT / "js/src/charts").glob("*/views/*.ts")}
    pages = {f"page-{page}.{kind}" for page in charts | views for kind in ("js", "css")}
    bundles = {
        "widget.js",
        "widget.css",
        "kernelless.js",
        "component.js",
        "server.js",
        *pages,
        *(f"snippet-{each}.css" for each in charts),
    }
    assert {name.removeprefix("static/") for name in inside if name.startswith("static/")} == bundles
    assert {"py.typed", "spec/frame.json", "data/LICENCES.md"} <= inside
    for tag in ("en", "es"):
        parts = ("text", "data", *(f"charts/{chart}" for chart in charts))
        assert {f"text/cldr/{tag}.json", *(f"{part}/words/{tag}.json" for part in parts)} <= inside
    assert [name for name in inside if name.startswith("data/") and name.endswith(".csv")]


def test_the_sdist_holds_what_builds_the_wheel_and_nothing_else(built: Built) -> None:
    with tarfile.open(built.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    around = {name for name in names if not name.startswith("src/")}
    assert {name.removeprefix("src/") for name in names - around} == built.sources
    assert around - {".gitignore"} == {
        "CHANGELOG.md",
        "LICENSE",
        "PKG-INFO",
        "README.md",
        "THIRD_PARTY_NOTICES.md",
        "hatch_build.py",
        "pyproject.toml",
    }


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="the recipe builds with Python 3.11")
def test_the_conda_recipe_builds(built: Built, tmp_path: Path) -> None:
    tool = ROOT / ".venv-release/bin/python"
    made = Path(run(tool, ROOT / "scripts/conda_package.py", built.sdist, tmp_path / "conda").splitlines()[-1])
    with zipfile.ZipFile(made) as archive:
        sizes = {info.filename.partition("-")[0]: info.file_size for info in archive.infolist()}
    assert set(sizes) == {"metadata.json", "info", "pkg"}
    assert 1_000_000 < sizes["pkg"] < built.wheel.stat().st_size * 2


def first_example() -> str:
    """Return the README's first block of Python, which then saves every file that its last line names."""
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)[1]
    others = re.findall(r"\.\w+", code.splitlines()[-1].partition("# or ")[2])
    return code + f'for ending in {others}:\n    chart.save(f"deficits{{ending}}")\n'


# Runs a notebook in the same environment: ipykernel starts the interpreter that runs this code.
NOTEBOOK = """
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook
code = "import tradecontext as tc; print(tc.__file__)\\ntc.DeficitRanking(tc.data.us_goods_trade(), year=2024)"
notebook = new_notebook(cells=[new_code_cell(code)])
NotebookClient(notebook, timeout=120).execute()
printed, shown = notebook.cells[0].outputs
assert "application/vnd.jupyter.widget-view+json" in shown.data and "<figure" in shown.data["text/html"]
print(printed.text)
"""


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_it_installs_and_draws_without_node(built: Built, clean: Path, kind: str) -> None:
    archive = getattr(built, kind)
    extras = f"[{','.join(EXTRAS)}]"
    if kind == "wheel":
        assert f'pip install "./{archive.name}{extras}"' in README
    # Without an index, what the package and its extras declare has to be there already.
    pip = (sys.executable, "-m", "pip", "--quiet", "--python", clean, "install", "--no-build-isolation")
    run(*pip, f"./{archive.name}{extras}", path=str(clean.parent), cwd=archive.parent)
    home = Path(run(clean, "-I", "-c", DRAW, path=str(clean.parent)).strip())
    assert home.is_relative_to(clean.parent.parent)
    if kind == "wheel":
        # The command is installed too, and works without the checkout.
        demo = clean.parent.parent / "demo"
        run(clean.parent / "tradecontext", "demo", "--no-serve", "-o", demo, path=str(clean.parent))
        assert "<iframe" in (demo / "index.html").read_text("utf-8")
        shown_from = Path(run(clean, "-I", "-c", NOTEBOOK, path=str(clean.parent)).strip())
        assert shown_from.is_relative_to(home)
        saved = clean.parent.parent / "saved"
        saved.mkdir()
        run(clean, "-I", "-c", first_example(), path=str(clean.parent), cwd=saved)
        assert {path.suffix for path in saved.iterdir()} == {".html", ".png", ".svg", ".pdf", ".csv", ".json"}
        assert (saved / "deficits.pdf").read_bytes().startswith(b"%PDF")
    # Installing the sdist gives the same bytes as installing the wheel.
    with zipfile.ZipFile(built.wheel) as archive:
        for name in built.sources:
            assert (home.parent / name).read_bytes() == archive.read(name), name
