"""The words of a chart of import shares: headers, rows, and the words of the frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.intake.yearly import name_ranks

if TYPE_CHECKING:
    from tradecontext.charts.import_shares.rows import Shares
    from tradecontext.text.language import Language


def columns(shares: Shares, language: Language) -> dict[str, str]:
    """Return the headers."""
    return {"partner": language.terms["partner"], "share": language.sentence("column_share", year=shares.year)}


def rows(shares: Shares, language: Language) -> list[dict[str, Any]]:
    """Return the rows of the spec, with every figure beside its text."""
    places = name_ranks({row.code: row.name for row in shares.rows})
    return [
        {
            "partner": row.code,
            "name": row.name,
            "name_rank": places[row.code],
            "imports": row.imports,
            "share": row.share,
            "text": language.percent(row.share),
            "readout": language.sentence("readout", partner=row.name, share=language.percent(row.share)),
            **({"highlight": shares.highlight[row.code]} if row.code in shares.highlight else {}),
        }
        for row in shares.rows
    ]


def frame(shares: Shares, language: Language) -> dict[str, Any]:
    """Return the words of the frame, which the author's own replace."""
    first = shares.rows[0]
    parts = {"partner": first.name, "share": language.percent(first.share), "year": shares.year}
    texts = ("headline", "subtitle", "alt")
    return {name: language.sentence(name, **parts) for name in texts} | {
        "key": [],
        "notes": [],
        "sources": shares.sources,
    }
