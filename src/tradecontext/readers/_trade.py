"""Make the tidy frame that readers return, from rows of any publisher's trade by reporter and partner."""

from __future__ import annotations

from typing import Literal, NamedTuple

import pandas as pd

from tradecontext import partners
from tradecontext.errors import DataError, caution, shown
from tradecontext.intake import provenance
from tradecontext.readers import _shares
from tradecontext.readers._faults import Faults

Flow = Literal["imports", "exports"]

WORLD = "WLD"
#: What the other side of a flow is called: goods come from a supplier, and go to a market.
_OTHER = {"imports": "supplier", "exports": "market"}
#: Suffix of the definition if shares are of the partners' sum, which is not the World's row.
_SUMMED = "_of_sum"
_MEASURES = ["value", "share", "product_share"]
_KEY = ["reporter", "other", "product", "year"]


class Publisher(NamedTuple):
    """The publisher of the figures, for the source line of a table that is not in the registry."""

    name: str
    url: str


def check_flow(flow: object) -> None:
    """Refuse anything but the two flows."""
    if flow not in _OTHER:
        raise DataError(f"flow={shown(flow)} is not known; choose 'imports' or 'exports'")


def tidy(  # noqa: PLR0913
    rows: pd.DataFrame,
    called: str,
    publisher: Publisher,
    *,
    flow: Flow,
    world: bool,
    aggregates: bool,
    vintage: str | None,
    left_out: list[str],
) -> pd.DataFrame:
    """Make the frame of one flow.

    Parameters
    ----------
    rows : pandas.DataFrame
        reporter, reporter_name, reporter_is_aggregate (bool), other, other_name, other_is_aggregate (bool),
        whole_list (bool: whether the file is of a kind that lists all partners), product, definition, year, and
        value (US dollars), share, product_share (fractions); NaN where a row has no such figure. Several rows
        may hold the measures of one key.
    called : str
        The file, for messages.
    publisher : Publisher
        Who publishes the figures.
    flow, world, aggregates, vintage
        As in the readers.
    left_out : list of str
        What the parser left out; more is appended here.
    """
    other = _OTHER[flow]
    _check(rows, called, left_out, aggregates=aggregates)
    rows = rows[rows["reporter_is_aggregate"] == aggregates]
    total = rows[rows["other"] == WORLD]
    singles = _of_single(rows, flow, left_out)
    kept = total if world else singles
    if kept.empty:
        products = ", ".join(sorted(set(rows["product"]))[:6])
        raise DataError(
            f"{called} has {flow} by partner only, no row of the World: leave out world=True"
            if world
            else f"{called} has {flow} with the World only ({products}), not by "
            f"{other}: pass world=True, or download the table by partner"
            if len(total)
            else f"{called} has {flow} with groups of countries only, which are no {other}s: download the table by "
            "partner"
        )
    if world and len(singles):
        left_out.append(f"{flow} by {other}: leave out world=True to read them")
    figures = _once(kept, called)
    names = kept.drop_duplicates("reporter").set_index("reporter")["reporter_name"]
    frame = pd.DataFrame({"partner": figures["reporter"], "partner_name": figures["reporter"].map(names)})
    summed: set[str] = set()
    if not world:
        others = kept.drop_duplicates("other").set_index("other")["other_name"]
        frame[other] = figures["other"]
        frame[f"{other}_name"] = figures["other"].map(others)
    frame["product"] = figures["product"]
    frame["year"] = figures["year"].astype("int64")
    frame[flow] = figures["value"]
    if not world:
        key = ["reporter", "product", "year"]
        totals = _once(total, called).set_index(key)["value"] if len(total) else pd.Series(dtype=float)
        frame[f"world_{flow}"] = (
            totals.reindex(pd.MultiIndex.from_frame(figures[key])).to_numpy(float) if len(total) else float("nan")
        )
        frame["share"], summed = _shares.shares(figures, frame[f"world_{flow}"], other, called, left_out)
    frame["product_share"] = figures["product_share"]
    label = vintage or f"data through {frame['year'].max()}"
    definitions = kept.drop_duplicates("product").set_index("product")["definition"]
    frame["vintage"] = pd.Categorical([label] * len(frame))
    frame["definition"] = pd.Categorical(
        frame["product"].map({name: f"{each}{_SUMMED * (name in summed)}" for name, each in definitions.items()})
    )
    order = ["partner", other, "product", "year"] if not world else ["partner", "product", "year"]
    frame = frame.sort_values(order, ignore_index=True)
    frame.attrs["source"] = _source(frame, publisher, flow, by=None if world else other, summed=summed)
    frame.attrs["left_out"] = left_out
    return frame


def _of_single(rows: pd.DataFrame, flow: Flow, left_out: list[str]) -> pd.DataFrame:
    """Keep the rows whose other side is a single country: a group's trade is already in its members' rows."""
    groups = rows["other_is_aggregate"] & (rows["other"] != WORLD)
    if groups.any():
        listed = sorted(set(rows.loc[groups, "other_name"]))
        left_out.append(
            f"{flow} with groups of countries ({', '.join(listed[:4])}{', …' * (len(listed) > 4)}), which are no "
            f"{_OTHER[flow]} beside their members"
        )
    return rows[~groups & (rows["other"] != WORLD)]


def _source(
    frame: pd.DataFrame, publisher: Publisher, flow: Flow, *, by: str | None, summed: set[str]
) -> dict[str, str]:
    """Return the source of a frame of one table: from the registry, or else from what is known of the file."""
    only, (label,) = list(frame["definition"].cat.categories), frame["vintage"].cat.categories
    if len(only) != 1:
        return {}
    found = provenance.find(str(only[0]), label)
    if found is not None:
        return found.as_dict()
    product = frame["product"].iloc[0]
    basis = f"reported by the {'importer' if flow == 'imports' else 'exporter'}"
    if summed:
        basis += f"; shares of all {by}s in the download, added up"
    title = f"{flow} of {product} {f'by {by}' if by else 'with the world'}"
    return {
        "definition": str(only[0]),
        "vintage": label,
        "publisher": publisher.name,
        "title": title,
        "url": publisher.url,
        "text": f"{publisher.name}, {title} ({basis}), {label}",
        "short": publisher.name,
    }


def _check(rows: pd.DataFrame, called: str, left_out: list[str], *, aggregates: bool) -> None:
    """Refuse a file without rows of the wanted kind of reporter, and append to `left_out` the other kind."""
    if rows.empty:
        raise DataError(f"{called} has no figures of this kind: {'; '.join(left_out) or 'every cell is blank'}")
    group = rows["reporter_is_aggregate"]
    if not (group == aggregates).any():
        listed = ", ".join(sorted(set(rows["reporter_name"]))[:4])
        raise DataError(
            f"{called} has only figures of {listed}: "
            + ("leave out aggregates=True" if aggregates else "groups of countries, which aggregates=True reads")
        )
    if (group != aggregates).any():
        listed = ", ".join(sorted(set(rows.loc[group != aggregates, "reporter_name"]))[:6])
        left_out.append(
            f"figures of countries ({listed}): leave out aggregates=True to read them"
            if aggregates
            else f"figures of {listed}: aggregates=True reads them"
        )


def _once(rows: pd.DataFrame, called: str) -> pd.DataFrame:
    """Merge the measures of one key into one row, and refuse two different figures for one measure."""
    grouped = rows.groupby(_KEY, sort=False)[_MEASURES]
    low, high = grouped.min(), grouped.max()
    differ = (low < high).any(axis=1)
    faults = Faults(called)
    faults.add(f"{', '.join(map(str, key))} has two different figures" for key in differ[differ].index)
    faults.refuse("two vintages or parts of the trade were put together, read one at a time")
    # A merged row comes from a full list of partners only if all its parts do.
    return low.assign(whole_list=rows.groupby(_KEY, sort=False)["whole_list"].all()).reset_index()


def name(code: str, written: str) -> str:
    """Return a partner's English name, or what the publisher wrote."""
    return partners.name(code) or written


def warn(left_out: list[str], reader: str) -> None:
    """Warn the caller of a reader about what it left out."""
    if left_out:
        caution(f"{reader} left out {'; '.join(left_out)}")
