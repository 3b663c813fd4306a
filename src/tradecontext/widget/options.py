"""Types of the options that every chart takes, for completion in editors and for type checkers."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict

if TYPE_CHECKING:
    from tradecontext.spec.types import Takeaway, Theme

Day: TypeAlias = str | dt.date
SourceLine: TypeAlias = str | tuple[str, str] | Mapping[str, str]
"""A text, a (text, url) pair, or a mapping with text, url, vintage and definition."""
Source: TypeAlias = SourceLine | Sequence[SourceLine]
Picture: TypeAlias = str | os.PathLike[str]
Logo: TypeAlias = Picture | tuple[Picture, str] | Mapping[str, str]
Licence: TypeAlias = str | tuple[str, str] | Mapping[str, str]
"""A text, or a (text, url) pair."""
Brand: TypeAlias = Picture | Mapping[str, Any]
"""The path of a _brand.yml, or what is in one."""
Labels: TypeAlias = Mapping[str, Any] | Picture
"""Terms by key, with the words of a whole language under "words"; or the path of a JSON file with them."""
Correction: TypeAlias = tuple[Day, str] | Mapping[str, Day]
Groups: TypeAlias = Mapping[str, Sequence[str] | tuple[str, Sequence[str]]]
"""For each mark its partners, or the meaning of the mark and its partners."""
Annotations: TypeAlias = Sequence[tuple[str | int, str]]
"""Pairs of a partner or a year and the remark on it."""


class ChartOptions(TypedDict, total=False):
    """The options that every chart takes at construction and in ``update``: see :class:`tradecontext.chart.Chart`."""

    headline: str | None
    short_headline: str | None
    subtitle: str | None
    note: str | None
    source: Source | None
    byline: str | None
    credit: str | None
    logo: Logo | None
    brand: Brand | None
    alt: str | None
    labels: Labels | None
    locale: str
    theme: Theme
    published: Day | None
    updated: Day | None
    correction: Correction | None
    chart_id: str | None
    licence: Licence | None
    url: str | None
    links: Sequence[Takeaway]
    noindex: bool
    age: bool
