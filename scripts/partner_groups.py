"""Groups of partners and remainders that publishers list among single partners: their names and their members.

Every group is one row: its code here, its kind ("total", "group" or "remainder"), the codes that publishers have for
it, matched as written, and its names, separated by "; ", of which messages use the first. CLDR adds names in its
languages for the groups that it has: "001" and the other numbers (UN M49), "EU", "EZ", "UN", "QO" and "ZZ".
"""

# ruff: noqa: RUF001, E501, ISC004 (letters of other alphabets, which are wider than they count)

from __future__ import annotations

#: The European Union since 1 February 2020: the 27 that partners.csv marks in eu_member_2024 (a test holds the two
#: together).
EU27 = "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE"
#: The euro area from 2015 to 2022. Croatia joined on 1 January 2023 (Council Decision (EU) 2022/1211), Bulgaria on
#: 1 January 2026 (adopted by the Council on 8 July 2025).
EA19 = "AUT BEL CYP DEU ESP EST FIN FRA GRC IRL ITA LTU LUX LVA MLT NLD PRT SVK SVN"
#: The parties of the agreements that came into force on 1 January 1994 (NAFTA) and 1 July 2020 (USMCA).
NORTH_AMERICA = "CAN MEX USA"

#: Members of groups, where they are known. A name without a year means the group as of January 2026.
MEMBERS = {
    "EU": EU27,
    "INTRA_EU": EU27,
    "EU28": f"{EU27} GBR",  # from 1 July 2013 to 31 January 2020
    "EU27_2007": " ".join(sorted({*EU27.split(), "GBR"} - {"HRV"})),  # from 2007 to 30 June 2013
    "EU15": "AUT BEL DEU DNK ESP FIN FRA GBR GRC IRL ITA LUX NLD PRT SWE",  # from 1995 to 30 April 2004
    "EZ": f"{EA19} HRV BGR",
    "EA21": f"{EA19} HRV BGR",
    "EA20": f"{EA19} HRV",
    "EA19": EA19,
    "USMCA": NORTH_AMERICA,
    # As the Census Bureau counts it, without the United States (rows 0005, 0006, 0021 and 0022 of its table).
    "CENSUS_USMCA": "CAN MEX",
    # Ten members from 1999 (ASEAN Secretariat); Timor-Leste was admitted on 26 October 2025.
    "ASEAN": "BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM",
    "G7": "CAN DEU FRA GBR ITA JPN USA",  # since 1976; the European Union takes part and is no country
    # mercosur.int: the founders of 1991 and Bolivia, since 2024; Venezuela, suspended in 2016 and 2017, is left out.
    "MERCOSUR": "ARG BOL BRA PRY URY",
}

#: code: kind, publishers' codes, names
GROUPS = {
    "001": (
        "total",
        "WLD W00 W0 W 1W 0 000 001 WORLD TOTAL _T G001",
        "World; Whole world; All countries; All countries of the world; All partners; All partner countries; Total; "
        "Total all countries; Total for all countries; Total, all countries; All countries, total; Total world; "
        "World total; Grand total; Total trade; Total all partners; Total partners; World, Not Seasonally Adjusted; "
        "World, Seasonally Adjusted; Global; Entire world; All economies; All trading partners; "
        "Mundo; Total mundial; Total mundo; Mundo entero; Todos los países; Total general; Todos; Total países; "
        "Monde; Monde entier; Total monde; Tous pays; Tous les pays; Ensemble; Ensemble des pays; Total général; "
        "Total geral; Todos os países; Mundo inteiro; Welt; Welt insgesamt; Insgesamt; Gesamt; Gesamtsumme; Summe; "
        "Alle Länder; Alle Länder zusammen; Weltweit; Mondo; Totale; Totale generale; Tutti i paesi; Wereld; Totaal; "
        "Alle landen; Totalt; Samtliga länder; Alla länder; I alt; Verden i alt; Alle land; Alle lande; Yhteensä; "
        "Kaikki maat; Koko maailma; Ogółem; Razem; Wszystkie kraje; Celkem; Svět celkem; Spolu; Összesen; Σύνολο; "
        "Toplam; Genel toplam; Dünya geneli; Tüm ülkeler; Всего; Итого; Весь мир; Мир; Все страны; Усього; Всього; "
        "Общо; Ukupno; Skupaj; Kokku; Kopā; Iš viso; المجموع; الإجمالي; الإجمالى; العالم; جميع الدول; סך הכל; "
        "总计; 合计; 总额; 总值; 全球; 總計; 總額; 總值; 合計; 総計; 総額; 全世界; 합계; 총계; 총액; 전체; "
        "Tổng cộng; Tổng số; Jumlah; Jumlah keseluruhan; Seluruh negara; รวม; รวมทั้งหมด",
    ),
    "ROW": (
        "remainder",
        "ROW W1 WXD ROTW",
        "Rest of the world; Rest of world; Other countries; Other; Others; All other; All others; All other countries; "
        "Other Asia; Other Africa; Other Europe; Other America; Other EU; Other OPEC; Other Pacific Rim; "
        "Other South/Central America; Other Latin America; Rest of Europe; Rest of Asia; Rest of Africa; "
        "Rest of America; Rest of EU; Resto de Europa; Resto de Asia; Resto de África; Resto de América; Übriges Europa; "
        "Other partners; All other partners; Other economies; Remaining countries; Other Countries not included elsewhere; "
        "Other countries n.i.e.; Other countries, nes; Other regions; Rest; Remainder; Resto del mundo; Resto; Otros; "
        "Otras; Otros países; Demás países; Los demás; Los demás países; Resto de países; Resto países; "
        "Reste du monde; Autres; Autre; Autres pays; Reste; Resto do mundo; Outros; Outros países; Demais países; "
        "Demais; Rest der Welt; Übrige Welt; Sonstige; Sonstige Länder; Andere; Andere Länder; Übrige; Übrige Länder; "
        "Restliche Länder; Altri; Altri paesi; Altro; Rest van de wereld; Overige; Overige landen; Overig; Övriga; "
        "Övriga länder; Øvrige; Øvrige lande; Andre land; Øvrige land; Resten af verden; Muut; Muut maat; Pozostałe; "
        "Pozostałe kraje; Inne; Inne kraje; Ostatní; Ostatní země; Ostatné; Egyéb; Egyéb országok; Λοιπές χώρες; "
        "Diğer; Diğerleri; Diğer ülkeler; Прочие; Прочие страны; Другие; Другие страны; Остальные; Остальной мир; "
        "Інші; Інші країни; Други; أخرى; دول أخرى; باقي دول العالم; 其他; 其它; 其他国家; 其他國家; 其他国家和地区; "
        "その他; その他の国; 기타; 기타 국가; Lainnya; Negara lainnya; Khác; Các nước khác; Nước khác; อื่นๆ",
    ),
    "ZZ": (
        "remainder",
        "UNS ZZ QU QV QW QX QY QZ QP QQ QR QS NSP _X _Z _U BUN SPE FRE 080 129 221 290 471 472 473 527 568 577 636 637 697 837 838 839 849 879 899",
        "Unspecified; Not specified; Not elsewhere specified; Unallocated; Unknown; Unknown country; Unclassified; "
        "Confidential; Confidential countries; Secret; Not stated; Not available; Areas, nes; Areas not elsewhere specified; "
        "Areas not specified; Area not specified; Country not specified; Countries not specified; Countries nes; "
        "Countries & Areas not specified; Countries and territories not specified; "
        "Countries and territories not specified for commercial or military reasons; "
        "Countries and territories not specified within the framework of trade with third countries; "
        "Countries and territories not specified within the framework of intra-Community trade; "
        "Countries not specified for commercial or military reasons in the framework of trade with third countries; "
        "Special categories; Bunkers; Free zones; Stores and provisions; High seas; "
        "Stores and provisions within the framework of trade with third countries; "
        "Stores and provisions within the framework of intra-Community trade; Ship stores; "
        "Africa not specified; Asia not specified; Europe not specified; Western Hemisphere not specified; "
        "Middle East not specified; Middle East and Central Asia not specified; Other Africa, nes; Other Europe, nes; "
        "Other America, nes; Other Americas, nes; Oceania, nes; Other Oceania, nes; North America and Central America, nes; "
        "LAIA, nes; Rest of America, nes; Caribbean, nes; Northern Africa, nes; CACM, nes; "
        "Eastern Europe, nes; Western Asia, nes; US Misc. Pacific Isds; Br. Antarctic Terr.; "
        "No especificado; No especificados; País no especificado; Países no especificados; No declarado; No declarados; "
        "Sin especificar; Confidencial; Áreas no especificadas; No determinado; Zonas nep; "
        "Non spécifié; Pays non spécifié; Pays non spécifiés; Non précisé; Confidentiel; Pays non déterminés; "
        "Zones nca; Zones non spécifiées ailleurs; Não especificado; Não especificados; Países não especificados; "
        "Não declarados; Não declarada; Nicht spezifiziert; Nicht angegeben; Nicht ermittelte Länder; Unbekannt; "
        "Nicht ermittelte Länder und Gebiete; Vertraulich; Non specificato; Niet gespecificeerd; Onbekend; "
        "Не указано; Не определено; Страна не указана; Неизвестно; 未指定; 不明; 未列名; 국가미상; غير محدد; Belirtilmemiş",
    ),
    "EU": (
        "group",
        "EU EUN EU27 EU27_2020 UE UE27 EUU G998",
        "European Union; EU; UE; EU27; EU 27; UE 27; European Union (27); European Union - 27 countries (from 2020); "
        "European Union (27 countries); European Union (EU-27); EU (27 countries); EU27 (from 2020); Total EU; "
        "Total EU(27); Total EU27; EU countries; EU member states; "
        "European Union (EU6-1958, EU9-1973, EU10-1981, EU12-1986, EU15-1995, EU25-2004, EU27-2007, EU28-2013, EU27-2020); "
        "Unión Europea; Unión Europea (27); Unión Europea - 27 países (desde 2020); Países de la UE; "
        "Union européenne; Union européenne (27); Union européenne - 27 pays (à partir de 2020); Pays de l'UE; "
        "União Europeia; União Europeia (27); Europäische Union; Europäische Union - 27 Länder (ab 2020); EU-Länder; "
        "EU-Staaten; EU-Mitgliedstaaten; Unione europea; Europese Unie; ЕС",
    ),
    "INTRA_EU": (
        "group",
        "INT_EU INT_EU27_2020 INTRA_EU EU27_2020_INTRA EU_INTRA",
        "Intra-EU; Intra-EU27; Intra-EU trade; Intra-EU27 (from 2020); Intra-EU 27 (from 2020); Intra-EU28; Intra-UE; "
        "Intra-UE27; Intracomunitario; Intra-Community; Intra-communautaire; Intra-EU-Handel; EU intra; UE intra",
    ),
    "EXTRA_EU": (
        "group",
        "EXT_EU EXT_EU27_2020 EXTRA_EU EU27_2020_EXTRA EU_EXTRA",
        "Extra-EU; Extra-EU27; Extra-EU trade; Extra-EU27 (from 2020); Extra-EU 27 (from 2020); Extra EU 27 (Rest of World); "
        "Non-EU; Non-EU countries; Total non-EU; Outside the EU; Third countries; Extra-UE; Extra-UE27; Extracomunitario; "
        "Extra-communautaire; Pays tiers; Hors UE; Países terceros; Países terceiros; Terceros países; Drittländer; "
        "Drittstaaten; Nicht-EU-Länder; Extra-EU-Handel; EU extra; UE extra; Extra-EU28",
    ),
    "EU28": ("group", "EU28 UE28", "EU28; EU-28; UE28; European Union (28); European Union - 28 countries (2013-2020); European Union (28 countries)"),
    "EU27_2007": ("group", "EU27_2007", "European Union - 27 countries (2007-2013)"),
    "EU15": ("group", "EU15 UE15", "EU15; UE15; European Union (15); European Union - 15 countries (1995-2004); European Union (15 countries)"),
    "EZ": (
        "group",
        "EA EZ EMU U2 EURO EUROAREA G163",
        "Euro area; Eurozone; Euro zone; EMU; Euro-zone; Zona euro; Zona del euro; Eurozona; Zone euro; "
        "Área do euro; Zona do euro; Euroraum; Eurozone-Länder; Euro-Länder; Eurogebiet; Area euro; Еврозона; "
        "Euro area (EA11-1999, EA12-2001, EA13-2007, EA15-2008, EA16-2009, EA17-2011, EA18-2014, EA19-2015, EA20-2023)",
    ),
    "EA21": ("group", "EA21", "EA21; Euro area (21); Euro area - 21 countries (from 2026)"),
    "EA20": ("group", "EA20 I9", "EA20; Euro area (20); Euro area - 20 countries (from 2023); Euro area – 20 countries (2023-2025)"),
    "EA19": ("group", "EA19 I8", "EA19; Euro area (19); Euro area - 19 countries (2015-2022); Euro area - 19 countries (from 2015)"),
    "EXTRA_EA": (
        "group",
        "EXT_EA EXT_EA19 EXT_EA20 EXT_EA21",
        "Extra-euro area; Extra-EA20; Extra-euro area - 20 countries (from 2023); Extra-euro area - 19 countries (2015-2022)",
    ),
    "INTRA_EA": ("group", "INT_EA INT_EA19 INT_EA20 INT_EA21", "Intra-euro area; Intra-EA20; Intra-euro area - 20 countries (from 2023)"),
    "USMCA": (
        "group",
        "",
        "USMCA; NAFTA; USMCA/NAFTA; T-MEC; TMEC; TLCAN; CUSMA; ACEUM; ALENA; United States-Mexico-Canada Agreement; "
        "North American Free Trade Agreement; North American Free Trade Area",
    ),
    "CENSUS_USMCA": (
        "group",
        "",
        "USMCA with Mexico (Consump); USMCA with Canada (Consump); NAFTA with Mexico (Consump); NAFTA with Canada (Consump)",
    ),
    "ASEAN": ("group", "", "ASEAN; ANSA; ANASE; ASEAN countries; Association of Southeast Asian Nations; ASEAN (10); ASEAN 10; АСЕАН; 东盟; 東協; 아세안"),
    "G7": ("group", "", "G7; Group of Seven; G-7"),
    "MERCOSUR": ("group", "", "Mercosur; Mercosul; Southern Common Market; Mercado Común del Sur; Mercado Comum do Sul"),
    "UN": ("group", "", "United Nations"),
    "QO": ("group", "", "Outlying Oceania"),
    # UN M49
    "002": ("group", "002", "Africa; África; Afrique; Total Africa; Afrika"),
    "003": ("group", "003 NAC", "North America; América del Norte; Amérique du Nord; América do Norte; Nordamerika"),
    "005": ("group", "005", "South America; América del Sur; Sudamérica; Suramérica; Amérique du Sud; América do Sul; Südamerika"),
    "009": ("group", "009", "Oceania; Oceanía; Océanie; Ozeanien; Pacific"),
    "011": ("group", "011", "Western Africa; West Africa"),
    "013": ("group", "013", "Central America; Centroamérica; América Central; Amérique centrale"),
    "014": ("group", "014", "Eastern Africa; East Africa"),
    "015": ("group", "015", "Northern Africa; North Africa"),
    "017": ("group", "017", "Middle Africa; Central Africa"),
    "018": ("group", "018", "Southern Africa"),
    "019": ("group", "019", "Americas; The Americas; Américas; Amériques; Western Hemisphere; Total America"),
    "021": ("group", "021", "Northern America"),
    "029": ("group", "029", "Caribbean; The Caribbean; Caribe; Caraïbes"),
    "030": ("group", "030", "Eastern Asia; East Asia"),
    "034": ("group", "034 SAS", "Southern Asia; South Asia"),
    "035": ("group", "035", "South-eastern Asia; South-East Asia; Southeast Asia"),
    "039": ("group", "039", "Southern Europe; South Europe"),
    "053": ("group", "053", "Australia and New Zealand; Australasia"),
    "054": ("group", "054", "Melanesia"),
    "057": ("group", "057", "Micronesian Region; Micronesia (region)"),
    "061": ("group", "061", "Polynesia"),
    "142": ("group", "142", "Asia; Asie; Total Asia; Asien"),
    "143": ("group", "143", "Central Asia"),
    "145": ("group", "145", "Western Asia; West Asia"),
    "150": ("group", "150", "Europe; Europa; Total Europe"),
    "151": ("group", "151", "Eastern Europe; East Europe"),
    "154": ("group", "154", "Northern Europe; North Europe"),
    "155": ("group", "155", "Western Europe; West Europe"),
    "202": ("group", "202", "Sub-Saharan Africa; Subsaharan Africa; Sub-Sahara Africa; Africa south of the Sahara"),
    "419": (
        "group",
        "419 LAC LCN",
        "Latin America and the Caribbean; Latin America & Caribbean; Latin America; Latin America and Caribbean (LAC); "
        "América Latina; América Latina y el Caribe; Latinoamérica; Amérique latine; Amérique latine et Caraïbes; "
        "América Latina e Caribe; Lateinamerika",
    ),
}  # fmt: skip

#: Groups of the World Bank by their codes there.
WORLD_BANK = {
    "AFE": "Africa Eastern and Southern",
    "AFW": "Africa Western and Central",
    "ARB": "Arab World",
    "CEB": "Central Europe and the Baltics",
    "CHI": "Channel Islands",
    "CSS": "Caribbean small states",
    "EAP": "East Asia & Pacific (excluding high income); Developing East Asia & Pacific",
    "EAR": "Early-demographic dividend",
    "EAS": "East Asia & Pacific; East Asia & the Pacific; East Asia and the Pacific",
    "ECA": "Europe & Central Asia (excluding high income)",
    "ECS": "Europe & Central Asia",
    "FCS": "Fragile and conflict affected situations",
    "HIC": "High income; High-income countries; High income: OECD; High income: nonOECD; High-income economies",
    "HPC": "Heavily indebted poor countries (HIPC); Heavily indebted poor countries",
    "IBD": "IBRD only",
    "IBT": "IDA & IBRD total",
    "IDA": "IDA total",
    "IDB": "IDA blend",
    "IDX": "IDA only",
    "LDC": "Least developed countries: UN classification; Least developed countries; LDCs; LDC",
    "LIC": "Low income; Low-income countries; Low-income economies",
    "LMC": "Lower middle income; Lower-middle-income countries",
    "LMY": "Low & middle income; Low and middle income countries",
    "LTE": "Late-demographic dividend",
    "MEA": "Middle East & North Africa; MENA; Middle East and North Africa (MENA); "
    "Middle East, North Africa, Afghanistan & Pakistan",
    "MIC": "Middle income; Middle-income countries",
    "MNA": "Middle East & North Africa (excluding high income)",
    "OED": "OECD members; OECD; OCDE; OECD countries; OECD - Total; OECD total; Total OECD; Organisation for Economic "
    "Co-operation and Development; Countries of the OECD; ОЭСР",
    "OSS": "Other small states",
    "PRE": "Pre-demographic dividend",
    "PSS": "Pacific island small states",
    "PST": "Post-demographic dividend",
    "SSA": "Sub-Saharan Africa (excluding high income)",
    "SSF": "Sub-Saharan Africa (all income levels)",
    "SST": "Small states",
    "TEA": "East Asia & Pacific (IDA & IBRD countries)",
    "TEC": "Europe & Central Asia (IDA & IBRD countries)",
    "TLA": "Latin America & the Caribbean (IDA & IBRD countries)",
    "TMN": "Middle East & North Africa (IDA & IBRD countries)",
    "TSA": "South Asia (IDA & IBRD)",
    "TSS": "Sub-Saharan Africa (IDA & IBRD countries)",
    "UMC": "Upper middle income; Upper-middle-income countries",
}

#: Groups without known codes: those of the IMF, the OECD, UNCTAD and the Census Bureau, and blocs in the news.
OTHERS = (
    # IMF
    "Advanced economies; Advanced economy; Emerging and developing economies; Emerging market and developing economies; "
    "Emerging markets and developing economies; Emerging and developing countries; Emerging and developing Asia; "
    "Emerging and developing Europe; Developing Asia; Middle East and Central Asia; Middle East; Near East; "
    "Middle East, North Africa, Afghanistan, Pakistan; Export earnings: fuel; Export earnings: nonfuel; "
    "Emerging Market and Developing Economies by Source of Export Earnings: Fuel; "
    "Emerging Market and Developing Economies by Source of Export Earnings: Nonfuel; Advanced Asia; Advanced Europe; "
    "EMDEs by Source of Export Earnings: Fuel; EMDEs by Source of Export Earnings: Nonfuel; Emerging Asia; "
    "Industrial countries; Developing countries; Caucasus and Central Asia; Other advanced economies; "
    "South African Common Customs Area (SACCA); SACCA excluding South Africa; Memorandum items; "
    # OECD, UNCTAD, WTO
    "Non-OECD; Non-OECD economies; Non-OECD countries; Non-OECD total; East and Southeast Asia; "
    "Eastern and South Eastern Asia; South and Central America; Developing economies; Developed economies; "
    "Developed countries; Economies in transition; Transition economies; Landlocked developing countries; LLDC; "
    "Small island developing states; SIDS; South and Central America and the Caribbean; Central America and the Caribbean; "
    # Census Bureau and BEA
    "Advanced Technology Products; Pacific Rim; Pacific Rim Countries; Australia and Oceania; CAFTA-DR; "
    "Central American Common Market; LAFTA; Newly Industrialized Countries; Newly Industrialized Countries (NICS); NICS; "
    "OPEC; OPEP; Members of OPEC; South/Central America; Latin America and Other Western Hemisphere; "
    "Other Western Hemisphere; Asia and Pacific; Asia-Pacific; Asia & Oceania; Twenty Latin American Republics; "
    # Blocs
    "G20; G-20; Group of Twenty; BRICS; BRICS+; EFTA; AELC; AELE; EEA; European Economic Area; Schengen; "
    "Commonwealth; Commonwealth of Independent States; CIS; CEI; СНГ; Eurasian Economic Union; EAEU; ЕАЭС; GCC; "
    "Gulf Cooperation Council; Gulf States; Arab League; Arab countries; APEC; RCEP; CPTPP; TPP; SAARC; SAFTA; SADC; "
    "SACU; ECOWAS; CEDEAO; EAC; East African Community; COMESA; ECCAS; WAEMU; UEMOA; CEMAC; AfCFTA; African Union; "
    "Caricom; Caribbean Community; Andean Community; Comunidad Andina; Pacific Alliance; "
    "Alianza del Pacífico; ALADI; LAIA; SICA; MCCA; ALBA; CELAC; ACP; ACP countries; OPEC+; D-8; Benelux; Scandinavia; "
    "Nordic countries; Baltic states; Baltics; Balkans; Western Balkans; Visegrad Group; Maghreb; Anglo-America; "
    "Eurasia; Indo-Pacific; Far East; Greater China; Four Asian Tigers; FTA partners; FTA countries; Non-FTA countries"
)
