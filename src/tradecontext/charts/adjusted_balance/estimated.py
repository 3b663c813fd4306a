"""The view "content" from published estimates: a dot per estimate, and the estimates applied to the flows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from tradecontext.charts import sentences
from tradecontext.charts.adjusted_balance import amounts, spoken, words
from tradecontext.charts.adjusted_balance.estimates import FLAGS
from tradecontext.charts.marks import marks
from tradecontext.errors import DataError
from tradecontext.intake.provenance import find
from tradecontext.intake.yearly import name_ranks
from tradecontext.text import exact
from tradecontext.text.exact import rounded
from tradecontext.text.language import capital

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.charts.adjusted_balance.accounts import Accounts
    from tradecontext.charts.adjusted_balance.estimates import Estimate, Estimates
    from tradecontext.charts.adjusted_balance.words import Drawn, Row
    from tradecontext.charts.marks import Marks
    from tradecontext.text.language import Language

FEW = 2
"""Up to this many studies are named under the chart; if there are more, only the notes name them."""


def drawn(found: Accounts | None, estimates: Estimates, options: Mapping[str, Any], language: Language) -> Drawn:
    """Return the view; `found` has the flows that the shares are applied to, if any are given.

    Raises
    ------
    DataError
        If the estimates are not of one partner with flows, or an option asks for what the data does not have.
    """
    flows, one_sided = amounts.flows(found, estimates), bool(options["one_sided"])
    if flows is None and one_sided:
        raise DataError("one_sided=True needs the exports and imports of one country: pass a trade frame as data")
    named = words.adapt_terms(found, options, language) | _whose(estimates, language)
    names = _names(estimates, language)
    marked = marks(options, names, language)
    ranks = name_ranks(names)
    rows = [
        _row(each, names[each.code], language)
        | _printed(each, estimates, language)
        | {"name_rank": ranks[each.code]}
        | ({"applied": amounts.applied(each, flows, language)} if flows else {})
        | _standing(each, estimates.highlight, marked, language)
        for each in estimates.rows
    ]
    notes = amounts.notes(flows, named, language, one_sided=one_sided) if flows else []
    more: dict[str, Any] = {
        "legend": [language.terms["own_content"], language.terms["everything_else"]],
        "scale": words.scale_of_cents([each.share for each in estimates.rows], language),
    }
    if flows:
        more |= {"year": flows.year, "currency": flows.currency}
        more["amounts"] = amounts.amounts(flows, named, language, one_sided=one_sided)
    return words.Drawn(
        rows=rows,
        columns={
            "partner": language.terms["estimate"],
            "content": language.sentence("column_cents"),
        },
        words={
            "headline": headline(estimates, named, language),
            "subtitle": language.sentence("subtitle_estimates", **named),
            "alt": spoken.estimates(estimates, named, names, language),
            "key": [*_flags(estimates, language), *marked.notes],
            "notes": [*notes, *_notes(estimates, flows, language)],
            "sources": [] if options["source"] is not None else _sources(estimates, found, language),
        },
        sort_by="content",
        hint="hint_amounts" if flows else "hint_estimates",
        more=more,
    )


def _whose(estimates: Estimates, language: Language) -> dict[str, Any]:
    names = [language.in_sentence(code, name) for code, name in estimates.names.items()]
    years = sorted({each.year for each in estimates.rows if each.year is not None})
    return {
        "partner": language.names(names),
        "count": len(estimates.rows),
        "years": _data_of(years, language) if years else "",
    }


def _data_of(years: list[int], language: Language) -> str:
    if len(years) == 1:
        return language.phrase("data_of", years=years[0])
    return language.phrase("data_of_span", first=years[0], last=years[-1])


def _names(estimates: Estimates, language: Language) -> dict[str, str]:
    """Return the names by code; of those with one name, each says the year of its data."""
    found = {each.code: _undated(each, estimates, language) for each in estimates.rows}
    shared = {name for name, count in Counter(found.values()).items() if count > 1}
    for each in estimates.rows:
        if found[each.code] in shared and each.year is not None:
            found[each.code] = language.phrase("name_dated", name=found[each.code], year=each.year)
    return found


def _undated(each: Estimate, estimates: Estimates, language: Language) -> str:
    if estimates.country:
        return each.short
    return language.phrase("name_of", partner=estimates.names[each.partner], short=each.short)


def scope_and_year(each: Estimate, language: Language) -> str:
    """Return words for the scope and the year of an estimate."""
    scope = words.scope("scope", each.scope, language)
    if each.year is None:
        return language.phrase("scope_undated", scope=scope)
    return language.phrase("scope_dated", scope=scope, year=each.year)


def _printed(each: Estimate, estimates: Estimates, language: Language) -> Row:
    """Return the name, and beside the figure the year of its data, unless the subtitle has that of all."""
    alike = len({each.year for each in estimates.rows}) == 1
    dated = {} if each.year is None or alike else {"detail": language.phrase("data_year", year=each.year)}
    return {"name": _undated(each, estimates, language), **dated}


def _row(each: Estimate, name: str, language: Language) -> Row:
    """Return a row's words and figures; in sentences its name is `name`, which no other estimate has."""
    cents = words.in_cents(each.share, language)
    checked, method = each.checked.rstrip("."), capital(each.method).rstrip(".")
    if each.method_key == "not_stated":
        method = ""
    # The full citation is a source line too, so a row without room for it may have the short name instead.
    citation = each.citation.rstrip(".")
    where = [[citation, method, checked], [name, method, checked], [citation, checked], [citation]]
    readout = [". ".join(part for part in parts if part) + "." for parts in where if parts[-1] and parts[0]]
    return {
        "partner": each.code,
        "role": "partner",
        "group": language.sentence(f"scope_{each.scope}"),
        "content": [each.share, exact.difference(1, each.share)],
        "text": words.cents(each.share, language),
        **({"hollow": True} if each.flag else {}),
        "readout": sentences.shortest(*readout, language.sentence("alt_step", step=name, amount=cents), name),
    }


def _standing(each: Estimate, highlight: Mapping[str, int], marked: Marks, language: Language) -> Row:
    """Return a row's highlight, marks and remark; a quotation or a cited figure has a mark that says so."""
    row = marked.standing(each.code, highlight)
    if each.flag:
        row["marks"] = [language.terms[FLAGS[each.flag]], *row.get("marks", [])]
    return row


def headline(estimates: Estimates, named: Mapping[str, Any], language: Language) -> str:
    """Return the headline, with a range only of estimates of one scope, as others measure different things."""
    counted = estimates.unflagged
    scopes = {each.scope for each in counted}
    if estimates.country is None:
        return language.sentence("headline_estimates_partners", **named)
    if len(scopes) > 1:
        return language.sentence("headline_estimates_differ", **named)
    imports_of = words.scope("content_in", next(iter(scopes)), language)
    own = {**named, "imports_of": imports_of, "figures": _figures(counted, language)}
    return language.sentence("headline_estimates", **own)


def _figures(counted: Sequence[Estimate], language: Language) -> str:
    """Return one figure in cents, or the range from the smallest to the largest."""
    shares = [each.share for each in counted]
    ends = [words.whole(each, language) for each in (min(shares), max(shares))]
    text = ends[1] if ends[0] == ends[1] else language.phrase("cents_range", low=ends[0], high=ends[1])
    # The plural form after a range is that of its upper end.
    return language.phrase("n_cents", n=text, count=rounded(max(shares), 0, -2))


def _notes(estimates: Estimates, flows: amounts.Flows | None, language: Language) -> list[str]:
    source = _registered(estimates)
    caveats = [language.sentence("note_estimates")]
    if source:
        caveats = [source.note_text(language.tag), source.definition_text(language.tag)]
    caveats += [] if flows or source else [language.sentence("note_already")]
    if flows and any(not amounts.same(each, flows) for each in estimates.rows):
        caveats.append(language.sentence("note_applied"))
    methods = {each.method_key for each in estimates.rows}
    if "customs" in methods and len(methods) > 1:
        caveats.append(language.sentence("note_method"))
    return words.ordered(caveats)


def _flags(estimates: Estimates, language: Language) -> list[str]:
    """Return what the words beside some figures mean: quoted, not confirmed, superseded."""
    return [
        language.sentence(f"note_{term}", mark=language.terms[term])
        for flag, term in FLAGS.items()
        if any(each.flag == flag for each in estimates.rows)
    ]


def _registered(estimates: Estimates) -> Any:
    """Return the registered table of estimates if all estimates are from it, else None."""
    tables = {(each.definition, each.vintage) for each in estimates.rows}
    return find(*next(iter(tables))) if len(tables) == 1 else None


def _sources(estimates: Estimates, found: Accounts | None, language: Language) -> list[dict[str, str]]:
    """Return the source lines: each citation once, with the kind of its figures, and the sources of the flows."""
    lines: dict[str, dict[str, str]] = {}
    # Several estimates of one study have its name before a comma, of Latin or of Arabic script.
    studies = {each.citation: each.short.replace("،", ",").partition(",")[0] for each in estimates.rows}
    for each in estimates.rows:
        if not each.citation:
            raise DataError(f"estimates: {each.code!r} has no citation; add a column, or name sources with source=…")
        kind = f" ({language.terms[FLAGS[each.flag]]})" if each.flag else ""
        line = {
            "text": sentences.shortest(each.citation + kind, each.citation),
            "short": studies[each.citation] if len(studies) <= FEW else language.phrase("studies"),
        }
        fields = {"url": each.url, "vintage": each.vintage, "definition": each.definition}
        lines.setdefault(each.citation, line | {name: value for name, value in fields.items() if value})
    flows = found.lines if found else []
    return [*lines.values(), *(line for line in flows if line not in lines.values())]
