"""Reading the shares of one supplier from a frame of yearly shares, amounts, or averages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tradecontext import intake
from tradecontext.charts.options import unused
from tradecontext.errors import DataError, shown
from tradecontext.intake import yearly
from tradecontext.measures import _panel
from tradecontext.measures.shares import import_share

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

AVERAGES = ("mean_of_ratios", "ratio_of_sums")
COUNTS = ("years_with_data", "years_in_period")
SPAN = ("first_year", "last_year")


@dataclass(frozen=True)
class Shares:
    """The rows of one supplier.

    Parameters
    ----------
    data : DataFrame
        One row per country and year, or per country.
    partner, column : object
        Names of the columns of countries and of shares.
    total : object
        Name of the column of the shares' denominators, or None.
    """

    data: pd.DataFrame
    partner: Any
    column: Any
    total: Any


@dataclass(frozen=True)
class Published:
    """What a frame of averages says about them: their period, their method, and the years with data by country."""

    period: tuple[int, int]
    kind: str
    counts: dict[str, tuple[int, int]]


def shares(data: Any, options: Mapping[str, Any], supplier: str) -> Shares:
    """Return the shares of one supplier in a frame, or compute them from its amounts.

    Raises
    ------
    DataError
        If the frame has neither, or none of this supplier.
    """
    data = intake.frame(
        data, "data", "one row a country and year, with share", year_column=options["year_column"], value="share"
    )
    partner = intake.column(data, options["partner"], "partner")
    column = _share_column(data, options)
    if column is None:
        return _from_amounts(data, options, supplier)
    total = options["total"]
    if total is not None:
        if intake.column(data, total, "total") == column:
            raise DataError(f"total={shown(total)} is the column of shares; name what the shares are of")
    elif column == "share" and "total" in data.columns:
        total = "total"
    return Shares(_of_supplier(data, supplier), partner, column, total)


def _share_column(data: pd.DataFrame, options: Mapping[str, Any]) -> Any:
    """Return the name of the column of shares, or None if the frame has amounts instead."""
    share, imports = options["share"], options["imports"]
    if share is not None and imports is not None:
        raise DataError("share= and imports= are both given; shares are read, or made of amounts: keep one")
    if share is None and (imports is not None or ("share" not in data.columns and "supplier" in data.columns)):
        return None
    return intake.column(data, "share" if share is None else share, "share")


def _from_amounts(data: pd.DataFrame, options: Mapping[str, Any], supplier: str) -> Shares:
    if "supplier" not in data.columns:
        given = [each for each in data.columns if each != "year"]
        raise DataError(
            "imports= are amounts by supplier, and there is no column 'supplier': one row a country, year and "
            f"supplier (the columns are {', '.join(map(str, given[:8]))}); rename yours, or name the column of "
            "shares where they are there already: share=…"
        )
    partner = options["partner"]
    if partner != "partner":
        data = data.drop(columns="partner", errors="ignore").rename(columns={partner: "partner"})
    imports = "imports" if options["imports"] is None else options["imports"]
    total = None if options["total"] is None else intake.column(data, options["total"], "total")
    found = import_share(data, supplier=supplier, imports=imports, total=total)
    if "break_before" in data.columns:
        broken = yearly.breaks_before(data, _panel.codes(data, "partner"), intake.years(data).tolist())
        rows = zip(found["partner"], found["year"].tolist(), strict=True)
        found["break_before"] = [year in broken.get(code, ()) for code, year in rows]
    return Shares(found, "partner", "share", "total")


def _of_supplier(data: pd.DataFrame, supplier: str) -> pd.DataFrame:
    """Return the rows of one supplier, if the frame has a column of suppliers."""
    if "supplier" not in data.columns or data["supplier"].isna().all():
        return data
    codes = _panel.codes(data, "supplier")
    kept = [code == supplier for code in codes]
    if not any(kept):
        there = list(dict.fromkeys(codes))
        more = ", …" if len(there) > 5 else ""
        raise DataError(
            f"supplier={supplier!r}: no row has this supplier; the data has {shown(', '.join(there[:5]))[1:-1]}{more}"
        )
    return data if all(kept) else data[kept]


def published(found: Shares, options: Mapping[str, Any], entities: Mapping[str, str]) -> Published:
    """Read what a frame without years says about its averages.

    Raises
    ------
    DataError
        If nothing says which years they cover, or if an option needs yearly figures.
    """
    data = found.data
    intake.no_other_year(data, {found.partner, found.column, found.total, *SPAN, *COUNTS})
    kind = _kind(data)
    _only_averages(options, kind)
    return Published(_span(data, options["period"]), kind, _counts(found, entities))


def _only_averages(options: Mapping[str, Any], kind: str) -> None:
    """Refuse options that need yearly figures."""
    why = "needs yearly shares, and the data has no column 'year'"
    if options["view"] in {"lines", "both"}:
        raise DataError(f"view={options['view']!r} {why}; averages alone are drawn as a ranking")
    unused(options, ("second", "breaks"), why)
    if options["method"] == "ratio_of_sums" != kind:
        raise DataError(f"method='ratio_of_sums' {why}; averages are drawn as they are")


def _kind(data: pd.DataFrame) -> str:
    """Return the method in a frame's column ``method``, as ``average_share`` writes it, or "published"."""
    column = data["method"].tolist() if "method" in data.columns else []
    said = sorted({value for value in column if isinstance(value, str) and value in AVERAGES})
    if len(said) > 1:
        raise DataError(f"column 'method' has {' and '.join(map(repr, said))}; draw the averages of one")
    return said[0] if said and all(value == said[0] for value in column) else "published"


def _span(data: pd.DataFrame, value: object) -> tuple[int, int]:
    own = None
    if set(SPAN) <= set(data.columns):
        spans = sorted(set(zip(*(intake.years(data, name).tolist() for name in SPAN), strict=True)))
        if len(spans) > 1:
            some = " and ".join(f"{first}-{last}" for first, last in spans[:2])
            raise DataError(f"the averages are over {len(spans)} periods ({some}); keep the rows of one")
        own = spans[0]
    asked = yearly.period(value, None)
    if own and asked and own != asked:
        raise DataError(f"period={shown(value)}: the averages are over {own[0]} to {own[1]}, and have no other years")
    span = own or asked
    if span is None:
        raise DataError(
            "there is no column 'year'; add it, or, where the shares are averages, say over which years: "
            "period=(1994, 2022)"
        )
    if not 0 <= span[1] - span[0] < 300:
        raise DataError(f"the averages' first and last year are {span[0]} and {span[1]}; that is no period")
    return span


def _counts(found: Shares, entities: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """Return the number of years with data and the number of years of the period, by country."""
    data = found.data
    if not set(COUNTS) <= set(data.columns):
        return {}
    codes, _ = intake.codes(data, found.partner, entities)
    there, of = (intake.numbers(data, name).tolist() for name in COUNTS)
    rows = zip(codes, there, of, strict=True)
    return {code: (int(n), int(total)) for code, n, total in rows if n >= 0 and total >= 0}
