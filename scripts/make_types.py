"""Write the types of specs in Python, from the JSON Schemas, as ``js/types.mjs`` does in TypeScript.

``python scripts/make_types.py`` writes ``src/tradecontext/spec/types.py``; with ``--check`` it only compares.
"""

from __future__ import annotations

import json
import keyword
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

HOME = Path(__file__).parents[1] / "src" / "tradecontext"
TARGET = HOME / "spec" / "types.py"
WIDTH = 112
"""Characters of a line of description, so that it fits a line of the module where it stands indented."""
PLAIN = {"string": "str", "number": "float", "integer": "int", "boolean": "bool", "null": "None"}
HEAD = '''\
"""The types of specs. Made by scripts/make_types.py from the schemas: change the schema, not this file."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict, final
'''


class Types:
    """The declarations that the schemas come to, each after those that it names."""

    def __init__(self, frame: dict[str, Any]) -> None:
        self.shared: dict[str, Any] = frame["$defs"]
        self.declared: dict[str, str] = {}

    def name(self, schema: dict[str, Any], called: str = "") -> str:
        """Return the type of a schema, and declare what has a name; `called` is its name where it gives none."""
        while not {"type", "const", "enum"} & schema.keys():
            # Keywords beside a reference only narrow it; its type is the same.
            schema = next(each for each in schema.get("allOf", [schema]) if {"type", "$ref"} & each.keys())
            if "$ref" in schema:
                called = schema["$ref"].rpartition("/")[2].capitalize()
                schema = self.shared[called.lower()]
        called = schema.get("title", called)
        if choices := schema.get("enum", [schema["const"]] if "const" in schema else []):
            choice = f"Literal[{', '.join(map(json.dumps, choices))}]"
            return self._declare(called, f"{called}: TypeAlias = {choice}{_doc(schema)}") if called else choice
        if schema["type"] == "object":
            return self._declare(called, self._fields(called, schema))
        if schema["type"] == "array":
            return f"list[{self.name(schema['items'])}]"
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return " | ".join(PLAIN[kind] for kind in kinds)

    def _fields(self, name: str, schema: dict[str, Any]) -> str:
        fields, reserved = "", ""
        for field, each in schema["properties"].items():
            kind = self.name(each)
            kind = kind if field in schema.get("required", ()) else f"NotRequired[{kind}]"
            if keyword.iskeyword(field):
                # No class can have a field of this name.
                reserved += f'"{field}": {kind}, '
            else:
                fields += f"\n    {field}: {kind}" + _doc(each).replace("\n", "\n    ")
        base = f"_{name}Reserved" if reserved else "TypedDict"
        above = f'{base} = TypedDict("{base}", {{{reserved}}})\n\n' if reserved else ""
        about = _doc(schema).replace("\n", "\n    ") + "\n"
        return f"{above}@final\nclass {name}({base}):{about}{fields}"

    def _declare(self, name: str, text: str) -> str:
        if self.declared.setdefault(name, text) != text:
            sys.exit(f"two schemas are called {name}: give one another title")
        return name


def _doc(schema: dict[str, Any]) -> str:
    """Return a schema's description as the docstring of what is declared, or nothing."""
    about = schema.get("description", "")
    one_line = f'\n"""{about}"""'
    if not about or len(one_line) < WIDTH:
        return one_line if about else ""
    return '\n"""' + "\n".join(textwrap.wrap(about, WIDTH)) + '\n"""'


def written() -> str:
    """Return the module, laid out as all others are."""
    types = Types(json.loads((HOME / "spec" / "frame.json").read_text("utf-8")))
    charts = [
        types.name(json.loads(file.read_text("utf-8"))) for file in sorted((HOME / "charts").glob("*/schema.json"))
    ]
    whole = f'Spec: TypeAlias = {" | ".join(charts)}\n"""A spec of any chart."""'
    text = "\n\n".join([HEAD, *types.declared.values(), whole]) + "\n"
    layout = [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(TARGET), "-"]
    return subprocess.run(layout, input=text, capture_output=True, check=True, encoding="utf-8").stdout


def main() -> int:
    """Write or compare the module."""
    text = written()
    if "--check" not in sys.argv:
        TARGET.write_text(text, "utf-8")
    elif not TARGET.exists() or TARGET.read_text("utf-8") != text:
        print("spec/types.py is behind the schemas: run scripts/make_types.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
