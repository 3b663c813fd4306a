"""The connection of a chart to a notebook's page: what anywidget and ipywidgets need, and what a page may change."""

from __future__ import annotations

import hashlib
from typing import Any, ClassVar

import anywidget
import traitlets as t

from tradecontext.outputs import renderer
from tradecontext.spec import reader_choices


class ChartWidget(anywidget.AnyWidget):
    """A chart as an anywidget.

    ipywidgets keeps every opened widget alive for ever, so a chart opens its connection when it is shown, not when it
    is made.
    """

    state_names: ClassVar[tuple[str, ...]] = ("sort_by", "selection")

    _anywidget_id = t.Unicode().tag(sync=True)
    _esm = t.Unicode().tag(sync=True)
    _css = t.Unicode().tag(sync=True)

    _shown = False

    def open(self) -> None:
        """Open the connection to the page, once the chart is shown."""
        if self._shown:
            super().open()

    @property
    def model_id(self) -> str:
        """The widget's id in a notebook; reading it opens the connection."""
        if self.comm is None:
            self._shown = True
            self.open()
        return str(super().model_id)

    def add_traits(self, **traits: Any) -> None:
        """Add only traits that the class lacks, because traitlets makes a new class for a chart that adds traits."""
        missing = {name: trait for name, trait in traits.items() if not self.has_trait(name)}
        if missing:
            super().add_traits(**missing)

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Accept from the page only the reader's choices, and only values that the chart offers."""
        spec = self._trait_values["spec"]
        own = {
            name: value
            for name, value in sync_data.items()
            if name in self.state_names and reader_choices.offered(spec, name, value)
        }
        super().set_state(own)

    @t.default("_anywidget_id")
    def _styles_id(self) -> str:
        # A page keeps one style sheet per id. The id is a hash of the styles, so that another version of this package
        # in the same page has its own.
        return f"tradecontext-{hashlib.sha256(self._styles().encode()).hexdigest()[:8]}"

    @t.default("_esm")
    def _front_end(self) -> str:
        return renderer.bundle("widget.js")

    @t.default("_css")
    def _styles(self) -> str:
        return renderer.bundle("widget.css")
