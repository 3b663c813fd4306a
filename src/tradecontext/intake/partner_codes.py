"""Resolve the partners that a column or an option names to codes; refuse groups, and report all faults at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext import partners
from tradecontext.errors import DataError, Faults, shown
from tradecontext.intake.figures import missing, place, several_rows
from tradecontext.text.printable import filled

if TYPE_CHECKING:
    import pandas as pd

LONGEST_NAME = 100
"""Longest name of an entity, in characters: it is in the row's header and in every sentence about the row."""
COUNTRIES = {"reporter", "supplier", "country"}
"""Options that name a single country, for which a message says "country" instead of "partner"."""
LISTED = 12
"""Number of unknown spellings that a message lists; it counts the others."""
_MEMBERS = 30
"""Largest number of a group's members that a message names."""


def entities(value: object) -> dict[str, str]:
    """Check the option ``entities``: by spelling, a name, or the code of the country that it means.

    Raises
    ------
    DataError
        If a spelling or a name is not printable text, or a known partner would get the name of another.
    """
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise DataError(
            "entities has to be a mapping of your frame's spelling to a name, {'EU27': 'European Union'}, or to the "
            "country it means, {'Norwegen': 'NOR'}"
        )
    found = {
        own_code(code, f"the code {shown(code)} in entities"): filled(name, f"entities {shown(code)}", LONGEST_NAME)
        for code, name in value.items()
    }
    faults = Faults()
    for spelling, name in found.items():
        _same_partner(spelling, name, faults)
    faults.refuse()
    return found


def _same_partner(spelling: str, name: str, faults: Faults) -> None:
    """Tell of a known partner or group that would be drawn as another one."""
    other = partners.resolve(name)
    own = partners.resolve(spelling)
    known = own is not None or partners.is_group(spelling)
    # Publishers give a territory its present name before it changed, too: "Sudan" may be that until 2011.
    earlier = other is not None and len(other) > 3 and not partners.is_code(spelling)
    group = own is not None and partners.is_group(name)
    if not known or earlier or (other in {None, own} and not group):
        return
    drawn = "a group of countries" if group else f"{partners.name(str(other))} ({other})"
    meant = f"{partners.name(own)} ({own})" if own is not None else "a group of countries"
    faults.tell(
        f"entities: {shown(spelling)} is {meant}, and its figures would be drawn as those of "
        f"{drawn}; take it out, or correct the column of partners if its codes are wrong"
    )


def own_code(value: object, field: str) -> str:
    """Check a code of the author's own: an underscore in front is reserved for closing rows."""
    code = filled(value, field, 60)
    if code.startswith("_"):
        raise DataError(f"{field} is {code!r}; a code of your own cannot begin with an underscore")
    return code


def entity(spelling: str, own: Mapping[str, str]) -> tuple[str, str | None]:
    """Return code and name of an entity that the author has named; if it stands for a country, its code and None."""
    name = own[spelling]
    # A country's code, such as "NOR", is not a name: it says which country the spelling means.
    return (name, None) if name != spelling and partners.is_code(name) else (spelling, name)


def codes(data: pd.DataFrame, name: Any, entities: Mapping[str, str]) -> tuple[list[str], dict[str, str]]:
    """Return each row's partner code, and the names of those that are entities of the author's own.

    Parameters
    ----------
    data : DataFrame
        Rows with a partner column, and perhaps ``partner_name``.
    name : str
        The partner column: ISO alpha-3 or alpha-2 codes, or names as publishers write them.
    entities : mapping
        The author's entities: by spelling, a name or the code of a country.

    Raises
    ------
    DataError
        For all blank and unknown partners and groups of countries, with suggestions.
    """
    labels = data["partner_name"].tolist() if "partner_name" in data.columns else [None] * len(data)
    read = _Spellings(entities)
    blank: list[int] = []
    values = data[name].tolist()
    for row, value in enumerate(values):
        if isinstance(value, str) and value in read.codes:
            continue
        if not isinstance(value, str) or not value.strip():
            blank.append(row)
        else:
            read.spelling(value, labels[row], row, f"column {name!r}, row {place(data, row)}")
    faults = Faults()
    if blank:
        faults.tell(_blank(data, name, blank, values[blank[0]]))
    if read.groups:
        faults.tell(_groups(name, read.groups, set(read.codes.values())))
    if read.unknown:
        faults.tell(_unknown(data, name, read.unknown))
    faults.refuse()
    return [read.codes[value] for value in values], read.names


class _Spellings:
    """The meaning of each spelling in a column: a partner, an entity of the author's, a group, or unknown."""

    def __init__(self, entities: Mapping[str, str]) -> None:
        self.entities = entities
        self.codes: dict[object, str] = {}
        self.names: dict[str, str] = {}
        self.groups: list[str] = []
        self.unknown: dict[str, int] = {}

    def spelling(self, value: str, label: object, row: int, where: str) -> None:
        """Resolve a spelling when it first occurs; `label` is its name in the column ``partner_name``."""
        label = label if isinstance(label, str) and label.strip() else None
        self.codes[value] = ""
        if value.strip() in self.entities:
            code, named = entity(value.strip(), self.entities)
            self.codes[value] = code
            self.names |= {code: named} if named is not None else {}
        elif (known_as := partners.resolve(value)) is not None:
            self.codes[value] = known_as
        elif value.strip().startswith("_"):
            own_code(value, where)
        elif partners.is_group(value) or (label is not None and partners.is_group(label)):
            self.groups.append(value)
        elif label is None:
            self.unknown[value] = row
        elif (meant := partners.resolve(label)) is not None:
            self.codes[value] = meant
        else:
            self.codes[value] = own_code(value, where)
            self.names[self.codes[value]] = filled(label, f"{where}: the name", LONGEST_NAME)


def _blank(data: pd.DataFrame, name: Any, rows: list[int], value: object) -> str:
    blank = isinstance(value, str) or missing(value)
    numbered = isinstance(value, (int, np.integer)) and 0 < value < 1000
    as_text = f"data.assign(**{{{str(name)!r}: data[{name!r}].astype(str).str.zfill(3)}})"
    what = "blank" if blank else f"{shown(value)}, not text"
    return f"column {name!r}, {several_rows(data, rows)}: the partner is {what}; give an ISO alpha-3 code or a name" + (
        ' (pandas reads Namibia\'s "NA" as missing: keep_default_na=False)'
        if blank
        else f"; UN codes are text of three digits: {as_text}"
        if numbered
        else ""
    )


def _groups(name: Any, groups: list[str], there: Collection[str]) -> str:
    """Describe which rows are groups, how to leave them out, and how to draw one whose members have no rows."""
    listed = ", ".join(shown(each) for each in groups[:LISTED]) + (" …" if len(groups) > LISTED else "")
    several = len(groups) > 1
    alone = [each for each in groups if partners.group_kind(each) != "total" and not _members(each) & set(there)]
    return (
        f"column {name!r}: {listed} {'are groups' if several else 'is a group'} of countries, not "
        f"{'partners' if several else 'a partner'}; leave {'them' if several else 'it'} out: "
        f"data[~data[{name!r}].isin([{listed}])]"
        + (f"; or draw it in its members' place, by name: entities={{{shown(alone[0])}: 'its name'}}" if alone else "")
    )


def _members(group: str) -> frozenset[str]:
    return partners.group_members(group) or frozenset()


def _unknown(data: pd.DataFrame, name: Any, unknown: Mapping[str, int]) -> str:
    """List unknown spellings, each with similar ones, and the mapping to complete and paste."""
    spelt = list(unknown)
    near = partners.suggest_all(spelt[:LISTED])
    more = f" and {len(spelt) - LISTED} more" if len(spelt) > LISTED else ""
    asked = ", ".join(
        shown(one) + (f" (did you mean {' or '.join(near[one])}?)" if near[one] else "") for one in spelt[:LISTED]
    )
    paste = ", ".join(f"{shown(one)}: {_code(near[one])!r}" for one in spelt[:LISTED]) + (", …" if more else "")
    said = (
        f"row {place(data, unknown[spelt[0]])}: no partner is called {asked}"
        if len(spelt) == 1
        else f"no partners are called {asked}{more}"
    )
    where = f"column {name!r}{', ' if len(spelt) == 1 else ': '}"
    return (
        f"{where}{said}; give the ISO code of each that is a country, and a name for each that is not: "
        f"entities={{{paste}}}"
    )


def _code(near: Sequence[str]) -> str:
    """Return the code of the only suggestion, "Norway (NOR)", or "…" for the author to fill in."""
    return near[0].rpartition("(")[2].rstrip(")") if len(near) == 1 else "…"


def known(values: object, option: str, own: Mapping[str, str]) -> tuple[str, ...]:
    """Return partner codes from an option's list of codes or names.

    Raises
    ------
    DataError
        If it is not a list, and for all items that are not partners.
    """
    if isinstance(values, (str, bytes)) or not isinstance(values, Sequence):
        raise DataError(f"{option} has to be a list of partners, for example {option}=['MEX']")
    found: list[str] = []
    faults = Faults()
    for value in values:
        code = None
        if isinstance(value, str):
            spelling = value.strip()
            code = entity(spelling, own)[0] if spelling in own else partners.resolve(value)
        if code is None:
            faults.tell(f"{option}: {_not_one(value, 'country' if option in COUNTRIES else 'partner')}")
        else:
            found.append(code)
    faults.refuse()
    return tuple(dict.fromkeys(found))


def _not_one(value: object, kind: str) -> str:
    """Describe a value in a list of partners that is none, with those that may be meant."""
    if isinstance(value, (int, float, np.number)) and not isinstance(value, bool) and 0 < value < 1000:
        code = f"{int(value):03d}"
        meant = partners.resolve(code)
        return f"{shown(value)} is a number; give a code or a name" + (f", such as {meant!r} ({code})" if meant else "")
    if missing(value) or (isinstance(value, str) and not value.strip()):
        return f"a {kind} is blank; give an ISO alpha-3 code or a name"
    if partners.group_kind(value) == "total":
        return f"{shown(value)} is the total of all partners, not a {kind}"
    if partners.is_group(value):
        members = sorted(partners.group_members(value) or ())
        few = f": {members!r}" if 0 < len(members) <= _MEMBERS else ""
        return f"{shown(value)} is a group of countries, not a {kind}; name its members{few}"
    near = partners.suggest(value)
    return f"no {kind} is called {shown(value)}" + (f"; did you mean {' or '.join(near)}?" if near else "")
