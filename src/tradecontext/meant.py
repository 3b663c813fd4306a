"""What an author means by an option that a chart does not have: by its spelling, or by what others call it."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MEANT = {
    "headline": "title heading charttitle name",
    "subtitle": "subhead subheading deck standfirst dek",
    "alt": "alttext description desc arialabel",
    "note": "notes footnote footnotes footer caption comment",
    "source": "sources datasource citation src reference",
    "credit": "credits attribution copyright",
    "byline": "author authors by",
    "locale": "lang language",
    "theme": "mode style colorscheme dark darkmode",
    "top": "n limit maxrows nlargest head rows count",
    "sort_by": "sort order orderby ordering",
    "selection": "selected select",
    "highlight": "color colour colors colours palette accent emphasis emphasize focus",
    "partner": "country countries partners partnercolumn countrycolumn names",
    "year_column": "yearcol date datecolumn time timecolumn",
    "period": "range years timerange daterange span start end",
    "context": "second secondary seconddata extra",
    "compare": "baseline previous versus vs comparewith",
    "annotations": "remarks annotate comments",
    "unit": "units scale currencyunit multiplier",
    "published": "publicationdate pubdate dateline",
    "chart_id": "id slug",
    "url": "link href address",
    "entities": "aliases spellings rename partnernames",
    "scope": "goods services flow",
    "country": "partner countries",
}
"""What other libraries and desks call an option, by the option; letters only, in lower case."""
OF_PICTURES = "width height size figsize dpi pixels"
"""What is asked of a chart elsewhere and is asked of a picture here."""


def meant(name: str, options: Iterable[str]) -> str:
    """Return a sentence's end that says which option was probably meant, or nothing."""
    known = list(options)
    word = re.sub(r"[^a-z]", "", name.lower())
    plain = {re.sub(r"[^a-z]", "", each): each for each in known}
    if word in plain:
        return f"; did you mean {plain[word]!r}?"
    by_meaning = [each for each in known if word in MEANT.get(each, "").split()]
    if word in OF_PICTURES.split():
        return "; a chart fits its page, and a picture has a size: chart.to_png(width=…), chart.to_svg(width=…)"
    near = by_meaning or difflib.get_close_matches(name, known, 1)
    return f"; did you mean {' or '.join(map(repr, near[:2]))}?" if near else ""
