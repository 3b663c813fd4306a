"""Turn any table into one that this package can draw: check its columns, partners, years and figures."""

from tradecontext.intake.figures import missing, numbers, place, several_rows
from tradecontext.intake.frames import column, frame, table
from tradecontext.intake.partner_codes import codes, entities, known, own_code
from tradecontext.intake.periods import Period, calendar, months, months_of, period
from tradecontext.intake.years import no_other_year, year, years

__all__ = [
    "Period",
    "calendar",
    "codes",
    "column",
    "entities",
    "frame",
    "known",
    "missing",
    "months",
    "months_of",
    "no_other_year",
    "numbers",
    "own_code",
    "period",
    "place",
    "several_rows",
    "table",
    "year",
    "years",
]
