"""Validate a spec against its schema and for consistency, and migrate an old one to the present version."""

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
"""The most faults that one error names; it counts the others."""


@cache
def _validator(chart: str) -> Callable[[Fields], Fields]:
    # fastjsonschema compiles a schema once. jsonschema takes twenty times as long to import if JupyterLab is installed.
    import fastjsonschema

    def named(address: str) -> Any:
        return copied(schema(address.rpartition("/")[2].removesuffix(".json")))

    # The compiler modifies the schema it is given, so it gets a copy.
    check: Callable[[Fields], Fields] = fastjsonschema.compile(
        copied(schema(chart)), handlers={"https": named}, use_default=False, use_formats=False, fast_fail=False
    )
    return check


def validate(spec: object) -> Spec:
    """Validate a spec against its schema, and check what a schema cannot express, such as texts of figures and sums.

    Parameters
    ----------
    spec : object
        A spec of the present version.

    Returns
    -------
    dict
        The same spec.

    Raises
    ------
    DataError
        Naming every field that is missing, unknown, of the wrong kind or inconsistent with another; at most a hundred.
    """
    _refuse(_faults(spec))
    return cast("Spec", spec)


def _refuse(faults: Iterable[str]) -> None:
    found = list(faults)
    if found:
        more = [f"… and {len(found) - MOST_SAID} faults more"] if len(found) > MOST_SAID else []
        raise several([*found[:MOST_SAID], *more])


def faults(spec: object) -> list[str]:
    """Migrate a spec to the present version and return all its faults.

    Returns
    -------
    list of str
        What :func:`migrate` would refuse, each with its field; empty for a valid spec.
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
    yield from plain.unusable or plain.out_of_range.values()
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
    yield from find(spec, _validator(chart), plain.out_of_range)


def migrate(spec: object) -> Spec:
    """Migrate a spec of an older version to the present one, one version at a time, and validate it.

    Raises
    ------
    DataError
        If the spec is from a later version of the package, or is not valid.
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
    """Return a chart's migration steps, by the version that each starts from."""
    own = part_if_any(chart, "migrations")
    return {} if own is None else dict(own.STEPS)


def _version(spec: Fields) -> int:
    version = spec.get("version")
    return version if isinstance(version, int) else -1
