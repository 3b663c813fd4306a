"""Each kind of embed in a published Wagtail article, pasted into a raw HTML block by a moderator."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import checks
import pytest
from seen import ALIVE
from wagtail_site import CONTENT, wagtail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser
    from seen import Article

KINDS = ["safe", "srcdoc", "iframe", "component", "inline", "image"]


@pytest.fixture(scope="module")
def published(
    chromium: Browser, snippets: Callable[[str], list[str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], str]]:
    """Publish an article with every chart as one kind of embed, once; its address."""
    with wagtail(tmp_path_factory.mktemp("wagtail"), chromium) as site:
        yield cache(lambda kind: site.publish(f"Charts as {kind}", snippets(kind)))


@pytest.fixture
def article(read: Callable[..., Article], published: Callable[[str], str]) -> Callable[..., Article]:
    """Open the article with one kind of embed."""
    return lambda kind, scheme="light": read(published(kind), kind, CONTENT, scheme)


@pytest.mark.parametrize("kind", KINDS)
def test_readers_get_every_chart_whole(article: Callable[..., Article], kind: str) -> None:
    assert checks.whole(article(kind)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_readers_can_read_them_on_a_site_that_is_dark_as_they_like(
    article: Callable[..., Article], kind: str, scheme: str
) -> None:
    assert checks.legible(article(kind, scheme)) == []


@pytest.mark.parametrize("kind", ALIVE)
def test_readers_sort_and_select(article: Callable[..., Article], kind: str) -> None:
    checks.alive(article(kind))
