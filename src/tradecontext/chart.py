"""What every chart is, under the name that programs import."""

from __future__ import annotations

from tradecontext.widget.chart import Chart

__all__ = ["Chart"]
