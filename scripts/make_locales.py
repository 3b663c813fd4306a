"""Write what CLDR knows of each language that there are words for: one small file a language.

``python scripts/make_locales.py`` writes ``src/tradecontext/text/cldr/<tag>.json`` through babel; with ``--check`` it
only compares. The words themselves are in ``words/<tag>.json`` beside what they are the words of, and no script makes
anything of them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tradecontext.text import from_cldr
from tradecontext.text.word_files import languages

TARGET = Path(__file__).parents[1] / "src" / "tradecontext" / "text" / "cldr"


def main() -> int:
    """Write or compare every language."""
    stale = []
    for tag in languages():
        path = TARGET / f"{tag}.json"
        text = json.dumps(from_cldr.known(tag), ensure_ascii=False, indent=1) + "\n"
        if "--check" not in sys.argv:
            path.write_text(text, "utf-8")
        elif not path.exists() or path.read_text("utf-8") != text:
            stale.append(path.name)
    if stale:
        print(f"Out of date with CLDR: {', '.join(stale)}; run python scripts/make_locales.py")
    return bool(stale)


if __name__ == "__main__":
    raise SystemExit(main())
