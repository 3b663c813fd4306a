"""Reading the content of imports by partner from the OECD's origin of value added in imports (TiVA)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext import intake, partners
from tradecontext.charts import options as given
from tradecontext.charts.adjusted_balance.accounts import Accounts, Figures, closing, of_reporter, window
from tradecontext.errors import DataError, shown
from tradecontext.intake import provenance, yearly
from tradecontext.intake import scope as scopes
from tradecontext.measures import _panel

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from tradecontext.text.language import Language

MEASURE = "IMGRVA"
COLUMNS = ("reporter", "partner", "origin", "year", "amount", "total")


def is_tiva(data: Any) -> bool:
    """Say whether a frame has the origin of value added, as :func:`tradecontext.readers.read_tiva` returns it."""
    return {"origin", "amount"} <= set(getattr(data, "columns", ()))


def accounts(data: pd.DataFrame, options: Mapping[str, Any], language: Language) -> Accounts:
    """Read the content of imports by origin.

    Raises
    ------
    DataError
        For another measure, several scopes or editions, a repeated origin, or a file without the whole flow.
    """
    for name in COLUMNS:
        intake.column(data, name, name)
    _imports_only(data)
    entities = closing(language) | intake.entities(options["entities"])
    used, year = window(of_reporter(data, options["reporter"]), options)
    scope = scopes.scope(used, options["scope"])
    source = provenance.of(used, "measure")
    reporter = given.reporter(options["reporter"], "USD", entities, language)
    codes, own = intake.codes(used, "partner", entities)
    figures = _figures(used, codes, reporter[0])
    return Accounts(
        figures=figures,
        names={code: language.name(code, own) for code in figures},
        year=year,
        currency="USD",
        scope=scope,
        reporter=reporter,
        lines=yearly.sources(data, source, language, options["source"]),
        source=source,
    )


def _imports_only(data: pd.DataFrame) -> None:
    """Refuse other measures, such as EXGRVA, in which the reporter is the exporter."""
    if "measure" not in data.columns:
        return
    other = next((each for each in data["measure"].tolist() if each != MEASURE), None)
    if other is not None:
        raise DataError(
            f"column 'measure' has {shown(other)}; the content of imports is {MEASURE}: "
            f"read_tiva(…, measure='{MEASURE}')"
        )


def _figures(used: pd.DataFrame, codes: list[str], reporter: str) -> dict[str, Figures]:
    """Return each partner's flow, with the content of the reporter, the partner itself, and everyone else."""
    amounts, totals = (_panel.amounts(used, name).tolist() for name in ("amount", "total"))
    rows: dict[str, dict[str, int]] = {}
    for row, (code, value) in enumerate(zip(codes, used["origin"].tolist(), strict=True)):
        origin = partners.resolve(value) or str(value)
        own = rows.setdefault(code, {})
        if origin in own:
            raise DataError(
                f"partner {code!r} has two rows for the origin {shown(origin)} (rows {intake.place(used, own[origin])} "
                f"and {intake.place(used, row)}); keep one"
            )
        own[origin] = row
    rows.pop(reporter, None)
    figures: dict[str, Figures] = {}
    for code, own in rows.items():
        total = totals[next(iter(own.values()))]
        home, theirs = (amounts[own[origin]] if origin in own else float("nan") for origin in (reporter, code))
        figures[code] = {
            "imports": total,
            "imports_reporter_content": home,
            "imports_partner_content": theirs,
            "imports_third_content": total - home - theirs,
        }
    if not any(each["imports"] > 0 for each in figures.values()):
        raise DataError(
            "column 'total' has no figure: the download lacks the World (W) among the areas where value was added, so "
            "each origin's share is unknown; add W"
        )
    return figures
