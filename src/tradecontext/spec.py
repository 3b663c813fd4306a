"""The contract: validate a spec, bring an old one up to date, and write it as text."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeAlias

from tradecontext import faults as said
from tradecontext.errors import DataError, shown

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

MAX_NESTING = 12
LARGEST = 1e300
"""No figure may be larger, so that the length of any two bars together is still a number."""


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
def _validator(chart: str, *, first: bool) -> Callable[[Spec], Spec]:
    # Compiled once; jsonschema takes twenty times as long to import where JupyterLab is installed beside it.
    import fastjsonschema

    own = schema(chart)
    joined = _joined(own, {"frame.json": schema("frame"), "": own}, "")
    check: Callable[[Spec], Spec] = fastjsonschema.compile(
        joined, use_default=False, use_formats=False, fast_fail=first
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
    """Hold a spec to its schema.

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
        Naming the field that is missing, unknown or of the wrong kind, and what was expected.
    """
    known = _known(spec)
    for fault in _unheld(known, first=True):
        raise DataError(fault)
    return known


def faults(spec: object) -> list[str]:
    """Find everything that does not hold in a spec, brought up to date first, and not the first of it alone.

    Returns
    -------
    list of str
        What :func:`migrate` would refuse, each with its field; empty for a spec that is drawn.
    """
    try:
        return list(_unheld(_known(_stepped(spec)), first=False))
    except DataError as error:
        return [str(error)]


def _known(spec: object) -> Spec:
    if not isinstance(spec, dict):
        raise DataError(f"a spec is a JSON object, not {type(spec).__name__}")
    _plain(spec)
    known = charts()
    chart = spec.get("chart")
    if chart not in known:
        raise DataError(f"spec field chart is {shown(chart)}; this package draws {', '.join(known)}")
    now = _version_of(str(chart))
    version = spec.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version != now:
        raise DataError(
            f"spec field version is {shown(version)}; this package draws version {now} of {chart}"
            + (": install a newer tradecontext" if isinstance(version, int) and version > now else ""),
        )
    return spec


def _unheld(spec: Spec, *, first: bool) -> Iterator[str]:
    import fastjsonschema

    try:
        _validator(spec["chart"], first=first)(spec)
    except fastjsonschema.JsonSchemaValueException as error:
        yield from said.by_schema(error)
    except fastjsonschema.JsonSchemaValuesException as several:
        for each in several.errors:
            yield from said.by_schema(each)
    else:
        yield from said.beyond_schema(spec)


def _field(path: Iterable[object]) -> str:
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return f"spec field {shown(text.lstrip('.'))[1:-1]}" if text else "the spec"


def _plain(value: object, path: tuple[object, ...] = ()) -> None:
    """Refuse what JSON does not have, and nesting that no schema allows, before anything recurses into it."""
    if value is None or isinstance(value, (str, bool)):
        return
    if isinstance(value, (int, float)):
        if not -LARGEST <= value <= LARGEST:
            raise DataError(f"{_field(path)} is {shown(value)}; it has to be a finite number: leave it null")
    elif len(path) > MAX_NESTING:
        raise DataError(f"{_field(path[:2])} …: a spec is nested at most {MAX_NESTING} levels deep")
    elif isinstance(value, dict):
        for key, each in value.items():
            if not isinstance(key, str):
                raise DataError(f"{_field(path)} has a field called {shown(key)}; names of fields are text")
            _plain(each, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            _plain(each, (*path, index))
    else:
        raise DataError(f"{_field(path)} is a {type(value).__name__}, which JSON does not have")


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
    _plain(spec)
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
