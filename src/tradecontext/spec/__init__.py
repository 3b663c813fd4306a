"""The contract: validate a spec, bring an old one up to date, and write it as text."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from tradecontext.errors import DataError, several, shown
from tradecontext.faults.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Spec: TypeAlias = dict[str, Any]

TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')

# To a template engine an expression, to WordPress a command. Where JSON itself has brackets side by side, a space parts
# them.
READ = re.compile(r"[\[\]]|\{(?=[{%#!])|(?<=[$#])\{")

MIGRATIONS: dict[tuple[str, int], Callable[[Spec], Spec]] = {}
"""Steps from one version of a chart's spec to the next, by chart and the version they start from."""

EXACT = 2**53
"""Below this every whole number is exact in every engine."""

MOST_SAID = 100
"""Faults that one error names; of more, it says how many."""


@cache
def _charts() -> tuple[str, ...]:
    folder = files("tradecontext") / "schema"
    names = (path.name.removesuffix(".json") for path in folder.iterdir() if path.name.endswith(".json"))
    return tuple(sorted(name for name in names if name != "frame"))


def charts() -> list[str]:
    """Names of the charts that have a schema."""
    return list(_charts())


@cache
def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a chart, or of the frame they share; read it, do not change it."""
    text = (files("tradecontext") / "schema" / f"{name}.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


@cache
def _version_of(chart: str) -> int:
    version: int = schema(chart)["properties"]["version"]["const"]
    return version


@cache
def _validator(chart: str) -> Callable[[Spec], Spec]:
    # Compiled once; jsonschema takes twenty times as long to import where JupyterLab is installed beside it.
    import fastjsonschema

    own = schema(chart)
    joined = _joined(own, {"frame.json": schema("frame"), "": own}, "")
    check: Callable[[Spec], Spec] = fastjsonschema.compile(
        joined, use_default=False, use_formats=False, fast_fail=False
    )
    return check


def _joined(part: Any, documents: dict[str, Any], here: str) -> Any:
    """Put what a ``$ref`` names in its place, across files, which the compiler does not do."""
    if isinstance(part, list):
        return [_joined(each, documents, here) for each in part]
    if not isinstance(part, dict):
        return part
    rest = {key: _joined(each, documents, here) for key, each in part.items() if key not in {"$ref", "$defs", "$id"}}
    if "$ref" not in part:
        return rest
    name, _, pointer = part["$ref"].partition("#/")
    target: Any = documents[name or here]
    for step in pointer.split("/"):
        target = target[step]
    found = _joined(target, documents, name or here)
    return {**found, **rest} if rest.keys() <= {"title", "description"} else {"allOf": [found], **rest}


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
    now = _version_of(str(chart))
    version = spec.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version != now:
        yield (
            f"spec field version is {shown(version)}; this package draws version {now} of {chart}"
            + (": install a newer tradecontext" if isinstance(version, int) and version > now else "")
        )
        return
    from tradecontext.faults.find import find  # the charts' own parts know this module

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
    now: Spec = canonical(spec)
    while (step := MIGRATIONS.get((str(now.get("chart")), _version(now)))) is not None:
        try:
            now = step(now)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            if isinstance(error, DataError):
                raise
            raise DataError(f"the spec does not hold to version {_version(now)} of its schema: {error!r}") from error
    return now


def canonical(value: Any) -> Any:
    """Copy JSON with whole numbers as integers, as JavaScript writes them: 2024.0 is 2024."""
    if isinstance(value, dict):
        return {key: canonical(each) for key, each in value.items()}
    if isinstance(value, list):
        return [canonical(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < EXACT else value


def _version(spec: Spec) -> int:
    version = spec.get("version")
    return version if isinstance(version, int) else -1


def copied(value: Any) -> Any:
    """Copy JSON, several times faster than what copies anything; whatever else there is stays itself."""
    if isinstance(value, dict):
        return {key: copied(each) for key, each in value.items()}
    return [copied(each) for each in value] if isinstance(value, list) else value


def to_json(spec: Spec, indent: int | None = None) -> str:
    """Write a spec as JSON: same spec, same text."""
    separators = (",", ":") if indent is None else None
    return json.dumps(spec, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)


def to_inline_json(spec: Spec) -> str:
    """Write a spec as JSON that may stand inside a ``<script>`` element."""
    text = to_json(spec)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    text = TEXT.sub(lambda found: READ.sub(lambda each: f"\\u{ord(each[0]):04x}", found[0]), text)
    return text.replace("[[", "[ [")
