"""The words that a spec prints, and which of them are the author's own."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pandas as pd

from tradecontext.text import plural
from tradecontext.text.word_files import languages
from tradecontext.widget.chart import Chart

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

AUTHORS = {
    "headline",
    "short_headline",
    "subtitle",
    "alt",
    "note",
    "byline",
    "credit",
    "source",
    "labels",
    "entities",
    "groups",
    "annotations",
    "breaks",
    "near_tie",
    "correction",
    "estimates",
    "licence",
    "logo",
    "reporter",
    "supplier",
    "good",
    "scope",
    "second",
    "currency",
    "unit",
    "chart_id",
    "url",
}
"""Options whose text is the author's, or a name that is printed as it is given."""
MEASURES = ("balance", "deficit", "exports", "imports")
CODES = {
    "by",
    "chart",
    "chart_id",
    "currency",
    "definition",
    "dir",
    "kind",
    "links",
    "method",
    "part_of",
    "partner",
    "plurals",
    "role",
    "sort_by",
    "src",
    "tag",
    "theme",
    "url",
    "view",
    "vintage",
    "when",
}
"""Fields of a spec that are not printed."""
WORD = re.compile(r"[A-Za-z]{2,}")


def words_of(value: Any) -> set[str]:
    """Return the unaccented words of all texts in an author's option or frame."""
    if isinstance(value, str):
        return set(WORD.findall(value))
    if isinstance(value, pd.DataFrame):
        # What a bundled frame counts is told in the reader's language; titles of works stay as they are.
        columns = ["citation"] if "definition" in value.columns else list(value.columns)
        texts = [text for name in columns if name in value.columns for text in value[name] if isinstance(text, str)]
        return words_of([texts, columns, *value.attrs.values()] if "definition" not in value.columns else texts)
    if isinstance(value, dict):
        return words_of([*value, *value.values()])
    if isinstance(value, (list, tuple)):
        return {word for each in value for word in words_of(each)}
    return set()


class Author:
    """Has every chart drawn in another language, wherever its class comes from, and notes the author's own words."""

    def __init__(self, patch: pytest.MonkeyPatch, tag: str) -> None:
        self.words: set[str] = set()
        self.others = set(languages()) - {tag}
        initialise = Chart.__init__

        def instead(chart: Chart, *data: Any, **options: Any) -> None:
            own = [each for name, each in options.items() if name in AUTHORS]
            self.words = words_of([*data, *own])
            initialise(chart, *data, **{**options, "locale": tag})

        patch.setattr(Chart, "__init__", instead)

    def cases(self, chart: str) -> Iterator[tuple[str, dict[str, Any], set[str]]]:
        """Yield a chart's golden specs in that language, each with its name and the author's words."""
        for name, spec in import_module(f"charts.{chart}.golden").cases():
            # A golden spec may have been edited into a language that the package does not have.
            assert spec["locale"]["tag"] not in self.others, f"{chart}/{name} is not made by the constructor of a chart"
            yield name, spec, self.words


def plain(text: str) -> str:
    """Return what of a phrase is printed: all forms of it, and no gap."""
    return plural.GAP.sub(lambda gap: " ".join(plain(form) for _, form in plural.FORM.findall(gap[2] or "")), text)


def texts(value: Any) -> Iterator[str]:
    """Yield the texts of a spec that are printed, now or after a reader's choice."""
    if isinstance(value, str):
        yield plain(value)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            # In sentences, a measure is words.
            if key not in CODES and not (key == "measure" and each in MEASURES):
                yield from texts(each)
