"""Charts that put a bilateral trade balance in context: in notebooks, on pages, and in any CMS."""

import sys as _sys

from tradecontext import data, fetch, measures, readers
from tradecontext.brand import use_brand
from tradecontext.charts.adjusted_balance.chart import AdjustedBalance
from tradecontext.charts.balance_over_time.chart import BalanceOverTime
from tradecontext.charts.comparative_advantage.chart import ComparativeAdvantage
from tradecontext.charts.deficit_ranking.chart import DeficitRanking
from tradecontext.charts.input_reliance.chart import InputReliance
from tradecontext.errors import DataError
from tradecontext.outputs.load import from_spec
from tradecontext.tracebacks import shorten as _shorten
from tradecontext.widget.static import static

__all__ = [
    "AdjustedBalance",
    "BalanceOverTime",
    "ComparativeAdvantage",
    "DataError",
    "DeficitRanking",
    "InputReliance",
    "data",
    "fetch",
    "from_spec",
    "measures",
    "readers",
    "static",
    "use_brand",
]
__version__ = "0.1.0"


def __dir__() -> list[str]:
    """Return the names that an editor or a notebook offers for completion."""
    return [*__all__, "__version__"]


_shorten(_sys.modules[__name__])
