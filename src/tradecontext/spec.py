"""The contract: validate a spec, bring an old one up to date, and write it as text."""

from __future__ import annotations

import copy
import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeAlias

from tradecontext.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable

Spec: TypeAlias = dict[str, Any]

MIGRATIONS: dict[tuple[str, int], Callable[[Spec], Spec]] = {}
"""Steps from one version of a chart's spec to the next, by chart and the version they start from."""

MAX_NESTING = 12


def charts() -> list[str]:
    """Names of the charts that have a schema."""
    folder = files("tradecontext") / "schema"
    names = (path.name.removesuffix(".json") for path in folder.iterdir() if path.name.endswith(".json"))
    return sorted(name for name in names if name != "frame")


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a chart, or of the frame they share."""
    text = (files("tradecontext") / "schema" / f"{name}.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


@cache
def _validator(chart: str) -> Any:
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource

    frame = schema("frame")
    registry: Any = Registry().with_resource(frame["$id"], Resource.from_contents(frame))
    return Draft202012Validator(schema(chart), registry=registry)


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
    if not isinstance(spec, dict):
        raise DataError(f"a spec is a JSON object, not {_shown(spec)}")
    known = charts()
    chart = spec.get("chart")
    if chart not in known:
        raise DataError(f"spec field chart is {_shown(chart)}; this package draws {', '.join(known)}")
    now = schema(str(chart))["properties"]["version"]["const"]
    version = spec.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version != now:
        raise DataError(
            f"spec field version is {_shown(version)}; this package draws version {now} of {chart}"
            + (": install a newer tradecontext" if isinstance(version, int) and version > now else ""),
        )
    error = next(_validator(str(chart)).iter_errors(spec), None)
    if error is not None:
        raise DataError(_message(error))
    _finite(spec, "spec")
    return spec


def _message(error: Any) -> str:
    while error.context:
        error = error.context[0]
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in error.absolute_path)
    where = f"spec field {path.lstrip('.')}" if path else "the spec"
    if error.validator == "pattern":
        return f"{where} is {_shown(error.instance)}, which is not allowed there (allowed: {error.validator_value})"
    if error.validator in {"const", "enum"}:
        choice = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
        return f"{where} is {_shown(error.instance)}; it has to be {' or '.join(map(json.dumps, choice))}"
    if error.validator in {"maxLength", "maxItems"}:
        return f"{where} is too long: {len(error.instance)}, at most {error.validator_value}"
    text = str(error.message)
    return f"{where}: {text if len(text) < 300 else text[:300] + ' …'}"


def _shown(value: object) -> str:
    text = ascii(value)
    return text if len(text) <= 80 else text[:77] + "..."


def _finite(value: object, path: str) -> None:
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):  # noqa: PLR0124
        raise DataError(f"{path} is {value}; JSON has no such number: leave it null")
    if isinstance(value, dict):
        for key, each in value.items():
            _finite(each, f"{path}.{key}")
    elif isinstance(value, list):
        for index, each in enumerate(value):
            _finite(each, f"{path}[{index}]")


def migrate(spec: object) -> Spec:
    """Bring a spec of an older version up to date, one step at a time, and validate it.

    Raises
    ------
    DataError
        If the spec is from a later version of the package, or does not hold to its schema.
    """
    if not isinstance(spec, dict):
        return validate(spec)
    _shallow(spec)
    spec = copy.deepcopy(spec)
    while (step := MIGRATIONS.get((str(spec.get("chart")), _version(spec)))) is not None:
        spec = step(spec)
    return validate(spec)


def _shallow(value: object, depth: int = 0) -> None:
    """Refuse nesting that no schema allows before anything recurses into it."""
    if depth > MAX_NESTING:
        raise DataError(f"a spec is nested at most {MAX_NESTING} levels deep")
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _shallow(each, depth + 1)


def _version(spec: Spec) -> int:
    version = spec.get("version")
    return version if isinstance(version, int) else -1


def to_json(spec: Spec, indent: int | None = None) -> str:
    """Write a spec as JSON: same spec, same text."""
    separators = (",", ":") if indent is None else None
    return json.dumps(spec, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)


def to_inline_json(spec: Spec) -> str:
    """Write a spec as JSON that may stand inside a ``<script>`` element."""
    text = to_json(spec)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text
