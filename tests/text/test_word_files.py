"""Every language has the words of every other: the same keys and gaps, and all forms that its counts take."""

from __future__ import annotations

import copy
import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import tradecontext
from tradecontext import partners
from tradecontext.spec import charts
from tradecontext.text import plural, word_files
from tradecontext.text.language import Language
from tradecontext.text.word_files import cldr, languages

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(tradecontext.__file__).parent
PARTS = ["text", "data", *(f"charts/{chart}" for chart in charts())]
OTHERS = [tag for tag in languages() if tag != "en"]
BY_LANGUAGE = {"amount_powers", "currency_names", "days", "headline_words", "names"}
"""What a language has more or less of than another."""
TERMS = {term for part in PARTS for term in word_files.words(part, "en").get("terms", ())}
FORM = re.compile(r"_(?:name|owner|of|in|from|dat)$")
"""The end of a gap that has a name in another form than the plain one."""
ANYWHERE = re.compile(
    rf"reporter\w*|(partner|owner)(_[ab]|_short)?|imports_of|\w+_(word|cap)|year|number|{'|'.join(TERMS)}"
)
"""Gaps of terms and of names, which stand where a language has use for them."""


def read(folder: Path, part: str, tag: str) -> dict[str, Any]:
    if folder == PACKAGE:
        return copy.deepcopy(word_files.words(part, tag))
    found: dict[str, Any] = json.loads((folder / part / "words" / f"{tag}.json").read_text("utf-8"))
    return found


def flat(words: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text with its key, as "sentences.headline"."""
    if isinstance(words, str):
        yield place, words
    elif isinstance(words, dict):
        for key, each in words.items():
            yield from flat(each, f"{place}.{key}" if place else key)
    elif isinstance(words, list):
        for index, each in enumerate(words):
            yield from flat(each, f"{place}.{index}")


def gaps(text: str) -> set[str]:
    found = set()
    for name, forms in plural.GAP.findall(text):
        # Languages name a currency by its sign or in words.
        found |= {
            FORM.sub("", name).replace("currency", "symbol"),
            *(each for _, form in plural.FORM.findall(forms) for each in gaps(form)),
        }
    return {name for name in found if not ANYWHERE.fullmatch(name)}


def needed(name: str, rules: dict[str, str]) -> set[str]:
    """Return the forms a word needs: more after an amount, which may have decimals, than after a count."""
    return {*(rules if name == "number" else plural.of_whole_numbers(rules)), "other"}


def faults(folder: Path, part: str, tag: str, rules: dict[str, str]) -> list[str]:
    """Return what is wrong with a language's words of a part, each with its file and key."""
    own, english = (
        dict(flat({key: each for key, each in read(where, part, language).items() if key not in BY_LANGUAGE}))
        for where, language in ((folder, tag), (PACKAGE, "en"))
    )
    found = [f"{key}: missing" for key in english if key not in own]
    found += [f"{key}: English has none" for key in own if key not in english]
    for key, text in own.items():
        if not text and english.get(key):
            found.append(f"{key}: empty")
        for name, forms in plural.GAP.findall(text):
            there = Counter(category for category, _ in plural.FORM.findall(forms))
            if forms and (set(there) != needed(name, rules) or max(there.values()) > 1):
                found.append(f"{key}: {name} has the forms {', '.join(there)}; it needs {needed(name, rules)}")
        if re.search("[{}]", re.sub(r"\{\d?\}", "", plural.GAP.sub("", text))):
            found.append(f"{key}: a brace that begins or ends no gap")
        if key in english and gaps(text) != gaps(english[key]):
            found.append(f"{key}: the gaps {gaps(text)}; English has {gaps(english[key])}")
    return [f"{part}/words/{tag}.json, {each}" for each in found]


@pytest.mark.parametrize("tag", languages())
@pytest.mark.parametrize("part", PARTS)
def test_nothing_is_missing(part: str, tag: str) -> None:
    assert faults(PACKAGE, part, tag, cldr(tag)["plurals"]) == []


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("**/words/*-*.json")), ids=lambda path: path.name)
def test_a_region_has_only_what_differs_from_its_language(path: Path) -> None:
    language = path.with_name(f"{word_files.without_region(path.stem)}.json")
    own, whole = (dict(every(json.loads(each.read_text("utf-8")))) for each in (path, language))
    # An empty file offers a region by its name, with its own numbers.
    assert [key for key, each in own.items() if key not in whole or whole[key] == each] == []


def every(words: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Yield whatever is no mapping, with its key."""
    for key, each in words.items():
        if isinstance(each, dict):
            yield from every(each, f"{place}{key}.")
        else:
            yield f"{place}{key}", each


def test_what_is_missing_is_told_by_file_and_key(tmp_path: Path) -> None:
    words = read(PACKAGE, "charts/deficit_ranking", "en")
    sentences = words["sentences"]
    del words["terms"]["deficit"]
    sentences["new"] = "x"
    sentences["up"] = "up {percnt}"
    sentences["down"] = "down {percent"
    sentences["unchanged"] = ""
    sentences["n_partners"] = "{count, plural, one {# partner} other {# partners}}"
    path = tmp_path / "charts/deficit_ranking/words/xx.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(words), "utf-8")
    found = faults(tmp_path, "charts/deficit_ranking", "xx", {"one": "n = 1", "few": "v = 0 and i % 10 = 2..4"})
    place = "charts/deficit_ranking/words/xx.json, "
    assert found[:2] == [f"{place}terms.deficit: missing", f"{place}sentences.new: English has none"]
    told = [each.removeprefix(f"{place}sentences.").partition(":")[0] for each in found[2:]]
    assert {"up", "down", "unchanged", "n_partners"} <= set(told)


@pytest.mark.parametrize("tag", OTHERS)
@pytest.mark.parametrize("part", PARTS)
def test_no_sentence_is_left_in_english(part: str, tag: str) -> None:
    own, english = (dict(flat(read(PACKAGE, part, each))) for each in (tag, "en"))
    # Names of people, studies and databases are the same everywhere, and so are single words that look alike.
    same = [
        key
        for key, text in own.items()
        if text == english.get(key) and len(re.findall(r"[a-z]{3,}", plural.GAP.sub("", text))) > 1
    ]
    assert [key for key in same if not re.search(r"\.publisher$|^estimates\.short\.", key)] == []


@pytest.mark.parametrize("tag", languages())
def test_what_cldr_knows(tag: str) -> None:
    own = cldr(tag)
    assert len(own["months"]) == 12
    assert own["dir"] in {"ltr", "rtl"}
    assert set(own["plurals"]) <= {"zero", "one", "two", "few", "many"}
    assert read(PACKAGE, "text", tag)["min_grouping"] in {1, 2}


@pytest.mark.parametrize("tag", OTHERS)
def test_partners_have_names(tag: str) -> None:
    assert partners.name("USA", tag) != partners.name("USA", "en"), "add names with python scripts/make_partners.py"


@pytest.mark.parametrize("tag", languages())
@pytest.mark.parametrize("part", [part for part in PARTS if part != "data"])
def test_every_sentence_can_be_filled(part: str, tag: str) -> None:
    chart = part.removeprefix("charts/")
    language = Language(tag, chart=None if part == "text" else chart)
    known = set(language.terms)
    for key, template in read(PACKAGE, part, tag)["sentences"].items():
        counts = {name for name, forms in plural.GAP.findall(template) if forms}
        every = {name for name, _ in plural.GAP.findall(template)} | gaps(template)
        every |= {
            name for name in ("year", "total", *re.findall(r"reporter_\w+", template)) if f"{{{name}}}" in template
        }
        for count in (0, 1, 2, 5, 10**6):
            parts = {name: count if name in counts else f"<{name}>" for name in every if name not in known}
            parts |= dict.fromkeys(counts, count)
            text = language.phrase(key, **parts)
            assert text, key
            assert "{" not in text, key
