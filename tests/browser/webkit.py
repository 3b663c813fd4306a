"""WebKit from the system's packages, driven by its own WebDriver on a virtual screen.

It stands in for Safari, which has the same engine but other fonts and controls.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import warnings
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from answering import ANSWERING
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.service import Service

if TYPE_CHECKING:
    from collections.abc import Iterator

MISSING = "WebKit is missing: run `make browsers`"


class Tab:
    """WebKit's one page, with the methods of a Playwright page that the tests use."""

    def __init__(self, driver: webdriver.WebKitGTK, folder: Path) -> None:
        self.driver = driver
        self.folder = folder

    def set_content(self, html: str, **scripts: str) -> None:
        """Open a page and wait until its charts are hydrated; `scripts` are written beside it as ``<name>.js``."""
        for name, content in scripts.items():
            (self.folder / f"{name}.js").write_text(content, "utf-8")
        file = self.folder / "page.html"
        file.write_text(html, "utf-8")
        self.driver.get(file.as_uri())
        self.wait_for_function(f"({ANSWERING})()")

    def evaluate(self, script: str, argument: Any = None) -> Any:
        """Return the value of an expression, or the result of a function called with the argument."""
        return self.driver.execute_script(
            f"const it = {script}; return typeof it === 'function' ? it(arguments[0]) : it", argument
        )

    def wait_for_function(self, script: str) -> None:
        WebDriverWait(self.driver, 10, 0.05).until(lambda _: self.evaluate(script), script)

    def click(self, selector: str) -> None:
        self.driver.find_element(By.CSS_SELECTOR, selector).click()

    def press(self, key: str) -> None:
        """Press a key, given by its letter or its name in WebDriver, on the focused element."""
        webdriver.ActionChains(self.driver, 0).send_keys(getattr(Keys, key, key)).perform()

    @contextmanager
    def inside(self, selector: str) -> Iterator[None]:
        """Switch to a frame's page within the context."""
        self.driver.switch_to.frame(self.driver.find_element(By.CSS_SELECTOR, selector))
        try:
            yield
        finally:
            self.driver.switch_to.default_content()


@contextmanager
def screen() -> Iterator[str]:
    """Start a virtual screen and yield its number."""
    assert shutil.which("Xvfb"), "Xvfb is missing: run `make browsers`"
    reading, writing = os.pipe()
    # Xvfb takes the first free number, and ends by itself when its last window is closed.
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1600x24", "-nolisten", "tcp", "-terminate"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def webkit(folder: Path, *, dark: bool = False) -> Iterator[Tab]:
    """Start WebKit with a light or dark system theme; its pages are files in a folder."""
    browser = next(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"), None)
    driver = shutil.which("WebKitWebDriver")
    assert browser, MISSING
    assert driver, MISSING
    options = webdriver.WebKitGTKOptions()
    options.binary_location = str(browser)
    options.add_argument("--automation")
    with screen() as display:
        surroundings = {**os.environ, "GDK_BACKEND": "x11", "DISPLAY": display}
        surroundings["GTK_THEME"] = "Adwaita:dark" if dark else "Adwaita"
        # With an explicit driver, Selenium does not search for one or download one.
        service = Service(driver, env=surroundings)
        with warnings.catch_warnings():
            # Selenium's WebKit class calls its base class in a deprecated way.
            warnings.simplefilter("ignore", DeprecationWarning)
            started = webdriver.WebKitGTK(options=options, service=service)
        try:
            started.set_window_size(1132, 1500)
            yield Tab(started, folder)
        finally:
            started.quit()
