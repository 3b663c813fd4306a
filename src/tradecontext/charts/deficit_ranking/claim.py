"""What a ranking claims: its headline, subtitle and alternative text, and the words that its rows share with them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from tradecontext.charts import sentences
from tradecontext.text import exact
from tradecontext.text.exact import scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradecontext.charts.deficit_ranking.rows import Ranking, Row
    from tradecontext.text.language import Language

TENFOLD = 10
"""From this growth factor on, the text gives the earlier figure instead of a percentage."""
WORLD = 100
"""The least number of partners in the data for a rank among them to be a rank among all of the reporter's partners."""


def power(ranking: Ranking) -> int:
    """Return the power of ten of the column's unit: that of its largest bar."""
    return scale(max((abs(row.deficit) for row in ranking.rows if row.role != "total"), default=0.0))


def listed(rows: Sequence[Row], language: Language) -> str:
    """Return the names of partners for a sentence."""
    return language.few([language.in_sentence(row.code, row.name) for row in rows])


def change(row: Row, ranking: Ranking, language: Language) -> dict[str, Any]:
    """Return a row's balance of the other year, and the change in words."""
    earlier = row.earlier
    if earlier is None or math.isnan(earlier):
        return {"deficit": None, "text": language.phrase("no_comparison", year=_compared(ranking, language))}
    if earlier == 0 or (earlier > 0) != (row.deficit > 0):
        # A percentage has no meaning across zero, so the text says what the earlier year's balance was.
        kind = "was_surplus" if earlier < 0 else "was_deficit" if earlier > 0 else "was_balanced"
        return {"deficit": earlier, "text": language.phrase(kind, year=_compared(ranking, language))}
    growth = exact.ratio(row.deficit, earlier) - 1
    if growth + 1 >= TENFOLD:
        amount = language.in_column(abs(earlier), power(ranking))
        return {"deficit": earlier, "text": language.phrase("was", amount=amount)}
    percent = language.growth(growth)
    kind = "unchanged" if percent == language.percent(0) else "up" if growth > 0 else "down"
    return {
        "deficit": earlier,
        "text": language.phrase(kind, percent=percent, year=_compared(ranking, language)),
    }


def _compared(ranking: Ranking, language: Language) -> str:
    return "" if ranking.compare is None else ranking.compare.words(language)


def headline(ranking: Ranking, shown: list[Row], language: Language, parts: dict[str, Any]) -> str:
    """Say the lead's rank, among how many if they are few, and its change."""
    if not shown:
        return language.sentence("headline_none", **{**parts, "count": ranking.count})
    deficits = [row for row in shown if row.deficit > 0]
    # If only surpluses are drawn, the largest is the last row.
    first = shown[0] if deficits else shown[-1]
    lead = next((row for row in shown if ranking.highlight.get(row.code) == 1), first)
    level = ranking.level.get(lead.code, [])
    rank = lead.rank or 1
    if lead.deficit < 0:
        kind = "surplus"
    elif lead.deficit == 0 or ranking.count == 1:
        kind = "only"
    elif level:
        kind = "level" if ranking.count < WORLD else "level_first" if rank == 1 else "level_ranked"
    elif not language.named_ordinal(rank):
        kind = "far"
    else:
        # Among a few partners a rank is no fact about the reporter, so the headline says among how many.
        few = ranking.count < WORLD
        kind = ("first_among" if few else "first") if rank == 1 else "among" if few else "ranked"
    said = language.sentence(
        f"headline_{kind}",
        **{
            **parts,
            "partner": language.in_sentence(lead.code, lead.name),
            "ordinal": language.ordinal(rank),
            "level": listed(level, language),
            "all": ranking.count,
            "amount": language.amount(abs(lead.deficit), ranking.currency, unit=power(ranking)),
        },
    )
    # A change across zero means nothing; no change is no news; a leap has no percentage.
    if lead.earlier is None or not min(lead.deficit, lead.earlier) > 0 or lead.deficit >= TENFOLD * lead.earlier:
        return said
    since = change(lead, ranking, language)["text"]
    if since == language.phrase("unchanged"):
        return said
    changed = language.phrase("headline_changed", headline=said, change=since)
    return changed if sentences.is_headline(changed, language) else said


def subtitle(ranking: Ranking, shown: list[Row], language: Language, parts: dict[str, Any]) -> str:
    """Return the subtitle, which calls the partners those with the largest deficits only if they are."""
    largest = ranking.count >= WORLD and ranking.left_out and all(row.deficit > 0 for row in shown)
    apart = ranking.beyond or ranking.surpluses_left_out
    return language.sentence("subtitle_largest" if largest and not apart else "subtitle", **parts)


def alt(ranking: Ranking, shown: list[Row], language: Language, parts: dict[str, Any]) -> str:
    """Say the lead's balance and rank, then its second measure, then who is first."""
    if not shown:
        return language.sentence("alt_none", **parts)
    first = shown[0] if shown[0].deficit > 0 else shown[-1]
    lead = next((row for row in shown if ranking.highlight.get(row.code) == 1), first)
    level = ranking.level.get(lead.code)
    kind = "level" if level else "ranked"
    if lead.deficit < 0:
        kind = "surplus"
    elif not lead.rank or ranking.count == 1:
        kind = "deficit"
    own = {
        "partner": language.in_sentence(lead.code, lead.name),
        "amount": language.amount(abs(lead.deficit), ranking.currency, unit=power(ranking)),
        "all": ranking.count,
    }
    own |= {"ordinal": language.ordinal(lead.rank)} if lead.rank else {}
    own |= {"level": listed(level, language)} if level else {}
    text = [language.sentence(f"alt_{kind}", **{**parts, **own})]
    if ranking.context is not None:
        same = ranking.context.year == ranking.period.year
        share = ranking.context.cell(lead.code, language, decimals=1 if same else 0)["text"]
        title, year = ranking.context.title, ranking.context.year
        text.append(language.sentence("alt_context", title=title, year=year, share=share))
    if first.deficit > lead.deficit and first.code not in ranking.level:
        largest = language.amount(first.deficit, ranking.currency, unit=power(ranking))
        text.append(language.sentence("alt_first", first=first.name, largest=largest))
    return sentences.alternative(text)
