"""What a picture carries: a description that other programs read, and the spec, which draws the chart again."""

from __future__ import annotations

import base64
import io
import re
import struct
import zlib
from itertools import cycle
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pypdf
import pytest
from PIL import Image

import tradecontext as tc
from golden import CASES, golden
from tradecontext.commands import render

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "iptc": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "tradecontext": "https://tradecontext.org/schema/",
}
LICENCE = ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
SUFFIXES = [".png", ".svg", ".pdf"]


@pytest.fixture(scope="module")
def chart() -> tc.DeficitRanking:
    return tc.DeficitRanking(
        tc.data.us_goods_trade(),
        year=2024,
        top=3,
        headline="Deficits < & > surpluses: ]]> “ñ”",
        byline="By A. Reporter",
        credit="The Desk",
        licence=LICENCE,
        url="https://example.org/deficits",
        published="2025-03-26",
    )


@pytest.fixture(scope="module")
def pictures(chart: tc.DeficitRanking) -> dict[str, bytes]:
    return {".png": chart.to_png(scale=0.5), ".svg": chart.to_svg().encode(), ".pdf": chart.to_pdf()}


def catalog(pdf: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]


def described(picture: bytes, suffix: str) -> ET.Element:
    """Return the description as other libraries find it."""
    if suffix == ".png":
        text = Image.open(io.BytesIO(picture)).text["XML:com.adobe.xmp"]  # type: ignore[attr-defined]
    elif suffix == ".pdf":
        text = catalog(picture)["/Metadata"].get_data().decode()
    else:
        text = picture.decode()
    found = ET.fromstring(text).find(".//rdf:Description", NAMES)
    assert found is not None
    return found


@pytest.mark.slow
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_other_programs_find_what_describes_it(
    chart: tc.DeficitRanking, pictures: dict[str, bytes], suffix: str
) -> None:
    frame = chart.spec["frame"]
    [source] = frame["sources"]
    found = described(pictures[suffix], suffix)

    def said(name: str) -> str:
        return "".join(found.find(name, NAMES).itertext())  # type: ignore[union-attr]

    assert said("dc:title") == frame["headline"]
    assert said("dc:description") == said("iptc:AltTextAccessibility") == frame["alt"]
    assert said("dc:source") == source["text"]
    assert said("dc:relation") == source["url"]
    assert said("tradecontext:vintage") == source["vintage"]
    assert (said("dc:rights"), said("xmpRights:WebStatement")) == LICENCE
    assert (said("dc:creator"), said("photoshop:Credit")) == ("By A. Reporter", "The Desk")
    assert (said("dc:identifier"), said("dc:date")) == ("https://example.org/deficits", "2025-03-26")
    assert said("dc:language") == "en"


def test_what_is_not_known_is_not_said() -> None:
    bare = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, top=3)
    names = {each.tag.partition("}")[2] for each in described(bare.to_svg().encode(), ".svg")}
    assert not names & {"rights", "WebStatement", "creator", "Credit", "identifier", "date"}


@pytest.mark.slow
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_picture_draws_the_chart_again_to_the_byte(
    chart: tc.DeficitRanking, pictures: dict[str, bytes], suffix: str, tmp_path: Path
) -> None:
    # By its content: pictures are renamed.
    file = tmp_path / "downloaded"
    file.write_bytes(pictures[suffix])
    again = tc.from_spec(file)
    assert again.to_json() == chart.to_json()
    made = {".png": lambda: again.to_png(scale=0.5), ".svg": lambda: again.to_svg().encode(), ".pdf": again.to_pdf}
    assert made[suffix]() == pictures[suffix]


# What carries a spec does not look into it, so that each is carried in one of the kinds of pictures in turn.
@pytest.mark.parametrize(("case", "suffix"), zip(CASES, cycle(SUFFIXES), strict=False))
def test_every_chart_is_carried(case: str, suffix: str, tmp_path: Path) -> None:
    chart = tc.from_spec(golden(case))
    options: dict[str, Any] = {"density": 20} if suffix == ".png" else {}
    assert tc.from_spec(chart.save(tmp_path / f"x{suffix}", **options)).to_json() == chart.to_json()


def test_what_a_reader_chose_is_carried(tmp_path: Path) -> None:
    chart = tc.from_spec(golden("deficit_ranking/plain"))
    chart.selection = ["MEX"]
    assert tc.from_spec(chart.save(tmp_path / "x.svg")).selection == ("MEX",)


def test_a_pdf_is_tagged_and_has_the_alternative_text(chart: tc.DeficitRanking, pictures: dict[str, bytes]) -> None:
    root = catalog(pictures[".pdf"])
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    [figure] = [each.get_object() for each in root["/StructTreeRoot"]["/K"][0]["/K"]]
    assert figure["/S"] == "/Figure"
    assert figure["/Alt"] == chart.spec["frame"]["alt"]


def test_the_commands_take_pictures(pictures: dict[str, bytes], chart: tc.DeficitRanking, tmp_path: Path) -> None:
    file = tmp_path / "x.png"
    file.write_bytes(pictures[".png"])
    [done] = render.render(render.plan([file], tmp_path / "out", ["json"]))
    assert done.fault is None
    assert (tmp_path / "out" / "x.json").read_text() == chart.to_json()


def text_chunk(body: bytes) -> bytes:
    """Return a chunk of text under our keyword."""
    chunk = b"iTXt" + b"tradecontext:spec\0" + body
    return struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))


def png(*chunks: bytes) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (1, 1)).save(made, "PNG")
    return made.getvalue()[:33] + b"".join(chunks) + made.getvalue()[33:]


def packed(content: bytes) -> bytes:
    return text_chunk(b"\1\0\0\0" + zlib.compress(content))


def xmp(value: bytes) -> bytes:
    return b"%PDF-1.4\n<tradecontext:spec>" + value + b"</tradecontext:spec>"


def svg(inside: str) -> bytes:
    return f'<svg xmlns:t="https://tradecontext.org/schema/"><metadata>{inside}</metadata></svg>'.encode()


BOMB = zlib.compress(bytes(20_000_001), 1)
LAUGHS = b'<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (png(), "carries no spec"),
        (b"%PDF-1.4\n%%EOF", "carries no spec"),
        (b"<svg></svg>", "carries no spec"),
        (xmp(b""), "carries no spec"),
        (png(packed(b"{}"), packed(b"[]")), "carries several specs"),
        (png(packed(b"{}"), text_chunk(b"\0\0\0\0{}"), packed(b"[]")), "carries several specs"),
        (xmp(base64.b64encode(zlib.compress(b"{}"))) + xmp(base64.b64encode(zlib.compress(b"[]"))), "several specs"),
        (svg("<t:spec>{}</t:spec><t:spec>[]</t:spec>"), "carries several specs"),
        (png(packed(b"{}"), packed(b"{}"), text_chunk(b"\0\0\0\0{}")), "spec field chart is None"),
        (png(packed(b"{}")), "spec field chart is None"),
        (png(packed(b"{")), "the spec in .* is not JSON"),
        (png(packed(b"\xff")), "is not UTF-8"),
        (png(text_chunk(b"\0\0\0\0{")), "is not JSON"),
        (png(text_chunk(b"\0\0\0\0\xff")), "is not UTF-8"),
        (png(text_chunk(b"\1\1\0\0x")), "compressed in a way that PNG does not have"),
        (png(text_chunk(b"\1")), "compressed in a way that PNG does not have"),
        (png(text_chunk(b"\1\0\0\0nonsense")), "cannot be unpacked"),
        (png(text_chunk(b"\1\0\0\0" + BOMB)), "more than 20,000,000 bytes when it is unpacked"),
        (png(text_chunk(b"\1\0\0\0" + zlib.compress(b"{}" * 50)[:-6])), "cut short"),
        (png(packed(b"{}").replace(b"spec\0\1", b"spec\0\2")), "the checksum of its text is wrong"),
        (png(packed(b"{}"))[:-5], "is a PNG that was cut short"),
        (png()[:20], "is a PNG that was cut short"),
        (png(struct.pack(">I", 0xFFFFFFFF) + b"iTXt"), "is a PNG that was cut short"),
        (xmp(b"AAA"), "is not base64"),
        (xmp(base64.b64encode(BOMB)), "more than 20,000,000 bytes when it is unpacked"),
        (LAUGHS, "declares entities"),
        (b"<svg><metadata></svg>", r"is no SVG that can be read \(line 1, column 18: mismatched tag\)"),
        (b'<?xml version="1.0" encoding="x-none"?><svg/>', "is no SVG that can be read"),
        (b"<" * 100_000, "is no SVG that can be read"),
        (svg("<t:spec>" + "[" * 100_000 + "</t:spec>"), "is nested too deeply"),
        (svg('<t:spec>{"a":1,"a":2}</t:spec>'), "has the field 'a' twice"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_hostile_picture_is_refused_by_name(content: bytes, said: str, tmp_path: Path) -> None:
    file = tmp_path / "found.png"
    file.write_bytes(content)
    with pytest.raises(tc.DataError, match=said) as refusal:
        tc.from_spec(file)
    assert re.search(r"'[^']*found\.png'", str(refusal.value))


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("<tradecontext:spec", "<n:spec").replace("</tradecontext:spec", "</n:spec")
        .replace("<svg ", '<svg xmlns:n="https://tradecontext.org/schema/" '),
        lambda text: re.sub(r"(<tradecontext:spec[^>]*>)(.*?)(</)", r"\1<![CDATA[\2]]>\3", text),
        lambda text: "\ufeff" + '<?xml version="1.0" encoding="UTF-8"?>\n' + text.replace("><", ">\n<"),
        lambda text: re.sub(r"(<metadata>.*?</metadata>)", r"\1\1", text),
    ],
    ids=["prefix", "cdata", "lines", "twice the same"],
)  # fmt: skip
def test_an_svg_that_an_editor_has_written_anew_is_read(
    chart: tc.DeficitRanking, change: Callable[[str], str], tmp_path: Path
) -> None:
    file = tmp_path / "x.svg"
    file.write_text(change(chart.to_svg()), "utf-8")
    assert tc.from_spec(file).to_json() == chart.to_json()


def test_a_pdf_whose_description_was_written_anew_as_attributes_is_read(
    chart: tc.DeficitRanking, pictures: dict[str, bytes], tmp_path: Path
) -> None:
    [value] = re.findall(rb"<tradecontext:spec>([^<]*)<", pictures[".pdf"])
    lines = b"\n".join(value[at : at + 76] for at in range(0, len(value), 76))
    file = tmp_path / "x.pdf"
    file.write_bytes(b'%PDF-1.7\n<rdf:Description tradecontext:spec="' + lines + b'"/>')
    assert tc.from_spec(file).to_json() == chart.to_json()
