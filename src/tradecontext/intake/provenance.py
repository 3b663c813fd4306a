"""The registry of sources."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import asdict, dataclass, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from tradecontext.intake import receipts
from tradecontext.intake.one_source import one_of
from tradecontext.text import given_words, word_files
from tradecontext.text.dates import date, month

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd


@dataclass(frozen=True)
class Source:
    """One table in one vintage, with the words that a chart prints about it.

    Parameters
    ----------
    definition, vintage : str
        The values of the columns of the same names. An empty vintage means that none was stated.
    publisher, title, url, licence, licence_status, obtained : str
        In English. ``licence_status`` says so if the terms were not confirmed.
    scope : str
        What is traded, where the figures are flows: "goods", "manufactures" or "all" (goods and services).
    receipts : str
        The names of the receipts, if the figures were fetched.
    """

    definition: str
    vintage: str
    publisher: str
    title: str
    url: str
    licence: str
    licence_status: str = ""
    obtained: str = ""
    scope: str = ""
    receipts: str = ""

    def _word(self, key: str, language: str) -> str:
        text: str = _words(language, "sources", self.definition).get(key, "")
        return text

    def text(self, language: str = "en") -> str:
        """Return the source line: publisher, title, what is counted, and the vintage.

        Parameters
        ----------
        language : str
            A language that there are words for, with or without a region; any other reads English.

        Returns
        -------
        str
            One line without a final full stop.
        """
        title = self.title_text(language)
        basis = self._word("basis", language)
        what = f"{title} ({basis})" if basis else title
        parts = [self.publisher_text(language), what, self.vintage_text(language)]
        comma: str = word_files.words("text", _offered(language))["comma"]
        return comma.join(part for part in parts if part)

    def publisher_text(self, language: str = "en") -> str:
        """Return who published the figures."""
        return self._word("publisher", language)

    def short_text(self, language: str = "en") -> str:
        """Return the publisher in the few words that stand under a chart, and that the figures are computed, if so."""
        return self._word("short", language) or self.publisher_text(language)

    def definition_text(self, language: str = "en") -> str:
        """Return what the figures count, in sentences a reader understands."""
        return self._word("definition", language)

    def title_text(self, language: str = "en") -> str:
        """Return the table's title: what the figures are, in a few words."""
        return self._word("title", language)

    @property
    def is_one_measure(self) -> bool:
        """Whether its figures are one share or amount, with words of its own for the head of a column."""
        return bool(self._word("measure", "en"))

    def measure_text(self, language: str = "en") -> str:
        """Return a few words for the head of a column: what share or amount this is."""
        return self._word("measure", language) or self.title_text(language)

    def note_text(self, language: str = "en") -> str:
        """Return the sentence a chart has to print beside this measure, or nothing."""
        return self._word("note", language)

    def vintage_text(self, language: str = "en") -> str:
        """Return the vintage in words, or nothing when none was stated."""
        known: dict[str, str] = _words(language, "sources", self.definition).get("vintages", {})
        return known[self.vintage] if self.vintage in known else _unregistered(self.vintage, language)

    @property
    def due(self) -> str:
        """The day by which a newer release is expected, for fetched figures; empty if unknown."""
        day, every = self.vintage.removeprefix(receipts.RETRIEVED), registry()[self.definition].get("renewed_days")
        if day == self.vintage or every is None:
            return ""
        return (dt.date.fromisoformat(day) + dt.timedelta(days=every)).isoformat()

    def as_dict(self, language: str = "en") -> dict[str, str]:
        """Return plain text for ``frame.attrs["source"]``: the fields, and the whole line and its short form."""
        fields = asdict(self)
        del fields["scope"], fields["receipts"]
        return {**fields, "text": self.text(language), "short": self.short_text(language)}


def _words(language: str, *place: str) -> dict[str, Any]:
    """Return words of sources: "es-MX" reads Spanish, a language that there are no words for English."""
    return given_words.of_sources(_offered(language), *place)


def _offered(language: str) -> str:
    """Return the language to read sources in: Spanish for "es-MX", English for one that there are no words for."""
    if isinstance(language, word_files.GivenTag):
        return language
    tags = (language, language.replace("_", "-").split("-")[0].lower(), "en")
    return next(filter(word_files.offered, tags))


def break_text(definition: str, partner: str, year: int, language: str) -> str:
    """Return what is registered of a break in a series; an empty text if nothing is."""
    known = registry().get(definition, {}).get("breaks", [])
    key = next((each["words"] for each in known if (each["partner"], int(each["year"])) == (partner, year)), None)
    return str(_words(language, "breaks")[key]) if key else ""


@cache
def registry() -> dict[str, Any]:
    """Return what is known of each table beside its words: read it, do not change it."""
    text = resources.files("tradecontext.data").joinpath("sources.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def _unregistered(vintage: str, language: str) -> str:
    """Return words for a vintage that is not in the registry: of a user's file, fetched, or named by the user."""
    sentences: dict[str, str] = _words(language, "sentences")
    day = vintage.removeprefix(receipts.RETRIEVED)
    if day != vintage:
        return sentences["retrieved"].format(day=date(language, day))
    period = vintage.removeprefix("data through ")
    if not vintage:
        return ""
    if period != vintage:
        return sentences["through"].format(period=_named(period, language))
    return sentences["vintage"].format(vintage=vintage)


def _named(period: str, language: str) -> str:
    """Return a period in words: "February 2025" for 2025-02, and a year as it is."""
    if not re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", period, re.ASCII):
        return period
    return month(language, (int(period[:4]), int(period[5:])))


def find(definition: str | None, vintage: str | None) -> Source | None:
    """Look up the source of figures by the values of their ``definition`` and ``vintage`` columns.

    Parameters
    ----------
    definition : str or None
        For example ``"census_goods"``.
    vintage : str or None
        For example ``"2025-10"``. One that is not registered gets generic words.

    Returns
    -------
    Source or None
        None when the definition is not one of the package's.
    """
    entry = registry().get(definition or "")
    if entry is None or definition is None:
        return None
    words = _words("en", "sources", definition)
    return Source(
        definition=definition,
        vintage=vintage or "",
        publisher=words["publisher"],
        title=words["title"],
        url=entry["url"],
        licence=entry["licence"],
        licence_status=entry["licence_status"],
        obtained=entry["vintages"].get(vintage or "", ""),
        scope=entry.get("scope", ""),
    )


def of(frame: pd.DataFrame, what: str) -> Source | None:
    """Return the source of the rows of one measure, with its receipts; None if they are not of the package's.

    Raises
    ------
    DataError
        As :func:`tradecontext.intake.one_source.one_of`.
    """
    source = find(*one_of(frame, what))
    return None if source is None else replace(source, receipts=receipts.named(frame))


def sentence(key: str, language: str, **parts: str) -> str:
    """Return a sentence about sources in a language."""
    text: str = _words(language, "sentences")[key]
    return text.format(**parts)


def registered() -> Iterator[Source]:
    """Yield every table and vintage that the package ships, in the order of the registry."""
    for definition, entry in registry().items():
        for vintage in entry["vintages"]:
            source = find(definition, vintage)
            if source is not None:
                yield source
