"""The view of a dollar of imports by origin, from accounts: the reporter's content, the partner's, and the rest."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

from tradecontext.adjusted import choices, words
from tradecontext.adjusted.accounts import PARTS
from tradecontext.errors import DataError
from tradecontext.series import name_ranks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.adjusted.accounts import Accounts
    from tradecontext.adjusted.words import Drawn, Row
    from tradecontext.language import Language
    from tradecontext.marks import Marks

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
        For accounts without the content of imports, or parts that are none.
    """
    if not found.has("imports_reporter_content"):
        raise DataError(
            "view='content' needs where the content of imports is from: value_added_balances(), a tc.measures.MRIO, a "
            "frame of read_tiva, or estimates=…"
        )
    highlight = choices.highlight(options["highlight"], found.names)
    country = choices.country(options["country"], found.names)
    split = {code: parts(found, code) for code in ([country] if country else found.names)}
    ranks = name_ranks({code: found.names[code] for code in split})
    order = sorted(split, key=lambda code: (split[code] is None, -(split[code] or [0.0])[0], ranks[code]))
    sizes = {code: 0.0 if isnan(size := found.figures[code]["imports"]) else size for code in order}
    # Accents are counted by those that are drawn.
    always = [code for code in highlight if code in split]
    codes, left_out = choices.kept(order, sizes, choices.top(options["top"]), always)
    marked = words.marked(options, {code: found.names[code] for code in codes}, language)
    places = name_ranks({code: found.names[code] for code in codes})
    told = words.named(found, options, language) | {
        "year": found.year,
        "imports_of": words.scope("imports_of", found.scope, language),
        "count": len(codes),
    }
    rows = [
        _row(code, found, split[code], told, language)
        | {"name_rank": places[code]}
        | words.standing(code, always, marked)
        for code in codes
    ]
    legend = [language.terms[f"{part}_content"] for part in ("own", "partner", "third")]
    lead = next((code for code in (*always, *codes) if split[code] is not None), None)
    return words.Drawn(
        rows=rows,
        columns={"partner": language.terms["partner"], "dollar": language.sentence("column_content", **told)}
        | {name: language.sentence("column_part", part=term) for name, term in zip(COLUMNS, legend, strict=True)},
        words={
            "headline": _headline(found, lead, split, told, language),
            "short_headline": language.sentence("short_headline_content", **told),
            "subtitle": language.sentence("subtitle_content", **told),
            "alt": words.fitting(_alt(found, rows, told, marked, language), language),
            "notes": [*_notes(found, rows, left_out, told, language), *marked.notes],
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


def parts(found: Accounts, code: str) -> list[float] | None:
    """Return the parts of a dollar of imports, which add up to one; None where they are not known.

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
    shares = [amounts[0] / flow, amounts[1] / flow]
    shares.append(1 - shares[0] - shares[1])
    if min(shares) < -words.SMALLEST:
        raise DataError(
            f"{code}: a part of its imports is negative ({min(shares) * flow:,.0f}), which is no part of a dollar; "
            "leave the partner out"
        )
    first, second = (min(max(share, 0.0), 1.0) for share in shares[:2])
    return [first, second, max(1 - first - second, 0.0)]


def _row(code: str, found: Accounts, split: list[float] | None, told: Mapping[str, Any], language: Language) -> Row:
    name = found.names[code]
    row: Row = {"partner": code, "name": name, "role": "partner"}
    if split is None:
        nothing = language.terms["no_data"]
        return row | {"text": nothing, "readout": words.shortest(f"{name}: {nothing}.", name)}
    said = {part: words.in_cents(share, language) for part, share in zip(PARTS, split, strict=True)}
    texts = {"reporter": said["reporter"], "theirs": said["partner"], "third": said["third"]}
    own = {**told, **words.partner(code, name, language), "name": name}
    return row | {
        "content": split,
        **{name: words.cents(share, language) for name, share in zip(TEXTS, split, strict=True)},
        "readout": words.shortest(
            language.sentence("readout_content", **own, **texts),
            language.phrase("readout_content_short", **own, **texts),
        ),
    }


def _headline(
    found: Accounts,
    code: str | None,
    split: Mapping[str, list[float] | None],
    told: Mapping[str, Any],
    language: Language,
) -> str:
    shares = split[code] if code else None
    if code is None or shares is None:
        return language.sentence("headline_content_none", **told)
    own = {**told, **words.partner(code, found.names[code], language)}
    said = {"cents": words.in_cents(shares[0], language), "third": words.in_cents(shares[2], language)}
    return language.sentence("headline_content", **own, **said)


def _alt(found: Accounts, rows: Sequence[Row], told: Mapping[str, Any], marked: Marks, language: Language) -> list[str]:
    there = [row for row in rows if "content" in row]
    text = [language.sentence("alt_content", **told)]
    text += [row["readout"] for row in rows if "highlight" in row] or [row["readout"] for row in there[:1]]
    if len(there) > 1:
        ends = {"first": there[0], "last": there[-1]}
        text.append(
            language.sentence(
                "alt_content_range",
                **{name: row["name"] for name, row in ends.items()},
                **{f"{name}_cents": words.in_cents(row["content"][0], language) for name, row in ends.items()},
            )
        )
    text += words.remarks(rows, marked, language)
    text += [language.sentence("note_already"), language.sentence("note_content")]
    return text + words.definition(found, language)


def _notes(
    found: Accounts, rows: Sequence[Row], left_out: Sequence[str], told: Mapping[str, Any], language: Language
) -> list[str]:
    caveats = [language.sentence("note_already"), language.sentence("note_content", **told)]
    caveats += words.method(found, language)
    notes = words.ordered(caveats)
    if left_out:
        notes.append(language.sentence("note_left_out_imports", count=len(left_out), shown=len(rows)))
    return notes + words.missing([row["name"] for row in rows if "content" not in row], found.year, language)
