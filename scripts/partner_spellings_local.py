"""Official and former names of partners, in languages for which CLDR has only the present short name."""

# ruff: noqa: RUF001, E501 (letters of other alphabets, which are wider than they count)

from __future__ import annotations

#: One text per partner, with its spellings separated by "; ".
LOCAL_SPELLINGS = {
    "ANT": (
        "Antillas Neerlandesas; Antilles néerlandaises; Antilhas Holandesas; Niederländische Antillen; "
        "Antilhas Neerlandesas; Antillas Holandesas"
    ),
    "ARE": "ОАЭ; Vereinigte Arab. Emirate; Émirats arabes unis (EAU)",
    "BIH": "Bosnien-Herzegowina; Bosnien; Bosnie",
    "BLR": (
        "Weißrussland; Bielorrusia; Biélorussie; Белоруссия; Bielorrússia; Wit-Rusland; Vitryssland; "
        "Hviterussland; Hviderusland"
    ),
    "BLX": "Belgien-Luxemburg; Bélgica-Luxemburgo; Belgique-Luxembourg",
    "BOL": (
        "Bolivia (Estado Plurinacional de); Estado Plurinacional de Bolivia; "
        "Bolivie (État plurinational de); Bolívia, Estado Plurinacional da"
    ),
    "CAF": "Rep. Centroafricana; Zentralafrikanische Rep.; Centrafrique; Rép. centrafricaine",
    "CHN": (
        "Volksrepublik China; China, Volksrepublik; VR China; Repubblica Popolare Cinese; "
        "Volksrepubliek China; República Popular China; República Popular da China; "
        "República Popular de China; République populaire de Chine; China, República Popular; "
        "Chine continentale; Китайская Народная Республика; КНР; Çin Halk Cumhuriyeti; "
        "Chińska Republika Ludowa; 中华人民共和国; 中華人民共和国; 中國大陸; 中国大陆; جمهورية الصين الشعبية"
    ),
    "CIV": "Elfenbeinküste; Costa do Marfim; Costa d'Avorio; Ivoorkust; Кот-д’Ивуар; Elfenbenskusten",
    "COD": (
        "República Democrática del Congo; Congo, República Democrática del; República Democrática do Congo; "
        "Congo, República Democrática do; RD Congo; République démocratique du Congo; "
        "Congo, République démocratique du; Kongo, Demokratische Republik; Demokratische Republik Kongo; "
        "Democratische Republiek Congo; Repubblica Democratica del Congo; Демократическая Республика Конго; "
        "Demokratik Kongo Cumhuriyeti; Congo, Rep. Dem. do"
    ),
    "COG": (
        "República del Congo; Congo, República del; República do Congo; Congo, República do; "
        "République du Congo; Congo, République du; Kongo, Republik; Republik Kongo; Republiek Congo; "
        "Repubblica del Congo; Республика Конго; Kongo Cumhuriyeti"
    ),
    "CPV": "Kapverden; Kap Verde",
    "CSK": "Tschechoslowakei; Checoslovaquia; Tchécoslovaquie; Чехословакия; Tchecoslováquia",
    "CZE": (
        "Tschechische Republik; Repubblica Ceca; Republika Czeska; Česká republika; Чешская Республика; "
        "Çek Cumhuriyeti; Tjeckiska republiken; Tjekkiske Republik; Cseh Köztársaság; Republica Cehă; 捷克共和国; "
        "チェコ共和国; 체코공화국"
    ),
    "DEU": (
        "Bundesrepublik Deutschland; Deutschland, Bundesrepublik; República Federal de Alemania; "
        "Repubblica Federale di Germania; Федеративная Республика Германия; ФРГ; 德意志联邦共和国; ドイツ連邦共和国"
    ),
    "DOM": "Rep. Dominicana; Dominikanische Rep.; Rép. dominicaine",
    "GBR": (
        "Vereinigtes Königreich Großbritannien und Nordirland; Großbritannien; Gran Bretagna; "
        "Groot-Brittannië; Великобритания; Велика Британія; Storbritannien; Storbritannia; Wielka Brytania; "
        "Velká Británie; Veľká Británia; Iso-Britannia; Büyük Britanya; Marea Britanie; Nagy-Britannia; "
        "大不列颠及北爱尔兰联合王国; Gran Bretaña e Irlanda del Norte"
    ),
    "HKG": (
        "Hongkong, China; Hong-Kong; Hong Kong, RAE de China; China, RAE de Hong Kong; "
        "Chine, RAS de Hong Kong; Hong Kong (RAE da China)"
    ),
    "IRN": (
        "Iran, Islamische Republik; Islamische Republik Iran; República Islámica de Irán; "
        "Irán, República Islámica del; République islamique d'Iran; Iran (République islamique d'); "
        "Исламская Республика Иран"
    ),
    "KGZ": "Kirgisische Republik; Kirgisistan; Kirguizia; Киргизия",
    "KOR": (
        "Republik Korea; Korea, Republik; Repubblica di Corea; Republiek Korea; Республика Корея; "
        "Kore Cumhuriyeti; Republika Korei; Korejská republika; جمهورية كوريا; 大韩民国; 大韓民国; 大韓民國; "
        "República da Coréia"
    ),
    "LAO": (
        "República Democrática Popular Lao; République démocratique populaire lao; "
        "Laos, Demokratische Volksrepublik; Lao, República Democrática Popular; "
        "Lao, République démocratique populaire"
    ),
    "MAC": "Macau, RAE da China; China, RAE de Macao; Chine, RAS de Macao",
    "MDA": (
        "República de Moldova; République de Moldova; Moldau, Republik; Republik Moldau; Moldau; "
        "Moldavia, República de; Moldova, República de; Республика Молдова"
    ),
    "MEX": "Vereinigte Mexikanische Staaten",
    "MKD": "Mazedonien; Macédoine; Македония; Makedonya; Ehemalige jugoslawische Republik Mazedonien; Macedônia",
    "MMR": "Myanmar (Birma); Birma; Birmanie; Мьянма; Birmânia",
    "NLD": "Holland (Niederlande); Königreich der Niederlande;",
    "NZL": "Aotearoa",
    "PRK": (
        "Demokratische Volksrepublik Korea; Korea, Demokratische Volksrepublik; КНДР; "
        "Корейская Народно-Демократическая Республика; República Popular Democrática de Corea; "
        "República Popular Democrática da Coreia; République populaire démocratique de Corée"
    ),
    "PSE": "Palästina; Estado de Palestina; État de Palestine",
    "RUS": (
        "Russische Föderation; Federazione Russa; Russische Federatie; Российская Федерация; "
        "Російська Федерація; Federacja Rosyjska; Ruská federace; Ryska federationen; Rusya Federasyonu; "
        "Federația Rusă; Orosz Föderáció; روسيا الاتحادية; 俄罗斯联邦; ロシア連邦"
    ),
    "SAU": "Königreich Saudi-Arabien; Kingdom of Saudi Arabia",
    "SCG": "Serbien und Montenegro; Serbia y Montenegro; Serbie-et-Monténégro; Sérvia e Montenegro",
    "SUN": "Sowjetunion; Unión Soviética; Union soviétique; URSS; UdSSR; СССР; União Soviética",
    "SVK": (
        "Slowakische Republik; Slowakei (Slowakische Republik); Repubblica Slovacca; Republika Słowacka; "
        "Slovenská republika; Словацкая Республика; Slovak Cumhuriyeti; Republica Slovacă"
    ),
    "SWZ": "Swasiland",
    "SYR": (
        "República Árabe Siria; République arabe syrienne; República Árabe da Síria; "
        "Syrien, Arabische Republik; Arabische Republik Syrien"
    ),
    "TLS": "Osttimor; Timor Oriental",
    "TUR": "Türkei; Turchia; Турецкая Республика; República de Türkiye",
    "TWN": "Taiwán; Provincia china de Taiwán; Taiwan, Provincia de China; 中国台湾; 中华台北; 中華台北; 臺灣; 台灣; 臺灣地區; 台湾",
    "TZA": (
        "República Unida de Tanzania; République-Unie de Tanzanie; Tansania, Vereinigte Republik; "
        "Tanzania, República Unida de"
    ),
    "USA": (
        "Vereinigte Staaten von Amerika; V.St.v.Amerika; Verenigde Staten van Amerika; "
        "Amerikas förenta stater; Amerikas Forenede Stater; Amerikas forente stater; "
        "Stany Zjednoczone Ameryki; Spojené státy americké; Соединенные Штаты Америки; "
        "Сполучені Штати Америки; Ηνωμένες Πολιτείες Αμερικής; الولايات المتحدة الأمريكية; "
        "Amerika Birleşik Devletleri; Statele Unite ale Americii; Egyesült Államok; 美利坚合众国; アメリカ合衆国; 미합중국"
    ),
    "VEN": "Venezuela (République bolivarienne du); Venezuela, Bolivarische Republik",
    "VNM": "Viet-Nam",
    "YUG": "Jugoslawien; Югославия; Iugoslávia; Yougoslavie",
    "ZAF": "Republik Südafrika; ЮАР",
}
