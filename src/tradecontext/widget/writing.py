"""The spec that a chart writes from its table: with all faults in one error, and the start of each reader's choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.errors import DataError, Faults
from tradecontext.spec import reader_choices
from tradecontext.text import given_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.spec import Fields
    from tradecontext.widget.chart import Chart


def written(kind: type[Chart], data: Any, given: Mapping[str, Any], start: Mapping[str, Any], *, drawn: bool) -> Fields:
    """Return the spec of a table.

    Parameters
    ----------
    kind : type
        The class of the chart, which writes it.
    data : table
        The author's table.
    given : mapping
        The options that are given.
    start : mapping
        The reader's choices that the chart began with.
    drawn : bool
        Whether the chart was drawn before, from other data or options; it may then have choices that are not offered
        any more.

    Raises
    ------
    DataError
        Saying what is wrong with the data or the options.
    """
    chosen = {**dict.fromkeys(kind.state_names), **start}
    options = {**kind.defaults(given), **given}
    try:
        spec = kind.write(data, {**options, **chosen})
    except DataError:
        if not given_words.spoken(options["locale"], options["labels"], kind.stem):
            # Writing the spec in English too finds the faults of the data, so that one error names all faults.
            faults = Faults()
            with faults.noted():
                raise
            with faults.noted():
                terms = {key: text for key, text in (options["labels"] or {}).items() if key != "words"}
                kind.write(data, {**options, **chosen, "locale": "en", "labels": terms})
            faults.refuse()
        began = {name: None for name in kind.written_choices if chosen[name] is not None}
        if not drawn or not began:
            raise
        # New data may lack the years that the chart began with. Any other fault is raised again here.
        spec = kind.write(data, {**options, **chosen, **began})
    for name, value in start.items():
        # A choice given at construction is dropped if new data does not offer it.
        if name not in kind.written_choices and (not drawn or reader_choices.offered(spec, name, value)):
            first = reader_choices.checked(spec, name, value)
            spec["initial"][name] = list(first) if isinstance(first, tuple) else first
    return spec
