"""Other words on a spec that came without its data."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from tradecontext.errors import DataError
from tradecontext.text import around, printable
from tradecontext.text.language import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.spec.as_json import Fields

REDRESSABLE = {
    "headline",
    "short_headline",
    "subtitle",
    "note",
    "byline",
    "credit",
    "alt",
    "theme",
    "published",
    "updated",
    "correction",
    "chart_id",
    "url",
    "links",
    "noindex",
}
"""Options that change no figure, so that a chart made from a spec takes them without its data."""


def redressed(base: Fields, given: Mapping[str, Any]) -> Fields:
    """Put an author's words into a spec that came without its data."""
    for name in given:
        if name not in REDRESSABLE:
            raise DataError(
                f"{name} cannot be changed on a chart made from a spec: it has no data; make the chart anew"
            )
    if "headline" in given:
        around.warn_if_long(given["headline"])
    spec = copy.deepcopy(base)
    dated, hosted = {"published", "updated", "correction", "chart_id"}, {"url", "links", "noindex"}
    if dated & set(given):
        dates = {**_without(spec, {*dated, "dateline"}), "chart_id": spec.get("chart_id"), **given}
        around.dated(spec["frame"], dates, Language(base["locale"]["tag"]))
    if hosted & set(given):
        around.hosted(spec["frame"], {**_without(spec, hosted), **given})
    for name, value in given.items():
        if name == "chart_id" and value is None:
            spec.pop("chart_id", None)
        elif name in {"theme", "chart_id"}:
            spec[name] = value
        elif name not in dated | hosted:
            spec["frame"][name] = printable.words("" if value is None else value, name)
            # An author's own words are the same whatever a reader chooses.
            spec.get("sentences", {}).pop(name, None)
    return spec


def _without(spec: Fields, names: set[str]) -> dict[str, Any]:
    """Take what will be written anew out of the frame, and return what it was."""
    return {name: spec["frame"].pop(name) for name in names & spec["frame"].keys()}
