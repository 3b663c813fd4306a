"""Draw the pictures in the README by running its code: ``docs/deficit-ranking.png`` is its first ``DeficitRanking``.

Usage: python scripts/make_pictures.py [--check]; with it they are only compared, by their pixels.
"""

from __future__ import annotations

import ast
import os
import re
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from make_dist import same
from tradecontext.widget.chart import Chart

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
WIDTH, SCALE = 720, 1.5


def charts(readme: str) -> dict[str, Chart]:
    """Run all Python code of a text in a temporary folder; return the first chart of each kind in its final state."""
    found: dict[str, Chart] = {}
    for chart in all_charts(readme):
        found.setdefault(chart.stem, chart)
    return found


def all_charts(text: str) -> list[Chart]:
    """Run all Python code of a text, of a page of the site too, and return its charts in their final state."""
    names: dict[str, object] = {}
    found: list[Chart] = []
    with tempfile.TemporaryDirectory() as folder, _services_played(Path(folder)):
        here = Path.cwd()
        os.chdir(folder)
        try:
            for code in re.findall(r"```(?:python|\{chart\})\n(.*?)```", text, flags=re.DOTALL):
                for statement in ast.parse(code).body:
                    source = ast.unparse(statement)
                    if isinstance(statement, ast.Expr):
                        made = eval(source, names)
                    else:
                        exec(source, names)
                        made = names.get(source.partition(" = ")[0])
                    if isinstance(made, Chart) and made not in found:
                        found.append(made)
        finally:
            os.chdir(here)
    return found


@contextmanager
def _services_played(folder: Path) -> Iterator[None]:
    """Let what the code fetches come from the services that the tests play, so that nothing leaves the machine."""
    sys.path.insert(0, str(ROOT / "tests"))
    from played import Services

    before = dict(os.environ)
    os.environ |= {"TRADECONTEXT_MIRROR": Services().url, "TRADECONTEXT_CACHE": str(folder / "kept")}
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def main() -> int:
    """Write or compare each picture that the README shows."""
    readme = (ROOT / "README.md").read_text("utf-8")
    made = charts(readme)
    stale = []
    for name in re.findall(r"!\[[^\]]*\]\((docs/[\w-]+\.png)\)", readme):
        path = ROOT / name
        picture = made[path.stem.replace("-", "_")].to_png(width=WIDTH, scale=SCALE)
        if not path.exists() or not same(name, path.read_bytes(), picture):
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_bytes(picture)
    if stale and "--check" in sys.argv:
        print(f"stale: {', '.join(stale)}; run make golden, and look")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
