"""Build hook: a checkout builds its front end with npm; an sdist carries it and needs no Node."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontEnd(BuildHookInterface[Any]):
    """Runs the build script of ``js/`` where there is one."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Build the bundles before files are collected."""
        root = Path(self.root)
        # PKG-INFO stands beside pyproject.toml in an unpacked sdist only.
        if (root / "PKG-INFO").exists():
            return
        npm = shutil.which("npm")
        if npm is None:
            if (root / "src/tradecontext/static/server.js").exists():
                return
            raise RuntimeError("building tradecontext from a checkout needs Node 20 or later (npm was not found)")
        js = root / "js"
        # What installs a checkout into one more environment finds the bundles there: tests may be reading them.
        if _built(js, root / "src/tradecontext/static"):
            return
        if not (js / "node_modules").exists():
            subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=js, check=True)
        subprocess.run([npm, "run", "--silent", "build"], cwd=js, check=True)


def _built(js: Path, static: Path) -> bool:
    """Whether the bundles are there, and newer than all that they are made from."""
    made = [path.stat().st_mtime for path in static.glob("*.js")]
    sources = [*(js / "src").rglob("*"), *js.glob("*.mjs"), js / "package-lock.json"]
    return bool(made) and min(made) > max(path.stat().st_mtime for path in sources)
