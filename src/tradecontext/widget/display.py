"""How a notebook shows a chart: as a live widget, or as markup and a picture where no kernel runs."""

from __future__ import annotations

from typing import Any

from tradecontext.widget import static as still
from tradecontext.widget.connection import ChartWidget
from tradecontext.widget.publishing import Outputs


class NotebookChart(Outputs, ChartWidget):
    """A chart that a notebook shows at the end of a cell."""

    def static(self) -> still.Still:
        """Return the chart as it stands now, to be shown by a notebook without its widget.

        ``chart.static()`` at the end of a cell puts markup and a picture into the notebook, so that the chart shows
        wherever the notebook is read, even where a live chart's state is stored with it. :func:`tradecontext.static`
        does so for every chart.

        Raises
        ------
        DataError
            As :meth:`to_png` does.
        """
        return still.Still(repr(self), self.embed("safe"), self.to_png())

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Show the live chart, with markup for places that run no widgets: a code host, an export, a mail."""
        if still.everywhere():
            return self.static()._repr_mimebundle_(), {}
        live = super()._repr_mimebundle_(**kwargs)
        return live and ({**live[0], "text/html": self.embed("safe")}, live[1])

    def _repr_html_(self) -> str:
        """Return markup for a host that supports no widgets and asks for HTML alone."""
        return self.embed("safe")
