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
        if not (js / "node_modules").exists():
            subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=js, check=True)
        subprocess.run([npm, "run", "--silent", "build"], cwd=js, check=True)
