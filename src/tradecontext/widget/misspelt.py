"""Suggestions for an unknown option: options of a similar spelling, and options that others call so."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from tradecontext.errors import shown
from tradecontext.spec.folders import part_if_any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

MOST = 3
"""The most suggestions for one word: more would be a list to search."""

WORDS = {
    "headline": "title heading header head plot_title chart_title",
    "short_headline": "short_title social_title",
    "subtitle": "subhead subheading sub_title sub_headline deck dek standfirst description",
    "alt": "alt_text alternative_text aria_label description accessible_description",
    "note": "footer footnote footnotes caption notes remark comment",
    "source": "data_source datasource sources publisher provenance citation",
    "credit": "credits copyright made_by attribution",
    "byline": "author authors by",
    "logo": "image icon",
    "brand": "style branding house_style",
    "labels": "words terms legend translations xlabel ylabel x_label y_label axis_labels",
    "locale": "lang language",
    "theme": "dark dark_mode mode style template color_scheme",
    "published": "date publication_date pub_date",
    "updated": "last_updated modified last_modified",
    "correction": "corrections erratum corrected",
    "chart_id": "id key slug identifier",
    "licence": "license rights copyright terms",
    "url": "link href permalink canonical address",
    "links": "download downloads buttons",
    "noindex": "index robots",
    "sort_by": "sort sort_order sorted sorting order order_by orderby ascending",
    "selection": "select selected",
    "top": "n limit rows max_rows nrows n_rows count number top_n how_many deficits",
    "partners": "country countries subset include only",
    "highlight": "color colour colors colours palette accent emphasis emphasize focus highlighted country countries",
    "partner": "country countries partner_column country_column",
    "country": "countries",
    "year": "years yr date",
    "period": "years start end first_year last_year from_year to_year year_range date_range",
    "groups": "bloc blocs membership memberships",
    "annotations": "annotate comments remarks",
    "total": "world sum totals",
    "reporter": "home home_country reporting_country",
    "exports": "exports_column export_column",
    "imports": "imports_column import_column",
    "balance": "deficit trade_balance value values amount y",
    "share": "value values percent pct y",
    "unit": "units currency_unit multiplier",
    "currency": "currency_unit money",
    "entities": "names rename renames aliases spellings",
    "trend": "sparkline sparklines",
    "view": "kind type chart_type",
    "to_png(width=…)": "width size figsize height",
    "to_svg(width=…)": "width size figsize height",
    "to_png(scale=…)": "scale",
    "to_png(density=…)": "density dpi ppi resolution",
    "to_png(preset=…)": "preset aspect aspect_ratio",
    "save(path)": "path file filename file_name output out",
}
"""The words that other libraries use for each option, or for an argument of a method of ours.

The words for an option that only one chart has are in ``misspelt.py`` of the chart's folder.
"""


def own_words(chart: str) -> Mapping[str, str]:
    """Return the words for the options that only this chart has, in the form of `WORDS`."""
    own = part_if_any(chart, "misspelt")
    return {} if own is None else own.WORDS


def refusal(chart: str, options: Collection[str], names: Iterable[str], own: Mapping[str, str]) -> str:
    """Return the message that a chart has no such options: one line for each, with suggestions.

    Parameters
    ----------
    chart : str
        The name of the chart's class.
    options : collection of str
        The options of the chart, and the reader's choices. The latter are given at construction and assigned later;
        ``update`` does not take them.
    names : iterable of str
        The unknown options.
    own : mapping
        The words for the options that only this chart has, in the form of `WORDS`.
    """

    def hint(name: str) -> str:
        return f" to update; set chart.{name}" if name in options else _hint(meant(options, name, own))

    return "\n".join(f"{chart} has no option {shown(name)}{hint(name)}" for name in names)


def meant(options: Collection[str], name: str, own: Mapping[str, str]) -> list[str]:
    """Return what a word may have meant, the likeliest first: existing options, or a method with its argument."""
    word = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).replace("-", "_").lower()
    if word in options:
        return [word]
    by_word: dict[str, list[str]] = {option: [option] for option in options}
    for target, words in (*WORDS.items(), *own.items()):
        if target in options or target.endswith(")"):
            for each in words.split():
                if each not in options:
                    by_word.setdefault(each, []).append(target)
    near = [word] if word in by_word else difflib.get_close_matches(word, by_word, 1)
    return by_word[near[0]][:MOST] if near else []


def _hint(found: list[str]) -> str:
    written = [f"chart.{each}" if each.endswith(")") else repr(each) for each in found]
    return f"; did you mean {' or '.join(written)}?" if written else ""
