"""The options that every chart takes, told once and shown in the help of each chart."""

from __future__ import annotations

import inspect
import re

OPTIONS = re.compile(r"^\*\*options\n(?:    .*\n)+", re.MULTILINE)
"""What stands for them among the parameters of a chart: all that an editor finds, which does not run the package."""

PARAMETER = re.compile(r"^(\w.*?)(?: : .*)?\n(?:    .*\n)+", re.MULTILINE)


def with_options(own: str, common: str) -> str:
    """Return a chart's docstring with the parameters of another in place of ``**options``.

    Parameters
    ----------
    own : str
        The docstring of the chart. A parameter that it tells itself is not told a second time.
    common : str
        That of the class with the options of every chart.
    """
    text = inspect.cleandoc(own) + "\n"
    told = _parameters(text)
    more = "".join(entry for names, entry in _parameters(inspect.cleandoc(common) + "\n").items() if names not in told)
    return OPTIONS.sub(lambda _: more, text, count=1).removesuffix("\n")


def _parameters(docstring: str) -> dict[str, str]:
    """Return each entry of a docstring's parameters, by the names that it begins with."""
    section = docstring.partition("\nParameters\n----------\n")[2].partition("\n\n")[0] + "\n"
    return {found[1]: found[0] for found in PARAMETER.finditer(section)}
