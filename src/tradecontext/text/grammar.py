"""Names of partners as a language's sentences have them: with articles, in cases, and joined to prepositions.

The rules are the language's words, under "names":

``classes``
    Names that are treated alike, by code: "the" are those that English gives an article, "f" feminine ones. A name in
    no class is in the class "".
``forms``
    Templates by form, then class, with ``{}`` for the name. The form "plain" fills the gap ``{partner}``, "of" fills
    ``{partner_of}``: "du {}" for the class "m". ``{partner_name}`` is the bare name, ``{partner_owner}`` the owner. A
    class without a template falls back to the class "", then to the form "plain".
``possessive``
    The owner of a balance, and the same after the endings ``sibilants``: "Mexico's", "the Netherlands'". A language
    with a form "of" for a class has that instead.
``short``, ``short_possessive``
    Owners that have a shorter name: "US".
``joints``
    Words that change before what follows them: to each word, pairs of a regular expression for what follows, and the
    text in the place of the word and its space. If ``"a"`` has the pair ``["a", "ad "]``, the template "fino a {month}"
    becomes "fino ad aprile". Only words that stand before a gap of a template change, never those of an author.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Self

Rules: TypeAlias = Mapping[str, Any]
Joints: TypeAlias = "Mapping[str, Sequence[tuple[str, str]]]"
PLAIN = "plain"


class Name(str):
    """A name as it stands in the gap of a sentence, with the language's other forms of it.

    Parameters
    ----------
    text : str
        The plain form.
    forms : mapping of str to str
        The other forms by their names.
    """

    __slots__ = ("forms",)
    forms: Mapping[str, str]

    def __new__(cls, text: str, forms: Mapping[str, str]) -> Self:
        """Return the text, with its forms."""
        name = super().__new__(cls, text)
        name.forms = forms
        return name


def in_sentence(rules: Rules, code: str, name: str) -> Name:
    """Return a name in all forms of the language."""
    kind = _class(rules, code)
    forms = {form: _filled(rules, _form(rules, form, kind), name) for form in rules["forms"] if form != PLAIN}
    plain = _filled(rules, _form(rules, PLAIN, kind), name)
    own = rules["forms"].get("of", {}).get(kind)
    owner = _filled(rules, own, name) if own else _owner(rules, plain)
    return Name(plain, {"name": name, "owner": owner, **forms})


def possessive(rules: Rules, code: str, name: str) -> str:
    """Return the words for the owner of a balance, inside a sentence."""
    if whole := rules["short_possessive"].get(code):
        return str(whole)
    return in_sentence(rules, code, name).forms["owner"]


def short(rules: Rules, code: str, name: str) -> str:
    """Return the words for the owner of a balance where there is little room, without an article if it can be."""
    if brief := rules["short"].get(code):
        return str(brief)
    own = rules["forms"].get("of", {}).get(_class(rules, code))
    return _filled(rules, own, name) if own else _owner(rules, name)


def joined(names: Sequence[str], listed: Callable[[Sequence[str]], str]) -> str:
    """Join names with `listed`, in every form that any of them has."""
    forms = {form for name in names if isinstance(name, Name) for form in name.forms}
    plain = listed(names)
    if not forms:
        return plain
    return Name(
        plain,
        {form: listed([name.forms[form] if isinstance(name, Name) else name for name in names]) for form in forms},
    )


def listed(items: Sequence[str], lists: Mapping[str, str], joints: Joints) -> str:
    """Join texts with a language's patterns of lists: "A", "A and B", "A, B, and C"."""

    def both(pattern: str, first: str, last: str) -> str:
        return fitted(pattern, {"1": last}, joints).format(first, last)

    if len(items) < 2:
        return "".join(items)
    if len(items) == 2:
        return both(lists["2"], *items)
    text = lists["start"].format(*items[:2])
    for item in items[2:-1]:
        text = lists["middle"].format(text, item)
    return both(lists["end"], text, items[-1])


def _filled(rules: Rules, template: str, name: str) -> str:
    return fitted(template, {"": name}, rules.get("joints", {})).format(name)


def _owner(rules: Rules, name: str) -> str:
    usual, after_sibilant = rules["possessive"]
    return _filled(rules, after_sibilant if name.endswith(tuple(rules["sibilants"])) else usual, name)


def _class(rules: Rules, code: str) -> str:
    return next((kind for kind, codes in rules["classes"].items() if code in codes), "")


def _form(rules: Rules, form: str, kind: str) -> str:
    own: Mapping[str, str] = rules["forms"][form]
    plain: Mapping[str, str] = rules["forms"][PLAIN]
    text: str = next(each[key] for each in (own, plain) for key in (kind, "") if key in each)
    return text


def fitted(template: str, parts: Mapping[str, object], joints: Joints) -> str:
    """Return a template with the words before its gaps as they have to be before what fills them.

    Parameters
    ----------
    template : str
        A sentence with gaps.
    parts : mapping
        The value of each gap.
    joints : mapping
        The words that change, as a language has them under "joints".
    """
    if not joints:
        return template

    def joined_to(found: re.Match[str]) -> str:
        value = str(parts.get(found[2], ""))
        changed = (instead for pattern, instead in joints[found[1].lower()] if re.match(pattern, value, re.IGNORECASE))
        instead = next(changed, f"{found[1]} ")
        return (instead.capitalize() if found[1][0].isupper() else instead) + f"{{{found[2]}}}"

    words = "|".join(map(re.escape, joints))
    return re.sub(rf"\b({words}) \{{(\w*)\}}", joined_to, template, flags=re.IGNORECASE)
