"""The address of a chart's page, and its links for readers, as options and in the spec."""

from __future__ import annotations

import base64
import json
import re
from html import unescape
from typing import Any

import pytest

import tradecontext as tc
from golden import SOME, golden

URL = "https://example.org/trade/deficits.html"
NASTY = '</script><script>alert(1)</script>"><img src=x onerror=alert(2)> & \u2028'


@pytest.fixture(scope="module")
def trade() -> Any:
    return tc.data.us_goods_trade()


@pytest.mark.slow
def test_where_a_page_is_published_and_what_readers_may_take_stand_in_the_spec(trade: Any) -> None:
    chart = tc.DeficitRanking(trade, year=2024, url="https://example.org/a", links=["embed", "data"], noindex=True)
    assert {name: chart.spec["frame"][name] for name in ("url", "links", "noindex")} == {
        "url": "https://example.org/a",
        "links": ["data", "embed"],
        "noindex": True,
    }
    again = tc.from_spec(chart.spec)
    again.update(url=None, links=("image",), noindex=False)
    assert again.spec["frame"] == {**tc.DeficitRanking(trade, year=2024).spec["frame"], "links": ["image"]}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"url": "javascript:alert(1)"}, "url is 'javascript:alert"),
        ({"url": "a.org"}, "only http:// and https://"),
        ({"links": "data"}, "it takes any of data, image, embed, link, as a list"),
        ({"links": ["print"]}, "links has "),
        ({"links": [["data"]]}, "links has "),
        ({"noindex": "yes"}, "noindex is 'yes'; it takes True or False"),
    ],
)
def test_a_place_or_link_that_is_none_is_refused(trade: Any, options: Any, words: str) -> None:
    with pytest.raises(tc.DataError, match=words):
        tc.DeficitRanking(trade, year=2024, **options)


def metadata(page: str) -> dict[str, str]:
    """Return the metadata in the head, by property or relation."""
    head = page[: page.index("</head>")]
    found = re.findall(r'<meta (?:property|name)="([^"]*)" content="([^"]*)"', head)
    found += re.findall(r'<link rel="([^"]*)"[^>]*?href="([^"]*)"', head)
    return {name: unescape(text) for name, text in found}


def dataset(page: str) -> dict[str, Any]:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    found: dict[str, Any] = json.loads(text)
    return found


class TestHead:
    def test_a_page_without_an_address_has_none_of_it(self, trade: Any) -> None:
        page = tc.DeficitRanking(trade, year=2024).to_html()
        assert set(metadata(page)) == {"viewport", "description"}
        assert "ld+json" not in page

    def test_a_published_page_tells_previews_and_search_engines_what_it_is(self, trade: Any) -> None:
        chart = tc.DeficitRanking(trade, year=2024, url=URL, credit="The Desk", published="2025-03-26")
        said, spec = metadata(chart.to_html()), chart.spec["frame"]
        assert said["canonical"] == said["og:url"] == URL
        assert said["og:title"] == spec["headline"]
        assert said["og:description"] == spec["subtitle"]
        assert said["og:image"] == "https://example.org/trade/deficits.social.png"
        assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
        assert said["og:image:alt"] == spec["alt"]
        assert said["twitter:card"] == "summary_large_image"
        assert said["alternate"] == "https://example.org/trade/deficits.oembed.json"
        assert "robots" not in said
        data = dataset(chart.to_html())
        assert data["@type"] == "Dataset"
        assert data["name"] == spec["headline"]
        assert data["version"] == "2025-10"
        assert data["temporalCoverage"] == "2024"
        assert data["datePublished"] == "2025-03-26"
        assert "dateModified" not in data
        assert data["creditText"] == "The Desk"
        assert data["citation"] == [spec["sources"][0]["text"]]
        assert data["creator"] == [{"@type": "Organization", "name": "The Desk"}]
        # The licence of the figures is not guessed.
        assert "license" not in data
        assert {"@type": "PropertyValue", "name": "deficit_2024_USD", "unitText": "USD"} in data["variableMeasured"]
        assert data["isBasedOn"][0]["url"] == spec["sources"][0]["url"]
        assert data["distribution"]["contentUrl"] == "https://example.org/trade/deficits.csv"

    def test_licence_and_author_are_told(self, trade: Any) -> None:
        chart = tc.DeficitRanking(trade, year=2024, url=URL, byline="A. Reporter", licence="All rights reserved")
        data = dataset(chart.to_html())
        assert data["license"] == "All rights reserved"
        assert data["creator"] == [{"@type": "Person", "name": "A. Reporter"}]
        chart.licence = ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
        assert dataset(chart.to_html())["license"] == "https://creativecommons.org/licenses/by/4.0/"

    def test_years_and_a_correction_are_told(self) -> None:
        chart = tc.from_spec(golden("input_reliance/second"))
        chart.update(url=URL, updated="2025-04-01", correction=("2025-05-02", "A name"))
        data = dataset(chart.to_html())
        assert data["temporalCoverage"] == "1995/2011"
        assert data["dateModified"] == "2025-05-02"

    @pytest.mark.parametrize(
        ("url", "picture"),
        [
            ("https://a.org", "https://a.org/index.social.png"),
            ("https://a.org/x/", "https://a.org/x/index.social.png"),
            ("https://a.org/x.htm?y=1#z", "https://a.org/x.social.png"),
            ("https://a.org/x.y", "https://a.org/x.y.social.png"),
        ],
    )
    def test_files_beside_the_page_have_its_name(self, trade: Any, url: str, picture: str) -> None:
        assert metadata(tc.DeficitRanking(trade, year=2024, url=url).to_html())["og:image"] == picture

    def test_noindex_needs_no_address(self, trade: Any) -> None:
        assert metadata(tc.DeficitRanking(trade, year=2024, noindex=True).to_html())["robots"] == "noindex"

    def test_hostile_words_stay_words(self, trade: Any) -> None:
        chart = tc.DeficitRanking(
            trade, year=2024, url=URL, headline=NASTY.replace("\u2028", " "), credit=NASTY[:60], links=["embed"]
        )
        page = chart.to_html()
        assert dataset(page)["creditText"] == chart.spec["frame"]["credit"]
        assert metadata(page)["og:title"] == chart.spec["frame"]["headline"]
        # The three scripts are the spec, the data for search engines, and the page's own.
        assert page.count("<script") == 3
        assert "<img" not in page

    def test_a_page_in_a_srcdoc_frame_is_not_the_published_one(self, trade: Any) -> None:
        frame = unescape(tc.DeficitRanking(trade, year=2024, url=URL, noindex=True).embed("srcdoc"))
        assert "ld+json" not in frame
        assert "canonical" not in frame


class TestOembed:
    def test_it_carries_the_frame(self, trade: Any) -> None:
        chart = tc.DeficitRanking(trade, year=2024, url=URL, byline="A. Reporter")
        answer = json.loads(chart.to_oembed())
        assert answer["version"] == "1.0"
        assert answer["type"] == "rich"
        link, frame = answer["html"].split("</blockquote>")
        assert frame == chart.embed("iframe").partition("-->")[2]
        # WordPress alone shows the link, until the page in the frame has told its height.
        title = "The US goods deficit with China was the largest"
        assert link == f'<blockquote style="display:none"><a href="{URL}">{title}</a>'
        assert answer["author_name"] == "A. Reporter"
        assert (answer["provider_name"], answer["provider_url"]) == ("example.org", "https://example.org/")
        assert answer["width"] == 720
        assert 300 < answer["height"] < 1200

    def test_without_an_address_it_says_so(self, trade: Any) -> None:
        with pytest.raises(tc.DataError, match="give the chart its address"):
            tc.DeficitRanking(trade, year=2024).to_oembed()


class TestTake:
    def test_nothing_is_there_unless_asked_for(self, trade: Any) -> None:
        assert "tc-take" not in tc.DeficitRanking(trade, year=2024).to_html()

    def test_figures_picture_and_snippet_are_inside_the_page(self, trade: Any) -> None:
        chart = tc.DeficitRanking(trade, year=2024, links=["data", "image", "embed"], chart_id="deficits", locale="es")
        page = chart.to_html()
        (table,) = re.findall(r'download="deficits.csv" href="data:text/csv;charset=utf-8;base64,([^"]*)"', page)
        assert base64.b64decode(table).decode() == chart.to_csv()
        (packed,) = re.findall(r'download="deficits.png" href="data:image/png;base64,([^"]*)"', page)
        plain = tc.DeficitRanking(trade, year=2024, chart_id="deficits", locale="es")
        assert base64.b64decode(packed) == plain.to_png()
        (snippet,) = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
        assert unescape(snippet) == plain.embed("safe")
        assert ">Descargar los datos<" in page

    def test_where_it_is_published_the_snippet_is_the_frame(self, trade: Any) -> None:
        chart = tc.DeficitRanking(trade, year=2024, links=["embed"], url=URL)
        (snippet,) = re.findall(r"<textarea[^>]*>(.*?)</textarea>", chart.to_html(), re.DOTALL)
        assert unescape(snippet) == chart.embed("iframe")

    def test_snippets_without_a_page_have_none(self, trade: Any) -> None:
        chart = tc.DeficitRanking(trade, year=2024, links=["data", "embed"])
        assert not [kind for kind in ("safe", "inline", "component", "image") if "tc-take" in chart.embed(kind)]
        assert "tc-take" in unescape(chart.embed("srcdoc"))


class TestPicture:
    @pytest.mark.slow
    @pytest.mark.parametrize("case", SOME, indirect=True)
    def test_it_is_carried_in_the_snippet_or_fetched_from_where_it_is_hosted(self, case: Any) -> None:
        chart = tc.from_spec(case[1])
        snippet = chart.embed("image", "https://example.org/a.png?x=1&y=2")
        (source, alt, wide, tall) = re.findall(
            r'<img src="([^"]*)" alt="([^"]*)" width="(\d+)" height="(\d+)"', snippet
        )[0]
        assert unescape(source) == "https://example.org/a.png?x=1&y=2"
        assert unescape(alt) == case[1]["frame"]["alt"]
        assert f'width="{wide}" height="{tall}"' in chart.to_svg()
        (narrow,) = re.findall(r'<source media="\(max-width:480px\)" srcset="([^"]*)" width="360"', snippet)
        assert unescape(narrow) == "https://example.org/a.narrow.png?x=1&y=2"
        assert "<source" not in chart.embed("image", "https://example.org/picture")
        # The table under the picture is that of the safe snippet.
        assert chart.embed("safe").partition("--><div>")[2].strip().removesuffix("</div>") in snippet
        assert not re.search(
            r"<script|<style| id=| on\w+=", re.sub(r'"[^"]*"', '""', re.sub(r">[^<]*<", "><", snippet))
        )

    def test_the_picture_inside_is_the_picture(self, trade: Any) -> None:
        chart = tc.DeficitRanking(trade, year=2024)
        (packed,) = re.findall(r'src="data:image/png;base64,([^"]*)"', chart.embed("image"))
        assert base64.b64decode(packed) == chart.to_png()

    def test_an_address_that_is_none_is_refused(self, trade: Any) -> None:
        with pytest.raises(tc.DataError, match="only http:// and https://"):
            tc.DeficitRanking(trade, year=2024).embed("image", "javascript:alert(1)")
