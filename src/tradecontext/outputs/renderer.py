"""The renderer: TypeScript's pure functions from spec to markup, run inside this process.

The JavaScript engine (QuickJS, through dukpy) is loaded at the first drawing and kept for the process. In Pyodide the
browser's own engine runs the same bundle.
"""

from __future__ import annotations

import os
import sys
import threading
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Protocol

from tradecontext.errors import DataError


class _Engine(Protocol):
    def call(self, function: str, *arguments: str) -> str: ...


class _QuickJS:
    def __init__(self, bundle: str) -> None:
        import dukpy

        self._engine: Any = dukpy.JSInterpreter()
        self._engine.evaljs(bundle + ";0")

    def call(self, function: str, *arguments: str) -> str:
        return str(self._engine.evaljs(f"tradecontext.{function}.apply(null, dukpy.arguments)", arguments=arguments))


class _Browser:
    def __init__(self, bundle: str) -> None:
        from pyodide.code import run_js  # type: ignore[import-not-found]

        self._bundle: Any = run_js(bundle + ";tradecontext")

    def call(self, function: str, *arguments: str) -> str:
        return str(getattr(self._bundle, function)(*arguments))


@cache
def built(name: str) -> bool:
    """Tell whether there is a built front-end file of this name."""
    return (files("tradecontext") / "static" / name).is_file()


@cache
def bundle(name: str) -> str:
    """Return the text of a built front-end file.

    Raises
    ------
    DataError
        If the package was installed from a checkout without its front end.
    """
    try:
        return (files("tradecontext") / "static" / name).read_text("utf-8")
    except FileNotFoundError:
        raise DataError(f"the front end is not built ({name} is missing): run `make build` in the checkout") from None


# One engine per process, one drawing at a time: the engine is not thread-safe, and calls take only milliseconds.
_lock = threading.Lock()


def _renew() -> None:
    """Give a forked child a new lock and engine, because its parent may have been drawing when it forked."""
    global _lock  # noqa: PLW0603
    _lock = threading.Lock()
    _engine.cache_clear()
    _drawn.cache_clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew)


@cache
def _engine() -> _Engine:
    code = bundle("server.js")
    return _Browser(code) if sys.platform == "emscripten" else _QuickJS(code)


def draw(function: str, *arguments: str) -> str:
    """Call one of the renderer's functions with text, and return its result, which is text."""
    return _drawn(function, *arguments)


# Outputs of one chart share drawings: half of those that a page with its snippets and pictures asks for.
@lru_cache(maxsize=16)
def _drawn(function: str, *arguments: str) -> str:
    with _lock:
        return _engine().call(function, *arguments)
