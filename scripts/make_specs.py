"""Write the golden specs that Python, TypeScript and browser tests read alike.

``python scripts/make_specs.py`` writes ``tests/charts/<chart>/specs.json``; with ``--check`` it only compares.
Names of charts after it: only theirs.
The cases of a chart are in ``golden.py`` of its folder of tests. Figures are the package's own, except in cases named
for an unusual shape of data, whose source line says that they are made up.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path

from tradecontext.spec import charts

TESTS = Path(__file__).parents[1] / "tests"
sys.path.insert(0, str(TESTS))


def main() -> int:
    """Write or compare every case."""
    stale = []
    for chart in [name for name in sys.argv[1:] if name != "--check"] or charts():
        path = TESTS / "charts" / chart / "specs.json"
        specs = dict(sorted(import_module(f"charts.{chart}.golden").cases()))
        if "--check" in sys.argv:
            there = json.loads(path.read_text("utf-8")) if path.exists() else {}
            stale += [f"{chart}/{name}" for name in {**there, **specs} if there.get(name) != specs.get(name)]
        else:
            path.write_text(json.dumps(specs, ensure_ascii=False, indent=1) + "\n", "utf-8")
    if stale:
        print(f"Golden specs no longer as made: {', '.join(stale)}; run make golden, and look")
    return bool(stale)


if __name__ == "__main__":
    raise SystemExit(main())
