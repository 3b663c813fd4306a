"""What all charts' specs have to agree in, and how a figure is held to its text."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from tradecontext.errors import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tradecontext.agreement import Spec

POWERS = (0, 3, 6, 9, 12)
"""Powers of ten that a column of money may be printed in; the spec says it in words, its texts by their size."""
NOISE = Decimal("1e-9")
"""Part of a figure that division may have left in its last digits."""


class Pair(NamedTuple):
    """A figure and its text, the field of each, and whether the text may leave the sign to a word."""

    field: str
    value: float | None
    text: str
    unsigned: bool = False


@dataclass(frozen=True)
class Numerals:
    """Reads the first figure of a text as the spec's language writes it."""

    decimal: str
    group: str
    minus: str

    def figure(self, text: str) -> tuple[Decimal, int, bool] | None:
        """Return the figure, how many decimals it has, and whether it says "less than"; None where there is none."""
        marks = re.escape(self.group + "\u00a0\u202f '\u2019")
        sign = rf"(<?)\s*([{re.escape(self.minus)}-]?)(<?)"
        found = re.search(rf"{sign}(\d[\d{marks}]*)(?:{re.escape(self.decimal)}(\d+))?", text)
        if found is None:
            return None
        whole = re.sub(r"\D", "", found[4])
        value = Decimal(f"{whole}.{found[5] or 0}")
        return (-value if found[2] else value), len(found[5] or ""), bool(found[1] or found[3])

    def agrees(self, pair: Pair, power: int, slack: int = 0, noise: Decimal = NOISE) -> bool:
        """Say whether a text is its figure, in units of ten to the `power`, rounded; `slack` more in the last digit.

        Parts of a whole that are printed so that they add up may be one off.
        """
        read = self.figure(pair.text)
        if pair.value is None or read is None:
            return pair.value is None and read is None
        said, decimals, less = read
        value = Decimal(repr(float(pair.value))).scaleb(-power)
        if pair.unsigned:
            said, value = abs(said), abs(value)
        if less:
            return 0 < abs(value) < abs(said)
        unit = Decimal(1).scaleb(-decimals)
        return abs(value - said) <= unit * (Decimal("0.5") + slack) + abs(value) * noise


def numerals(spec: Spec) -> Numerals | None:
    """Return how the spec's language writes figures; None where it is none that this package knows."""
    from tradecontext.language import languages, separators

    tag = spec["locale"]["tag"]
    if tag not in languages():
        return None
    decimal, group, minus = separators(tag)
    own = spec.get("numbers", {})
    return Numerals(own.get("decimal", decimal), own.get("group", group), own.get("minus", minus))


def shares(pairs: Iterable[Pair], read: Numerals) -> Iterator[str]:
    """Hold percentages to their fractions."""
    return (told(pair) for pair in pairs if not read.agrees(pair, -2))


def plain(pairs: Iterable[Pair], read: Numerals, noise: Decimal = NOISE) -> Iterator[str]:
    """Hold figures to their texts as they are."""
    return (told(pair) for pair in pairs if not read.agrees(pair, 0, noise=noise))


def money(pairs: Sequence[Pair], read: Numerals) -> Iterator[str]:
    """Hold a column of money to its texts, which are all in one scale: the one that most of them are in."""
    there = [pair for pair in pairs if pair.value is not None or read.figure(pair.text) is not None]
    if not there:
        return
    wrong = min(([pair for pair in there if not read.agrees(pair, power)] for power in POWERS), key=len)
    yield from (told(pair) for pair in wrong)


def told(pair: Pair) -> str:
    """Say that a figure and its text disagree."""
    return (
        f"spec field {pair.field} is {shown(pair.value)}, and its text says {shown(pair.text)}; correct the wrong one"
    )


def rising(ticks: Sequence[dict[str, Any]], field: str, low: float, high: float) -> Iterator[str]:
    """Hold the ticks of a scale to its ends, each above the one before it."""
    values = [tick["value"] for tick in ticks]
    for place, value in enumerate(values):
        if not low <= value <= high:
            yield f"spec field {field}[{place}].value is {shown(value)}, off the scale of {low:g} to {high:g}"
        if place and value <= values[place - 1]:
            yield f"spec field {field}[{place}].value is {shown(value)}, not above the tick before it"


def dates(spec: Spec) -> Iterator[str]:
    """Days that no calendar has, an update before the publication, addresses that are none."""
    frame = spec["frame"]
    given = {name: frame.get(name) for name in ("published", "updated")}
    given["correction.date"] = frame.get("correction", {}).get("date")
    days: dict[str, dt.date] = {}
    for name, day in given.items():
        if day is not None:
            try:
                days[name] = dt.date.fromisoformat(day)
            except ValueError:
                yield f"spec field frame.{name} is {shown(day)}, a day that no calendar has"
    if {"published", "updated"} <= set(days) and days["updated"] < days["published"]:
        first = shown(frame["published"])
        yield f"spec field frame.updated is {shown(frame['updated'])}, before frame.published, {first}"
    for name, url in [("url", frame.get("url"))] + [
        (f"sources[{place}].url", line.get("url")) for place, line in enumerate(frame["sources"])
    ]:
        if url is not None and not is_address(url):
            yield f"spec field frame.{name} is {shown(url)}, which is no web address"


def is_address(url: str) -> bool:
    """Say whether a web address has a host that can be one: "https://[bad" has none."""
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def names(spec: Spec) -> Iterator[str]:
    """Places by name that two rows share: a reader's sorting would have no order."""
    seen: dict[int, int] = {}
    for place, row in enumerate(spec["rows"]):
        rank = row.get("name_rank")
        if rank in seen:
            yield f"spec field rows[{place}].name_rank is {rank}, as that of rows[{seen[rank]}]; give each row its own"
        elif rank is not None:
            seen[rank] = place


def chosen(spec: Spec) -> Iterator[str]:
    """Where the reader starts: nothing that the chart does not offer."""
    from tradecontext.reader_state import fault

    for name, value in spec["initial"].items():
        text = fault(spec, name, value)
        if text:
            yield f"spec field initial.{text}"
