"""Each kind of embed in a published WordPress article, pasted by an administrator and by an author.

The block editor saves an article by a request to the REST interface, with the user's cookies and nonce; so does the
paste here: everything that WordPress does to a Custom HTML block when it is saved and when it is read is done to it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import checks
import pytest
from seen import AFTER, BEFORE, plain
from wordpress_site import CONTENT, wordpress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser
    from seen import Article

KEPT = [
    *(("administrator", kind) for kind in ("safe", "iframe", "component", "inline")),
    ("author", "safe"),
]


@pytest.fixture(scope="module")
def published(
    chromium: Browser, snippets: Callable[[str], list[str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str, str], str]]:
    """Publish an article with every chart as one kind of embed, once; its address."""
    with wordpress(tmp_path_factory.mktemp("wordpress"), chromium) as site:
        yield cache(lambda user, kind: site.publish(user, f"{kind} by {user}", snippets(kind)))


@pytest.fixture
def article(read: Callable[..., Article], published: Callable[[str, str], str]) -> Callable[[str, str], Article]:
    """Open the article that a user published with one kind of embed."""
    return lambda user, kind: read(published(user, kind), kind, CONTENT)


@pytest.mark.parametrize(("user", "kind"), KEPT)
def test_readers_get_every_chart_whole(article: Callable[[str, str], Article], user: str, kind: str) -> None:
    assert checks.whole(article(user, kind)) == []


def test_a_frame_that_an_author_may_not_paste_leaves_no_trace(article: Callable[[str, str], Article]) -> None:
    shown = article("author", "srcdoc")
    assert plain(shown.content.inner_text()) == f"{BEFORE} {AFTER}"
    assert shown.content.locator("iframe, script, style").count() == 0
