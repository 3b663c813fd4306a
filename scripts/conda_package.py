"""Build the conda package of an sdist without a network: TOOLS/bin/python scripts/conda_package.py SDIST FOLDER.

TOOLS is the environment of ``requirements/release.in``; with ``--test`` the recipe's tests are run, too. No channel is
asked: one is made in FOLDER of stand-ins under the names that the recipe has, this machine's Python 3.11 and the
libraries installed in ``.venv``. What that cannot show is whether a channel has all of these packages.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import shutil
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from rattler_build import Stage0Recipe, ToolConfiguration, assemble_package
from rattler_build.progress import SimpleProgressCallback

ROOT = Path(__file__).resolve().parents[1]
RECIPE = ROOT / "recipe" / "recipe.yaml"
SITE = ROOT / ".venv/lib/python3.11/site-packages"
HOST = ("pip", "hatchling")
# The names that conda has for what has another one on PyPI.
CONDA = {"fastjsonschema": "python-fastjsonschema", "resvg": "resvg-py"}
PLATFORM = "linux-64"


def python(prefix: Path) -> Path:
    """Make a folder of a Python that borrows this machine's standard library, as a virtual environment does."""
    home = Path(sys.base_prefix) / "bin"
    (prefix / "bin").mkdir(parents=True)
    (prefix / "pyvenv.cfg").write_text(f"home = {home}\ninclude-system-site-packages = false\n", "utf-8")
    for name in ("python", "python3", "python3.11"):
        (prefix / "bin" / name).symlink_to((home / "python3.11").resolve())
    return prefix


def installed() -> dict[str, Distribution]:
    """Return what is installed in ``.venv``, by its normalised name."""
    return {canonicalize_name(each.name): each for each in distributions(path=[str(SITE)])}


def needs(library: Distribution) -> list[Requirement]:
    """Return what a library needs on this machine, without its extras."""
    every = map(Requirement, library.requires or ())
    return [need for need in every if need.marker is None or need.marker.evaluate({"extra": ""})]


def copied(library: Distribution, prefix: Path) -> Path:
    """Copy a library's modules into a folder as a package of any platform has them."""
    for file in library.files or ():
        if ".." not in file.parts and Path(file.locate()).is_file():
            target = prefix / "site-packages" / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file.locate(), target)
    return prefix


def channel(folder: Path, names: list[str]) -> Path:
    """Make a channel of Python, of these libraries, and of what they need."""
    there, out = installed(), folder / "channel"
    index: dict[str, dict[str, object]] = {PLATFORM: {}, "noarch": {}}

    def add(place: str, name: str, version: str, files: Path, depends: list[str]) -> None:
        kind = {"noarch": "python"} if place == "noarch" else {}
        made = assemble_package(
            *(name, version, place, "0", out / place),
            **{"files_dir": files, "depends": depends, "detect_prefix": False, "compression_level": 1, **kind},
        )
        index[place][made.path.name] = {
            "name": name,
            "version": version,
            "build": "0",
            "build_number": 0,
            "depends": depends,
            "subdir": place,
            "sha256": hashlib.sha256(made.path.read_bytes()).hexdigest(),
            **kind,
        }

    add(PLATFORM, "python", platform.python_version(), python(folder / "python"), [])
    wanted, done = list(names), set()
    while wanted:
        if (name := canonicalize_name(wanted.pop())) in done:
            continue
        done.add(name)
        library = there[name]
        needed = {canonicalize_name(need.name): need.specifier for need in needs(library)}
        wanted += needed
        depends = ["python", *(f"{CONDA.get(own, own)} {versions}".strip() for own, versions in needed.items())]
        add("noarch", CONDA.get(name, name), library.version, copied(library, folder / "files" / name), depends)
    for place, packages in index.items():
        listed = {"info": {"subdir": place}, "packages": {}, "packages.conda": packages, "repodata_version": 1}
        (out / place / "repodata.json").write_text(json.dumps(listed), "utf-8")
    return out


def build(sdist: Path, folder: Path, *, test: bool) -> Path:
    """Build the package with the sdist in the place of the recipe's source, and return its file."""
    text = RECIPE.read_text("utf-8")
    for field, value in {"url": sdist.as_uri(), "sha256": hashlib.sha256(sdist.read_bytes()).hexdigest()}.items():
        text, count = re.subn(rf"(?m)^  {field}: .*$", f"  {field}: {value}", text)
        if count != 1:
            raise SystemExit(f"{RECIPE} has {count} lines for source.{field} instead of one")
    runs = [need.name for need in needs(installed()["tradecontext"])] if test else []
    made = channel(folder, [*HOST, *runs])
    # The user's own cache may know other packages of these names.
    os.environ["RATTLER_CACHE_DIR"] = str(folder / "cache")
    # All that is beside a recipe would be put into the package with it.
    recipe = folder / "recipe" / "recipe.yaml"
    recipe.parent.mkdir()
    recipe.write_text(text, "utf-8")
    [result] = Stage0Recipe.from_file(recipe).run_build(
        tool_config=ToolConfiguration(test_strategy="native" if test else "skip"),
        output_dir=folder / "output",
        channels=[made.as_uri()],
        progress_callback=SimpleProgressCallback(),
    )
    return Path(result.packages[0])


if __name__ == "__main__":
    if not SITE.is_dir():
        raise SystemExit(f"{SITE} is missing: the recipe builds with Python 3.11, so make .venv with that")
    folder = Path(sys.argv[2]).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    print(build(Path(sys.argv[1]).resolve(), folder, test="--test" in sys.argv))
