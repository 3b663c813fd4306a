"""The contract: hold a spec to its schema and to itself, and bring an old one up to date."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from tradecontext.errors import DataError, several, shown
from tradecontext.spec import folders
from tradecontext.spec.as_json import canonical, copied
from tradecontext.spec.faults.find import find
from tradecontext.spec.faults.plain import Plain
from tradecontext.spec.folders import charts, part_if_any, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tradecontext.spec.as_json import Fields
    from tradecontext.spec.types import Spec

MOST_SAID = 100
"""Faults that one error names; of more, it says how many."""


@cache
def _validator(chart: str) -> Callable[[Fields], Fields]:
    # Compiled once; jsonschema takes twenty times as long to import where JupyterLab is installed beside it.
    import fastjsonschema

    def named(address: str) -> Any:
        return copied(schema(address.rpartition("/")[2].removesuffix(".json")))

    # The compiler writes into what it is given.
    check: Callable[[Fields], Fields] = fastjsonschema.compile(
        copied(schema(chart)), handlers={"https": named}, use_default=False, use_formats=False, fast_fail=False
    )
    return check


def validate(spec: object) -> Spec:
    """Hold a spec to its schema, and to what a schema cannot say: that texts are of their figures, and sums add up.

    Parameters
    ----------
    spec : object
        What is said to be a spec of the present version.

    Returns
    -------
    dict
        The same spec.

    Raises
    ------
    DataError
        Naming every field that is missing, unknown, of the wrong kind or at odds with another; of very many, a hundred.
    """
    _refuse(_faults(spec))
    return cast("Spec", spec)


def _refuse(faults: Iterable[str]) -> None:
    found = list(faults)
    if found:
        more = [f"… and {len(found) - MOST_SAID} faults more"] if len(found) > MOST_SAID else []
        raise several([*found[:MOST_SAID], *more])


def faults(spec: object) -> list[str]:
    """Find everything that does not hold in a spec, brought up to date first.

    Returns
    -------
    list of str
        What :func:`migrate` would refuse, each with its field; empty for a spec that is drawn.
    """
    try:
        return list(_faults(_stepped(spec)))
    except DataError as error:
        return list(error.faults)


def _faults(spec: object) -> Iterator[str]:
    if not isinstance(spec, dict):
        yield f"a spec is a JSON object, not {type(spec).__name__}"
        return
    plain = Plain(spec)
    yield from plain.unusable or plain.endless.values()
    if plain.unusable:
        return
    known = charts()
    chart = spec.get("chart")
    if chart not in known:
        yield f"spec field chart is {shown(chart)}; this package draws {', '.join(known)}"
        return
    now = folders.version(str(chart))
    version = spec.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version != now:
        yield (
            f"spec field version is {shown(version)}; this package draws version {now} of {chart}"
            + (": install a newer tradecontext" if isinstance(version, int) and version > now else "")
        )
        return
    yield from find(spec, _validator(chart), plain.endless)


def migrate(spec: object) -> Spec:
    """Bring a spec of an older version up to date, one step at a time, and validate it.

    Raises
    ------
    DataError
        If the spec is from a later version of the package, or does not hold to its schema.
    """
    return validate(_stepped(spec))


def _stepped(spec: object) -> object:
    if not isinstance(spec, dict):
        return spec
    _refuse(Plain(spec).unusable)
    now: Fields = canonical(spec)
    chart = now.get("chart")
    steps = _migrations(chart) if isinstance(chart, str) and chart in charts() else {}
    while (step := steps.get(_version(now))) is not None:
        try:
            now = step(now)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            if isinstance(error, DataError):
                raise
            raise DataError(f"the spec does not hold to version {_version(now)} of its schema: {error!r}") from error
    return now


def _migrations(chart: str) -> dict[int, Callable[[Fields], Fields]]:
    """Return a chart's steps to its present version, by the version that each starts from."""
    own = part_if_any(chart, "migrations")
    return {} if own is None else dict(own.STEPS)


def _version(spec: Fields) -> int:
    version = spec.get("version")
    return version if isinstance(version, int) else -1
