"""Read the OECD's Trade in Value Added (TiVA) from downloads of its data explorer and API (SDMX-CSV)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from tradecontext.errors import DataError, shown
from tradecontext.intake import provenance
from tradecontext.readers import _tiva_files, _trade
from tradecontext.readers._faults import Faults
from tradecontext.readers._tiva_files import WORLD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradecontext.readers._opening import FileLike

#: How many times the flow its origins may add up to: figures are rounded to a few decimals of a million.
_ROUNDED = 1.001


def read_tiva(
    path_or_buffer: FileLike | Sequence[FileLike],
    *,
    measure: str | None = None,
    scope: str | None = None,
    aggregates: bool = False,
    vintage: str | None = None,
) -> pd.DataFrame:
    """Read Trade in Value Added, both as codes (``format=csvfile``) and with labels (``csvfilewithlabels``).

    For the content of US imports by origin, 1995-2022, without any table, download the dataflow
    ``DSD_TIVA_IMGRVA@DF_IMGRVA``, with the World (W) among the areas where value was added: it is the whole of
    which each origin is a share. For example, from https://sdmx.oecd.org/sti-public/rest/data/ the address
    ``OECD.STI.PIE,DSD_TIVA_IMGRVA@DF_IMGRVA,1.1/IMGRVA.USA.USA+MEX+CHN+W.MEX._T+C.USD.A?format=csvfile``.

    Parameters
    ----------
    path_or_buffer : path, open file, or list of them
        Several files are read as one, if they are of one edition, that is, one version of the dataflow:
        ``DF_IMGRVA(1.1)``.
    measure : str, optional
        One of the file's measures (``"IMGRVA"``, ``"EXGR_FVA"``), to choose it.
    scope : str, optional
        ``"all"`` (activity _T), ``"manufactures"`` (C), or another activity's code, to choose one. Two scopes are
        two definitions, which do not go into one chart.
    aggregates : bool
        Return the rows that are of groups (OECD, EU27, Foreign, World), instead of those of single countries.
    vintage : str, optional
        As in :func:`read_wits`.

    Returns
    -------
    pandas.DataFrame
        reporter and reporter_name (the importing country in IMGRVA, the exporting one in EXGRVA), partner and
        partner_name (the other side), measure, scope, activity (as in the file), year (int), amount (US dollars),
        share (fraction), vintage, definition. Where the dataflow has the origin of value added, also origin and
        origin_name, and total (the whole flow, all origins); share is then amount over total, and missing where
        the file has no row of the World. Otherwise share is as published. The rest of the world (W_O) is ``ROW``, one
        of the origins. ``attrs["source"]`` and ``attrs["left_out"]`` as in :func:`read_wits`.

    Raises
    ------
    DataError
        If a file is missing, empty, cut off, damaged or another publisher's, is of two editions, has two figures for
        one row, or origins that add up to more than the flow. The message says which, where, and what to do.
    """
    files = list(path_or_buffer) if isinstance(path_or_buffer, (list, tuple)) else [path_or_buffer]
    if not files:
        raise DataError("read_tiva was given an empty list: pass a path, an open file, or a list of them")
    left_out: list[str] = []
    parts: list[pd.DataFrame] = []
    called = ""
    for file in files:
        rows, called = _tiva_files.rows(file, left_out)
        parts.append(rows)
    together = called if len(files) == 1 else "the files together"
    if len({"origin" in part for part in parts}) > 1:
        raise DataError(f"{together} have the origin of value added in some and not in others; read them one by one")
    rows = pd.concat(parts, ignore_index=True)
    _one_edition(rows, together)
    for name, wanted in (("measure", measure), ("scope", scope)):
        if wanted is not None:
            rows = _chosen(rows, name, wanted, together, left_out)
    frame = _tidy(rows, together, aggregates=aggregates, vintage=vintage, left_out=left_out)
    _trade.warn(left_out, "read_tiva")
    return frame


def _one_edition(rows: pd.DataFrame, called: str) -> None:
    """Refuse files of two editions, that is, versions of the dataflows: restated years do not compare."""
    stated = rows.loc[rows["version"] != "", ["dataflow", "version"]].drop_duplicates()
    versions = set(stated["version"])
    if len(versions) > 1:
        listed = [f"{flow.rpartition('@')[2]}({version})" for flow, version in stated.itertuples(index=False)]
        raise DataError(
            f"{called} are of {len(versions)} editions, by the versions of their dataflows, "
            f"{', '.join(listed[:4])}: figures of two editions do not compare. Download all years in one of them, or "
            "read them one at a time"
        )


def _chosen(rows: pd.DataFrame, name: str, wanted: str, called: str, left_out: list[str]) -> pd.DataFrame:
    """Keep one measure or scope, by its name or, for a scope, the activity's code."""
    same = rows[name].str.casefold() == str(wanted).strip().casefold()
    if name == "scope":
        same |= rows["activity"] == str(wanted).strip()
    if not same.any():
        raise DataError(f"{called}: {name}={shown(wanted)} is not in the file, which has {_some(rows[name])}")
    if not same.all():
        left_out.append(f"other {name}s ({_some(rows[name][~same])})")
    return rows[same]


def _tidy(
    rows: pd.DataFrame, called: str, *, aggregates: bool, vintage: str | None, left_out: list[str]
) -> pd.DataFrame:
    sides = [side for side in ("reporter", "partner", "origin") if side in rows]
    key = [*sides, "measure", "scope", "year"]
    names = {side: rows.drop_duplicates(side).set_index(side)[f"{side}_name"] for side in sides}
    activities = rows.drop_duplicates("scope").set_index("scope")["activity"]
    is_group = {code: flag for side in sides for code, flag in zip(rows[side], rows[f"{side}_is_group"], strict=True)}
    figures = _once(rows, key, called)
    figures["activity"] = figures["scope"].map(activities)
    if "origin" in rows:
        _with_total(figures, key)
    kept = _of_countries(figures, sides, is_group, called, aggregates=aggregates, left_out=left_out)
    if "origin" in rows and not aggregates:
        _within_total(kept, key, called)
    label = vintage or f"data through {kept['year'].max()}"
    frame = pd.DataFrame(index=kept.index)
    for side in sides:
        frame[side], frame[f"{side}_name"] = kept[side], kept[side].map(names[side])
    for name in ["measure", "scope", "activity", "year", "amount", *(["total"] if "origin" in rows else []), "share"]:
        frame[name] = kept[name]
    frame["vintage"] = pd.Categorical([label] * len(frame))
    definition = "tiva_" + kept["measure"].str.lower() + "_" + kept["scope"].str.lower()
    frame["definition"] = pd.Categorical(definition)
    frame = frame.sort_values(["measure", "scope", *sides, "year"], ignore_index=True)
    only = list(frame["definition"].cat.categories)
    source = provenance.find(str(only[0]), label) if len(only) == 1 else None
    frame.attrs["source"] = source.as_dict() if source else {}
    frame.attrs["left_out"] = left_out
    return frame


def _once(rows: pd.DataFrame, key: list[str], called: str) -> pd.DataFrame:
    """Merge amount and share of one key into one row, and refuse two different figures for either."""
    grouped = rows.groupby(key, sort=False)[["amount", "share"]]
    low, high = grouped.min(), grouped.max()
    differ = (low < high).any(axis=1)
    faults = Faults(called)
    faults.add(f"{', '.join(map(str, what))} has two different figures" for what in differ[differ].index)
    faults.refuse("two vintages were put together, read one at a time")
    return low.reset_index()


def _with_total(figures: pd.DataFrame, key: list[str]) -> None:
    """Add to each origin the total of its flow, which is the row whose origin is the World."""
    flow = [name for name in key if name != "origin"]
    whole = figures[figures["origin"] == WORLD].set_index(flow)["amount"]
    figures["total"] = whole.reindex(pd.MultiIndex.from_frame(figures[flow])).to_numpy() if len(whole) else float("nan")
    computed = (figures["amount"] / figures["total"]).where(figures["total"] > 0)
    figures["share"] = figures["share"].fillna(computed)


def _of_countries(  # noqa: PLR0913
    figures: pd.DataFrame,
    sides: list[str],
    is_group: dict[str, bool],
    called: str,
    *,
    aggregates: bool,
    left_out: list[str],
) -> pd.DataFrame:
    """Keep the rows of single countries, or those with a group on any side; append to `left_out` the others."""
    of_group = pd.concat([figures[side].map(is_group) for side in sides], axis=1).astype(bool)
    groups = of_group.any(axis=1)
    if not (groups == aggregates).any():
        raise DataError(
            f"{called} has only figures of {'single countries: leave out aggregates=True' if aggregates else 'groups'}"
            + ("" if aggregates else f" ({_groups(figures, sides, is_group)}), which aggregates=True reads")
        )
    # A row whose origin is the World is not reported as left out: it is in the column of totals.
    rest = figures[groups != aggregates]
    if not aggregates and "origin" in sides:
        others = of_group.drop(columns="origin").any(axis=1)
        rest = rest[others[rest.index] | (rest["origin"] != WORLD)]
    if len(rest):
        left_out.append(
            "figures of single countries: leave out aggregates=True to read them"
            if aggregates
            else f"figures of groups ({_groups(rest, sides, is_group)}): aggregates=True reads them"
        )
    return figures[groups == aggregates]


def _within_total(figures: pd.DataFrame, key: list[str], called: str) -> None:
    """Refuse origins that add up to more than the flow: they are of two editions, or overlap."""
    grouped = figures.groupby([name for name in key if name != "origin"], sort=False)
    added = grouped["amount"].sum()
    over = added > grouped["total"].first() * _ROUNDED
    faults = Faults(called)
    faults.add(
        f"the origins of {', '.join(map(str, what))} add up to more than the World's row" for what in over[over].index
    )
    faults.refuse("two editions were put together, or the file was edited: download it again")


def _groups(figures: pd.DataFrame, sides: list[str], is_group: dict[str, bool]) -> str:
    return _some(pd.concat([figures.loc[figures[side].map(is_group).astype(bool), side] for side in sides]))


def _some(values: pd.Series) -> str:
    found = sorted(set(values))
    return ", ".join(found[:6]) + (", …" if len(found) > 6 else "")
