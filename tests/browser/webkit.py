"""WebKit from the system's packages, driven through its own driver on a screen of its own.

It stands in for Safari: the engine is the same, the fonts and controls are not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import warnings
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.service import Service

if TYPE_CHECKING:
    from collections.abc import Iterator

MISSING = "WebKit is missing: run `make browsers`"


class Tab:
    """WebKit's one page, with what the tests use of a Playwright page under the same names."""

    def __init__(self, driver: webdriver.WebKitGTK, folder: Path) -> None:
        self.driver = driver
        self.folder = folder

    def set_content(self, html: str, **scripts: str) -> None:
        """Open a page, with scripts beside it by their names without ``.js``."""
        for name, content in scripts.items():
            (self.folder / f"{name}.js").write_text(content, "utf-8")
        file = self.folder / "page.html"
        file.write_text(html, "utf-8")
        self.driver.get(file.as_uri())

    def evaluate(self, script: str, argument: Any = None) -> Any:
        """Return what an expression is, or what a function makes of the argument."""
        return self.driver.execute_script(
            f"const it = {script}; return typeof it === 'function' ? it(arguments[0]) : it", argument
        )

    def wait_for_function(self, script: str) -> None:
        WebDriverWait(self.driver, 10, 0.05).until(lambda _: self.evaluate(script), script)

    def click(self, selector: str) -> None:
        self.driver.find_element(By.CSS_SELECTOR, selector).click()

    def press(self, key: str) -> None:
        """Press a key, by its name in WebDriver or its letter, wherever the focus is."""
        webdriver.ActionChains(self.driver, 0).send_keys(getattr(Keys, key, key)).perform()

    @contextmanager
    def inside(self, selector: str) -> Iterator[None]:
        """Be in a frame's page."""
        self.driver.switch_to.frame(self.driver.find_element(By.CSS_SELECTOR, selector))
        try:
            yield
        finally:
            self.driver.switch_to.default_content()


@contextmanager
def screen() -> Iterator[str]:
    """A screen that nobody sees, by its number."""
    assert shutil.which("Xvfb"), "Xvfb is missing: run `make browsers`"
    reading, writing = os.pipe()
    # It takes the first number that is free, and ends by itself once its last window has closed.
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
    """Start WebKit on a system that is light or dark; its pages are files of a folder."""
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
        # Where a driver is named, Selenium looks for none and fetches none.
        service = Service(driver, env=surroundings)
        with warnings.catch_warnings():
            # Selenium's own class for WebKit calls its own base in a way that it has deprecated.
            warnings.simplefilter("ignore", DeprecationWarning)
            started = webdriver.WebKitGTK(options=options, service=service)
        try:
            started.set_window_size(1132, 1500)
            yield Tab(started, folder)
        finally:
            started.quit()
