"""Faults in the words around a drawing: dates, addresses, the logo, the brand, and the number format."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from tradecontext import brand, logo
from tradecontext.errors import DataError, shown
from tradecontext.text.printable import has_host

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.spec.faults.checked import CheckedSpec

DATED = ("published", "updated")


def faults(checked: CheckedSpec) -> Iterator[str]:
    """Yield the faults of the frame and of the number format."""
    if checked.has("frame"):
        frame = checked.spec["frame"]
        yield from _days(frame)
        yield from _named(frame)
        yield from _addresses(frame)
        yield from _logo(frame)
    if "brand" in checked.spec and checked.has("brand"):
        yield from brand.faults(checked.spec["brand"])
    if checked.has("numbers"):
        yield from _numbers(checked.spec["numbers"])


def _days(frame: dict[str, Any]) -> Iterator[str]:
    given: dict[str, str] = {name: frame[name] for name in DATED if name in frame}
    if "correction" in frame:
        given["correction.date"] = frame["correction"]["date"]
    lines = [set(map(int, re.findall(r"\d{1,4}", line))) for line in frame.get("dateline", [])]
    days = {}
    for name, text in given.items():
        try:
            days[name] = day = dt.date.fromisoformat(text)
        except ValueError:
            yield f"spec field frame.{name} is {shown(text)}, which is no day of the calendar; give one as 2025-03-26"
            continue
        if not any({day.year, day.day} <= numbers for numbers in lines):
            yield f"spec field frame.{name} is '{day}', and no line of frame.dateline has that day; correct one"
    published = days.pop("published", None)
    for name, day in days.items():
        if published and day < published:
            yield f"spec field frame.{name} is '{day}', before frame.published ('{published}'); correct what is wrong"


def _named(frame: dict[str, Any]) -> Iterator[str]:
    """Yield a fault if the dateline lacks the text of the correction."""
    text = frame.get("correction", {}).get("text")
    if text is not None and not any(text in line for line in frame.get("dateline", [])):
        yield f"spec field frame.correction.text is {shown(text)}, and no line of frame.dateline says so; add it there"


def _addresses(frame: dict[str, Any]) -> Iterator[str]:
    given = {f"frame.sources[{place}].url": line.get("url") for place, line in enumerate(frame["sources"])}
    for where, address in {"frame.url": frame.get("url"), **given}.items():
        if address is not None and not has_host(address):
            yield f"spec field {where} is {shown(address)}, which names no host; give the whole address"


def _logo(frame: dict[str, Any]) -> Iterator[str]:
    if "logo" in frame:
        try:
            logo.check(frame["logo"]["src"], "spec field frame.logo.src")
        except DataError as error:
            yield str(error)


def _numbers(numbers: dict[str, Any]) -> Iterator[str]:
    for name in ("decimal", "group"):
        text = numbers.get(name, ".")
        if len(text) != 1 or text.isalnum() or text in "+-\N{MINUS SIGN}<%{}" or (name == "decimal" and text.isspace()):
            yield f"spec field numbers.{name} is {shown(text)}; it has to be one mark that is no digit, letter or sign"
    if numbers.get("group") == numbers["decimal"]:
        yield (
            f"spec field numbers.group is {shown(numbers['group'])}, and numbers.decimal too; "
            "nobody could tell thousands from tenths: give two marks"
        )
    if any(map(str.isdigit, numbers.get("minus", "-"))) or not numbers.get("minus", "-").strip():
        yield f"spec field numbers.minus is {shown(numbers['minus'])}; it has to be a sign"
    percent = numbers["percent"]
    if percent.count("{}") != 1 or re.search(r"[\d.,]", percent):
        yield f"spec field numbers.percent is {shown(percent)}; it has to have {{}} once, for the number, and no other"
