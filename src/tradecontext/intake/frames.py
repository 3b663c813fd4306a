"""Convert any table to a pandas frame: polars, Arrow, a dict of columns, records, a Series."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tradecontext.errors import DataError, Faults, several, shown
from tradecontext.intake.years import is_part_of_a_year, years

if TYPE_CHECKING:
    import pandas as pd

HINT = "one row a partner and year"
FEW = 20
"""Columns that a message lists."""


def frame(data: object, name: str, hint: str, *, year_column: object = None, value: str = "value") -> pd.DataFrame:
    """Convert a table to a pandas frame that has rows, unique column names, and years as whole numbers.

    Parameters
    ----------
    data : object
        A data frame of pandas, polars or anything else that narwhals reads (Arrow, DuckDB …), a mapping of columns, a
        list of records, or a Series with a name, whose index has the keys of its figures.
    name, hint : str
        The name of the frame in messages, and what to pass.
    year_column : str, optional
        The column of years, which is renamed to "year".
    value : str
        Name of the column of figures in the advice about a table with years as columns.

    Raises
    ------
    DataError
        If it is not a table, has no rows, or has years as columns.
    """
    found = _indexed(table(data, name, hint))
    if not found.index.is_unique:
        # After `concat` several rows have one label, by which nobody could find the row that a message names.
        found = found.reset_index(drop=True)
    faults = Faults()
    if found.columns.nlevels > 1:
        raise DataError(
            f"{name} has columns of {found.columns.nlevels} levels; flatten them, so that each has one name"
        )
    if found.empty:
        faults.tell(f"{name} has no rows ({hint})")
    twice = list(dict.fromkeys(found.columns[found.columns.duplicated()]))
    if twice:
        faults.tell(f"{name} has two columns called {', '.join(map(repr, twice))}; rename one")
    faults.refuse()
    if year_column is not None:
        found = found.rename(columns={column(found, year_column, "year_column"): "year"} | _aside(found, year_column))
        found["year"] = years(found.rename(columns={"year": year_column}), year_column)
    elif "year" in found.columns:
        if found["year"].dtype.kind != "i":
            # Invalid years are reported later, together with other faults, when the column itself is read.
            with suppress(DataError):
                found = found.assign(year=years(found))
    else:
        _years_as_columns(found, name, value)
    return found


def _aside(data: pd.DataFrame, chosen: object) -> dict[str, str]:
    """Return the renaming that moves a column "year" out of the way if another column is the year."""
    return {"year": "year (not used)"} if "year" in data.columns and chosen != "year" else {}


def table(data: object, name: str = "data", hint: str = HINT) -> pd.DataFrame:
    """Convert a table of any kind to a pandas frame, without checks.

    Raises
    ------
    DataError
        If it is not a table.
    """
    import pandas as pd

    if isinstance(data, pd.DataFrame):
        return data
    if isinstance(data, pd.Series):
        if data.name is None:
            raise DataError(f"{name} is a Series without a name; name it for its figures: series.rename({'balance'!r})")
        return data.to_frame()
    if _is_records(data):
        try:
            return pd.DataFrame(_plain(data))
        except (ValueError, TypeError) as error:
            raise DataError(f"{name} is no table of columns of one length ({error}); {hint}") from None
    import narwhals as nw  # imported only for frames of other libraries: a chart of a pandas frame starts sooner

    read: Any = nw.from_native(data, pass_through=True, allow_series=False)
    if read is data:
        raise DataError(f"{name} has to be a data frame ({hint}), not {_kind(data)}")
    if isinstance(read, nw.LazyFrame):
        read = read.collect()
    return pd.DataFrame({each: _column(read, each) for each in read.columns})


def _column(read: Any, name: str) -> pd.Series[Any]:
    """Return a column of another library's frame; pandas' own periods are numbers there, and periods again here."""
    import pandas as pd

    native = read[name].to_native()
    if "pandas.period" in str(getattr(native, "dtype", getattr(native, "type", ""))):
        found: pd.Series[Any] = read.to_arrow().column(name).to_pandas()
    else:
        values = read[name].to_list()
        found = pd.Series(values, dtype=_dtype(values))
    return found


def in_the_authors_library(error: DataError, data: object) -> DataError:
    """Rewrite the calls in an error, which are for a pandas frame, so that they work on the author's own table."""
    import pandas as pd

    if isinstance(data, (pd.DataFrame, pd.Series)) or not (_is_records(data) or hasattr(data, "to_pandas")):
        return error
    frame = "pd.DataFrame(data)" if _is_records(data) else "data.to_pandas()"
    return several([re.sub(r"(?<![.\w])data(?=\[|\.[a-z_]+\()", frame, each) for each in error.faults])


def _dtype(values: list[Any]) -> Any:
    """Return object for values with gaps, since pandas would convert whole numbers to floats."""
    return object if any(value is None for value in values) else None


def _is_records(data: object) -> bool:
    """Return whether data is a mapping of columns, or a list of records."""
    if isinstance(data, Mapping):
        return True
    if not isinstance(data, Sequence) or isinstance(data, (str, bytes)):
        return False
    return len(data) > 0 and all(isinstance(each, Mapping) for each in data)


def _plain(data: Any) -> Any:
    """Convert columns, or records, to dicts: pandas accepts no other mapping."""
    if isinstance(data, Mapping):
        return {each: list(values) if isinstance(values, tuple) else values for each, values in data.items()}
    return [dict(each) for each in data]


def _kind(data: object) -> str:
    """Describe what was given instead of a table, and how to get a table from it."""
    if isinstance(data, (str, bytes)) or hasattr(data, "__fspath__"):
        return f"the path or text {shown(data)}; read it first: pd.read_csv(…), or one of tradecontext.readers"
    return f"{type(data).__name__}"


def _indexed(data: pd.DataFrame) -> pd.DataFrame:
    """Turn index levels with names, as of a groupby or a Series, into columns."""
    named = [level for level in data.index.names if level is not None and level not in data.columns]
    if named and len(named) == data.index.nlevels:
        return data.reset_index()
    if (
        data.index.nlevels == 1
        and data.shape[1] == 1
        and len(data)
        and all(isinstance(each, str) for each in data.index)
    ):
        return data.rename_axis("partner").reset_index()
    return data


def _years_as_columns(data: pd.DataFrame, name: str, value: str) -> None:
    """Refuse a table with years, quarters or months as columns.

    Raises
    ------
    DataError
        With the call of ``melt`` or ``wide_to_long`` that makes rows of them.
    """
    wide = [each for each in data.columns if re.fullmatch(r"(19|20)\d{2}", str(each))]
    rest = [each for each in data.columns if each not in wide]
    if len(wide) > 1:
        raise DataError(
            f"{name} has years as columns ({wide[0]} to {wide[-1]}); turn them into rows: "
            f"data.melt(id_vars={rest!r}, var_name='year', value_name={value!r}).astype({{'year': int}})"
        )
    months = [each for each in data.columns if is_part_of_a_year(str(each)[:10])]
    if len(months) > 1:
        rest = [each for each in data.columns if each not in months]
        raise DataError(
            f"{name} has months or quarters as columns ({shown(months[0])} to {shown(months[-1])}); turn them into "
            f"rows: data.melt(id_vars={rest!r}, var_name='month', value_name={value!r}); then add them up by year, as "
            "the next message will explain"
        )
    ends: dict[tuple[str, str], list[str]] = {}
    for each in data.columns:
        if match := re.fullmatch(r"(.*?)([ _.-]?)((?:19|20)\d{2})", str(each)):
            ends.setdefault((match[1], match[2]), []).append(match[3])
    stems = [stem for stem, there in ends.items() if stem[0] and len(there) > 1]
    if stems:
        keys = [each for each in data.columns if not re.search(r"(19|20)\d{2}$", str(each))]
        raise DataError(
            f"{name} has years in the names of its columns ({''.join(stems[0])}{ends[stems[0]][0]} …); turn them into "
            f"rows: pd.wide_to_long(data, {[stem for stem, _ in stems]!r}, i={keys!r}, j='year', "
            f"sep={stems[0][1]!r}).reset_index()"
        )


def column(data: pd.DataFrame, name: Any, option: str = "") -> Any:
    """Return the name of a required column; `option` is the option by which an author may name another.

    Raises
    ------
    DataError
        If the frame has no such column, with the names of those that it has.
    """
    if not isinstance(name, (str, int, float)) or name not in data.columns:
        have = ", ".join(map(str, list(data.columns)[:FEW]))
        what_to_do = f"name yours with {option}=…" if option else "add it, or rename yours"
        raise DataError(f"there is no column {shown(name)} (the columns are {have}); {what_to_do}")
    return name
