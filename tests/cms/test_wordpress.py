"""Each kind of embed in a published WordPress article, pasted by an administrator and by an author.

The block editor saves an article by a request to the REST API, with the user's cookies and nonce. The tests send the
same request, so snippets go through everything that WordPress does to a Custom HTML block when it is saved and shown.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import checks
import pytest
from playwright.sync_api import expect
from seen import AFTER, ALIVE, BEFORE, plain
from wordpress_site import CONTENT, wordpress

import tradecontext as tc
from golden import golden, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser
    from seen import Article
    from wordpress_site import Site

KEPT = [
    *(("administrator", kind) for kind in ("safe", "srcdoc", "iframe", "component", "inline", "image")),
    *(("author", kind) for kind in ("safe", "image")),
]


@pytest.fixture(scope="module")
def site(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A WordPress for this file."""
    with wordpress(tmp_path_factory.mktemp("wordpress"), chromium) as running:
        yield running


@pytest.fixture(scope="module")
def published(site: Site, snippets: Callable[[str], list[str]]) -> Callable[[str, str], str]:
    """Publish an article with every chart as one kind of embed, once; its address."""
    return cache(lambda user, kind: site.publish(user, f"{kind} by {user}", snippets(kind)))


@pytest.fixture
def article(read: Callable[..., Article], published: Callable[[str, str], str]) -> Callable[..., Article]:
    """Open the article that a user published with one kind of embed."""
    return lambda user, kind, scheme="light": read(published(user, kind), kind, CONTENT, scheme)


@pytest.mark.parametrize(("user", "kind"), KEPT)
def test_readers_get_every_chart_whole(article: Callable[..., Article], user: str, kind: str) -> None:
    assert checks.whole(article(user, kind)) == []


@pytest.mark.parametrize(("user", "kind"), KEPT)
def test_readers_whose_system_is_dark_can_read_them_on_a_light_site(
    article: Callable[..., Article], user: str, kind: str
) -> None:
    assert checks.legible(article(user, kind, "dark")) == []


@pytest.mark.parametrize("kind", ALIVE)
def test_readers_sort_and_select(article: Callable[..., Article], kind: str) -> None:
    checks.alive(article("administrator", kind))


@pytest.mark.parametrize("kind", ["iframe", "srcdoc"])
def test_a_frame_that_an_author_may_not_paste_leaves_no_trace(article: Callable[..., Article], kind: str) -> None:
    shown = article("author", kind)
    assert plain(shown.content.inner_text()) == f"{BEFORE} {AFTER}"
    assert shown.content.locator("iframe, script, style").count() == 0


@pytest.mark.parametrize(
    ("user", "kind", "place"),
    [
        ("administrator", "srcdoc", "iframe"),
        ("administrator", "component", "trade-chart"),
        ("administrator", "inline", "figure"),
        ("author", "safe", "figure"),
    ],
)
def test_a_word_in_brackets_is_no_command(
    site: Site, read: Callable[..., Article], user: str, kind: str, place: str
) -> None:
    # WordPress would run these shortcodes, and show nothing for the first.
    words = "[gallery] and [caption]words[/caption]"
    chart = tc.from_spec(golden("deficit_ranking/plain"))
    chart.headline = words
    address = site.publish(user, f"Brackets as {kind}", [chart.embed(kind)])
    shown = read(address, kind, CONTENT).content.locator(place)
    figure = shown.content_frame.locator("figure") if place == "iframe" else shown
    expect(figure).to_contain_text(words)


@pytest.mark.parametrize("kind", ["component", "inline"])
def test_of_what_an_author_may_not_paste_whole_nothing_runs_and_every_figure_stays(
    article: Callable[..., Article], kind: str
) -> None:
    shown = article("author", kind).content
    assert shown.locator("script, style, template, trade-chart").count() == 0
    said = plain(shown.text_content() or "")
    assert said.startswith(BEFORE)
    assert said.endswith(AFTER)
    for name, value in told(golden("deficit_ranking/everything")):
        assert plain(name) in said
        assert plain(value) in said
