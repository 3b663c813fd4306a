"""Check an SVG logo: only shapes, and nothing that could run, load, move, look different elsewhere or never end."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET
from xml.parsers import expat

NAMESPACE = "{http://www.w3.org/2000/svg}"
SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
KNOWN = {
    *SHAPES,
    *("svg", "g", "defs", "symbol", "use", "style", "clipPath", "mask"),
    *("linearGradient", "radialGradient", "stop", "title", "desc", "metadata"),
}
"""Elements that every output draws alike. Text is not among them, since it depends on the reader's fonts."""

DEEPEST = 32
"""Largest depth of nested elements: each may need a layer of its own in memory."""

MOST = 50_000
"""Largest number of drawn elements; an element that is used several times counts each time."""

# References to other files, and scripts. They do nothing while the SVG is embedded as an image, but somebody may open
# the file itself.
ELSEWHERE = re.compile(r"url\(\s*['\"]?(?!#)|javascript:", re.IGNORECASE)
MORE = re.compile(r"@|\\|filter|expression", re.IGNORECASE)
NAMED = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)")
LENGTH = re.compile(r"\s*(\d{0,9}\.?\d{1,9})\s*(?:px|pt|pc|mm|cm|in|em)?\s*")
PLAIN = "export it as a plain SVG of shapes (text as outlines), or give a PNG"


def fault(data: bytes) -> str | None:
    """Return the fault of an SVG, as the end of a sentence, or None."""
    try:
        _declared(data)
        root = ET.fromstring(data)  # noqa: S314 (entities are refused before)
        problem = _unknown(root)
        _without_end(root)
        if problem is None and size(data) is None:
            problem = "says neither its view box nor its width and height"
    except _Refused as refusal:
        problem = str(refusal)
    except (expat.ExpatError, ET.ParseError, LookupError, ValueError) as error:
        return f"is no SVG that can be read ({error}); save it anew, or give a PNG"
    return problem and f"{problem}; {PLAIN}"


def size(data: bytes) -> tuple[float, float] | None:
    """Return width and height of an SVG in its own units; None if it does not state them."""
    own = ET.fromstring(data).attrib  # noqa: S314 (entities are refused before)
    box = re.split(r"[\s,]+", own.get("viewBox", "").strip())
    sides = box[2:] if len(box) == 4 else [own.get("width", ""), own.get("height", "")]
    wide, tall = (float(found[1]) if (found := LENGTH.fullmatch(each)) else 0.0 for each in sides)
    return (wide, tall) if wide > 0 and tall > 0 else None


class _Refused(Exception):  # noqa: N818 (control flow out of the parser, caught in this module)
    pass


def _declared(data: bytes) -> None:
    """Refuse entities, external style sheets and deep nesting before a tree is built."""
    parser = expat.ParserCreate()
    depth = 0

    def begun(_name: str, _own: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise _Refused(f"has more than {DEEPEST} elements in each other")

    def ended(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def typed(_name: str, _system: str | None, _public: str | None, own: int) -> None:
        if own:
            raise _Refused("declares entities or types of its own")

    def instructed(target: str, _text: str) -> None:
        raise _Refused(f"has an instruction <?{target[:40]}?>")

    parser.StartElementHandler = begun
    parser.EndElementHandler = ended
    parser.StartDoctypeDeclHandler = typed
    parser.ProcessingInstructionHandler = instructed
    parser.Parse(data, True)  # noqa: FBT003 (expat takes no name here)


def _unknown(root: ET.Element) -> str | None:
    """Return the first element, address or style that is not needed for shapes, as a fault, or None."""
    if root.tag != f"{NAMESPACE}svg":
        return "does not begin with <svg> of the SVG namespace"
    for each in root.iter():
        name = each.tag.removeprefix(NAMESPACE)
        if each.tag == name or name not in KNOWN:
            # Editors store notes in namespaces of their own, which nothing draws.
            if each.tag != name or "xhtml" in name:
                return f"has <{name.rpartition('}')[2][:40]}>, which pages, pictures and print do not draw alike"
            continue
        problem = next(filter(None, (_beyond(name, *own) for own in each.attrib.items())), None)
        if problem:
            return problem
        style = "".join(each.itertext()) if name == "style" else ""
        if ELSEWHERE.search(style) or MORE.search(style):
            return "has a style sheet with more in it than colours and lines"
    return None


def _beyond(element: str, key: str, value: str) -> str | None:
    own = key.rpartition("}")[2]
    if own.lower().startswith("on") or own in {"base", "filter"}:
        return f"has {own[:40]}= on <{element}>, which is more than a shape"
    if (own == "href" and not value.strip().startswith("#")) or ELSEWHERE.search(value):
        return f"asks for something outside itself ({value[:60]!r})"
    if own == "style" and MORE.search(value):
        return f"has style={value[:60]!r}, which is more than colours and lines"
    return None


def _without_end(root: ET.Element) -> None:
    """Refuse shapes that use themselves, and shapes whose repeated use multiplies to too many to draw."""
    colours = {f"{NAMESPACE}{kind}Gradient" for kind in ("linear", "radial")}
    places = {each.attrib["id"]: each for each in root.iter() if "id" in each.attrib and each.tag not in colours}
    known: dict[ET.Element, tuple[int, int]] = {}
    begun: set[ET.Element] = set()

    def used(each: ET.Element) -> list[ET.Element]:
        links = [value.strip()[1:] for key, value in each.attrib.items() if key.rpartition("}")[2] == "href"]
        names = [name for value in each.attrib.values() for name in NAMED.findall(value)]
        return [places[name] for name in (*links, *names) if name in places]

    def measured(each: ET.Element, depth: int = 0) -> tuple[int, int]:
        """Return how many elements are drawn for one, and how deep they are nested."""
        if each in begun:
            raise _Refused("has a shape that uses itself")
        if each not in known:
            _bounded(1, depth)
            begun.add(each)
            inside = [measured(part, depth + 1) for part in (*each, *used(each))]
            begun.discard(each)
            known[each] = 1 + sum(count for count, _ in inside), 1 + max((deep for _, deep in inside), default=0)
            _bounded(*known[each])
        return known[each]

    count, _ = measured(root)
    # A style sheet may apply the clip paths and masks that it names to every element.
    sheet = "".join(text for each in root.iter(f"{NAMESPACE}style") for text in each.itertext())
    _bounded(count * (1 + sum(measured(places[name])[0] for name in NAMED.findall(sheet) if name in places)), 0)


def _bounded(count: int, depth: int) -> None:
    if count > MOST:
        raise _Refused(f"comes to more than {MOST:,} shapes")
    if depth > DEEPEST:
        raise _Refused(f"has more than {DEEPEST} elements in each other")
