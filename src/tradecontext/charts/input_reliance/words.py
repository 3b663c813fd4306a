"""The words of the frame for a period, written as the renderer does when a reader changes the period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from tradecontext.charts.input_reliance.averages import Average, average, with_data
from tradecontext.charts.sentences import some_of
from tradecontext.text import digits, plural
from tradecontext.text.exact import rounded
from tradecontext.text.language import capital

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tradecontext.spec.types import InputRelianceRow, InputRelianceSpec, Numbers
    from tradecontext.text.exact import Figure


class _Parts(dict[str, object]):
    """The values of gaps; a gap without a value stays open."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


@dataclass(frozen=True)
class _Drawn:
    """A spec over a period: its rows with their averages, largest first, and rows without an average last."""

    spec: InputRelianceSpec
    period: tuple[int, int]
    rows: list[tuple[InputRelianceRow, Average]]

    @property
    def total(self) -> int:
        return self.period[1] - self.period[0] + 1

    def years(self, row: InputRelianceRow) -> list[int]:
        return with_data(row, self.spec["years"], self.period) if row["shares"] else []

    def filled(self, phrase: str, parts: Mapping[str, object]) -> str:
        """Fill the gaps of a phrase as the renderer does."""
        rules = cast("Mapping[str, str]", self.spec["locale"].get("plurals", {}))
        return plural.fill(phrase, _Parts(parts), rules, self.whole)

    def whole(self, number: object) -> str:
        """Print a whole number with the spec's digits; a text is returned as it is."""
        return _shown(str(number), self.spec["locale"]) if not isinstance(number, str) else number


def words(spec: InputRelianceSpec, sentences: Mapping[str, Any]) -> dict[str, Any]:
    """Fill sentences for the period in a spec's ``initial``.

    Parameters
    ----------
    spec : dict
        The spec; its frame is not read.
    sentences : mapping
        All or some of the sentences of :func:`tradecontext.charts.input_reliance.sentences.sentences`.

    Returns
    -------
    dict
        The fields of the frame that there are sentences for.
    """
    drawn = _drawn(spec)
    first, last = drawn.period
    span = drawn.whole(first) if first == last else drawn.filled(spec["phrases"]["span"], {"from": first, "to": last})
    how = drawn.filled(sentences["how"]["one" if first == last else "average"], {"span": span})
    parts = {name: sentences[name] for name in ("measure", "supplier", "partners") if name in sentences}
    parts |= {"span": span, "how": how}
    made: dict[str, Callable[[Any], Any]] = {
        "headline": lambda each: capital(_headline(drawn, each, {**parts, "late": sentences["late"]})),
        "alt": lambda each: _alt(drawn, each, {**parts, "coverage": sentences["coverage"]}),
        "subtitle": lambda each: drawn.filled(each, parts),
    }
    found = {name: make(sentences[name]) for name, make in made.items() if name in sentences}
    if "notes" in sentences:
        key, notes = (
            [each for each in sentences["notes"] if each.get("key", False) == decodes] for decodes in (True, False)
        )
        found |= {"key": _notes(drawn, key), "notes": _notes(drawn, notes)}
    return found


def _drawn(spec: InputRelianceSpec) -> _Drawn:
    first, last = spec["initial"]["period"]
    averages = [(row, average(row, spec["years"], spec["method"], (first, last))) for row in spec["rows"]]
    averages.sort(key=lambda each: (each[1].share is None, -(each[1].share or 0)))
    return _Drawn(spec, (first, last), averages)


def _shown(text: str, given: Mapping[str, Any]) -> str:
    return digits.shown(text, given.get("digits", digits.LATIN))


def _share(value: Figure, numbers: Numbers) -> str:
    text = _shown(f"{rounded(value, 1, -2):f}".replace(".", numbers["decimal"]), numbers)
    return numbers["percent"].replace("{}", text, 1)


def _leading(drawn: _Drawn) -> list[tuple[InputRelianceRow, Average]]:
    """Return the highlighted countries in the author's order; if there are none, the leader, if it has a share."""
    highlighted = [each for each in drawn.rows if "highlight" in each[0]]
    leader = [each for each in drawn.rows[:1] if each[1].share is not None]
    return sorted(highlighted, key=lambda each: each[0].get("highlight", 0)) or leader


def _headline(drawn: _Drawn, sentences: Mapping[str, str], parts: dict[str, Any]) -> str:
    """Return the headline about the first highlighted country or the first two, or else about the leader."""
    leading = _leading(drawn)
    if not leading:
        return drawn.filled(sentences["empty"], parts)
    row, found = leading[0]
    known = [float(each.share) for _, each in drawn.rows if each.share is not None]
    there = drawn.years(row)
    told = {
        **parts,
        "partner": row.get("in_sentence", row["name"]),
        "share": "" if found.share is None else _share(found.share, drawn.spec["numbers"]),
        "broken": found.broken,
        "count": len(known),
        "above": sum(found.share is not None and each > float(found.share) for each in known),
        "first_year": there[0] if there else "",
        "last_year": there[-1] if there else "",
        "late": "",
    }
    if there and there[-1] < drawn.spec["years"][-1]:
        told["late"] = drawn.filled(parts["late"], {"last_year": there[-1]})
    elif "both_less" in sentences and "highlight" in row and (kind := _kind_of_both(drawn, leading)):
        return drawn.filled(sentences[kind], told)
    return drawn.filled(sentences[_kind(drawn, row, found, told["above"])], told)


def _kind(drawn: _Drawn, row: InputRelianceRow, found: Average, above: int) -> str:
    """Return the kind of headline that is true of a row."""
    if found.broken is not None:
        return "broken"
    if found.share is None:
        return "none"
    lines = drawn.spec["view"] != "ranking"
    if lines and drawn.total > 1:
        return "only" if len(drawn.years(row)) == 1 else _change(drawn, row)
    # Over lines, no text names the year of a rank, so no rank is told.
    if lines or sum(each.share is not None for _, each in drawn.rows) == 1:
        return "alone"
    return "ranked" if above else "first"


def _kind_of_both(drawn: _Drawn, highlighted: Sequence[tuple[InputRelianceRow, Average]]) -> str:
    """Return the kind of headline about two countries that changed alike from and to the same years, if they did."""
    spans = {(years[0], years[-1]) for row, _ in highlighted if len(years := drawn.years(row)) > 1}
    whole = all(found.share is not None and len(drawn.years(row)) > 1 for row, found in highlighted)
    changes = {_change(drawn, row) for row, _ in highlighted} if whole and len(spans) == 1 else set()
    return f"both_{changes.pop()}" if len(changes) == 1 else ""


def _change(drawn: _Drawn, row: InputRelianceRow) -> str:
    """Return how a row's last share in the period compares with its first; shares that are printed alike are level."""
    years = drawn.years(row)
    first, last = (rounded(row["shares"][year - drawn.spec["years"][0]] or 0, 1, -2) for year in (years[0], years[-1]))
    return "less" if last < first else "more" if last > first else "level"


def _alt(drawn: _Drawn, sentences: Mapping[str, str], parts: dict[str, Any]) -> str:
    """Return the alternative text, about the first highlighted country, or else about the leader.

    An average is never given without the first and the last yearly figure.
    """
    leading = _leading(drawn)
    if not leading:
        return drawn.filled(sentences["empty"], parts)
    row, found = leading[0]
    there = drawn.years(row)
    numbers = drawn.spec["numbers"]
    values = {
        **parts,
        "partner": row.get("in_sentence", row["name"]),
        "share": "" if found.share is None else _share(found.share, numbers),
        "coverage": _coverage(drawn, row, found, parts["coverage"]),
        "broken": found.broken,
    }
    for name, year in zip(("first", "last"), (there[0], there[-1]) if there else (), strict=False):
        share = row["shares"][year - drawn.spec["years"][0]]
        values |= {f"{name}_year": year, name: "" if share is None else _share(share, numbers)}
    return drawn.filled(sentences[_kind_of_alt(drawn, found, there)], values)


def _kind_of_alt(drawn: _Drawn, found: Average, there: Sequence[int]) -> str:
    """Return the kind of alternative text that is true of a row."""
    if found.broken is not None:
        return "broken"
    if found.share is None:
        return "none"
    if drawn.total == 1:
        return "one"
    return "only" if len(there) == 1 else "average"


def _coverage(drawn: _Drawn, row: InputRelianceRow, found: Average, phrase: str) -> str:
    """Return words for the number of years with data, if a country lacks data in some."""
    if drawn.spec["method"] == "published":
        years = row.get("detail", "")
    elif found.years < drawn.total:
        years = drawn.filled(drawn.spec["phrases"]["years"], {"n": found.years, "total": drawn.total})
    else:
        years = ""
    return drawn.filled(phrase, {"years": years}) if years else ""


def _notes(drawn: _Drawn, notes: Sequence[Mapping[str, Any]]) -> list[str]:
    several = drawn.total > 1
    beyond = some_of(list(_beyond(drawn)), str(drawn.spec["locale"].get("comma", ", ")))
    true = {
        None: True,
        "average": several,
        "gaps": several and any(_gap(drawn, *each) for each in drawn.rows),
        "broken": any(found.broken is not None for _, found in drawn.rows),
        "beyond": bool(beyond),
    }
    return [
        drawn.filled(each["text"], {"beyond": beyond}) if each.get("when") == "beyond" else each["text"]
        for each in notes
        if true[each.get("when")]
    ]


def _beyond(drawn: _Drawn) -> Iterator[str]:
    """Yield the highlighted countries that are not among the largest, each with its rank."""
    shares = [None if found.share is None else float(found.share) for _, found in drawn.rows]
    for place, (row, _) in enumerate(drawn.rows):
        share = shares[place]
        if place >= drawn.spec.get("top", len(shares)) and "highlight" in row and share is not None:
            rank = 1 + sum(each is not None and each > share for each in shares)
            yield f"{row['name']} ({drawn.whole(rank)})"


def _gap(drawn: _Drawn, row: InputRelianceRow, found: Average) -> bool:
    return "detail" in row if drawn.spec["method"] == "published" else 0 < found.years < drawn.total
