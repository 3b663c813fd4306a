"""The economics: plain functions on frames and arrays, which know nothing of charts."""

from tradecontext.measures.advantage import balassa, rca, rsca
from tradecontext.measures.balance import bilateral, near_tie
from tradecontext.measures.shares import average_rca, average_share, import_share
from tradecontext.measures.value_added import MRIO

__all__ = [
    "MRIO",
    "average_rca",
    "average_share",
    "balassa",
    "bilateral",
    "import_share",
    "near_tie",
    "rca",
    "rsca",
]


def __dir__() -> list[str]:
    """Return the names that completion offers."""
    return __all__
