"""Fixtures: two content management systems, a server for what a publisher hosts, and a reader's browser."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from seen import CASES, HIGH, WIDTHS, Article

import tradecontext as tc
from golden import golden

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser


class Quiet(SimpleHTTPRequestHandler):
    """A request handler that logs nothing."""

    def log_message(self, *_said: Any) -> None:
        pass


@pytest.fixture(scope="session")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve each chart's page and picture, and the runtime, from another site than the article's; yield its address."""
    folder = tmp_path_factory.mktemp("hosted")
    for case in CASES:
        chart = tc.from_spec(golden(case))
        for ending in ("html", "png", "narrow.png"):
            chart.save(folder / f"{case.replace('/', '-')}.{ending}")
    chart.save(folder / "component.js")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    for case in CASES:
        # The same as a page that says where it is published, with all that readers may take from it.
        name = f"{case.replace('/', '-')}.published"
        chart = tc.from_spec(golden(case))
        chart.update(url=f"http://127.0.0.1:{server.server_port}/{name}.html", links=["data", "image", "embed", "link"])
        chart.save(folder / f"{name}.html")
        (folder / f"{name}.oembed.json").write_text(chart.to_oembed(), "utf-8")
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    serving.join()
    server.server_close()


@pytest.fixture(scope="session")
def snippets(hosted: str) -> Callable[[str], list[str]]:
    """Return a function that makes the snippets of one kind for all cases; files that can be hosted are hosted."""

    def written(kind: str) -> list[str]:
        def address(case: str) -> dict[str, str]:
            name = case.replace("/", "-")
            names = {"iframe": f"{name}.html", "component": "component.js", "image": f"{name}.png"}
            return {"url": f"{hosted}/{names[kind]}"} if kind in names else {}

        return [tc.from_spec(golden(case)).embed(kind, **address(case)) for case in CASES]

    return written


@pytest.fixture
def read(chromium: Browser, dark: Browser, hosted: str) -> Iterator[Callable[..., Article]]:
    """Open an article as a reader who is not logged in; requests to other sites and errors fail the test."""
    contexts, faults = [], []

    def opened(address: str, kind: str, content: str, scheme: str = "light") -> Article:
        site = "/".join(address.split("/")[:3])
        browser = {"light": chromium, "dark": dark}[scheme]
        context = browser.new_context(viewport={"width": WIDTHS[0], "height": HIGH}, color_scheme="null")
        contexts.append(context)
        page = context.new_page()

        def asked(request: Any) -> None:
            if not request.url.startswith((f"{site}/", f"{hosted}/", "data:", "about:")):
                faults.append(f"request of {request.url}")

        context.on("request", asked)
        page.on("pageerror", lambda error: faults.append(f"page error: {error}"))

        def said(message: Any) -> None:
            if message.type == "error":
                faults.append(f"console: {message.text} {message.location['url']}")

        page.on("console", said)
        page.goto(address)
        return Article(page, kind, page.locator(content))

    yield opened
    for context in contexts:
        context.close()
    assert faults == []
