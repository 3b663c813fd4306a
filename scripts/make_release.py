"""Write a release into ``build/release``: wheel, sdist, what they are made of (``sbom.cdx.json``), and their hashes.

Usage: python scripts/make_release.py TOOLS [VERSION]; TOOLS is the environment of ``requirements/release.in``. With
VERSION, the release has to be of it. The conda package is built of it and tested, with stand-ins for its libraries.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
OUT = ROOT / "build" / "release"
RECIPE = ROOT / "recipe" / "recipe.yaml"

RENDER = """
import sys
from rattler_build import Stage0Recipe, VariantConfig
[made] = Stage0Recipe.from_file(sys.argv[1]).render(VariantConfig())
print(made.recipe.package.version)
"""


def ran(*command: str | Path) -> str:
    """Run a command in the checkout, and return what it printed; if it fails, end with what it said."""
    done = subprocess.run([str(each) for each in command], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def versions(tools: Path) -> dict[str, str]:
    """Return the version that each file says."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {
        "pyproject.toml": project["version"],
        "tradecontext.__version__": _said(ROOT / "src/tradecontext/__init__.py", r'^__version__ = "(.+)"$'),
        "CITATION.cff": _said(ROOT / "CITATION.cff", r"^version: (.+)$"),
        "recipe/recipe.yaml": ran(tools / "python", "-c", RENDER, RECIPE).strip(),
    }


def _said(path: Path, pattern: str) -> str:
    found = re.search(pattern, path.read_text("utf-8"), re.MULTILINE)
    return found[1] if found else "none"


def bill(tools: Path) -> dict[str, object]:
    """Return the software bill of materials: Python's dependencies, and what the wheel itself carries of others."""
    locked = ROOT / "requirements" / "runtime.txt"
    options = (
        "--pyproject",
        "pyproject.toml",
        "--mc-type",
        "library",
        "--output-reproducible",
        "--spec-version",
        "1.6",
    )
    made: dict[str, list[object]] = json.loads(ran(tools / "cyclonedx-py", "requirements", *options, locked))
    packages = json.loads((ROOT / "js" / "package-lock.json").read_text("utf-8"))["packages"]
    carried = {"preact": "MIT", "inter-ui": "OFL-1.1"}
    for name, licence in carried.items():
        found = packages[f"node_modules/{name}"]
        made["components"].append(
            {
                "type": "library",
                "bom-ref": f"pkg:npm/{name}@{found['version']}",
                "purl": f"pkg:npm/{name}@{found['version']}",
                "name": name,
                "version": found["version"],
                "licenses": [{"license": {"id": licence}}],
                "description": "Built into the wheel.",
            }
        )
    return dict(made)


def main() -> None:
    """Check the versions, and write the release."""
    tools = Path(sys.argv[1]).absolute() / "bin"
    said = versions(tools)
    wanted = {*said.values(), *sys.argv[2:]}
    if len(wanted) > 1:
        raise SystemExit(f"versions differ: {said}, and asked for {sys.argv[2:] or 'none'}")
    shutil.rmtree(OUT, ignore_errors=True)
    ran(sys.executable, "-m", "build", "--no-isolation", "--skip-dependency-check", "--outdir", OUT, ROOT)
    (OUT / ".gitignore").unlink(missing_ok=True)
    (sdist,) = OUT.glob("*.tar.gz")
    ran(tools / "python", "scripts/conda_package.py", sdist, ROOT / "build" / "conda", "--test")
    (OUT / "sbom.cdx.json").write_text(json.dumps(bill(tools), indent=1) + "\n", "utf-8")
    files = sorted(path for path in OUT.iterdir() if path.is_file())
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (OUT / "SHA256SUMS").write_text("".join(sums), "utf-8")
    print("".join(sums), end="")


if __name__ == "__main__":
    main()
