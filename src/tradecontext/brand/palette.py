"""The colours of a house on one ground: what each is used for, and whether readers can see and tell them apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tradecontext.brand.colour import BLINDNESS, contrast, distance, lightness, mixed, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

TEXT, MARK = 4.5, 3.0
"""Least contrast with the ground: of text (WCAG 2.2, 1.4.3), and of marks (1.4.11)."""

APART = 10.0
"""Least distance between the colours of two marks in colour-blind eyes."""

APART_IN_GREYS = 5.0
"""Least difference of their lightness, out of 100."""

COLOUR = re.compile(r"#[0-9a-f]{6}")

TEXTS = {"ink": "text needs", "soft": "secondary text needs", "headline": "headlines need"}
MARKS = {
    "grey": "rows that do not stand out need",
    "surplus": "balances on the other side need",
    "third": "third parts of bars need",
}
"""Roles of colours that are seen on the ground, by their names in a spec, and what each is used for."""

ROLES = ("paper", *TEXTS, *MARKS, "rule")
"""Every role beside the accents."""

MOST = 5
"""Accents that charts have a use for."""

OURS = {
    "light": {"grey": "#868d94", "surplus": "#5b7d2c"},
    "dark": {"grey": "#7f878f", "surplus": "#8db356"},
}
OUR_ACCENTS = {
    "light": ("#0b7a75", "#994400", "#573ea0", "#114477", "#660044"),
    "dark": ("#3bbbb1", "#ffaa55", "#a28ee4", "#99ddff", "#ffddee"),
}
"""The package's own colours on a light ground and on a dark one, as in theme.css: where a house names none, the nearest
that passes on its ground is used."""


def side(paper: str) -> str:
    """Return whether a ground is light or dark: whether black or white stands out more on it."""
    return "light" if contrast(paper, "#000000") > contrast(paper, "#ffffff") else "dark"


def completed(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return a palette with every colour that charts use.

    Parameters
    ----------
    given : mapping
        ``paper``, ``ink``, and any of the other roles, as the house names them.
    """
    paper, ink = given["paper"], given["ink"]
    ours = OURS[side(paper)]
    accents = list(given.get("accents", ()))
    made: dict[str, Any] = {"paper": paper, "ink": ink}
    made["soft"] = given.get("soft") or _suited(mixed(ink, paper, 0.7), _on(paper, TEXT), ink)
    made["rule"] = given.get("rule") or mixed(ink, paper, 0.2)
    made["grey"] = given.get("grey") or _suited(ours["grey"], _apart(paper, accents), ink)
    made["surplus"] = given.get("surplus") or _suited(ours["surplus"], _on(paper, MARK), ink)
    made["third"] = given.get("third") or _suited(mixed(ink, paper, 0.85), _on(paper, MARK), ink)
    for each in OUR_ACCENTS[side(paper)]:
        if len(accents) < MOST and (found := nearest(each, _apart(paper, [made["grey"], *accents]))):
            accents.append(found)
    made["accents"] = accents[:MOST]
    made["names"] = next(share / 100 for share in range(85, -1, -5) if not share or _legible(made, share / 100))
    return made | ({"headline": given["headline"]} if given.get("headline") else {})


def faults(palette: Mapping[str, Any], named: Callable[[str], str]) -> Iterator[str]:
    """Yield what readers could not see or tell apart, each with the nearest colour that passes.

    Parameters
    ----------
    palette : mapping
        A whole palette.
    named : callable
        Returns the author's name of a role, such as ``ink`` or ``accents[0]``, for messages.
    """
    paper = palette["paper"]
    for roles, least in ((TEXTS, TEXT), (MARKS, MARK)):
        for role, use in roles.items():
            if role in palette and contrast(palette[role], paper) < least:
                yield _unseen(named(role), palette[role], paper, f"{use} {least:g}", _on(paper, least))
    others = [("grey", palette["grey"])]
    for place, colour in enumerate(palette["accents"]):
        role = f"accents[{place}]"
        passes = _apart(paper, [each for _, each in others])
        if contrast(colour, paper) < MARK:
            yield _unseen(named(role), colour, paper, f"marks need {MARK:g}", passes)
        else:
            for other, known in others:
                if alike := _alike(colour, known):
                    better = nearest(colour, passes)
                    yield (
                        f"{named(role)} ({colour}) and {named(other)} ({known}) cannot be told apart {alike}; "
                        + (f"the nearest that can is {better}" if better else "choose another hue")
                    )
                    break
        # Later colours and suggestions are checked against earlier suggestions.
        others.append((role, nearest(colour, passes) or colour))
    if palette["names"] and not _legible(palette, palette["names"]):
        yield f"{named('names')} ({palette['names']}) leaves names beside lines too pale to read; take a smaller share"


def _legible(palette: Mapping[str, Any], share: float) -> bool:
    """Return whether names are legible with this share of accent mixed into ink."""
    names = [mixed(each, palette["ink"], share) for each in palette["accents"]]
    return all(contrast(each, palette["paper"]) >= TEXT for each in names)


def _unseen(name: str, colour: str, paper: str, need: str, passes: Callable[[str], bool]) -> str:
    better = nearest(colour, passes)
    return f"{name} ({colour}) has a contrast of {contrast(colour, paper):.2f} : 1 on {paper}, and {need}; " + (
        f"the nearest that passes is {better}" if better else "choose another ground"
    )


def _alike(one: str, other: str) -> str:
    """Return where two colours of marks look alike, or an empty text."""
    eyes = [name for name in BLINDNESS if distance(one, other, name) < APART]
    if eyes:
        return f"by eyes {' or '.join(eyes)}"
    return "in greys" if abs(lightness(one) - lightness(other)) < APART_IN_GREYS else ""


def _on(paper: str, least: float) -> Callable[[str], bool]:
    return lambda colour: contrast(colour, paper) >= least


def _apart(paper: str, others: list[str]) -> Callable[[str], bool]:
    return lambda colour: contrast(colour, paper) >= MARK and not any(_alike(colour, each) for each in others)


def _suited(colour: str, passes: Callable[[str], bool], last: str) -> str:
    return nearest(colour, passes) or last
