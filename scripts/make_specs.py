"""Write the golden specs that Python, TypeScript and browser tests read alike.

``python scripts/make_specs.py`` writes ``tests/specs/<chart>/<case>.json``; with ``--check`` it only compares.
The cases of a chart are in ``scripts/golden/<chart>.py``. Figures are the package's own but for the cases named for
an odd shape, whose source line says so.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path

from tradecontext.spec import charts

HERE = Path(__file__).parent
SPECS = HERE.parent / "tests" / "specs"
sys.path.insert(0, str(HERE / "golden"))


def main() -> int:
    """Write or compare every case."""
    stale = []
    for chart in charts():
        folder = SPECS / chart
        folder.mkdir(parents=True, exist_ok=True)
        for name, spec in import_module(chart).cases():
            path = folder / f"{name}.json"
            text = json.dumps(spec, ensure_ascii=False, indent=1) + "\n"
            if "--check" in sys.argv:
                if not path.exists() or path.read_text("utf-8") != text:
                    stale.append(f"{chart}/{name}")
            else:
                path.write_text(text, "utf-8")
    if stale:
        print(f"Golden specs no longer as made: {', '.join(stale)}; run make golden, and look")
    return bool(stale)


if __name__ == "__main__":
    raise SystemExit(main())
