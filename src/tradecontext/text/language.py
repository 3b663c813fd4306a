"""The language of a chart: digits, amounts, names, and the sentences charts are written with.

Every number that a chart prints is formatted here, once, by one rule: round half away from zero, on the shortest
decimal text of the value, or on the exact fraction if its decimals never end. The spec carries the text beside the
value, so that JavaScript never rounds it again.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tradecontext.errors import DataError, shown
from tradecontext.text import dates, digits, given_words, grammar, plural
from tradecontext.text.exact import rounded
from tradecontext.text.printable import filled
from tradecontext.text.word_files import GivenTag, cldr, offered, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.text.exact import Figure
    from tradecontext.text.given_words import Labels

LONGEST_TERM = 40
"""Most characters of an author's own term: terms are printed in headers, and several times in one sentence."""

HEADLINE = 12
"""The most words of a headline, in a language whose "headline_words" says no other number."""

USUAL = {"digits": digits.LATIN, "comma": ", ", "semicolon": "; "}
"""Digits, and what the renderer joins texts with, in most languages."""

MOST_NAMED, LONGEST_NAMED = 4, 120
"""The most names that a sentence has room for, and the most characters of these together."""


class Language:
    """Words and number formats of one language, with the author's own terms in place of ours.

    Parameters
    ----------
    tag : str
        A language of :func:`tradecontext.text.word_files.languages`, for example ``"en"``, or another one of CLDR;
        with the digits to write it with if these are not the usual ones: ``"ar-u-nu-arab"``.
    labels : mapping of str to str, or path
        The author's own terms, by their key in the chart's ``terms`` or ``interface`` ("source", "hint" …). For keys
        in `known` the chart decides where they are printed. Under "words", a language's words; or the path of a JSON
        file with all of these.
    known : sequence of str
        Keys that the chart takes in `labels` beside those of its words.
    chart : str, optional
        The chart whose own words are added; without it, there are only the words that all charts share.

    Raises
    ------
    DataError
        If CLDR has no such language, it lacks words, or a label is of a term that no chart prints.
    """

    def __init__(
        self,
        tag: str,
        labels: Labels | None = None,
        known: Sequence[str] = (),
        *,
        chart: str | None = None,
    ) -> None:
        labels, own_words = given_words.separated(given_words.loaded(labels))
        if not offered(tag) or own_words:
            tag = given_words.given(tag, own_words, chart)
        self.tag = tag
        self.plurals: dict[str, str] = cldr(tag)["plurals"]
        self._data = {**cldr(tag), **words("text", tag)}
        self._joints: grammar.Joints = self._data["names"].get("joints", {})
        self.headline_words: int = self._data.get("headline_words", HEADLINE)
        # Digits and marks that are not the usual ones, which the renderer has to know.
        self.marks = {name: text for name, usual in USUAL.items() if (text := str(self._data[name])) != usual}
        own = words(f"charts/{chart}", tag) if chart else {}
        # The chart's own terms stand on both sides of the shared ones: the first puts their keys first in messages that
        # list the terms, and the last lets their texts override the shared ones.
        self.terms: dict[str, str] = {**own.get("terms", {}), **self._data["terms"], **own.get("terms", {})}
        ours = dict(self.terms)
        self.interface: dict[str, str] = {**self._data["interface"], **own.get("interface", {})}
        self._sentences: dict[str, str] = {**self._data["sentences"], **own.get("sentences", {})}
        for key, text in labels.items():
            long = key in known or key in self.interface
            if key not in ours and not long:
                choice = ", ".join([*ours, *known, *self.interface])
                raise DataError(f"labels: no chart prints a term {shown(key)}; the terms are {choice}")
            place = self.interface if key in self.interface else self.terms
            place[key] = filled(text, f"labels {key!r}", 100 if long else LONGEST_TERM)

    def spec(self, *phrases: object) -> dict[str, Any]:
        """Return what the renderer needs of the language.

        Parameters
        ----------
        *phrases : object
            Phrases of the chart's own that the renderer fills with counts. Plural rules are included only if one of
            these, or of the interface's words, has plural forms.
        """
        found = {"tag": str(self.tag), "dir": self._data["dir"], **self.marks, "words": dict(self.interface)}
        counted = plural.COUNTED in str((self.interface, phrases))
        return found | ({"plurals": plural.of_whole_numbers(self.plurals)} if counted else {})

    def numbers(self, *, amounts: bool = False) -> dict[str, Any]:
        """Return the number format for figures that the renderer computes for a reader.

        With `amounts`, it includes the format of large and negative numbers.
        """
        names = ("decimal", "percent", "minus", "group") if amounts else ("decimal", "percent")
        found = {name: self._data[name] for name in (*names, "digits") if name != "digits" or name in self.marks}
        return found | ({"grouped": 3 + self._data["min_grouping"]} if amounts else {})

    def sentence(self, key: str, /, **parts: object) -> str:
        """Return a sentence of the language with its gaps filled by `parts` and the terms, beginning with a capital."""
        return capital(self._filled(key, parts))

    def _filled(self, key: str, parts: dict[str, object]) -> str:
        # "{exports}" may be an amount in a sentence that also has the word, which is then "{exports_word}". A term that
        # begins a sentence is "{exports_cap}".
        in_words = {f"{key}_word": text for key, text in self.terms.items()}
        capitals = {f"{key}_cap": capital(text) for key, text in self.terms.items()}
        # A name may stand in a form of its own: "{partner_of}" is "du Mexique". A row's name has the bare one only.
        forms = {f"{gap}_name": name for gap, name in parts.items() if isinstance(name, str)}
        forms |= {
            f"{gap}_{form}": text
            for gap, name in parts.items()
            if isinstance(name, grammar.Name)
            for form, text in name.forms.items()
        }
        known = {**self.terms, **in_words, **capitals, **forms, **parts}
        try:
            sentence = grammar.fitted(self._sentences[key], known, self._joints)
            return plural.fill(sentence, known, self.plurals, self.whole)
        except KeyError as gap:
            if not isinstance(self.tag, GivenTag):
                raise
            raise DataError(given_words.unknown_gap(self.tag, key, self._sentences[key], str(gap.args[0]))) from None

    def phrase(self, key: str, /, **parts: object) -> str:
        """Return words that continue a sentence or stand in a cell, so without a capital."""
        return self._filled(key, parts)

    def whole(self, number: object) -> str:
        """Print a whole number without thousands separators, such as a year; a text is returned as it is."""
        return number if isinstance(number, str) else digits.shown(str(number), self._data["digits"])

    def in_words(self, text: str) -> str:
        """Return a text of the package's tables with its numbers as the language writes them."""
        return digits.in_words(text, self._data)

    def number(self, value: Figure, decimals: int = 1, power: int = 0) -> str:
        """Print a number in units of ten to the `power`, with the separators and the minus sign of the language."""
        exact = rounded(value, decimals, power)
        whole, _, fraction = f"{exact.copy_abs():f}".partition(".")
        if len(whole) >= 3 + self._data["min_grouping"]:
            head = len(whole) % 3 or 3
            whole = self._data["group"].join([whole[:head], *(whole[i : i + 3] for i in range(head, len(whole), 3))])
        text = digits.shown(whole + (self._data["decimal"] + fraction if fraction else ""), self._data["digits"])
        return (self._data["minus"] if exact < 0 else "") + text

    def under(self, value: Figure, decimals: int = 1) -> str:
        """Print that a figure is below a number: "<0.001"."""
        return str(self._data["under"]) + self.number(value, decimals)

    def under_percent(self, share: Figure, decimals: int = 1) -> str:
        """Print that a share is below a percentage: "<1%"."""
        return str(self._data["under"]) + self.percent(share, decimals)

    def signed(self, text: str) -> str:
        """Return a printed number that is above zero with its sign."""
        return str(self._data["plus"]) + text

    def percent(self, share: Figure, decimals: int = 1) -> str:
        """Print a share as a percentage: 0.5 is 50%."""
        text: str = self._data["percent"].format(self.number(share, decimals, -2))
        return text

    def growth(self, change: Figure) -> str:
        """Print by how much a figure is larger or smaller than another; from 100% on, decimals would say nothing."""
        size: Figure = change if change > 0 else -change
        return self.percent(size, 1 if size < 1 else 0)

    def in_column(self, value: float, power: int) -> str:
        """Print a money value of a column in units of ten to the `power`.

        It has one decimal; a value below 0.1 has two or three. A value that is not 0, but would be printed as 0.000,
        is printed as "<0.001".
        """
        hundredths, thousandths = (abs(rounded(value, decimals, power)) for decimals in (2, 3))
        if value == 0 or hundredths >= Decimal("0.1"):
            return self.number(value, 1, power)
        if not thousandths:
            return (self._data["minus"] if value < 0 else "") + self.under(0.001, 3)
        return self.number(value, 2 if thousandths >= Decimal("0.01") else 3, power)

    def amount(self, value: float, currency: str, decimals: int = 1, unit: int | None = None) -> str:
        """Print money in a sentence: "$171.5 billion".

        The scale is the largest that the value reaches; with `unit`, a power of ten, scale and digits are those of a
        column.
        """
        if unit:
            return self._scaled(self.in_column(value, unit), value, currency, unit)
        powers = [*self._data["amount_powers"], 0]
        power = next(each for each in powers if abs(value) >= 10**each or not each)
        place = powers.index(power)
        # Rounding may reach the next scale: 999.96 million is 1.0 billion.
        if place and abs(rounded(value, decimals if power else 0, power)) >= 10 ** (powers[place - 1] - power):
            power = powers[place - 1]
        whole = not power or (power < 9 and abs(rounded(value, decimals, power)) >= 1000)
        decimals = 0 if whole else decimals
        return self._scaled(self.number(value, decimals, power), value, currency, power, decimals)

    def _scaled(self, number: str, value: float, currency: str, power: int, decimals: int = 1) -> str:
        kind, scale = ("amount", self._data["scales"][str(power)]) if power else ("amount_bare", "")
        scale = plural.fill(scale, {"number": rounded(value, decimals, power)}, self.plurals)
        return self._money(kind, number=number, scale=scale, currency=currency)

    def unit(self, power: int, currency: str, *, words: bool = False) -> str:
        """Name the unit of a column: "$ billion", or in words "billion US dollars"."""
        kind = ("unit_words" if words else "unit") if power else "unit_bare"
        return self._money(kind, scale=self._data["unit_scales"][str(power)], currency=currency)

    def _money(self, template: str, *, currency: str, **parts: str) -> str:
        known = self._data["currencies"].get(currency, {"symbol": f"{currency} ", "name": currency})
        symbol = known["symbol"] + ("\N{NO-BREAK SPACE}" if known["symbol"][-1:].isalpha() else "")
        name = self._data["currency_names"].get(currency, known["name"])
        own = {**parts, "currency": name, "symbol": symbol.strip() if template == "unit" else symbol}
        text = grammar.fitted(self._data[template], own, self._joints).format(**own)
        return " ".join(text.split(" ")).replace("\N{NO-BREAK SPACE}" * 2, "\N{NO-BREAK SPACE}").strip()

    def names(self, items: Sequence[str]) -> str:
        """Join names as a sentence does: "A", "A and B", "A, B, and C", in every form that they have."""
        return grammar.joined(items, self._listed)

    def _listed(self, items: Sequence[str]) -> str:
        return grammar.listed(items, self._data["lists"], self._joints)

    def series(self, items: Sequence[str], mark: str = "comma") -> str:
        """Join texts that are no sentence with the language's comma, or with `mark` "semicolon"."""
        text: str = self._data[mark]
        return text.join(items)

    def few(self, items: Sequence[str]) -> str:
        """Join names; if a sentence has no room for all of them, name the first and count the others."""
        if len(items) < 2 or (len(items) <= MOST_NAMED and sum(map(len, items)) <= LONGEST_NAMED):
            return self.names(items)
        more = len(items) - 1
        return self.names([items[0], self.phrase("more_names", count=more)])

    def partner(self, code: str) -> str | None:
        """Return the bundled name of a partner, as a table prints it; None for an unknown code."""
        return given_words.partner(code, self.tag)

    def name(self, code: str, own: Mapping[str, str]) -> str:
        """Return the author's name for a partner, else its bundled name, else its code."""
        return own.get(code) or self.partner(code) or code

    def in_sentence(self, code: str, name: str) -> grammar.Name:
        """Return a partner's name as running text has it, with its article: "the Netherlands"."""
        return grammar.in_sentence(self._data["names"], code, name)

    def possessive(self, code: str, name: str) -> str:
        """Return the words for the owner of a balance, with its article, inside a sentence: "the US"."""
        return grammar.possessive(self._data["names"], code, name)

    def short(self, code: str, name: str) -> str:
        """Return the words for the owner of a balance where there is little room: "US"."""
        return grammar.short(self._data["names"], code, name)

    def ordinal(self, rank: int, kind: str = "ordinal") -> str:
        """Write a rank in words: "second largest"; with `kind` "place", "second"."""
        words: list[str] = self._data[f"{kind}s"]
        return words[rank - 1] if rank <= len(words) else str(self._data[kind].format(self.number(rank, 0)))

    def named_ordinal(self, rank: int) -> bool:
        """Return whether the language has words for a rank, so that it is not "number 23"."""
        return rank <= len(self._data["ordinals"])

    def months(self, first: dates.Month, last: dates.Month) -> str:
        """Write a span of months; `first` and `last` are (year, month)."""
        return dates.months(self._data, first, last)

    def months_of(self, first: int, last: int) -> str:
        """Write a span of months of any one year, with the gap {year}: "February {year}"."""
        return dates.months_of(self._data, first, last)

    def date(self, day: str) -> str:
        """Write an ISO date as the language does."""
        return dates.date(self.tag, day)


def capital(text: str) -> str:
    """Return a text with its first letter as a capital and the rest unchanged."""
    return text[:1].upper() + text[1:]
