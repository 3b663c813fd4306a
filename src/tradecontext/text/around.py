"""The words around a drawing: headline to source line, from the author's options or from the data."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tradecontext import logo
from tradecontext.errors import DataError, caution, shown
from tradecontext.text.printable import LONGEST, day, filled, link, words

if TYPE_CHECKING:
    from tradecontext.text.language import Language

LONG_HEADLINE = 90


def sources(value: object, *, several: bool = True) -> list[dict[str, str]]:
    """Source lines from what an author gives: a text, a (text, url) pair, a mapping, or several of these."""
    if isinstance(value, str):
        return [{"text": _named(value, "source")}]
    if isinstance(value, Mapping):
        unknown = set(value) - {"text", "short", "url", "vintage", "definition"}
        if unknown or "text" not in value:
            raise DataError(
                f"source takes text, short, url, vintage and definition; it has {shown(', '.join(map(str, value)))}"
            )
        line = {"text": _named(value["text"], "source text")}
        line |= {
            key: _named(value[key], f"source {key}") for key in ("short", "vintage", "definition") if value.get(key)
        }
        return [line | ({"url": link(value["url"], "source url")} if value.get("url") else {})]
    if isinstance(value, Sequence) and value and not isinstance(value, bytes):
        # A scheme and no space make the second text an address: "javascript:…" is one, which `link` refuses.
        # "WITS: trade summary" is a second source.
        if len(value) == 2 and isinstance(value[1], str) and re.match(r"\s*[A-Za-z][\w+.-]*:\S", value[1]):
            return [{"text": _named(value[0], "source"), "url": link(value[1], "source url")}]
        if several:
            return [line for each in value for line in sources(each, several=False)]
    raise DataError("source has to be a text, a (text, url) pair, or a list of these")


def from_attrs(source: object) -> list[dict[str, str]]:
    """Source lines from ``frame.attrs["source"]``, which readers fill and users may too."""
    if isinstance(source, Mapping):
        text = source.get("text") or ", ".join(str(source[key]) for key in ("publisher", "title") if source.get(key))
        return sources({"text": text} | {name: source[name] for name in ("short", "url") if source.get(name)})
    return sources(source)


def _named(value: object, field: str) -> str:
    return filled(value, field, hint="name the publisher and the table")


def correction(value: object) -> dict[str, str]:
    """Return a correction's date and text, from a (date, text) pair or a mapping."""
    if isinstance(value, Mapping):
        value = (value.get("date"), value.get("text"))
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) != 2:
        raise DataError("correction has to be a (date, text) pair")
    return {
        "date": day(value[0], "correction date"),
        "text": filled(value[1], "correction text", hint="say what was put right"),
    }


def written(options: Mapping[str, Any], default: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """Build the frame of a spec: the author's words where they are given, else those written from the data.

    Parameters
    ----------
    options : mapping
        The author's options; None means not given, and an empty text leaves that part out.
    default : mapping
        headline, subtitle, alt (str), key (the sentences that decode marks), notes (all others),
        sources (list of source lines), and optionally second_sources, the source lines of a second measure.
    language : Language
        The language that dates are written in.
    """

    def given(field: str) -> str:
        value = options.get(field)
        return words(default.get(field, "") if value is None else value, field)

    warn_if_long(options.get("headline"))
    frame: dict[str, Any] = {
        **{field: given(field) for field in ("headline", "short_headline", "subtitle")},
        **{field: [filled(note, "a note", LONGEST) for note in default[field]] for field in ("key", "notes")},
        "note": given("note"),
        "sources": _both(sources(options["source"]) if options.get("source") is not None else [], default),
        **{field: given(field) for field in ("byline", "credit", "alt")},
    }
    if options.get("logo") is not None:
        src, alt = logo.read(options["logo"])
        frame["logo"] = {"src": src, "alt": words(alt, "logo alt")}
    licensed(frame, options)
    return aged(dated(hosted(frame, options), options, language), options, language)


def _both(given: list[dict[str, str]], default: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return the author's sources, or those known from the data if the author gives none.

    If the author gives one source, a second measure keeps its own beside it. An author who gives several is taken to
    have named the source of the second measure too.
    """
    if not given:
        return list(default["sources"])
    beside = default.get("second_sources", []) if len(given) == 1 else []
    return given + [line for line in beside if line["text"] not in {each["text"] for each in given}]


def title(spec: Mapping[str, Any]) -> str:
    """Return the title of a chart's page: its headline, or the next best text if the author left the headline out."""
    frame = spec["frame"]
    words: str = frame["headline"] or frame["subtitle"] or frame["alt"] or spec["chart"]
    return words


def licensed(frame: dict[str, Any], options: Mapping[str, Any]) -> None:
    """Add the licence under which the author gives the chart away, if there is one."""
    value = options.get("licence")
    if value is None:
        return
    if isinstance(value, Mapping):
        value = (value.get("text"), value.get("url"))
    pair = isinstance(value, Sequence) and not isinstance(value, (str, bytes)) and len(value) == 2
    text, url = value if pair else (value, None)
    hint = 'name it, as in licence=("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")'
    frame["licence"] = {"text": filled(text, "licence", hint=hint)}
    if url is not None:
        frame["licence"]["url"] = link(url, "licence url")


LINKS = ("data", "image", "embed", "link")


def hosted(frame: dict[str, Any], options: Mapping[str, Any]) -> dict[str, Any]:
    """Add the address of the published page, what readers may take from it, and whether search engines skip it."""
    if options.get("url") is not None:
        frame["url"] = link(options["url"], "url")
    links = () if options.get("links") is None else options["links"]
    if isinstance(links, str) or not isinstance(links, Sequence) or any(each not in LINKS for each in links):
        raise DataError(f"links has {shown(links)}; it takes any of {', '.join(LINKS)}, as a list")
    if "link" in links and "url" not in frame:
        raise DataError('links has "link", and the chart has no address: say where its page is published with url=…')
    if links:
        frame["links"] = [each for each in LINKS if each in links]
    if not isinstance(options.get("noindex", False), bool):
        raise DataError(f"noindex is {shown(options['noindex'])}; it takes True or False")
    if options.get("noindex"):
        frame["noindex"] = True
    return frame


def warn_if_long(headline: object) -> None:
    """Warn about a headline that takes many lines on a phone; the author decides whether to keep it."""
    if isinstance(headline, str) and len(headline) > LONG_HEADLINE:
        caution(f"headline is {len(headline)} characters long; over {LONG_HEADLINE} it runs to many lines on a phone")


def aged(frame: dict[str, Any], options: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """Add what a page says once its publisher's next release is due, unless the option `age` is False."""
    if not isinstance(options.get("age", True), bool):
        raise DataError(f"age is {shown(options['age'])}; it takes True or False")
    fetched = [line for line in frame["sources"] if line.get("due")]
    if fetched and options.get("age", True):
        first = min(fetched, key=lambda line: str(line["due"]))
        # The vintage of fetched figures ends with the day on which they were retrieved.
        text = language.sentence("aged", date=language.date(first["vintage"][-10:]))
        frame["aged"] = {"due": first["due"], "text": text}
    return frame


def dated(frame: dict[str, Any], options: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """Add the dates of publication, update and correction, and the lines that print them."""
    line = []
    for field in ("published", "updated"):
        if options.get(field) is not None:
            frame[field] = day(options[field], field)
            line.append(language.sentence(field, date=language.date(frame[field])))
    if options.get("correction") is not None:
        frame["correction"] = correction(options["correction"])
        date, text = language.date(frame["correction"]["date"]), frame["correction"]["text"]
        line.append(language.sentence("correction", date=date, text=text))
    if line:
        frame["dateline"] = line
    return frame
