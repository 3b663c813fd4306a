"""Spellings of partners from publishers' files and newsrooms, in addition to those of ISO, CLDR, Census and WITS."""

from __future__ import annotations

#: English, Spanish, Portuguese and French; and the wording of the lists of the IMF (Direction of Trade), Eurostat
#: (GEO), the World Bank and the United Nations (M49). One text per partner, with its spellings separated by "; ".
SPELLINGS = {
    "ABW": "Aruba, Kingdom of the Netherlands; Aruba (the Netherlands with respect to)",
    "AFG": "Afghanistan, Islamic Rep. of",
    "AND": "Andorra, Principality of",
    "ANT": "Netherlands Antilles; Neth. Antilles",
    "ARE": "UAE; Emirates",
    "ATF": "French Southern and Antarctic Lands; French Southern Territories",
    "ATG": "Antigua & Barbuda",
    "BEN": "Dahomey",
    "BES": "Bonaire; Bonaire, Saint Eustatius and Saba",
    "BFA": "Upper Volta",
    "BHR": "Bahrain, Kingdom of",
    "BHS": "The Bahamas; Bahamas, The",
    "BIH": "Bosnia; Bosnia Herzegovina",
    "BLM": "St. Barths",
    "BLR": "Byelorussia",
    "BLX": "Belgium-Luxembourg; Belgium and Luxembourg (BLEU)",
    "BOL": "Bolivia (Plurinational State of); Plurinational State of Bolivia",
    "BRN": "Brunei Darussalam",
    "CAF": "Central African Rep.; CAR",
    "CCK": "Cocos Isds; Cocos Islands; Cocos (Keeling) Islands",
    "CHN": (
        "China, P.R.: Mainland; China, People's Republic of; China, P.R.; PR China; PRC; Mainland China; "
        "China (mainland); China except Hong Kong; People's Rep. of China; China, People's Rep. of; "
        "China excluding Hong Kong and Macao; China continental"
    ),
    "CIV": "Ivory Coast; Cote d Ivoire; Costa de Marfil; Cote D'Ivoire (Ivory Coast)",
    "COD": (
        "Congo, Dem. Rep.; Dem. Rep. of the Congo; Democratic Republic of the Congo; DR Congo; DRC; "
        "Democratic Republic of Congo; Congo, Democratic Republic of the; Congo, Democratic Republic; Zaire; "
        "Congo, Dem. Rep. of the; Congo, Dem. Rep. of; Congo (the Democratic Republic of the)"
    ),
    "COG": (
        "Congo, Rep.; Republic of the Congo; Republic of Congo; Rep. of the Congo; Congo, Republic of the; "
        "Congo, Rep. of; Congo, Rep. of the; Congo (the Republic of the)"
    ),
    "COK": "Cook Isds",
    "CPV": "Cape Verde; Cape Verde Islands",
    "CSK": "Czechoslovakia; Fmr Czechoslovakia",
    "CUW": "Curacao; Curaçao, Kingdom of the Netherlands; Curaçao (the Netherlands with respect to)",
    "CXR": "Christmas Isds",
    "CYM": "Cayman Isds",
    "CZE": "Czech Rep.; Czech Republic; Czechia; Rep. Checa; República Checa; República Tcheca; République tchèque",
    "DEU": (
        "Federal Republic of Germany; Fmr Fed. Rep. of Germany; Germany (until 1990 former territory of the FRG); "
        "Germany, Federal Republic of; Germany, Fed. Rep.; FR Germany; Germany, Fed. Rep. of; "
        "Fed. Rep. of Germany; Germany (including former GDR from 1991)"
    ),
    "DOM": "Dominican Rep.",
    "EGY": "Egypt, Arab Rep.; Arab Republic of Egypt",
    "ERI": "Eritrea, The State of",
    "ESH": "Western Sahara",
    "ETH": "Ethiopia, The Federal Dem. Rep. of; Ethiopia, Federal Dem. Rep. of",
    "FLK": (
        "Falkland Isds (Malvinas); Falkland Islands; Falkland Islands (Islas Malvinas); Islas Malvinas; "
        "Falkland Islands (Malvinas); Falkland Islands (the) [Malvinas]"
    ),
    "FRA": "France, metropolitan; Metropolitan France",
    "FRO": "Faeroe Isds; Faeroe Islands; Faroe Isds",
    "FSM": (
        "FS Micronesia; Micronesia, Fed. Sts.; Federated States of Micronesia; Micronesia, Federated States of; "
        "Micronesia, Fed. States of; Micronesia, Fed. Sts. of"
    ),
    "GBR": (
        "UK; Great Britain; Britain; Reino Unido; United Kingdom of Great Britain and Northern Ireland; "
        "UK of Great Britain and Northern Ireland; United Kingdom (UK); Gran Bretaña; Grã-Bretanha; "
        "Grande-Bretagne; Great Britain and Northern Ireland"
    ),
    "GMB": "The Gambia; Gambia, The; Gambia, Rep. of The",
    "GNQ": "Equatorial Guinea, Rep. of; Guinea, Equatorial",
    "GUF": "Guiana, French; French Guyana",
    "HKG": (
        "Hong Kong; Hong Kong, China; China, Hong Kong SAR; Hong Kong SAR; Hong Kong SAR, China; "
        "China, P.R.: Hong Kong; Hong Kong SAR of China; China, Hong Kong Special Administrative Region; "
        "China, Hong Kong"
    ),
    "HMD": "Heard Island and McDonald Islands; Heard and McDonald Islands",
    "IOT": "British Indian Ocean Territory",
    "IRN": "Iran, Islamic Rep.; Iran, Islamic Republic of; Persia; Iran, Islamic Rep. of; Iran, I.R. of",
    "KGZ": "Kyrgyz Republic; Kyrgyz Rep.",
    "KHM": "Kampuchea; Democratic Kampuchea",
    "KNA": "St. Kitts and Nevis; Saint Kitts and Nevis",
    "KOR": (
        "Korea, South; South Korea; Korea, Rep.; Rep. of Korea; Republic of Korea; Korea, Republic of; "
        "Korea, Rep. of; República de Corea; República da Coreia; République de Corée; Republic of Korea (South); "
        "Korea, S.; S. Korea; Corea, República de; Corée, République de; Corea, Rep. de; Corea, Rep.; "
        "Korea (the Republic of)"
    ),
    "LAO": "Laos; Lao PDR; Lao People's Dem. Rep.; Lao People's Democratic Republic",
    "LBY": "Libyan Arab Jamahiriya; Libyan Arab Jamahirija; Libyan Jamahiriya",
    "LKA": "Ceylon",
    "MAC": (
        "Macao; Macau; China, Macao SAR; Macao SAR, China; Macao, China; Macau SAR; China, P.R.: Macao; "
        "China, Macao Special Administrative Region; China, Macao; Macau, China; Macao SAR; Macau SAR, China"
    ),
    "MAF": "St. Martin (French part); Saint Martin (French Part)",
    "MDA": (
        "Moldova; Rep. of Moldova; Republic of Moldova; Moldova, Rep. of; Moldova, Republic of; "
        "Moldova (the Republic of)"
    ),
    "MEX": "Mejico; United Mexican States; Estados Unidos Mexicanos",
    "MHL": "Marshall Isds",
    "MKD": (
        "Macedonia; Macedonia, FYR; FYR Macedonia; TFYR of Macedonia; North Macedonia (FYROM); "
        "Macedonia, the former Yugoslav Republic of; The former Yugoslav Republic of Macedonia; "
        "Former Yugoslav Republic of Macedonia, the; Macedonia (FYROM); FYROM; North Macedonia, Republic of; "
        "N. Macedonia; Macedonia, North; Macedonia, the Former Yugoslav Rep. of; "
        "The former Yugoslav Rep. of Macedonia"
    ),
    "MMR": "Burma; Birmania; Myanmar; Myanmar (Burma)",
    "MNP": "N. Mariana Isds; Northern Mariana Isds",
    "NCL": "French Territories: New Caledonia",
    "NFK": "Norfolk Isds",
    "NLD": (
        "Holland; The Netherlands; Holanda; Netherlands (Kingdom of the); Kingdom of the Netherlands; "
        "Netherlands, Kingdom of"
    ),
    "PCN": "Pitcairn; Pitcairn Islands",
    "PLW": "Palau, Rep. of",
    "PRI": "Puerto Rico; Puerto Rico (US)",
    "PRK": (
        "Korea, North; North Korea; Korea, Dem. Rep.; Dem. People's Rep. of Korea; "
        "Democratic People's Republic of Korea; Korea, Democratic People's Republic of; DPRK; "
        "Korea, Dem. People's Rep. of; Korea, Dem. People's Rep.; Korea, D.P.R.; Korea, N.; N. Korea; "
        "Dem. People's Republic of Korea; Corea, República Popular Democrática de; "
        "Corée, République populaire démocratique de; Korea (the Democratic People's Republic of)"
    ),
    "PSE": (
        "Palestine; State of Palestine; Occ. Palestinian Terr.; West Bank and Gaza; "
        "Palestinian Territory, Occupied; Occupied Palestinian Territory; Palestine, State of; "
        "West Bank and Gaza Strip; Palestinian Authority; Palestinian Territory"
    ),
    "PYF": "French Territories: French Polynesia",
    "REU": "Reunion",
    "ROU": "Rumania; Romania",
    "RUS": (
        "Russian Federation; Russia; Federación de Rusia; Federación Rusa; Russian Fed.; "
        "Russian Federation (Russia); Rusia, Federación de; Russie, Fédération de"
    ),
    "SCG": "Serbia and Montenegro",
    "SHN": (
        "St. Helena; Saint Helena; Saint Helena, Ascension and Tristan da Cunha; "
        "St. Helena, Ascension and Tristan da Cunha"
    ),
    "SJM": "Svalbard and Jan Mayen Islands",
    "SLB": "Solomon Isds",
    "SOM": "Somalia, Fed. Rep.",
    "SPM": "St. Pierre and Miquelon; Saint Pierre and Miquelon",
    "SRB": "Serbia, Rep. of; Serbia (without Kosovo); Serbia excluding Kosovo",
    "SSD": "South Sudan, Rep. of",
    "STP": "São Tomé and Príncipe; São Tomé and Príncipe, Dem. Rep. of",
    "SUN": (
        "USSR; Soviet Union; Fmr USSR; Union of Soviet Socialist Republics; U.S.S.R. (former); "
        "Union of Soviet Socialist Republics (former)"
    ),
    "SVK": "Slovak Republic; Slovak Rep.; Slovakia, Rep. of; República Eslovaca; Rep. Eslovaca; République slovaque",
    "SWZ": "Swaziland; Suazilandia; Eswatini, Kingdom of; eSwatini (Swaziland); Swazilandia",
    "SXM": "Sint Maarten, Kingdom of the Netherlands; Sint Maarten (Dutch part); St. Maarten",
    "SYR": "Syrian Arab Rep.; Syrian Arab Republic; Syria, Arab Rep.",
    "TCA": "Turks and Caicos Isds; Turks and Caicos Isl.",
    "THA": "Siam",
    "TLS": "East Timor; Timor Leste; Timor-Leste, Dem. Rep. of; Democratic Republic of Timor-Leste",
    "TUR": (
        "Turkey; Turkiye; Turquía; Türkiye, Rep. of; Türkiye, Republic of; Republic of Turkey; Türkiye (Turkey); "
        "Turkey (Türkiye); Turquie"
    ),
    "TWN": (
        "Taiwan; Taiwan, China; Chinese Taipei; Other Asia, nes; Other Asia, not elsewhere specified; "
        "Taiwan Province of China; China, Taiwan Province of; China, Taiwan; Taipei, Chinese; "
        "Separate Customs Territory of Taiwan, Penghu, Kinmen and Matsu; Taiwan, P.C.; Republic of China"
    ),
    "TZA": (
        "Tanzania; United Rep. of Tanzania; Tanzania, United Rep. of; United Republic of Tanzania; "
        "Tanzania, United Republic of; Tanzania, the United Republic of"
    ),
    "US-7320": "Fm Sudan; Fmr Sudan; Sudan (former)",
    "USA": (
        "United States; United States of America; U.S.; U.S.A.; EE. UU.; EUA; Estados Unidos; "
        "Estados Unidos de América; États-Unis; Etats-Unis d'Amérique; United States (US); "
        "United States of America (USA); U.S. of America; Estados Unidos da América; Stati Uniti; "
        "Stati Uniti d'America"
    ),
    "VAT": (
        "Vatican City; Holy See; Vatican; Vatican City State; Holy See (Vatican City State); Holy See (Vatican City)"
    ),
    "VCT": "St. Vincent and the Grenadines; Saint Vincent and the Grenadines",
    "VEN": (
        "Venezuela; Venezuela, RB; Venezuela (Bolivarian Rep. of); Venezuela, Rep. Bolivariana de; "
        "Venezuela, Republica Bolivariana de; Venezuela (Bolivarian Republic of); Bolivarian Republic of Venezuela"
    ),
    "VGB": "Br. Virgin Isds; Virgin Islands, British; British Virgin Isds",
    "VIR": (
        "US Virgin Isds; Virgin Islands (U.S.); US Virgin Islands; United States Virgin Islands; "
        "Virgin Islands (United States); Virgin Islands of the United States"
    ),
    "VNM": "Viet Nam; Socialist Republic of Viet Nam",
    "WLF": "Wallis and Futuna Isds; Wallis and Futuna Islands",
    "XKX": (
        "Kosovo, Rep. of; Kosovo, Republic of; Republic of Kosovo; "
        "Kosovo (under United Nations Security Council Resolution 1244/99); "
        "Kosovo (under United Nations Security Council Resolution 1244); Kosovo (UNSCR 1244/99); "
        "Kosovo under UNSCR 1244/1999"
    ),
    "YEM": "Yemen; Yemen, Rep.; Republic of Yemen",
    "YUG": (
        "Yugoslavia; Fmr Yugoslavia; Yugoslavia (former); Yugoslavia, Socialist Federal Republic of; "
        "Socialist Federal Republic of Yugoslavia; SFR Yugoslavia; Yugoslavia, SFR; Yugoslavia, Soc. Fed. Rep. of"
    ),
    "ZWE": "Rhodesia; Southern Rhodesia",
}
