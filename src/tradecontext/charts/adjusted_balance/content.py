"""The view "content" from accounts: a dollar of imports by origin, as content of the reporter, partner and others."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import isnan
from typing import TYPE_CHECKING, Any

from tradecontext.charts import options as given
from tradecontext.charts import sentences
from tradecontext.charts.adjusted_balance import choices, spoken, words
from tradecontext.charts.adjusted_balance.accounts import PARTS
from tradecontext.charts.highlight import among, highlighted
from tradecontext.charts.marks import marks
from tradecontext.charts.selection import selection
from tradecontext.errors import DataError
from tradecontext.intake.yearly import name_ranks
from tradecontext.text import exact
from tradecontext.text.exact import rounded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.charts.adjusted_balance.accounts import Accounts
    from tradecontext.charts.adjusted_balance.words import Drawn, Row
    from tradecontext.charts.selection import Selection
    from tradecontext.text.language import Language

OFF = 1e-3
"""Parts of a flow may miss it by this much of it: rounding of published figures."""
NAN = float("nan")
COLUMNS = ("content", "partner_content", "third_content")
TEXTS = ("text", "partner_text", "third_text")
"""Of the parts of a dollar: headers, and what rows print under them."""


def drawn(found: Accounts, options: Mapping[str, Any], language: Language) -> Drawn:
    """Return the view.

    Raises
    ------
    DataError
        For accounts without the content of imports, or with parts that do not add up.
    """
    if not found.has("imports_reporter_content"):
        raise DataError(
            "view='content' needs where the content of imports is from: value_added_balances(), a tc.measures.MRIO, a "
            "frame of read_tiva, or estimates=…"
        )
    highlight = highlighted(options["highlight"], found.names, options["groups"], found.names)
    country = given.country(options["country"], found.names)
    split = {code: parts(found, code) for code in ([country] if country else found.names)}
    ranks = name_ranks({code: found.names[code] for code in split})
    order = sorted(split, key=lambda code: (split[code] is None, -_own(split[code]), ranks[code]))
    sizes = {code: None if isnan(size := found.figures[code]["imports"]) else size for code in order}
    # Highlighted partners that the view does not draw are dropped, so that accents are numbered without gaps.
    always = among(highlight, split)
    chosen = selection(sizes, given.top(options["top"]), always, choices.MOST)
    codes = [code for code in order if code in chosen.drawn]
    marked = marks(options, {code: found.names[code] for code in codes}, language, left_out=chosen.left_out)
    places = name_ranks({code: found.names[code] for code in codes})
    named = words.adapt_terms(found, options, language) | {
        "year": found.year,
        "imports_of": words.scope("imports_of", found.scope, language),
        "count": len(codes),
    }
    rows = [
        _row(code, found, split[code], named, language) | {"name_rank": places[code]} | marked.standing(code, always)
        for code in codes
    ]
    drawn_rows = [(row, split[code]) for row, code in zip(rows, codes, strict=True)]
    legend = [language.terms[f"{part}_content"] for part in ("own", "partner", "third")]
    lead = next((code for code in (*always, *codes) if split[code] is not None), None)
    return words.Drawn(
        rows=rows,
        columns={"partner": language.terms["partner"], "dollar": language.sentence("column_dollar")}
        | {name: language.sentence("column_part", part=term) for name, term in zip(COLUMNS, legend, strict=True)},
        words={
            "headline": _headline(found, lead, split, named, language),
            "subtitle": language.sentence("subtitle_content", **named),
            "alt": _alt(found, lead, split, named, language),
            "key": marked.notes,
            "notes": _notes(found, drawn_rows, chosen, named, language),
            "sources": found.lines,
        },
        sort_by="content",
        hint="hint_content",
        more={
            "year": found.year,
            "currency": found.currency,
            "legend": legend,
        },
    )


@dataclass(frozen=True)
class Split:
    """The parts of a dollar: the content of the reporter, of the partner and of third countries.

    Parameters
    ----------
    shares : list of Fraction
        The exact parts.
    printed : list of Fraction
        The parts as printed: whole cents that add up to a dollar. Parts under a cent stay exact.
    """

    shares: list[Fraction]
    printed: list[Fraction]

    @classmethod
    def of(cls, shares: list[Fraction]) -> Split:
        """Return exact parts with their printed ones."""
        whole = exact.shared_out([100 * share for share in shares], 100)
        printed = [
            share if 0 < share < words.CENT else Fraction(cents, 100)
            for share, cents in zip(shares, whole, strict=True)
        ]
        return cls(shares, printed)

    @property
    def moved(self) -> bool:
        """Whether a printed part differs from the part rounded by itself, so that the parts add up."""
        pairs = zip(self.shares, self.printed, strict=True)
        return any(printed != share and printed != Fraction(rounded(share, 2)) for share, printed in pairs)


def _own(split: Split | None) -> Fraction:
    return split.shares[0] if split else Fraction(0)


def parts(found: Accounts, code: str) -> Split | None:
    """Return the parts of a dollar of imports, which add up to one; None if they are not known.

    Raises
    ------
    DataError
        If they do not add up to the flow, or one is negative.
    """
    own = found.figures[code]
    flow = own["imports"]
    amounts = [own.get(f"imports_{part}_content", NAN) for part in PARTS]
    if isnan(flow) or flow == 0 or any(isnan(each) for each in amounts):
        return None
    if abs(sum(amounts) - flow) > OFF * flow:
        raise DataError(
            f"{code}: the content of its imports adds up to {sum(amounts):,.0f}, and imports are {flow:,.0f}; the "
            "columns are of two tables or units: take them from one"
        )
    first, second = (exact.ratio(amount, flow) for amount in amounts[:2])
    third = 1 - first - second
    if min(first, second, third) < -words.SMALLEST:
        raise DataError(
            f"{code}: a part of its imports is negative ({float(min(first, second, third)) * flow:,.0f}), which is no "
            "part of a dollar; leave the partner out"
        )
    first, second = (min(max(share, Fraction(0)), Fraction(1)) for share in (first, second))
    return Split.of([first, second, third if third > words.SMALLEST else Fraction(0)])


def _row(code: str, found: Accounts, split: Split | None, named: Mapping[str, Any], language: Language) -> Row:
    name = found.names[code]
    row: Row = {"partner": code, "name": name, "role": "partner"}
    if split is None:
        nothing = language.terms["no_data"]
        told = language.sentence("alt_step", step=name, amount=nothing)
        return row | {"text": nothing, "readout": sentences.shortest(told, name)}
    said = {part: words.in_cents(share, language) for part, share in zip(PARTS, split.printed, strict=True)}
    texts = {"reporter": said["reporter"], "theirs": said["partner"], "third": said["third"]}
    own = {**named, **words.partner(code, name, language), "name": name}
    return row | {
        "content": [float(share) for share in split.shares],
        **{name: words.cents(share, language) for name, share in zip(TEXTS, split.printed, strict=True)},
        "readout": sentences.shortest(
            language.sentence("readout_content", **own, **texts),
            language.phrase("readout_content_short", **own, **texts),
        ),
    }


def _headline(
    found: Accounts,
    code: str | None,
    split: Mapping[str, Split | None],
    named: Mapping[str, Any],
    language: Language,
) -> str:
    own_split = split[code] if code else None
    if code is None or own_split is None:
        return language.sentence("headline_content_none", **named)
    own = {**named, **words.partner(code, found.names[code], language)}
    return language.sentence("headline_content", **own, cents=words.in_cents(own_split.printed[0], language))


def _alt(
    found: Accounts,
    code: str | None,
    split: Mapping[str, Split | None],
    named: Mapping[str, Any],
    language: Language,
) -> str:
    parts = split[code] if code else None
    partner = words.partner(code, found.names[code], language) if code else {}
    return spoken.content({**named, **partner}, parts.printed if parts else None, language)


def _notes(
    found: Accounts,
    rows: Sequence[tuple[Row, Split | None]],
    chosen: Selection,
    named: Mapping[str, Any],
    language: Language,
) -> list[str]:
    caveats = [language.sentence("note_already"), language.sentence("note_content", **named)]
    caveats += words.definition(found, language)
    if any(split.moved for _, split in rows if split):
        caveats.append(language.sentence("note_cents"))
    notes = words.ordered(caveats)
    sizes = {code: own["imports"] for code, own in found.figures.items()}
    drawn_sizes = [sizes[row["partner"]] for row, _ in rows]
    notes += words.left_out("note_left_out_imports", drawn_sizes, [sizes[code] for code in chosen.left_out], language)
    notes += sentences.beyond(chosen.beyond, found.names, language, "beyond_imports")
    return notes + sentences.missing([row["name"] for row, split in rows if split is None], found.year, language)
