"""Names and codes that make_partners adds by hand: names that neither CLDR nor ISO has, and those of publishers."""

from __future__ import annotations

#: Former countries (ISO 3166-3), territories without a code, and codes whose territory changed.
OWN_NAMES = {
    "ANT": "Netherlands Antilles",
    "BLX": "Belgium-Luxembourg",
    "CSK": "Czechoslovakia",
    "NTZ": "Iraq-Saudi Arabia Neutral Zone",
    "SCG": "Serbia and Montenegro",
    "SUN": "Soviet Union",
    "YUG": "Yugoslavia (former)",
    "US-4802": "Serbia (with Kosovo, 2007-2008)",
    "US-5080": "Israel (former Census code)",
    "US-5082": "Gaza Strip administered by Israel",
    "US-5083": "West Bank administered by Israel",
    "US-7320": "Sudan (to July 2011)",
    "US-7740": "Ethiopia (to June 1993)",
    "US-8220": "Unidentified countries",
    "US-8500": "International organizations",
}

#: CLDR's short forms (alt="short"), which Babel does not carry.
SHORT_NAMES = {
    "HKG": dict.fromkeys(("en", "es", "pt", "fr", "it"), "Hong Kong") | {"de": "Hongkong", "ar": "هونغ كونغ"},
    "MAC": dict.fromkeys(("en", "es", "fr", "it"), "Macao") | {"pt": "Macau", "de": "Macau", "ar": "مكاو"},
    "USA": {"de": "USA"},
}

#: Census codes whose name means another partner today, so that the name resolves to the successor.
SUPERSEDED = {"US-4802", "US-5080", "US-7320", "US-7740"}

#: Names used for more than one partner, and what each may mean: they resolve to nothing and suggest these.
AMBIGUOUS = {
    "Congo": ("COD", "COG"),
    "Korea": ("KOR", "PRK"),
    "Virgin Islands": ("VGB", "VIR"),
    "St Martin": ("MAF", "SXM"),
    "Saint Martin": ("MAF", "SXM"),
    "Corea": ("KOR", "PRK"),
    "Corée": ("KOR", "PRK"),
    "Coreia": ("KOR", "PRK"),
    "Islas Vírgenes": ("VGB", "VIR"),
    "Îles Vierges": ("VGB", "VIR"),
    "Ilhas Virgens": ("VGB", "VIR"),
}

#: Partners that share a bare name, and its number of words. If a language has the bare name for one of them ("Kongo"
#: beside "Kongo - Kinshasa"), those who write it may mean the other.
NAMESAKES = (("CD", "CG", 1), ("KP", "KR", 1), ("VG", "VI", 2), ("MF", "SX", 2))

#: Codes of publishers that are not ISO's of today, matched as written. Left out are national numbers (the Census
#: Bureau's Schedule C, Japan's and Germany's customs, the IMF's old three digits): the same digits are another
#: country's number at the United Nations. "CS" has been two countries.
CODES = {
    "EL": "GRC", "UK": "GBR", "XS": "SRB", "CN_X_HK": "CHN", "FX": "FRA",  # Eurostat
    "KOS": "XKX", "WBG": "PSE",  # IMF
    "KSV": "XKX", "ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "ADO": "AND", "IMY": "IMN",  # World Bank; WIOD has ROM
    "S19": "TWN",  # UN Comtrade: "Other Asia, nes"
    "ABD": "USA", "EAU": "ARE", "KSA": "SAU", "RDC": "COD", "RSA": "ZAF", "VAE": "ARE",  # newsrooms
    "AN": "ANT", "BU": "MMR", "SU": "SUN", "TP": "TLS", "YU": "YUG", "ZR": "COD",  # ISO 3166-3
}  # fmt: skip

#: Names that CLDR 47 gives to the wrong territory, by language and territory. They are left out, since they would make
#: clear names ambiguous.
CLDR_MISTAKES = {
    ("bgn", "053"),  # Australasia called what Australia is called in Persian
    ("bgn", "MU"),  # Mauritius: Mauritania
    ("gez", "KP"), ("gez", "KR"),  # the two Koreas the wrong way round
    ("ksh", "NG"),  # Nigeria: Nicaragua
    ("mzn", "LT"),  # Lithuania: Latvia
    ("ps", "053"),  # Australasia, as in Balochi
    ("sa", "GB"),  # the United Kingdom: the United Nations
    ("wae", "GB"),  # the United Kingdom: England, which statistics of British trade name for itself
}  # fmt: skip
