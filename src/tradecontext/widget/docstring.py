"""The docstring of each chart, with the options that every chart takes: these are documented in one place only."""

from __future__ import annotations

import inspect
import re

OPTIONS = re.compile(r"^\*\*options\n(?:    .*\n)+", re.MULTILINE)
"""The entry ``**options`` in a chart's source, which is replaced when the class is made. An editor that does not run
the package shows this entry."""

PARAMETER = re.compile(r"^(\w.*?)(?: : .*)?\n(?:    .*\n)+", re.MULTILINE)


def with_options(own: str, common: str) -> str:
    """Return a chart's docstring with the parameters of the base class in place of ``**options``.

    Parameters
    ----------
    own : str
        The docstring of the chart. Parameters that it documents itself are not added a second time.
    common : str
        The docstring of the class that has the options of every chart.
    """
    text = inspect.cleandoc(own) + "\n"
    documented = _parameters(text)
    more = "".join(
        entry for names, entry in _parameters(inspect.cleandoc(common) + "\n").items() if names not in documented
    )
    return OPTIONS.sub(lambda _: more, text, count=1).removesuffix("\n")


def _parameters(docstring: str) -> dict[str, str]:
    """Return the entries of a docstring's section of parameters, by the names that each begins with."""
    section = docstring.partition("\nParameters\n----------\n")[2].partition("\n\n")[0] + "\n"
    return {found[1]: found[0] for found in PARAMETER.finditer(section)}
