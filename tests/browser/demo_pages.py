"""The two pages of the demo and the words in them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from string import Template

import make
import traced

DEMO = Path(__file__).parents[2] / "demo"
PAGES = {name: (DEMO / f"{name}.template.html").read_text("utf-8") for name in ("article", "behind")}
#: Maps typographic quotation marks, dashes and spaces to those of a keyboard.
PLAIN = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2212\xa0", "''\"\"-- ")


def texts() -> dict[str, str]:
    """Return the words of the pages with their figures, but without the charts, which take far longer to draw."""
    known = traced.together(traced.groups()) | make.years_table() | {"pasted": make.pasted()}
    filled = {name: Template(page) for name, page in PAGES.items()}
    return {
        name: words(page.substitute(dict.fromkeys(page.get_identifiers(), "") | known)) for name, page in filled.items()
    }


def words(html: str) -> str:
    body = html[html.index("<main>") : html.index("</main>")]
    body = re.sub(r"<(iframe|figure|trade-chart|style|script)\b.*?</\1>", "", body, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).translate(PLAIN).split())
