"""Words for the published estimates of US content, in English and Spanish; figures come from the source tables."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd


class Words(NamedTuple):
    """A text in both languages."""

    en: str
    es: str


class Entry(NamedTuple):
    """The words about one figure.

    `key` is the row of the source table: country, year of publication, percent, year of the data.
    """

    key: tuple[str, str, str, str]
    estimate: str
    short: Words
    scope: str
    method: str
    confirmation: str
    checked: str
    quotes: str = ""


METHODS = {
    "processing": Words(
        "value-added decomposition of trade that allows for Mexico's export-processing plants",
        "descomposición del comercio por valor agregado que tiene en cuenta las maquiladoras de México",
    ),
    "decomposition": Words(
        "value-added decomposition of trade",
        "descomposición del comercio por valor agregado",
    ),
    "customs": Words(
        "input-output tables with Mexican customs records of which inputs go into exports to the US",
        "cuadros insumo-producto con registros de aduanas de México sobre los insumos de lo exportado a EE. UU.",
    ),
    "input_output": Words(
        "input-output tables; everything an industry makes uses one mix of inputs",
        "cuadros insumo-producto; todo lo que hace una industria usa una misma combinación de insumos",
    ),
    "tiva": Words(
        "OECD Trade in Value Added (TiVA), March 2017 release: origin of value added in imports by partner",
        "Comercio en Valor Agregado (TiVA) de la OCDE, edición de marzo de 2017: origen del valor agregado en las "
        "importaciones por socio",
    ),
    "not_stated": Words("not stated", "no se indica"),
}
CHECKED = {
    "testimony": Words(
        "Read in testimony to a committee of Canada's House of Commons, which speaks of goods or services; the "
        "study's own table was not read.",
        "Leída en un testimonio ante una comisión de la Cámara de los Comunes de Canadá, que habla de bienes o "
        "servicios; no se leyó el cuadro del estudio.",
    ),
    "testimony_and_press": Words(
        "Read in testimony to a committee of Canada's House of Commons and repeated in the press; the study's own "
        "table was not read.",
        "Leída en un testimonio ante una comisión de la Cámara de los Comunes de Canadá y repetida en la prensa; no "
        "se leyó el cuadro del estudio.",
    ),
    "abstract": Words(
        "Read in the paper's abstract and repeated by others; the year of the data is from notes on its method, its "
        "tables were not read.",
        "Leída en el resumen del artículo y repetida por otros; el año de los datos procede de notas sobre el método, "
        "no se leyeron sus cuadros.",
    ),
    "earlier": Words(
        "Read on the author's page of an earlier version; the version of 2019 has 18 percent.",
        "Leída en la página del autor sobre una versión anterior; la de 2019 da un 18\N{NO-BREAK SPACE}%.",
    ),
    "earlier_final": Words(
        "From the abstract of an earlier version; the version of 2019 states shares of manufactures instead.",
        "Del resumen de una versión anterior; la de 2019 da en su lugar participaciones en las manufacturas.",
    ),
    "report": Words(
        "Read in the report's abstract, an opinion article by the Secretary of Commerce and the press.",
        "Leída en el resumen del informe, en un artículo de opinión del secretario de Comercio y en la prensa.",
    ),
    "report_conflict": Words(
        "Read in the report's abstract and an opinion article by the Secretary of Commerce; Reuters printed 21, "
        "which is Canada's figure.",
        "Leída en el resumen del informe y en un artículo de opinión del secretario de Comercio; Reuters publicó 21, "
        "que es la cifra de Canadá.",
    ),
    "quotation": Words(
        "Quotation, “nearly 30 cents”, without a source; it matches de Gortari (2019) and must not be counted twice.",
        "Cita («casi 30 centavos») sin fuente; coincide con de Gortari (2019) y no debe contarse dos veces.",
    ),
}
_NBER = Words("Koopman, Powers, Wang and Wei 2010", "Koopman, Powers, Wang y Wei 2010")
_COMMERCE = Words("US Commerce Department 2017", "Departamento de Comercio de EE. UU. 2017")
_COUNCIL = Words("Atlantic Council 2025", "Atlantic Council 2025")


def _de_gortari(year: int, method: str) -> Words:
    en, es = {
        "customs": ("customs data", "datos de aduanas"),
        "conventional": ("conventional method", "método convencional"),
    }[method]
    return Words(f"de Gortari {year}, {en}", f"de Gortari {year}, {es}")


ENTRIES = (
    Entry(("MEX", "2019", "30", "2014"), "degortari-2019-customs", _de_gortari(2019, "customs"),
          "manufactures", "customs", "confirmed", "abstract"),
    Entry(("MEX", "2019", "18", "2014"), "degortari-2019-conventional", _de_gortari(2019, "conventional"),
          "manufactures", "input_output", "confirmed", "abstract"),
    Entry(("MEX", "2018", "17", ""), "degortari-2018-conventional", _de_gortari(2018, "conventional"),
          "manufactures", "input_output", "superseded", "earlier"),
    Entry(("MEX", "2017", "27", ""), "degortari-2017-final-customs", _de_gortari(2017, "customs"),
          "final_goods", "customs", "superseded", "earlier_final"),
    Entry(("MEX", "2017", "17", ""), "degortari-2017-final-conventional", _de_gortari(2017, "conventional"),
          "final_goods", "input_output", "superseded", "earlier_final"),
    Entry(("MEX", "2017", "26", "1995"), "commerce-2017-mex-1995", _COMMERCE,
          "manufactures", "tiva", "confirmed", "report_conflict"),
    Entry(("MEX", "2017", "16", "2011"), "commerce-2017-mex-2011", _COMMERCE,
          "manufactures", "tiva", "confirmed", "report"),
    Entry(("MEX", "2010", "40", ""), "kpww-2010-mex", _NBER,
          "goods", "processing", "secondary", "testimony_and_press"),
    Entry(("MEX", "2025", "30", ""), "atlantic-council-2025", _COUNCIL,
          "not_stated", "not_stated", "quotation", "quotation", "degortari-2019-customs"),
    Entry(("CAN", "2017", "21", "1995"), "commerce-2017-can-1995", _COMMERCE,
          "manufactures", "tiva", "confirmed", "report"),
    Entry(("CAN", "2017", "15", "2011"), "commerce-2017-can-2011", _COMMERCE,
          "manufactures", "tiva", "confirmed", "report"),
    Entry(("CAN", "2010", "25", ""), "kpww-2010-can", _NBER, "not_stated", "decomposition", "secondary", "testimony"),
    Entry(("MYS", "2010", "8", ""), "kpww-2010-mys", _NBER, "not_stated", "decomposition", "secondary", "testimony"),
    Entry(("CHN", "2010", "4", ""), "kpww-2010-chn", _NBER,
          "not_stated", "decomposition", "secondary", "testimony_and_press"),
)  # fmt: skip

#: Figures that are only in the table of comparisons: the name of their row there, and the key of the row made here.
FINAL_GOODS = {
    "US share of Mexican final-goods exports to US, conventional (on $118bn)": ("MEX", "2017", "17", ""),
    "same with specialised inputs": ("MEX", "2017", "27", ""),
}
FINAL_GOODS_CITATION = 'de Gortari (2017), earlier version of "Disentangling Global Value Chains"'


def bundled(table: pd.DataFrame, more: pd.Series) -> pd.DataFrame:
    """Return the bundled table: one row a figure, each figure of the source tables once."""
    published = {
        (row["iso3"], row["publication_year"], row["us_content_pct"], row["data_year"]): row
        for row in table.to_dict("records")
    }
    for quantity, key in FINAL_GOODS.items():
        if more[quantity] != f"{key[2]}%":
            raise SystemExit(f"{quantity}: {more[quantity]}")
        published[key] = {"citation": FINAL_GOODS_CITATION, "url_seen": "", "kind": "estimate"}
    if set(published) != {entry.key for entry in ENTRIES}:
        raise SystemExit("the figures in content_estimates.py are not those of the source tables")
    rows = [
        {
            "estimate": entry.estimate,
            "partner": entry.key[0],
            "us_content_pct": entry.key[2],
            "scope": entry.scope,
            "data_year": entry.key[3],
            "published": entry.key[1],
            "kind": published[entry.key]["kind"],
            "confirmation": entry.confirmation,
            "quotes": entry.quotes,
            **dict(zip(("short_en", "short_es"), entry.short, strict=True)),
            "method": entry.method,
            **dict(zip(("method_en", "method_es"), METHODS[entry.method], strict=True)),
            **dict(zip(("checked_en", "checked_es"), CHECKED[entry.checked], strict=True)),
            "citation": published[entry.key]["citation"],
            "url": published[entry.key]["url_seen"],
        }
        for entry in ENTRIES
    ]
    return pd.DataFrame(rows)
