"""Draw the pictures in the README by running its code: ``docs/deficit-ranking.png`` is its first ``DeficitRanking``.

Usage: python scripts/make_pictures.py
"""

from __future__ import annotations

import ast
import os
import re
import tempfile
from pathlib import Path

from tradecontext.chart import Chart

ROOT = Path(__file__).parents[1]
WIDTH, SCALE = 720, 1.5


def charts(readme: str) -> dict[str, Chart]:
    """Run all Python code of a text in a folder of its own, and return the first chart of each kind as it ends up."""
    names: dict[str, object] = {}
    found: dict[str, Chart] = {}
    with tempfile.TemporaryDirectory() as folder:
        here = Path.cwd()
        os.chdir(folder)
        try:
            for code in re.findall(r"```python\n(.*?)```", readme, flags=re.DOTALL):
                for statement in ast.parse(code).body:
                    source = ast.unparse(statement)
                    if isinstance(statement, ast.Expr):
                        made = eval(source, names)
                    else:
                        exec(source, names)
                        made = names.get(source.partition(" = ")[0])
                    if isinstance(made, Chart):
                        found.setdefault(made.stem, made)
        finally:
            os.chdir(here)
    return found


def main() -> None:
    """Write each picture that the README shows."""
    readme = (ROOT / "README.md").read_text("utf-8")
    made = charts(readme)
    for name in re.findall(r"!\[[^\]]*\]\(docs/([\w-]+)\.png\)", readme):
        picture = made[name.replace("-", "_")].to_png(width=WIDTH, scale=SCALE)
        (ROOT / f"docs/{name}.png").write_bytes(picture)
        print(f"docs/{name}.png: {len(picture)} bytes")


if __name__ == "__main__":
    main()
