"""Charts that put a bilateral trade balance in context: in notebooks, on pages, and in any CMS."""

from tradecontext import data, measures, readers
from tradecontext.charts.deficit_ranking import DeficitRanking
from tradecontext.errors import DataError
from tradecontext.outputs.load import from_spec

__all__ = ["DataError", "DeficitRanking", "data", "from_spec", "measures", "readers"]
__version__ = "0.1.0"
