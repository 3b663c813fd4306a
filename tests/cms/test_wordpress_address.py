"""The address of a chart's page, pasted into a WordPress article: core asks the page for its frame, and sizes it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from seen import CASES, missing
from wordpress_site import CONTENT, wordpress

from golden import golden

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Locator
    from seen import Article
    from wordpress_site import Site

# Core takes heights between these.
LEAST, MOST = 200, 1000

# The height that a frame was given, and that which it has.
HEIGHTS = "frame => [Number(frame.height), frame.getBoundingClientRect().height]"

TALL = "body => Math.ceil(body.getBoundingClientRect().height)"


def fitted(frame: Locator, seconds: float = 30) -> tuple[float, ...]:
    """Wait until a frame has the height that its page has, within what core allows; return all three heights."""
    # What is below the screen may wait until a reader comes to it.
    frame.scroll_into_view_if_needed()
    for _ in range(round(seconds * 10)):
        wanted = min(MOST, max(LEAST, frame.content_frame.locator("body").evaluate(TALL)))
        given, has = frame.evaluate(HEIGHTS)
        if given == has == wanted:
            break
        frame.page.wait_for_timeout(100)
    return given, has, wanted


@pytest.fixture(scope="module")
def site(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A WordPress for this file."""
    with wordpress(tmp_path_factory.mktemp("wordpress"), chromium) as running:
        yield running


@pytest.fixture(scope="module")
def published(site: Site, hosted: str) -> Callable[[str], str]:
    """Publish an article in which a user pasted the address of every chart, once; its address."""
    addresses = [f"{hosted}/{case.replace('/', '-')}.published.html" for case in CASES]
    return cache(lambda user: site.publish_addresses(user, f"Addresses by {user}", addresses))


def whole(article: Article) -> list[str]:
    """Return the faults of the frames of an article: in their height, their words, and what they offer."""
    frames = article.content.locator("iframe.wp-embedded-content")
    expect(frames).to_have_count(len(CASES))
    faults = []
    for number, case in enumerate(CASES):
        frame = frames.nth(number)
        assert frame.get_attribute("sandbox") == "allow-scripts"
        inside = frame.content_frame
        inside.locator("figure").wait_for()
        if len(set(heights := fitted(frame))) > 1:
            faults.append(f"{case}: is given, has and wants {heights} px")
        figure = inside.locator("figure")
        # The notes, and what a chart has collapsed, are a reader's to open.
        figure.evaluate("figure => { for (const each of figure.querySelectorAll('details')) each.open = true }")
        faults += [f"{case}: says no {word!r}" for word in missing(golden(case), figure.inner_text())]
        if offered := inside.locator("a").count():
            faults.append(f"{case}: offers {offered} links that the frame forbids")
    return faults


@pytest.mark.parametrize("user", ["administrator", "author"])
def test_it_shows_each_chart_at_its_height(
    read: Callable[..., Article], published: Callable[[str], str], user: str
) -> None:
    article = read(published(user), "iframe", CONTENT)
    assert whole(article) == []


def test_it_fits_a_theme_with_a_width_of_its_own(read: Callable[..., Article], published: Callable[[str], str]) -> None:
    article = read(f"{published('author')}?narrow=1", "iframe", CONTENT)
    assert whole(article) == []
    widths: list[Any] = article.content.locator("iframe").evaluate_all("all => all.map(each => each.clientWidth)")
    assert set(widths) == {480}


def test_it_follows_its_page_when_a_reader_opens_something(
    read: Callable[..., Article], published: Callable[[str], str]
) -> None:
    article = read(published("author"), "iframe", CONTENT)
    frame = article.content.locator("iframe").nth(CASES.index("deficit_ranking/right_to_left"))
    frame.content_frame.locator("figure").wait_for()
    before = fitted(frame)
    frame.content_frame.locator(".tc-foot summary").first.click()
    frame.content_frame.locator("details[open]").wait_for()
    after = fitted(frame)
    assert len(set(before)) == len(set(after)) == 1
    assert after[0] > before[0]
