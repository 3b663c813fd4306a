"""Pages in a real browser, with no way to a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from playwright.sync_api import Browser, Page


@pytest.fixture
def show(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open HTML in a page of its own; any request, page error or console error fails the test.

    ``show(html, width=720, height=800, scheme="light", scripts=True, policy="", pages={}, **context_options)``;
    `policy` is sent as the Content-Security-Policy header, and `pages` are what else may be requested, by address.
    """
    contexts = []
    faults: list[str] = []

    def opened(
        html: str,
        *,
        width: int = 720,
        height: int = 800,
        scheme: str = "light",
        scripts: bool = True,
        policy: str = "",
        pages: Mapping[str, str] | None = None,
        **options: Any,
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=scripts, **options
        )
        contexts.append(context)
        address = "http://chart.test/"
        headers = {"content-type": "text/html; charset=utf-8"} | ({"content-security-policy": policy} if policy else {})

        def answer(route: Any) -> None:
            asked = route.request.url
            if asked == address:
                route.fulfill(status=200, headers=headers, body=html)
            elif asked in (pages or {}):
                kind = "text/javascript" if asked.endswith(".js") else "text/html"
                route.fulfill(status=200, headers={"content-type": f"{kind}; charset=utf-8"}, body=pages[asked])
            else:
                faults.append(f"request of {asked}")
                route.abort()

        context.route("**/*", answer)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"page error: {error}"))
        page.on("console", lambda said: faults.append(f"console: {said.text}") if said.type == "error" else None)
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(scope="session")
def leaves(chromium: Browser) -> Iterator[Callable[[bool], tuple[Page, list[str]]]]:
    """One page with scripts and one without, once a worker, each with a list of what went wrong in it."""
    opened: dict[bool, tuple[Page, list[str]]] = {}

    def one(scripts: bool) -> tuple[Page, list[str]]:  # noqa: FBT001
        if scripts not in opened:
            context = chromium.new_context(viewport={"width": 1132, "height": 800}, java_script_enabled=scripts)
            faults: list[str] = []
            context.route("**/*", lambda route: (faults.append(f"request of {route.request.url}"), route.abort()))
            page = context.new_page()
            page.on("pageerror", lambda error: faults.append(f"page error: {error}"))
            page.on("console", lambda said: faults.append(f"console: {said.text}") if said.type == "error" else None)
            opened[scripts] = page, faults
        return opened[scripts]

    yield one
    for page, _ in opened.values():
        page.context.close()


@pytest.fixture
def leaf(leaves: Callable[[bool], tuple[Page, list[str]]]) -> Iterator[Callable[..., Page]]:
    """Put HTML into the worker's own page, for what many specs are put through: a page of one's own takes far longer.

    ``leaf(html, scripts=True)``; any request, page error or console error fails the test.
    """
    used: list[list[str]] = []

    def turned(html: str, *, scripts: bool = True) -> Page:
        page, faults = leaves(scripts)
        faults.clear()
        used.append(faults)
        page.set_content(html)
        return page

    yield turned
    assert [fault for faults in used for fault in faults] == []
