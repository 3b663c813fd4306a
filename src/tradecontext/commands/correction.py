"""Draft a correction for figures that were published and that their publisher has revised since."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from tradecontext.commands import remake
from tradecontext.commands.verify import FIGURES, unverified
from tradecontext.errors import DataError
from tradecontext.intake import months_of, provenance
from tradecontext.text.language import Language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.spec import Spec
    from tradecontext.spec.difference import Change

PERIODS = ("year", "period", "years", "periods", "labels")
"""The fields that say of when figures are; labels have the months of a year to date."""
ENDS = ("first", "last", "second_last")
"""Fields of a row that are figures with a period of their own."""
_IN_A_SERIES = re.compile(r"rows\[([^\]]*)\]\.(?:shares|values|rcas?)\.(\d{4}(?:-\d{2})?)")
"""A figure of one period in a line, as a change names it."""
MOST = 6
"""The most figures that a draft names."""


def draft(old: Spec, new: Spec, changes: Sequence[Change]) -> str:
    """Return a line with a draft of ``correction=``, or why there is none; empty if no published figure was revised.

    Parameters
    ----------
    old, new : dict
        The published spec, and the one of today.
    changes : sequence of Change
        The differences between the two.
    """
    if not any(each.group in FIGURES or each.group == "settings" for each in changes):
        return ""
    why = _asked_otherwise(old, new)
    later = any(old.get(name) != new.get(name) for name in PERIODS)
    listed = [] if later else _revised(old, new, changes)
    if reason := _undrafted(why, listed, _unprinted(old, changes), later=later):
        return f"No correction is drafted: {reason}"
    if not listed:
        return ""
    told = [*listed[:MOST], *["…"] * (len(listed) > MOST)]
    language = Language(old["locale"]["tag"], None, chart=old["chart"])
    who = language.names(_publishers(old, new))
    text = provenance.sentence("revised", old["locale"]["tag"], publisher=who, changes="; ".join(told))
    return f"A draft, if the chart is published: correction={(f'{dt.datetime.now(dt.UTC):%Y-%m-%d}', text)!r}"


def _undrafted(why: str | None, listed: Sequence[str], unprinted: Sequence[str], *, later: bool) -> str:
    """Say why there is no draft; empty if there is one, or nothing to correct.

    Parameters
    ----------
    why : str or None
        As :func:`_asked_otherwise` returns it.
    listed : sequence of str
        The printed figures that are others now.
    unprinted : sequence of str
        Those that are drawn, and not printed.
    later : bool
        Whether the chart is of other periods now.
    """
    if why is None:
        lost = "the answers of then are not kept on this machine, so that nobody can tell whether figures were revised."
        return lost if listed or unprinted else ""
    if why:
        return f"{why}. These are no revisions by a publisher."
    if unprinted and not listed:
        return (
            f"what was revised is drawn, but not printed ({'; '.join(unprinted)}). Say it in words of your own, "
            "correction=(day, text), if the chart is published."
        )
    if later:
        return (
            "the chart is of other periods now, and whether figures of those that it had were revised as well was not "
            "compared."
        )
    return ""


def _asked_otherwise(old: Spec, new: Spec) -> str | None:
    """Say why the recipe is not the one that the chart was made with; an empty text if it is, None if nobody knows."""
    try:
        wrong = unverified(old)
    except DataError:
        if remake.receipts(old).keys() != remake.receipts(new).keys():
            return "the recipe asks for other figures than those that the chart was made from"
        return None
    if any(each.group in FIGURES for each in wrong):
        return (
            "the recipe makes another chart than this of the answers of then, too: its arguments or options were "
            "changed, or the chart, or the version of tradecontext"
        )
    return ""


def _publishers(old: Spec, new: Spec) -> list[str]:
    """Return the publishers whose answers are others now."""
    before, now = remake.receipts(old), remake.receipts(new)
    found: dict[str, None] = {}
    for source in old["frame"]["sources"]:
        for address in (line["url"] for line in source.get("receipts", ())):
            if address in now and before[address].sha256 == now[address].sha256:
                continue
            # A source that the author worded has the service's own name here: whoever it credits revised nothing.
            known = provenance.find(source.get("definition"), source.get("vintage"))
            found[known.publisher_text(old["locale"]["tag"]) if known else before[address].service] = None
    return list(found) or [old["frame"]["sources"][0]["text"]]


def _revised(old: Spec, new: Spec, changes: Sequence[Change]) -> list[str]:
    """Return the figures that were printed and are others now: partner, measure, period, from what to what."""
    rows: dict[str, Mapping[str, Any]] = {row["partner"]: row for row in old["rows"]}
    today: dict[str, Mapping[str, Any]] = {row["partner"]: row for row in new["rows"]}
    found: dict[str, None] = {}
    for each in changes:
        before, now = each.printed or (each.old, each.new)
        code, _, field = each.where.removeprefix("rows[").partition("].")
        # What is printed nowhere is no published figure, and what is new is no revision. Where the figure itself is as
        # before, its text is about another.
        if each.group != "figures" or code not in rows or (each.printed and each.old == each.new):
            continue
        # A row's last figure may now be of a later year.
        if code in today and _of_when(rows[code], field) != _of_when(today[code], field):
            continue
        if isinstance(before, str) and isinstance(now, str) and before != now:
            what = _measure(old, rows[code], field)
            found[f"{', '.join(filter(None, [rows[code]['name'], *what]))}: {before} → {now}"] = None
    # No-break spaces hold a figure and its unit on one line; in a draft they are but codes.
    return [each.replace("\N{NO-BREAK SPACE}", " ") for each in found]


def _unprinted(old: Spec, changes: Sequence[Change]) -> list[str]:
    """Return the partners and periods whose drawn figures are others now, or are not there any more."""
    names = {row["partner"]: row["name"] for row in old["rows"]}
    found: dict[str, list[str]] = {}
    for each in changes:
        of = _IN_A_SERIES.fullmatch(each.where)
        if of and of[1] in names and isinstance(each.old, (int, float)):
            found.setdefault(names[of[1]], []).append(of[2])
    return [f"{name}, {_listed(when)}" for name, when in found.items()]


def _listed(periods: Sequence[str]) -> str:
    return ", ".join([*periods[:MOST], *["…"] * (len(periods) > MOST)])


def _of_when(row: Mapping[str, Any], field: str) -> object:
    """Return the period that a figure of a row has for itself; None if it has that of the chart."""
    end = row.get(field.partition(".")[0])
    return end.get("year", end.get("at")) if isinstance(end, dict) else None


def _measure(spec: Mapping[str, Any], row: Mapping[str, Any], field: str) -> tuple[str, ...]:
    """Return what a figure measures, and when, in the words of the chart."""
    language = Language(spec["locale"]["tag"], None, chart=spec["chart"])
    name = field.split(".", maxsplit=1)[0]
    columns = spec["columns"]
    if name not in ENDS:
        header = columns.get(name.removesuffix("_text"), "")
        said = header["title"] if isinstance(header, dict) else header
        when = _when(spec, language)
        return said, "" if when in said else when
    if "by" in spec:
        unit = language.unit(spec["power"], spec["currency"])
        return language.terms[spec["measure"]], _label(spec, row[name]["at"]), unit
    source = spec["frame"]["sources"][0]
    known = provenance.find(source.get("definition"), source.get("vintage"))
    share = known.measure_text(language.tag) if known and known.is_one_measure else columns.get("one", "")
    other = columns.get("second") if name == "second_last" else None
    return other or columns.get("rca") or share, str(row[name]["year"])


def _when(spec: Mapping[str, Any], language: Language) -> str:
    """Return the period of a chart's figures in words."""
    period = spec.get("period")
    if isinstance(period, str):
        return months_of(period).words(language)
    if period:
        first, last = period
        return str(last) if first == last else f"{first}\N{EN DASH}{last}"
    return str(spec.get("year", ""))


def _label(spec: Mapping[str, Any], place: int) -> str:
    """Return the name of one of the periods, as the chart's reader sees it."""
    year, _, month = spec["periods"][place].partition("-")
    label: str = spec["labels"][int(month) - 1 if len(spec["labels"]) > 1 else 0]
    return label.replace("{year}", year)
