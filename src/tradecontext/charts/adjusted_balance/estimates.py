"""Reading published estimates of the content of imports, and selecting those that are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext import intake
from tradecontext.charts import options as given
from tradecontext.charts.highlight import among, highlighted
from tradecontext.errors import DataError, Faults, shown
from tradecontext.measures import _panel
from tradecontext.text.given_words import translated
from tradecontext.text.printable import filled, link
from tradecontext.text.word_files import lineage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from tradecontext.text.language import Language

SCOPES = ("all", "goods", "manufactures", "final_goods", "not_stated")
QUOTED, SECONDARY, SUPERSEDED = "quotation", "secondary", "superseded"
FLAGS = {QUOTED: "quoted", SECONDARY: "not_confirmed", SUPERSEDED: "superseded"}
"""The term that marks a row, by what is known of its figure."""
HINT = "as from tc.data.us_content_estimates()"
LONGEST_SHORT = 100


@dataclass(frozen=True)
class Estimate:
    """One published figure: the reporter's content in a dollar of imports from one partner."""

    code: str
    partner: str
    share: float
    scope: str
    year: int | None
    short: str
    flag: str
    by_default: bool
    method_key: str
    method: str
    checked: str
    citation: str
    url: str
    vintage: str
    definition: str


@dataclass(frozen=True)
class Estimates:
    """The estimates that are drawn, by what they cover and then largest first, and their partners.

    Parameters
    ----------
    names : mapping
        Names of the estimates' partners, by code.
    country : str or None
        The partner, if all estimates are of one.
    highlight : mapping
        The number of the accent of each highlighted estimate, by code, in the author's order.
    """

    rows: list[Estimate]
    names: dict[str, str]
    country: str | None
    highlight: Mapping[str, int]

    @property
    def unflagged(self) -> list[Estimate]:
        """Those without a flag, of which headline and alternative text speak; all if all have one."""
        return [each for each in self.rows if not each.flag] or self.rows


def estimates(data: Any, options: Mapping[str, Any], language: Language) -> Estimates:
    """Read estimates and select those that are drawn.

    Raises
    ------
    DataError
        For a frame without estimates, an unknown one in ``which``, or if none is left to draw.
    """
    everyone, names = _read(data, intake.entities(options["entities"]), language)
    listed = _which(options["which"], everyone)
    # `highlight` may name partners and single estimates; the first partner's estimates are drawn.
    own = {**names, **{each.code: "" for each in everyone}}
    highlight = highlighted(options["highlight"], own, options["groups"], own)
    country = _country(options, names, {each.partner for each in listed or everyone}, highlight)
    chosen = _chosen(everyone, listed, country, {**options, "highlight": highlight})
    # Scopes with an unflagged estimate come before those with only quoted, unconfirmed or superseded ones.
    counted = {each.scope for each in chosen if not each.flag}
    drawn = sorted(chosen, key=lambda each: (each.scope not in counted, SCOPES.index(each.scope), -each.share))
    whose = {each.partner for each in drawn}
    codes = {each.code for each in drawn}
    return Estimates(
        rows=drawn,
        names={code: names[code] for code in names if code in whose},
        country=whose.pop() if len(whose) == 1 else None,
        highlight=among(highlight, codes),
    )


def _read(data: pd.DataFrame, entities: Mapping[str, str], language: Language) -> tuple[list[Estimate], dict[str, str]]:
    for name in ("estimate", "partner", "share", "scope"):
        if name not in data.columns:
            have = ", ".join(map(str, list(data.columns)[:20]))
            raise DataError(f"estimates: there is no column {name!r} (the columns are {have}); give a frame {HINT}")
    codes, own = intake.codes(data, "partner", entities)
    shares = _panel.fractions(data, "share").tolist()
    years = _years(data)
    found: dict[str, Estimate] = {}
    for row, code in enumerate(codes):
        each = _estimate(data, row, code, (shares[row], years[row]), language)
        if each.code in found:
            raise DataError(f"estimates: {each.code!r} is there twice (row {intake.place(data, row)}); keep one")
        found[each.code] = each
    names = {code: language.name(code, own) for code in dict.fromkeys(codes)}
    return list(found.values()), names


def _years(data: pd.DataFrame) -> list[int | None]:
    if "data_year" not in data.columns:
        return [None] * len(data)
    there = data["data_year"].notna().to_numpy()
    known = iter(intake.years(data[there], "data_year").tolist() if there.any() else [])
    return [next(known) if each else None for each in there.tolist()]


def _estimate(
    data: pd.DataFrame, row: int, partner: str, figures: tuple[float, int | None], language: Language
) -> Estimate:
    def text(name: str, longest: int = 300) -> str:
        value = data[name].iloc[row] if name in data.columns else None
        what = f"estimates column {name!r}, row {intake.place(data, row)}"
        return "" if intake.missing(value) or value == "" else filled(value, what, longest)

    def spoken(name: str, longest: int = 300) -> str:
        own = next(filter(None, (text(f"{name}_{tag}", longest) for tag in lineage(language.tag))), "")
        other = translated(language.tag, text(f"{name}_en", longest), "estimates", name)
        return language.in_words(own) or other

    where = f"row {intake.place(data, row)}"
    share, year = figures
    if isnan(share):
        raise DataError(f"estimates column 'share', {where}: there is no figure; leave the row out")
    scope = text("scope")
    if scope not in SCOPES:
        raise DataError(f"estimates column 'scope', {where}: {scope!r} is none of {', '.join(SCOPES)}")
    kinds = (text("kind"), text("confirmation"))
    by_default = data["by_default"].iloc[row] if "by_default" in data.columns else not set(kinds) & set(FLAGS)
    if not isinstance(by_default, (bool, np.bool_)):
        raise DataError(f"estimates column 'by_default', {where}: {shown(by_default)} is neither True nor False")
    code = intake.own_code(data["estimate"].iloc[row], f"estimates column 'estimate', {where}")
    url = text("url", 2000)
    return Estimate(
        code=code,
        partner=partner,
        share=share,
        scope=scope,
        year=year,
        short=spoken("short", LONGEST_SHORT) or text("short", LONGEST_SHORT) or code,
        flag=next((flag for flag in FLAGS if flag in kinds), ""),
        by_default=bool(by_default),
        method_key=text("method"),
        method=spoken("method"),
        checked=spoken("checked"),
        citation=text("citation"),
        url=link(url, f"estimates column 'url', {where}") if url else "",
        vintage=text("vintage"),
        definition=text("definition"),
    )


def _which(value: object, everyone: Sequence[Estimate]) -> list[Estimate] | None:
    """Return the estimates that the option ``which`` names."""
    if value is None:
        return None
    have = {each.code: each for each in everyone}
    if isinstance(value, (str, bytes)) or not isinstance(value, Sequence) or not value:
        raise DataError(f"which has to be a list of estimates, for example which=[{next(iter(have))!r}]")
    unknown = next((each for each in value if not isinstance(each, str) or each not in have), None)
    if unknown is not None:
        raise DataError(f"which: no estimate is called {shown(unknown)}; there are {', '.join(have)}")
    return [have[each] for each in dict.fromkeys(value)]


def _country(
    options: Mapping[str, Any], names: Mapping[str, str], whose: set[str], highlight: Iterable[str]
) -> str | None:
    """Return the partner in ``country``, else the first highlighted one, else the only one there is."""
    asked = options["country"]
    if asked is not None:
        code = intake.known([asked], "country", names)[0]
        if code not in names:
            raise DataError(f"country: there is no estimate of {code} (there are estimates of {given.some(names)})")
        return code
    for code in highlight:
        if code in names:
            return code
    return next(iter(whose)) if len(whose) == 1 else None


def _chosen(
    everyone: Sequence[Estimate], listed: list[Estimate] | None, country: str | None, options: Mapping[str, Any]
) -> list[Estimate]:
    if listed is not None:
        other = next((each for each in listed if country is not None and each.partner != country), None)
        if other is not None:
            raise DataError(f"which: {other.code!r} is of {other.partner}, and the chart of {country}; take one out")
        faults = Faults()
        for code in {each.code for each in everyone} & set(options["highlight"]) - {each.code for each in listed}:
            faults.tell(f"highlight: {code} is not among which=; add it there, or take it out")
        faults.refuse()
        return listed
    theirs = [each for each in everyone if country in {None, each.partner}]
    # An estimate that its authors have replaced is drawn only if it is named.
    flags = {QUOTED, SECONDARY} if options["quotations"] else set()
    chosen = [each for each in theirs if each.by_default or each.flag in flags or each.code in options["highlight"]]
    if not chosen:
        listed_all = ", ".join(each.code for each in theirs)
        raise DataError(
            f"no estimate of {country or 'any partner'} is drawn by itself; say which: {listed_all}"
            + ("" if options["quotations"] else ", or all with quotations=True")
        )
    return chosen
