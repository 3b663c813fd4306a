"""Measure each library on disk, installed with its dependencies, in millions of bytes."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCKS = [ROOT / f"requirements/{name}.txt" for name in ("dev", "bench")]

NOTEBOOK = ("anywidget", "pandas")
"""Packages that a notebook with data and widgets has anyway."""


def python(packages: dict[str, tuple[str, ...]]) -> dict[str, tuple[float, float]]:
    """Install from the package index, in the versions measured; return the total, and what a notebook lacks of it."""
    there = _python(NOTEBOOK)
    found = {name: _python(several) for name, several in packages.items()}
    return {
        name: (sum(files.values()), sum(size for path, size in files.items() if path not in there))
        for name, files in found.items()
    }


def javascript(package: str) -> float:
    """Install from npm, in the version measured."""
    version = json.loads((ROOT / "benchmarks/package.json").read_text("utf-8"))["devDependencies"][package]
    with tempfile.TemporaryDirectory() as folder:
        _quietly("npm", "install", "--no-audit", "--no-fund", "--prefix", folder, f"{package}@{version}")
        return sum(_megabytes(Path(folder)).values())


def _python(packages: tuple[str, ...]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        wanted = [_wheel(folder) if package == "tradecontext" else package for package in packages]
        target = Path(folder) / "installed"
        versions = ["--constraint", _versions(folder)]
        _quietly(*_pip("install"), "--no-compile", "--target", str(target), *versions, *wanted)
        return _megabytes(target)


def _versions(folder: str) -> str:
    """Return a file with the versions measured, without hashes: pip would want one of our own wheel too."""
    lines = (line.removesuffix(" \\") for lock in LOCKS for line in lock.read_text("utf-8").splitlines())
    file = Path(folder) / "versions.txt"
    file.write_text("\n".join(line for line in lines if "==" in line and not line.startswith((" ", "#"))), "utf-8")
    return str(file)


def _wheel(folder: str) -> str:
    _quietly(*_pip("wheel"), "--no-deps", "--no-build-isolation", "--wheel-dir", folder, str(ROOT))
    (wheel,) = Path(folder).glob("*.whl")
    return str(wheel)


def _pip(command: str) -> list[str]:
    return [sys.executable, "-m", "pip", command, "--quiet", "--disable-pip-version-check"]


def _quietly(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")


def _megabytes(folder: Path) -> dict[str, float]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.lstat().st_size / 1e6 for path in paths}
