"""Changing the words and settings of a spec that came without its data."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from tradecontext import brand
from tradecontext.errors import DataError
from tradecontext.text import around, printable
from tradecontext.text.language import Language
from tradecontext.text.word_files import languages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.spec.as_json import Fields

CHANGEABLE = {
    "headline",
    "short_headline",
    "subtitle",
    "note",
    "byline",
    "credit",
    "alt",
    "theme",
    "brand",
    "published",
    "updated",
    "correction",
    "chart_id",
    "licence",
    "url",
    "links",
    "noindex",
    "age",
}
"""Options that change no figure, so that a chart made from a spec takes them although it has no data."""


AUTOMATIC = frozenset({"headline", "short_headline", "subtitle", "alt"})
"""Words that are written from the data if none are given, and that a spec without its data keeps as they are."""
DATED = frozenset({"published", "updated", "correction"})
"""Options that are days, printed in lines of their own."""
_HOSTED = frozenset({"url", "links", "noindex"})


def apply_options(base: Fields, given: Mapping[str, Any]) -> Fields:
    """Return a spec that came without its data, with the author's options applied."""
    for name in given:
        if name not in CHANGEABLE:
            raise DataError(
                f"{name} cannot be changed on a chart made from a spec: it has no data; make the chart anew"
            )
    if "headline" in given:
        around.warn_if_long(given["headline"])
    spec = copy.deepcopy(base)
    _set_around(spec, given)
    for name, value in given.items():
        if value is None and name in AUTOMATIC:
            continue
        if name in {"chart_id", "brand"} and value is None:
            spec.pop(name, None)
        elif name in {"theme", "chart_id"}:
            spec[name] = value
        elif name == "brand":
            spec[name] = brand.read(value)
        elif name not in DATED | _HOSTED | {"age", "licence"}:
            spec["frame"][name] = printable.words("" if value is None else value, name)
            # The author's own words do not follow a reader's choice, so their templates are removed.
            spec.get("sentences", {}).pop(name, None)
    return spec


def _set_around(spec: Fields, given: Mapping[str, Any]) -> None:
    """Write the dates, the address, the licence and the age of the figures anew, where they are given."""
    if DATED & set(given):
        dates = {**_without(spec, {*DATED, "dateline"}), **given}
        around.dated(spec["frame"], dates, _language(spec))
    if _HOSTED & set(given):
        around.hosted(spec["frame"], {**_without(spec, set(_HOSTED)), **given})
    if "licence" in given:
        spec["frame"].pop("licence", None)
        around.licensed(spec["frame"], given)
    if "age" in given:
        spec["frame"].pop("aged", None)
        if given["age"] is not False:
            around.aged(spec["frame"], given, _language(spec))


def _language(spec: Fields) -> Language:
    tag = spec["locale"]["tag"]
    if tag not in languages():
        raise DataError(
            f"published, updated, correction and age need words of the language {tag}, which this package lacks; make "
            "the chart anew with your labels"
        )
    return Language(tag)


def _without(spec: Fields, names: set[str]) -> dict[str, Any]:
    """Remove fields that will be written anew from the frame, and return them."""
    return {name: spec["frame"].pop(name) for name in names & spec["frame"].keys()}
