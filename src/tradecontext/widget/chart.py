"""The base class of every chart: options in, a spec out, shown live in a notebook or written as a file or a snippet."""

from __future__ import annotations

import copy
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Self, Unpack, cast

from tradecontext import brand as brands
from tradecontext.errors import DataError, UnknownAttributeError, UnknownOptionError
from tradecontext.intake import contradictions, recipe
from tradecontext.intake.frames import in_the_authors_library
from tradecontext.spec import Fields, canonical, reader_choices, validate
from tradecontext.spec.reword import CHANGEABLE, apply_options
from tradecontext.text import given_words
from tradecontext.widget import copying, misspelt, writing
from tradecontext.widget.display import NotebookChart
from tradecontext.widget.docstring import with_options
from tradecontext.widget.traits import HeadlineOption, Option, ReaderState, SpecTrait, signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tradecontext.spec.types import Spec, Takeaway, Theme
    from tradecontext.widget.options import Brand, ChartOptions, Correction, Day, Labels, Licence, Logo, Source


MISSING = object()  # stands for a table that was not given


class Chart(NotebookChart):
    """A chart of this package; use one of its subclasses, or :func:`tradecontext.from_spec`.

    Every chart takes these options beside its own, at construction, by assignment and through :meth:`update`.

    Parameters
    ----------
    headline, subtitle, alt : str, optional
        Written from the data when not given; an empty text leaves the part out.
    short_headline : str, optional
        A claim for cards, where the headline is too long for one.
    note : str, optional
        The author's own note, after those written from the data.
    source : str, (text, url), mapping or list of these, optional
        Replaces the source lines known from the data; required where the data has no provenance.
    byline, credit : str, optional
        Who made it.
    logo : path or (path, alt), optional
        A picture of at most 70 kB, carried in the page itself.
    brand : path or mapping, optional
        The house's _brand.yml: its colours, fonts, logo and words, in every output. :func:`tradecontext.use_brand`
        gives one to every chart.
    labels : mapping or path, optional
        Other words for terms the chart prints, for example ``{"deficit": "trade gap"}``; and under "words" those of a
        language that the package has none for. Or a JSON file with these.
    locale : str
        The tag of a language, ``"en"`` if not given: one that the package has words for, one of their regions, such as
        ``"es-AR"``, or with `labels` any other of CLDR.
    theme : str
        ``"auto"``, ``"light"`` or ``"dark"``.
    published, updated : str or date, optional
        Given by the desk, printed in every output, never taken from a clock.
    correction : (date, text), optional
        What was put right, and when.
    chart_id : str, optional
        The desk's own name for the chart.
    licence : str or (text, url), optional
        Under which others may use the chart and its figures again: in the metadata of pictures, pages and tables.
    url : str, optional
        Where the page of the chart is published; embeds, previews and search engines are told of it.
    links : sequence of {"data", "image", "embed", "link"}
        What a reader may take away from the page: the figures, a picture, a snippet to paste, the page's own address.
    noindex : bool
        Whether search engines are asked to pass the page over.
    age : bool
        Whether a page of fetched figures says so once they are older than their publisher's next release.
    """

    stem: ClassVar[str]
    written_choices: ClassVar[tuple[str, ...]] = ()
    """Reader's choices that :meth:`write` needs for the spec; any other is put into ``initial`` afterwards."""
    spec: SpecTrait[Any] = SpecTrait().tag(sync=True)
    sort_by: ReaderState[Any, Any] = ReaderState(None).tag(sync=True)
    selection: ReaderState[tuple[str, ...], Sequence[str] | str] = ReaderState(None).tag(sync=True)

    headline: HeadlineOption = HeadlineOption(None).tag(words=True)
    short_headline: Option[str | None] = Option(None).tag(words=True)
    subtitle: Option[str | None] = Option(None).tag(words=True)
    note: Option[str | None] = Option(None).tag(words=True)
    source: Option[Source | None] = Option(None).tag(words=True)
    byline: Option[str | None] = Option(None).tag(words=True)
    credit: Option[str | None] = Option(None).tag(words=True)
    logo: Option[Logo | None] = Option(None)
    brand: Option[Brand | None] = Option(None)
    alt: Option[str | None] = Option(None).tag(words=True)
    labels: Option[Labels | None] = Option(None).tag(words=True)
    locale: Option[str] = Option("en")
    theme: Option[Theme] = Option("auto")
    published: Option[Day | None] = Option(None)
    updated: Option[Day | None] = Option(None)
    correction: Option[Correction | None] = Option(None).tag(words=True)
    chart_id: Option[str | None] = Option(None)
    licence: Option[Licence | None] = Option(None).tag(words=True)
    url: Option[str | None] = Option(None)
    links: Option[Sequence[Takeaway]] = Option(())
    noindex: Option[bool] = Option(False)  # noqa: FBT003
    age: Option[bool] = Option(True)  # noqa: FBT003

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Add the options to the signature and the docstring, where an author looks for them."""
        super().__init_subclass__(**kwargs)
        if cls.__doc__ and Chart.__doc__:
            cls.__doc__ = with_options(cls.__doc__, Chart.__doc__)
        cls.__signature__ = signature(cls.__init__, cls.options(), cls.state_names)

    settled = False
    _held: list[Any] | None = None

    def __init__(self, data: Any = MISSING, *more: Any, **options: Any) -> None:
        kind = type(self).__name__
        if data is MISSING:
            raise UnknownOptionError(f"{kind} draws a table: {kind}(data, …)")
        if more:
            raise UnknownOptionError(f"{kind} takes one table, and options by name: {kind}(data, year=2024, …)")
        self._data = data.copy() if hasattr(data, "copy") else data
        self._given: dict[str, Any] = {}
        self._base: Fields | None = None
        self._start = {name: value for name in self.state_names if (value := options.pop(name, None)) is not None}
        if (brand := brands.used()) is not None:
            options.setdefault("brand", brand)
        self._adopt(options)
        # marimo and Panel read a widget's state as soon as it is constructed, so the spec is made before the widget.
        super().__init__()

    @classmethod
    @cache
    def options(cls) -> dict[str, Option[Any]]:
        """Return every option by name, the chart's own first."""
        # `__init_subclass__` calls this before traitlets has registered the traits of the subclass.
        own = {name: trait for each in reversed(cls.__mro__) for name, trait in vars(each).items()}
        first = {name: None for each in cls.__mro__ for name in vars(each)}
        return {name: own[name] for name in first if isinstance(own[name], Option)}

    @classmethod
    def defaults(cls, given: Mapping[str, Any]) -> dict[str, Any]:  # noqa: ARG003 (in most charts they do not depend)
        """Return the value that each option has if it is not given; `given` are the options that are."""
        return {name: trait.default_value for name, trait in cls.options().items()}

    @classmethod
    def write(cls, data: Any, options: Mapping[str, Any]) -> Fields:
        """Make the spec from the data, all options, and the start of each reader's choice (None means not given)."""
        raise NotImplementedError

    @classmethod
    def words(cls, spec: Fields) -> dict[str, Any]:  # noqa: ARG003 (most charts have no such words)
        """Return the frame's words that follow a reader's choice, written for the choices in ``initial``."""
        return {}

    @classmethod
    def from_spec(cls, spec: Mapping[str, Any]) -> Self:
        """Make a chart from a spec of this kind, if it is valid; the chart then refuses options that need the data."""
        if (chart := validate(spec)["chart"]) != cls.stem:
            raise DataError(f"spec field chart is {chart!r}; {cls.__name__} draws {cls.stem!r}: use tc.from_spec")
        self = cls.__new__(cls)
        self._data, self._given, self._base, self._start = None, {}, copy.deepcopy(dict(spec)), {}
        self._adopt({})
        NotebookChart.__init__(self)
        return self

    @property
    def data(self) -> Any:
        """A copy of the table that was given; None for a chart that was made from a spec.

        Assigning another table draws it, as :meth:`update` does: Solara's ``.element(data=…)`` assigns its arguments.
        """
        return copy.copy(self._data)

    @data.setter
    def data(self, table: Any) -> None:
        self.update(data=table)

    def selectable(self, selection: Iterable[str]) -> tuple[str, ...]:
        """Return the rows of another chart's selection that this chart draws, to link charts with different rows.

        ``traitlets.link((one, "selection"), (other, "selection"), transform=(other.selectable, one.selectable))``
        """
        return tuple(row for row in selection if reader_choices.offered(self._trait_values["spec"], "selection", [row]))

    def update(self, *, data: Any = None, **options: Unpack[ChartOptions]) -> None:
        """Change several options, and ``data``, at once. If one is refused, none is changed.

        Raises
        ------
        DataError
            Saying what was wrong. The chart stays as it was.
        """
        if data is not None and self._base is not None:
            raise DataError("data cannot be given to a chart made from a spec: make the chart anew")
        before = self._data
        if data is not None:
            self._data = data.copy() if hasattr(data, "copy") else data
        try:
            self._adopt(dict(options))
        except BaseException:
            self._data = before
            raise

    def _adopt(self, options: dict[str, Any]) -> None:
        known = self.options()
        if unknown := [name for name in options if name not in known]:
            raise UnknownOptionError(self._no_option(*unknown))
        taken = {name: known[name].validate(self, value) for name, value in options.items()}
        given = {**self._given, **taken}
        try:
            read = {**given, "labels": given_words.loaded(given["labels"])} if "labels" in given else given
            contradictions.refuse(self._data, read)
            spec = validate(canonical(recipe.noted(self._spec_of(read), self._data, read)))
        except DataError as error:
            raise in_the_authors_library(error, self._data) from None
        drawn = self.trait_has_value("spec")
        state = reader_choices.state(spec, {name: getattr(self, name) for name in self.state_names} if drawn else {})
        self.settled, self._held = False, []
        try:
            for name, value in taken.items():
                setattr(self, name, value)
            if self._base is not None:
                self._mirror(spec, given)
            self.set_trait("spec", spec)
            for name, value in state.items():
                setattr(self, name, value)
            self._given = given
        finally:
            changes, self._held = self._held, None
            self.settled = True
        # Observers are called only now, so that they see a consistent chart and may change it again.
        with self.hold_sync():
            for change in changes:
                self.notify_change(change)

    if not TYPE_CHECKING:  # a type checker would conclude that any attribute may be assigned

        def __setattr__(self, name: str, value: Any) -> None:
            """Refuse a misspelt option, which Python would store as an attribute without any effect on the chart."""
            if self.settled and not name.startswith("_") and not hasattr(type(self), name):
                raise UnknownAttributeError(self._no_option(name))
            super().__setattr__(name, value)

    def _no_option(self, *names: str) -> str:
        own = misspelt.own_words(self.stem)
        return misspelt.refusal(type(self).__name__, [*self.options(), *self.state_names], names, own)

    def notify_change(self, change: Any) -> None:
        """Notify observers of a change, or hold the notification until all changes of one update are made."""
        if self._held is None:
            super().notify_change(change)
        else:
            self._held.append(change)

    def _spec_of(self, given: Mapping[str, Any]) -> Fields:
        if self._base is not None:
            return apply_options(self._base, given)
        return writing.written(type(self), self._data, given, self._start, drawn=self.trait_has_value("spec"))

    def _mirror(self, spec: Mapping[str, Any], given: Mapping[str, Any]) -> None:
        """Set the options of a chart made from a spec to the values in the spec, so that they can be read."""
        self.locale = spec["locale"]["tag"]
        for name in CHANGEABLE - set(given) - spec.get("sentences", {}).keys():
            if (value := spec.get(name, spec["frame"].get(name))) is not None:
                setattr(self, name, value)

    def checked_state(self, name: str, value: Any) -> Any:
        """Return a reader's choice as the trait holds it, or refuse it."""
        return reader_choices.checked(self._trait_values["spec"], name, value)

    def present(self) -> Spec:
        """Return the spec with the reader's present choices as its ``initial``."""
        spec: Fields = self.spec
        now = {name: getattr(self, name) for name in self.state_names}
        before = self.words(spec)
        spec["initial"] = {name: list(value) if isinstance(value, tuple) else value for name, value in now.items()}
        # Words that differ from those written for the start are the author's own, so they are kept.
        own = {name for name, text in before.items() if spec["frame"][name] != text}
        spec["frame"] |= {name: text for name, text in self.words(spec).items() if name not in own}
        return cast("Spec", spec)

    def __copy__(self) -> Chart:
        return copying.restored(*copying.kept(self))

    def __deepcopy__(self, memo: dict[int, Any]) -> Chart:
        return copying.deeply(self, memo)

    def __reduce__(self) -> tuple[Any, ...]:
        return copying.restored, tuple(copying.kept(self))

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.headline}>"
