"""Read inter-country input-output tables: the OECD's ICIO as published, and WIOD as R objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext import intake
from tradecontext.readers import _icio_files, _icio_table, _wiod_tables

if TYPE_CHECKING:
    from tradecontext.measures.value_added import MRIO
    from tradecontext.readers._opening import FileLike


def read_icio(path: FileLike, year: int | None = None, *, tolerance: float = 1e-3) -> MRIO:
    """Read an inter-country input-output table, ready for its value-added accounts.

    The OECD's tables (ICIO, editions 2021 to 2025, small and extended) are read as published: a CSV file, also packed
    with gzip, or the zip that holds one file a year, without unpacking it. In the extended tables China and Mexico are
    split (``CN1``, ``CN2``, ``MX1``, ``MX2``: production for export and the rest); the parts belong to one economy.
    Value added is the row VA (VALU) plus taxes less subsidies on products (TLS, TAXSUB). A table has about 90 MB as
    CSV; it takes a few seconds to read and some 300 MB of memory. If tqdm is installed (the extra
    ``tradecontext[icio]``), a progress bar is shown in a terminal or notebook.

    The World Input-Output Database, 2013 release, is read as R objects: ``wiot_2011.RData`` of the R package wiod's
    repository, a list with countries, industries, inter, final and output, or the package's ``wiod11.rda``. It
    needs the extra ``tradecontext[icio]``. Amounts in it are rounded, so that output is the sum of the rows.

    Goods are the products of farming, mining and manufacturing: divisions 01-33 of ISIC Rev. 4 (01-37 of Rev. 3,
    where a sector ``10T14`` gives that away), and c1-c16 in WIOD. Manufactures are divisions 10-33 (15-37), c3-c16.

    Parameters
    ----------
    path : path or open binary file
        A CSV file, a zip or an R data file.
    year : int, optional
        Which of the tables in a zip to read. For any other file, the year of its table, if its name has none; needed if
        the name has several (``2022_SML_edition2025.csv``).
    tolerance : float
        Gap allowed in the balance of a sector, as a share of its output. Published tables are off by up to a
        thousandth.

    Returns
    -------
    tradecontext.measures.MRIO
        Amounts in million US dollars, current, at basic prices. Countries have ISO 3166 codes; the rest of the
        world is ``ROW``. Output is the sum of each row.

    Raises
    ------
    DataError
        If a file is missing, empty, cut off, damaged (a table whose numbers lost their decimal points is recognised) or
        another publisher's, has no such year, or does not balance. The message says where, and what to do.
    """
    wanted = intake.year(year, "year")
    with _icio_files.opened(path, wanted) as table:
        return _wiod_tables.read(table, wanted, tolerance) if table.is_r else _icio_table.read(table, tolerance)
