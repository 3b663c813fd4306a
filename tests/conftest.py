"""Fixtures for all tests."""

from __future__ import annotations

import gc
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from golden import CASES, golden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Hypothesis draws the same examples in every run, without a deadline for each.
settings.register_profile(
    "tradecontext",
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=False,
)
settings.load_profile("tradecontext")
# The profile of `make check`, which finds obvious faults within a minute.
settings.register_profile("quick", settings.get_profile("tradecontext"), max_examples=6)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make check` and other versions of Python try a few cases of each test; `make test` tries all."""
    parser.addoption("--few", type=int, metavar="N", help="of a test with more than N cases, run N, evenly spread")
    parser.addoption("--every", type=int, metavar="N", default=1, help="of the cases left by --few, run every Nth")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out most cases of tests that have many, if only a few are asked for."""
    few = config.getoption("--few")
    if few is None:
        return
    tests: dict[str, list[pytest.Item]] = {}
    for item in items:
        tests.setdefault(item.nodeid.partition("[")[0], []).append(item)
    left = [item for cases in tests.values() for item in cases[:: -(-len(cases) // few)]]
    kept = {id(item) for item in left[:: config.getoption("--every")]}
    config.hook.pytest_deselected(items=[item for item in items if id(item) not in kept])
    items[:] = [item for item in items if id(item) in kept]


def pytest_collection_finish() -> None:
    """Spare the garbage collector the thousands of tests, which are there until the end."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright's own process, once per worker."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        yield running


def launched(playwright: Playwright, *more: str) -> Browser:
    # The same engine without windows, tabs and extensions: a new page needs a tenth of the time.
    path = shutil.which("chromium-headless-shell")
    assert path, "chromium-headless-shell is missing: run `make browsers`"
    return playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, *more])


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Chromium from the system's packages, headless, once per worker."""
    browser = launched(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def dark(playwright: Playwright) -> Iterator[Browser]:
    """Chromium on a dark system, in which frames take the colour scheme of their host page.

    A context with a colour scheme of its own would force it on all frames, whatever their host pages declare.
    """
    browser = launched(playwright, "--blink-settings=preferredColorScheme=0")
    yield browser
    browser.close()


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> tuple[str, dict[str, Any]]:
    """Every golden spec in turn, with its name."""
    return request.param, golden(request.param)
