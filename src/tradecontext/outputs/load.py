"""From a spec back to a chart."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tradecontext.charts import chart_class
from tradecontext.errors import DataError
from tradecontext.spec import migrate

if TYPE_CHECKING:
    from tradecontext.chart import Chart

LARGEST = 20_000_000


def from_spec(source: Mapping[str, Any] | str | Path) -> Chart:
    """Make a chart of a spec, held to the schema as strictly as if a stranger had written it.

    Parameters
    ----------
    source : mapping, or path of a JSON file
        The spec; one of an older version is brought up to date.

    Returns
    -------
    Chart
        Of the kind the spec names. Its words can be changed; what would need the data is refused.

    Raises
    ------
    DataError
        Naming the field that does not hold.
    """
    spec = dict(source) if isinstance(source, Mapping) else _read(Path(source))
    spec = migrate(spec)
    return chart_class(spec["chart"]).from_spec(spec)


def _read(path: Path) -> object:
    try:
        if path.stat().st_size > LARGEST:
            raise DataError(f"{path.name!a} has more than {LARGEST:,} bytes; that is no spec")
        return json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise DataError(f"cannot read the spec {str(path)!a}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise DataError(f"{path.name!a} is not UTF-8 text; a spec is a JSON file") from None
    except (json.JSONDecodeError, RecursionError) as error:
        where = (
            f" (line {error.lineno}, column {error.colno}: {error.msg})"
            if isinstance(error, json.JSONDecodeError)
            else ""
        )
        raise DataError(f"{path.name!a} is not JSON{where}") from None
