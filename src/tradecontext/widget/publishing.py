"""The outputs of a chart: a page, a picture, a table, a spec, and snippets to paste."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tradecontext.errors import DataError
from tradecontext.outputs import data, image, package, page, pdf, published, renderer, slides
from tradecontext.outputs import embed as embeds
from tradecontext.outputs.files import save, write
from tradecontext.outputs.formats import FILES, Format
from tradecontext.outputs.myst import BESIDE
from tradecontext.outputs.snippet import Snippet
from tradecontext.paths import given_path
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from pathlib import Path

    from tradecontext.outputs.embed import Kind
    from tradecontext.outputs.image import Preset
    from tradecontext.spec import Spec


COMPONENT = "component.js"
RUNTIMES = {BESIDE: "kernelless.js"}
"""The script by file name; any other .js file gets the runtime of components."""

SIZED = {"width": "pictures have one", "preset": "pictures have one", "density": "PNG has one"}
"""What each size is for, for the message if it is given for something else."""


class Outputs:
    """The outputs of a chart, all drawn from its spec with the reader's present choices."""

    def present(self) -> Spec:
        """Return the spec to write."""
        raise NotImplementedError

    def to_html(self) -> str:
        """Return one HTML page that makes no request and shows the whole chart without scripts."""
        return page.page(self.present())

    def csp(self) -> str:
        """Return the Content-Security-Policy under which the page of :meth:`to_html` works fully."""
        return page.policy(self.present())

    def to_svg(self, width: float | None = None, preset: Preset | None = None) -> str:
        """Return a picture as SVG, with text as text.

        Parameters
        ----------
        width : float, optional
            320 to 1600 px, 720 if not given; with a preset of print 64 to 320 mm, 180 if not given.
        preset : {"social", "square", "slide", "print", "print-colour"}, optional
            1200 x 630 px with the short headline; 1080 x 1080 px; 1280 x 720 px; or millimetres, in greys or colours,
            for a printed page. If a fixed size has no room for everything, notes and rows are left out, highlighted
            rows last, and the picture says so.

        Raises
        ------
        DataError
            For a size out of range, and for characters that the font, Inter, does not have.
        """
        return image.svg(self.present(), width=width, preset=preset)

    def to_png(
        self,
        width: float | None = None,
        scale: float | None = None,
        preset: Preset | None = None,
        density: float | None = None,
    ) -> bytes:
        """Return a picture as PNG; size as for :meth:`to_svg`.

        Parameters
        ----------
        width, preset
            As for :meth:`to_svg`.
        scale : float, optional
            Pixels a px, 0.1 to 8; 2 if not given.
        density : float, optional
            Pixels an inch, in place of the scale; 300 for a print if neither is given. The file states it.
        """
        return image.png(self.present(), width=width, scale=scale, preset=preset, density=density)

    def to_pdf(self, width: float | None = None, preset: Preset | None = None) -> bytes:
        """Return a PDF of one page, with text to select and search; size as for :meth:`to_svg`."""
        return pdf.pdf(self.present(), width=width, preset=preset)

    def to_pptx(self) -> bytes:
        """Return a PowerPoint presentation: the picture on a slide, and the figures as tables that can be edited."""
        return slides.pptx(self.present())

    def to_oembed(self) -> str:
        """Return the oEmbed response of the published page, as JSON text.

        Raises
        ------
        DataError
            If the chart has no ``url``.
        """
        return published.oembed(self.present())

    def to_csv(self) -> str:
        """Return the displayed figures as CSV, with units in the header and the provenance beside every figure.

        It is the text of the saved file, so it begins with a byte-order mark, by which Excel recognises UTF-8.
        """
        return data.csv(self.present())

    def to_json(self) -> str:
        """Return the spec as JSON text."""
        return to_json(self.present(), indent=1) + "\n"

    def embed(self, kind: Kind | None = None, url: str | None = None) -> Snippet:
        """Return HTML to paste into an article. It is a ``str`` that a notebook shows with a button to copy it.

        Parameters
        ----------
        kind : {"iframe", "srcdoc", "component", "inline", "safe", "image", "amp", "myst"}
            "iframe": a frame for the hosted page, with the script that keeps it as tall as the page is.
            "srcdoc": a sandboxed frame that carries the interactive page itself, so that nothing has to be hosted.
            "component": a custom element for a site of one's own; one runtime makes all charts of a page interactive.
            "inline": a style sheet and a table, for a CMS that keeps styles and drops scripts.
            "safe": figure, table and inline styles only, for a CMS, mail or feed that strips the rest.
            "image": a picture, with the chart as a table folded away under it.
            "amp": a frame of AMP for the hosted page, with a picture until it is loaded.
            "myst": the directive of MyST Markdown for widgets, live without a kernel.
        url : str, optional
            For "iframe" and "amp", the address of the hosted page; the chart's own ``url`` if not given. For
            "component", the address of the runtime, which ``save("component.js")`` writes; without it the chart is not
            interactive. For "image", the address of the picture; without it the snippet carries the picture. For
            "myst", the address of what ``save("widget.js")`` writes; without it, that file is beside the page.

        Raises
        ------
        DataError
            If there is no such kind, or if an address is missing, invalid, or not used by the kind.
        """
        return Snippet(embeds.embed(self.present(), kind, url))

    def save(
        self,
        path: str | Path,
        *,
        width: float | None = None,
        preset: Preset | None = None,
        density: float | None = None,
    ) -> Path:
        """Write the chart to a file by its suffix: .html, .svg, .png, .pdf, .csv, .json, .pptx or .js.

        The last is the runtime of ``embed("component")``, one for all charts, or with the name ``widget.js`` that of
        ``embed("myst")``. The file is replaced atomically.
        A file ``datapackage.json`` describes the figures for programs, and the CSV is written beside it.
        A picture carries what describes it, and the spec: ``tc.from_spec("chart.png")`` makes the chart again.

        Parameters
        ----------
        path : str or Path
            The file.
        width, preset
            Of a picture, as for :meth:`to_svg`.
        density : float, optional
            Of a PNG, as for :meth:`to_png`.

        Returns
        -------
        Path
            The file that was written.

        Raises
        ------
        DataError
            If the suffix is none of these, the size is not one for it, or the file cannot be written.
        """
        given = {"width": width, "preset": preset, "density": density}
        sized = {name: value for name, value in given.items() if value is not None}

        def refuse(suffix: str, taken: tuple[str, ...] = ()) -> None:
            if unused := [name for name in sized if name not in taken]:
                raise DataError(f"{' and '.join(unused)} cannot be given for {suffix}: {SIZED[unused[0]]}")

        def made(form: Format) -> str | bytes:
            refuse(form.suffix, form.sized)
            return form.make(self.present(), **sized)

        if package.is_named(target := given_path(path)):
            refuse(package.NAME)
            write(package.packaged(self.present(), target))
            return target
        runtime = Format(".js", lambda _: renderer.bundle(RUNTIMES.get(target.name, COMPONENT)))
        writers = {form.suffix: partial(made, form) for form in (*FILES.values(), runtime)}
        return save(path, writers)
