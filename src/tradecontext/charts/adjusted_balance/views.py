"""Choosing and making one of the three views from the data and options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext import intake
from tradecontext.charts import options as given
from tradecontext.charts.adjusted_balance import accounts, balances, bridge, choices, content, estimated, tiva
from tradecontext.charts.adjusted_balance.estimates import HINT, estimates
from tradecontext.errors import DataError, Faults, shown
from tradecontext.measures import MRIO

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.charts.adjusted_balance.accounts import Accounts
    from tradecontext.charts.adjusted_balance.words import Drawn
    from tradecontext.text.language import Language


def drawn(data: Any, options: Mapping[str, Any], language: Language) -> tuple[str, Drawn]:
    """Return the name of the view that is drawn, and the view.

    Raises
    ------
    DataError
        For data that does not suit the view, or an option that would have no effect.
    """
    faults = Faults()
    for name in ("quotations", "one_sided", "total"):
        with faults.noted():
            given.flag(options[name], name)
    with faults.noted():
        given.top(options["top"])
    with faults.noted():
        choices.view(options["view"], "content")
    with faults.noted():
        found = _read(data, options, language)
    faults.refuse()
    if options["estimates"] is not None:
        options = {**options, "estimates": intake.frame(options["estimates"], "estimates", HINT)}
        view = choices.view(options["view"], "content")
        if view != "content":
            raise DataError(f"estimates are of the content of imports: view={shown(view)} does not draw them")
        published = estimates(options["estimates"], options, language)
        _of_the_reporter(found, options, language)
        return view, estimated.drawn(found, published, options, language)
    given.unused(options, ("which", "quotations"), "is about published estimates: give them with estimates=")
    given.unused(options, ("one_sided",), "is about published estimates and the flows they are applied to")
    if found is None:
        raise DataError(f"data is None; give {accounts.HINT}, or estimates=")
    view = choices.view(options["view"], "value_added" if found.has(accounts.BALANCED) else "content")
    make = {"content": content.drawn, "value_added": balances.drawn, "bridge": bridge.drawn}[view]
    return view, make(found, options, language)


def _read(data: Any, options: Mapping[str, Any], language: Language) -> Accounts | None:
    if data is None and options["estimates"] is None:
        return None
    if data is None:
        names = ("year", "exports", "imports", "balance", "unit", "currency")
        given.unused(options, names, "is of the data, and there is none beside the estimates")
        return None
    if isinstance(data, MRIO):
        return accounts.accounts(data, options, language)
    data = intake.frame(data, "data", accounts.HINT, year_column=options["year_column"], value="balance")
    if {"estimate", "share"} <= set(data.columns):
        raise DataError("data has published estimates: pass them as estimates=…, with trade to apply them to as data")
    if tiva.is_tiva(data):
        return tiva.accounts(data, options, language)
    return accounts.accounts(data, options, language)


def _of_the_reporter(found: Accounts | None, options: Mapping[str, Any], language: Language) -> None:
    """Refuse flows of another reporter than the estimates'."""
    entities = intake.entities(options["entities"])
    reporter, _ = found.reporter if found else given.reporter(options["reporter"], "USD", entities, language)
    definitions = {str(each) for each in options["estimates"].get("definition", ())}
    if reporter != "USA" and "us_content_estimates" in definitions:
        raise DataError(f"the estimates are of imports of the United States, and the reporter is {reporter!r}")
