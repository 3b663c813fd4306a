"""Content by origin and balances in value added from the OECD's Trade in Value Added, which needs no key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext import partners as names
from tradecontext.errors import DataError
from tradecontext.fetch import arguments, services
from tradecontext.fetch.answers import ask
from tradecontext.fetch.problems import NothingFoundError
from tradecontext.readers import read_tiva

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd


DEFINITION = "tiva_value_added_balances"
_KEY = ["reporter", "partner", "year"]


def tiva(
    partners: Sequence[str] | str | None, reporter: Sequence[str] | str = "USA", years: arguments.Years = None
) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.fetch.tiva`."""
    import pandas as pd

    home, others = arguments.one(reporter, "reporter"), arguments.needed(partners)
    if home in others:
        raise DataError(f"partners: {home} is the reporter itself: leave it out")
    wanted = arguments.chosen(years, services.TIVA)
    period = wanted[0], wanted[-1]
    what = f"trade of {home} with {{}}"
    everyone = "+".join([home, *others])
    try:
        levels = _answer("MAINLV", f"EXGR+IMGR+FFD_DVA.{everyone}._T.{everyone}.USD.A", period)
    except NothingFoundError:
        raise arguments.without(services.TIVA, what, others, others, wanted) from None
    origins = _answer("IMGRVA", f"IMGRVA.{everyone}.{everyone}+W.{everyone}._T.USD.A", period)
    amounts = levels.set_index(["measure", *_KEY])["amount"]
    content = origins.set_index([*_KEY, "origin"])["share"]
    rows = pd.MultiIndex.from_product([others, wanted], names=["partner", "year"]).to_frame(index=False)

    def amount(measure: str, *, ours: bool) -> pd.Series:
        return _of(amounts, rows, home, first=[measure], ours=ours)

    flows = {"exports": amount("EXGR", ours=True), "imports": amount("IMGR", ours=True)}
    made: dict[str, pd.Series] = {**flows, "balance": flows["exports"] - flows["imports"]}
    for flow, total in flows.items():
        # The reporter's exports are the partner's imports, of which the OECD knows the origin.
        ours, theirs = (_of(content, rows, home, ours=flow == "imports", last=side) for side in (home, "partner"))
        made[f"{flow}_reporter_content"], made[f"{flow}_partner_content"] = total * ours, total * theirs
        made[f"{flow}_third_content"] = total - total * ours - total * theirs
    made["value_added_exports"] = amount("FFD_DVA", ours=True)
    made["value_added_imports"] = amount("FFD_DVA", ours=False)
    made["value_added_balance"] = made["value_added_exports"] - made["value_added_imports"]
    frame = pd.DataFrame(
        {
            "partner": rows["partner"],
            "partner_name": [names.name(code) or code for code in rows["partner"]],
            "year": rows["year"].astype("int64"),
            "reporter": home,
            "scope": "all",
            **made,
            "definition": pd.Categorical([DEFINITION] * len(rows)),
        }
    )
    frame = frame.dropna(subset=["exports", "imports"]).reset_index(drop=True)
    if lost := set(others) - set(frame["partner"]):
        raise arguments.without(services.TIVA, what, lost, others, wanted if years is not None else ())
    arguments.tell_missing(years, wanted, frame["year"], services.TIVA)
    return frame


def _answer(dataflow: str, key: str, period: tuple[int, int]) -> pd.DataFrame:
    parameters = {"startPeriod": period[0], "endPeriod": period[1], "format": "csvfile"}
    address = f"OECD.STI.PIE,DSD_TIVA_{dataflow}@DF_{dataflow}/{key}"
    read = read_tiva(ask(services.TIVA, address, parameters, bundled="value_added_balances"))
    if wrong := sorted(set(read["activity"]) - {"_T"}):
        raise DataError(
            f"{services.TIVA.called} answered with figures of activity {', '.join(wrong)}, asked for all (_T)"
        )
    return read


def _of(  # noqa: PLR0913
    figures: pd.Series, rows: pd.DataFrame, home: str, *, ours: bool, first: Sequence[str] = (), last: str = ""
) -> pd.Series:
    """Return each row's figure: of the reporter to the partner if `ours`, else of the partner to the reporter."""
    keys = []
    for code, year in zip(rows["partner"], rows["year"], strict=True):
        pair = (home, code) if ours else (code, home)
        keys.append((*first, *pair, year, *([code if last == "partner" else last] if last else [])))
    return figures.reindex(keys).reset_index(drop=True)
