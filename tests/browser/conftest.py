"""Fixtures for pages in a real browser that has no network."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from answering import ANSWERING
from playwright.sync_api import expect

import lab

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from playwright.sync_api import Browser, Page, Playwright
    from webkit import Tab as WebKitTab

ADDRESS = "http://chart.test/"
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as slow."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.slow)


class Tab:
    """A page in a browser context of its own, the HTML it serves, and the errors since it was opened."""

    def __init__(self, browser: Browser, **options: Any) -> None:
        self.html = ""
        self.headers: dict[str, str] = {}
        self.pages: Mapping[str, str] = {}
        self.faults: list[str] = []
        self.page = browser.new_context(**options).new_page()
        self.page.route("**/*", self.answer)
        self.page.on("pageerror", lambda error: self.faults.append(f"page error: {error}"))
        self.page.on("console", lambda it: self.faults.append(f"console: {it.text}") if it.type == "error" else None)

    def answer(self, route: Any) -> None:
        asked = route.request.url
        if asked == ADDRESS:
            route.fulfill(status=200, headers=self.headers, body=self.html)
        elif asked in self.pages:
            kind = "text/javascript" if asked.endswith(".js") else "text/html"
            route.fulfill(status=200, headers={"content-type": f"{kind}; charset=utf-8"}, body=self.pages[asked])
        else:
            self.faults.append(f"request of {asked}")
            route.abort()


@pytest.fixture(scope="session")
def tabs() -> Iterator[dict[str, list[Tab]]]:
    """Idle tabs for reuse, by the options they were opened with, because opening a tab takes longer than filling it."""
    idle: dict[str, list[Tab]] = {}
    yield idle
    for each in idle.values():
        for tab in each:
            tab.page.context.close()


@pytest.fixture
def show(chromium: Browser, tabs: dict[str, list[Tab]]) -> Iterator[Callable[..., Page]]:
    """Open HTML in a page and wait until its charts are hydrated; any request, page or console error fails the test.

    ``show(html, answering=True, width=720, height=800, scheme="light", scripts=True, policy="", pages={}, **context_options)``;
    `policy` is sent as the Content-Security-Policy header; `pages` maps addresses that may be requested to contents.
    """
    used: list[tuple[str, Tab]] = []

    def opened(
        html: str,
        *,
        answering: bool = True,
        width: int = 720,
        height: int = 800,
        scheme: str = "light",
        scripts: bool = True,
        policy: str = "",
        pages: Mapping[str, str] | None = None,
        **options: Any,
    ) -> Page:
        options |= {"color_scheme": scheme, "java_script_enabled": scripts}
        kind = repr(sorted(options.items()))
        idle = tabs.setdefault(kind, [])
        tab = idle.pop() if idle else Tab(chromium, **options)
        used.append((kind, tab))
        tab.html, tab.pages, tab.faults = html, pages or {}, []
        tab.headers = {"content-type": "text/html; charset=utf-8"} | (
            {"content-security-policy": policy} if policy else {}
        )
        page = tab.page
        page.emulate_media(media="null", color_scheme=scheme, forced_colors=options.get("forced_colors", "null"))
        page.set_viewport_size({"width": width, "height": height})
        page.mouse.move(0, 0)
        page.goto(ADDRESS)
        if answering and scripts:
            page.wait_for_function(ANSWERING)
        return page

    yield opened
    for kind, tab in used:
        for other in tab.page.context.pages:
            if other is not tab.page:
                other.close()
        tabs[kind].append(tab)
    assert [fault for _, tab in used for fault in tab.faults] == []


@pytest.fixture(scope="session")
def leaves(chromium: Browser) -> Iterator[Callable[[bool], tuple[Page, list[str]]]]:
    """Per worker, one page with scripts and one without, each with the list of its errors."""
    opened: dict[bool, tuple[Page, list[str]]] = {}

    def one(scripts: bool) -> tuple[Page, list[str]]:  # noqa: FBT001
        if scripts not in opened:
            context = chromium.new_context(viewport={"width": 1132, "height": 800}, java_script_enabled=scripts)
            faults: list[str] = []

            def refused(route: Any) -> None:
                faults.append(f"request of {route.request.url}")
                route.abort()

            context.route("**/*", refused)
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
    """Put HTML into the worker's shared page, for tests over many specs: opening a new page takes far longer.

    ``leaf(html, scripts=True)``; any request, page error or console error fails the test.
    """
    used: list[list[str]] = []

    def turned(html: str, *, scripts: bool = True, answering: bool = True) -> Page:
        page, faults = leaves(scripts)
        faults.clear()
        used.append(faults)
        page.set_content(html)
        if scripts and answering:
            page.wait_for_function(ANSWERING)
        return page

    yield turned
    assert [fault for faults in used for fault in faults] == []


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """Firefox from the system's packages, driven through its own remote protocol, once per worker."""
    path = shutil.which("firefox-esr") or shutil.which("firefox")
    assert path, "firefox-esr is missing: run `make browsers`"
    browser = playwright.firefox.launch(channel="moz-firefox", executable_path=path)
    yield browser
    browser.close()


@pytest.fixture
def tab(firefox: Browser) -> Iterator[Page]:
    """A page of Firefox for one test."""
    page = firefox.new_page(viewport={"width": 720, "height": 900})
    yield page
    page.close()


@pytest.fixture(scope="session")
def webkit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebKitTab]:
    """WebKit's one page, once per worker."""
    from webkit import webkit

    with webkit(tmp_path_factory.mktemp("webkit")) as tab:
        yield tab


@pytest.fixture(scope="module")
def jupyterlab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[lab.Server]:
    """One JupyterLab server for the tests of a module."""
    running = lab.start(tmp_path_factory.mktemp("jupyter"))
    # Expectations need a long timeout, because the kernel may still be importing pandas.
    expect.set_options(timeout=lab.PATIENCE)
    yield running
    expect.set_options(timeout=5_000)
    running.stop()


@pytest.fixture(scope="module")
def desk(chromium: Browser, jupyterlab: lab.Server) -> Iterator[lab.Desk]:
    """One page of it for the tests of a module."""
    opened = lab.Desk(chromium, jupyterlab)
    yield opened
    opened.close()


@pytest.fixture
def notebook(desk: lab.Desk, request: pytest.FixtureRequest) -> Iterator[Callable[..., Any]]:
    """Open a notebook with given cells and run them all; requests to other hosts and page errors fail the test."""
    opened: list[lab.Notebook] = []

    def run(*cells: str) -> lab.Notebook:
        book = lab.Notebook(desk, request.node.name, list(cells))
        opened.append(book)
        book.run_all()
        expect(book.page.locator("figure.tradecontext").or_(book.errors).first).to_be_visible()
        expect(book.errors).to_have_count(0)
        return book

    yield run
    for book in opened:
        book.close()
    assert desk.elsewhere == []
    assert desk.faults == []
