"""What a branch is called by that names nothing of its own: its line, its desks, the topics on its tiles and below."""

# ruff: noqa: RUF001 - ten languages share some letters that look alike

from typing import Final

from runtime.settings.branch import Topic
from runtime.settings.second_level import ar, de, en, fr, nl, pap, pl, ti, tr, uk
from runtime.settings.values import Names

LINE_NAMES: Final[Names] = {
    "nl": "Informatiepunt",
    "en": "Information point",
    "ar": "نقطة المعلومات",
    "tr": "Bilgi noktası",
    "pl": "Punkt informacyjny",
    "uk": "Інформаційний пункт",
    "ti": "ናይ ሓበሬታ ቦታ",
    "pap": "Punto di informashon",
    "de": "Informationspunkt",
    "fr": "Point d’information",
}

DESK: Final[Names] = {
    "nl": "Balie",
    "en": "Desk",
    "ar": "الشباك",
    "tr": "Gişe",
    "pl": "Stanowisko",
    "uk": "Стійка",
    "ti": "ባንኮ",
    "pap": "Balie",
    "de": "Schalter",
    "fr": "Guichet",
}
"""The word before a desk's number."""

_TOPIC_NAMES: Final[dict[str, Names]] = {
    "digid": {
        "nl": "DigiD en inloggen",
        "en": "DigiD and login",
        "ar": "DigiD وتسجيل الدخول",
        "tr": "DigiD ve giriş",
        "pl": "DigiD i logowanie",
        "uk": "DigiD і вхід",
        "ti": "DigiDን ምእታውን",
        "pap": "DigiD i login",
        "de": "DigiD und Anmelden",
        "fr": "DigiD et connexion",
    },
    "brief": {
        "nl": "Brief of formulier",
        "en": "Letter or form",
        "ar": "رسالة أو استمارة",
        "tr": "Mektup veya form",
        "pl": "List lub formularz",
        "uk": "Лист або бланк",
        "ti": "ደብዳቤ ወይ ቅጥዒ",
        "pap": "Karta òf formulario",
        "de": "Brief oder Formular",
        "fr": "Lettre ou formulaire",
    },
    "geld": {
        "nl": "Geld en werk",
        "en": "Money and work",
        "ar": "المال والعمل",
        "tr": "Para ve iş",
        "pl": "Pieniądze i praca",
        "uk": "Гроші та робота",
        "ti": "ገንዘብን ስራሕን",
        "pap": "Plaka i trabou",
        "de": "Geld und Arbeit",
        "fr": "Argent et travail",
    },
    "wonen": {
        "nl": "Wonen en gemeente",
        "en": "Home and municipality",
        "ar": "السكن والبلدية",
        "tr": "Ev ve belediye",
        "pl": "Mieszkanie i gmina",
        "uk": "Житло та мерія",
        "ti": "ገዛን ምምሕዳር ከተማን",
        "pap": "Kas i gemeente",
        "de": "Wohnen und Gemeinde",
        "fr": "Logement et commune",
    },
    "zorg": {
        "nl": "Zorg",
        "en": "Health care",
        "ar": "الصحة",
        "tr": "Sağlık",
        "pl": "Zdrowie",
        "uk": "Здоров’я",
        "ti": "ጥዕና",
        "pap": "Salú",
        "de": "Gesundheit",
        "fr": "Santé",
    },
    "reizen": {
        "nl": "Reizen en rijbewijs",
        "en": "Travel and driving",
        "ar": "السفر ورخصة القيادة",
        "tr": "Ulaşım ve ehliyet",
        "pl": "Podróże, prawo jazdy",
        "uk": "Поїздки та водіння",
        "ti": "ጉዕዞን መዘወሪ ፍቓድን",
        "pap": "Biahe i reibeweis",
        "de": "Reisen und Führerschein",
        "fr": "Transport et permis",
    },
    "telefoon": {
        "nl": "Telefoon en computer",
        "en": "Phone and computer",
        "ar": "الهاتف والكمبيوتر",
        "tr": "Telefon ve bilgisayar",
        "pl": "Telefon i komputer",
        "uk": "Телефон і комп’ютер",
        "ti": "ተሌፎንን ኮምፒተርን",
        "pap": "Telefon i kòmpiuter",
        "de": "Telefon und Computer",
        "fr": "Téléphone et ordinateur",
    },
    "leren": {
        "nl": "Leren en oefenen",
        "en": "Learn and practise",
        "ar": "التعلم والتدرب",
        "tr": "Öğrenme ve alıştırma",
        "pl": "Nauka i ćwiczenia",
        "uk": "Навчання та практика",
        "ti": "ምምሃርን ልምምድን",
        "pap": "Siña i praktiká",
        "de": "Lernen und üben",
        "fr": "Apprendre et pratiquer",
    },
}

_PICTURES_BELOW: Final = {
    "digid": {
        "digid-aanvragen": "rijbewijs",
        "digid-app": "digid",
        "digid-wachtwoord": "sleutel",
        "digid-berichten": "envelop",
        "digid-ander": "mensen",
    },
    "brief": {"brief-uitleg": "brief", "brief-formulier": "leren", "brief-echt": "envelop"},
    "geld": {
        "geld-belasting": "envelop",
        "geld-toeslagen": "gezin",
        "geld-werk": "werk",
        "geld-pensioen": "munten",
        "geld-studie": "boek",
        "geld-boete": "brief",
    },
    "wonen": {
        "wonen-verhuizen": "sleutel",
        "wonen-paspoort": "rijbewijs",
        "wonen-huis": "wonen",
        "wonen-energie": "energie",
        "wonen-melden": "telefoongesprek",
        "wonen-verblijf": "mensen",
    },
    "zorg": {"zorg-verzekering": "geld", "zorg-dokter": "dokter", "zorg-thuis": "wonen"},
    "reizen": {
        "reizen-pas": "reizen",
        "reizen-rijbewijs": "rijbewijs",
        "reizen-auto": "auto",
        "reizen-parkeren": "munten",
    },
    "telefoon": {
        "telefoon-mijn": "digid",
        "telefoon-mail": "envelop",
        "telefoon-nep": "telefoongesprek",
        "telefoon-bank": "bank",
        "telefoon-printen": "printer",
    },
    "leren": {
        "leren-computer": "telefoon",
        "leren-overheid": "digid",
        "leren-nederlands": "boek",
        "leren-rekenen": "rekenen",
        "leren-zelf": "leren",
        "leren-nieuws": "foto",
    },
}

_NAMES_BELOW: Final = {
    "nl": nl.NAMES,
    "en": en.NAMES,
    "ar": ar.NAMES,
    "tr": tr.NAMES,
    "pl": pl.NAMES,
    "uk": uk.NAMES,
    "ti": ti.NAMES,
    "pap": pap.NAMES,
    "de": de.NAMES,
    "fr": fr.NAMES,
}

CATALOGUE: Final = tuple(Topic(id=name, picture=name, names=names) for name, names in _TOPIC_NAMES.items())
"""The topics of a branch that names none of its own."""

SECOND_LEVEL: Final = {
    above: tuple(
        Topic(id=name, picture=picture, names={language: names[name] for language, names in _NAMES_BELOW.items()})
        for name, picture in below.items()
    )
    for above, below in _PICTURES_BELOW.items()
}
"""What can be put below each of them; a branch has it where it names the ids."""

KNOWN: Final = {topic.id: topic for level in (CATALOGUE, *SECOND_LEVEL.values()) for topic in level}
"""The topics of both levels that a branch can name by their id alone."""
