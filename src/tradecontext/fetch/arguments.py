"""Read the arguments that calls have in common, each in one way for all services, and say what of them there is not."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

from tradecontext import intake
from tradecontext.errors import DataError, caution, shown
from tradecontext.fetch import answers
from tradecontext.fetch.problems import NothingFoundError
from tradecontext.intake import periods

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from tradecontext.fetch.services import Service

InRecipe = int | list[int] | str | None
"""Years as a recipe has them: one, a list of single ones, a first and a last ("1994/2022", "2015/.."), or all."""
Years = InRecipe | Sequence[int] | tuple[int | None, int | None]
"""Years as an author writes them."""
_SPAN = re.compile(r"(\d{4}|\.\.)/(\d{4}|\.\.)")
_EXAMPLE = (
    "a year (2024), a tuple of a first and a last one ((1994, 2022), or (2015, None) for all from 2015 on), or a list "
    "of single ones ([2012, 2018, 2024])"
)
_SHOWN = 12
_LISTED = 30


def plain(name: str, value: Any) -> Any:
    """Return an argument as a recipe has it in JSON, whichever way it was written.

    Raises
    ------
    DataError
        If it is not what this argument takes.
    """
    # A column of a frame, of pandas or polars, or a number of numpy's.
    listed = getattr(value, "tolist", None) or getattr(value, "to_list", None)
    if listed is not None and not isinstance(value, (str, bytes)):
        value = listed()
    return _READ[name](name, value)


def _flag(option: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise DataError(f"{option}={shown(value)} has to be True or False")
    return value


def _choice(option: str, value: object) -> str | None:
    """Check an option that is one of a few words."""
    choices = _CHOICES[option]
    if value not in choices if isinstance(value, str) else value is not None or None not in choices:
        raise DataError(f"{option}={shown(value)} is not known; choose {', '.join(map(repr, filter(None, choices)))}")
    return value  # type: ignore[return-value]


def _product(_option: str, value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        digits = f"{value:g}"
        raise DataError(
            f"product={shown(value)} is a number, and codes of the Harmonised System are text, since some begin with "
            f"0: product={digits.zfill(len(digits) + len(digits) % 2)!r}"
        )
    code = value.strip().upper() if isinstance(value, str) else ""
    if not re.fullmatch(r"TOTAL|\d{2}|\d{4}|\d{6}", code):
        raise DataError(
            f"product={shown(value)} has to be one code of the Harmonised System, of two, four or six digits: "
            "product='87'"
        )
    return code


def _countries(option: str, value: object) -> list[str] | None:
    """Return the codes of countries, given by code or name; None if none are given where all may be meant."""
    if value is None and option == "partners":
        return None
    known = isinstance(value, (str, int, float, Sequence, AbstractSet)) or value is None
    if not known or isinstance(value, (bool, bytes)):
        raise DataError(f"{option}={shown(value)} has to be a country, or a list of countries: {_example(option)}")
    several = isinstance(value, (Sequence, AbstractSet)) and not isinstance(value, str)
    written = list(value) if several else [value]  # type: ignore[call-overload]
    if isinstance(value, AbstractSet):
        written.sort(key=str)
    if value is None or not written:
        raise DataError(f"{option}: name at least one country, for example {_example(option)}")
    return list(intake.known(written, option, {}))


def _example(option: str) -> str:
    return "partners=['MEX', 'CAN']" if option == "partners" else f"{option}='USA'"


_CHOICES: dict[str, tuple[str | None, ...]] = {
    "by": periods.BY,
    "by_product": ("hs", "enduse", "naics", "sitc", None),
    "flow": ("imports", "exports"),
    "of": ("goods", "services", "both"),
}
_READ: dict[str, Callable[[str, Any], Any]] = {
    "years": lambda _option, value: years(value),
    "product": _product,
    **dict.fromkeys(("partners", "reporter", "supplier"), _countries),
    **dict.fromkeys(_CHOICES, _choice),
    **dict.fromkeys(("by_state", "duties", "intermediate", "mirror"), _flag),
}
"""How each argument of a call is read."""


def needed(codes: Sequence[str] | str | None, option: str = "partners") -> list[str]:
    """Return countries that a service has to be told."""
    if codes is None:
        raise DataError(f"{option}: name at least one country, for example {_example(option)}")
    return [codes] if isinstance(codes, str) else list(codes)


def one(codes: Sequence[str] | str, option: str) -> str:
    """Return the only country of an argument."""
    found = needed(codes, option)
    if len(found) > 1:
        raise DataError(f"{option}: {', '.join(found)} are {len(found)} countries; give one, and call once for each")
    return found[0]


def need_key(service: Service, what: str) -> None:
    """Refuse a request that a service answers only with a key.

    Raises
    ------
    DataError
        If there is no key, with where to get one. Kept answers are read without.
    """
    job = answers.JOB.get()
    if service.key is not None and not service.key.value() and not (job and job.alone):
        raise DataError(
            f"{what} needs a key of {service.called}: get one at {service.key.where} (free), and put it into the "
            f"environment variable {service.key.variable}"
        )


def years(value: object) -> InRecipe:
    """Return years as a recipe has them.

    A tuple is a first and a last year; a list, a range or a column is exactly the years in it.

    Raises
    ------
    DataError
        If they are anything else, or the first is after the last.
    """
    if value is None:
        return None
    if isinstance(value, tuple):
        if len(value) != 2 or value == (None, None):
            raise DataError(f"years={shown(value)} has to be {_EXAMPLE}")
        ends = [None if each is None else year(each) for each in value]
        return _span(value, *ends)
    if isinstance(value, str) and (found := _SPAN.fullmatch(value.strip())):
        return _span(value, *(None if each == ".." else year(each) for each in found.groups()))
    if isinstance(value, (list, range, AbstractSet)):
        if not value:
            raise DataError(f"years={shown(value)} is empty: give {_EXAMPLE}; or leave it out for all")
        return sorted({year(each) for each in value})
    return year(value)


def _span(value: object, first: int | None, last: int | None) -> str:
    if first is None and last is None:
        raise DataError(f"years={shown(value)} has to be {_EXAMPLE}")
    if first is not None and last is not None and first > last:
        raise DataError(f"years={shown(value)}: the first year is after the last; write ({last}, {first})")
    return f"{first or '..'}/{last or '..'}"


def year(value: object) -> int:
    """Return one year: a whole number, or four digits, also as a pandas Period of a year."""
    if callable(of_numpy := getattr(value, "item", None)):
        value = of_numpy()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if str(getattr(value, "freqstr", "")).startswith(("Y", "A")):
        value = int(getattr(value, "year", 0))
    text = value.strip() if isinstance(value, str) else ""
    if re.fullmatch(r"\d{4}", text, re.ASCII):
        value = int(text)
    if isinstance(value, bool) or not isinstance(value, int) or not 1000 <= value <= 9999:
        raise DataError(f"years: {shown(value)} is not a year; give {_EXAMPLE}")
    return value


def last_year() -> int:
    """Return the last year that is over."""
    return dt.datetime.now(dt.UTC).year - 1


def chosen(given: Years, service: Service) -> list[int]:
    """Return the years that are asked for; all that the service may have if none are named.

    Raises
    ------
    DataError
        If one is outside of what the service has figures for, with these.
    """
    first, last, asked = service.first, service.last or last_year() + service.running, years(given)
    if asked is None:
        return list(range(first, last + 1))
    if isinstance(asked, str):
        start, _, end = asked.partition("/")
        found = list(range(first if start == ".." else int(start), (last if end == ".." else int(end)) + 1))
        # The open end of a span that begins too late has no years.
        found = found or [int(each) for each in (start, end) if each != ".."]
    else:
        found = [asked] if isinstance(asked, int) else asked
    outside = [each for each in found if not first <= each <= last]
    if outside:
        raise DataError(f"years: {service.called} has figures of {first} to {last}, not of {listed(outside)}")
    return found


def named(given: Years) -> bool:
    """Return whether certain years are asked for, rather than all that there are or all from one on."""
    asked = years(given)
    return asked is not None and not (isinstance(asked, str) and ".." in asked)


def tell_missing(given: Years, wanted: Collection[int], there: Iterable[int], service: Service, more: str = "") -> None:
    """Warn of years that were asked for by name and for which there is nothing."""
    lost, job = sorted(set(wanted) - set(there)), answers.JOB.get()
    if lost and named(given) and not (job and job.alone):
        caution(f"{service.called} has no figures of {listed(lost)}: the frame has the other years{more}")


def listed(years: Iterable[int]) -> str:
    """Return years as text, with those that follow each other as a span: "1990 to 1994, 2001"."""
    runs: list[list[int]] = []
    for each in sorted(set(years)):
        if runs and each == runs[-1][1] + 1:
            runs[-1][1] = each
        else:
            runs.append([each, each])
    parts = [str(first) if first == last else f"{first} to {last}" for first, last in runs]
    return ", ".join(parts[:_SHOWN]) + (" …" if len(parts) > _SHOWN else "")


def without(  # noqa: PLR0913
    service: Service,
    what: str,
    lost: Collection[str],
    partners: Sequence[str],
    wanted: Iterable[int] = (),
    *,
    option: str = "partners",
) -> DataError:
    """Return the error for countries of which a service has no figures: `what`, such as "exports of {}"."""
    names = ", ".join(sorted(lost)[:_SHOWN]) + (" …" if len(lost) > _SHOWN else "")
    job = answers.JOB.get()
    if job and job.alone:
        return DataError(
            f"the receipts are not those of the recipe: none is for {what.format(names)}. One of the two was changed "
            "in this file; take the chart from where it was published, or make it anew"
        )
    when = f" for {listed(wanted)}" if wanted else ""
    left = [each for each in partners if each not in lost]
    rest = f": {option}={left}" if len(left) <= _LISTED else ""
    todo = f"leave {'it' if len(lost) == 1 else 'them'} out{rest}" if left else f"check {option} and years"
    return NothingFoundError(f"{service.called} has no {what.format(names)}{when}; {todo}")
