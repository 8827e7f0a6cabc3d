"""References in French, Spanish and Russian documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from pilcrow.references import Kind, find_references

OWN = "E/CN.15/2024/5"

_HERE: dict[str, dict[str, list[tuple[str, ...]]]] = {
    "fr": {
        "voir le paragraphe 12 ci-dessus": [("para-12",)],
        "(voir par. 54)": [("para-54",)],
        "(voir également les par. 5 à 7)": [("para-5", "para-6", "para-7")],
        "aux paragraphes 12 à 15 ci-dessous": [("para-12", "para-13", "para-14", "para-15")],
        "paragraphes 12, 14 et 16 du présent rapport": [("para-12",), ("para-14",), ("para-16",)],
        "(par. 21-23 ci-dessus)": [("para-21", "para-22", "para-23")],
        "au paragraphe 115 b) ci-dessus": [("para-115-b",)],
        "au paragraphe 115 b) ii) plus haut": [("para-115-b-ii",)],
        "(voir par. 12 ci-dessus et sect. II.B)": [("para-12",)],
        "(voir par. 12 et sect. II.B)": [("para-12",), ("ii-b",)],
        "section II.D.2 ci-dessous": [("ii-d-2",)],
        "les chapitres II à IV du présent document": [("ii", "iii", "iv")],
        "(voir annexe I)": [("annex-i",)],
        "(voir l’annexe)": [("annex",)],
        "E/CN.15/2024/5, par. 54 et 56": [("para-54",), ("para-56",)],
        "au paragraphe 54 du document E/CN.15/2024/5": [("para-54",)],
        "Il est dit (voir, par exemple, le paragraphe 9)": [("para-9",)],
    },
    "es": {
        "véase el párrafo 3 supra": [("para-3",)],
        "(véase el párr. 54)": [("para-54",)],
        "(véanse también los párrs. 5 a 7)": [("para-5", "para-6", "para-7")],
        "en los párrafos 12 a 15 infra": [("para-12", "para-13", "para-14", "para-15")],
        "los párrafos 12, 14 y 16 del presente informe": [("para-12",), ("para-14",), ("para-16",)],
        "párrafo 115 b) más arriba": [("para-115-b",)],
        "la sección II.B supra": [("ii-b",)],
        "(véase el anexo I)": [("annex-i",)],
        "E/CN.15/2024/5, párrs. 54 y 56": [("para-54",), ("para-56",)],
    },
    "ru": {
        "см. пункт 5 выше": [("para-5",)],
        "(см. пункт 54)": [("para-54",)],
        "(см. также пп. 5–7)": [("para-5", "para-6", "para-7")],
        "в пунктах 12–15 ниже": [("para-12", "para-13", "para-14", "para-15")],
        "пункты 12, 14 и 16 настоящего доклада": [("para-12",), ("para-14",), ("para-16",)],
        "в пункте 115 b) выше": [("para-115-b",)],
        "раздел II.B выше": [("ii-b",)],
        "(см. приложение I)": [("annex-i",)],
        "E/CN.15/2024/5, пункты 54 и 56": [("para-54",), ("para-56",)],
    },
}
_NOT_HERE = {
    "fr": [
        "conformément au paragraphe 53 du règlement",
        "voir le paragraphe 12 de la résolution 74/247",
        "voir le paragraphe 12 d’une autre étude",
        "l’article 46, paragraphe 13, de la Convention",
        "au paragraphe 18, le Conseil a décidé",
        "A/80/62, par. 54",
        "(voir A/80/62, par. 54 et 55)",
        "la Convention (voir par. 12)",
        "Voir par. 58 et 59.",
        "les sections I et II",
    ],
    "es": [
        "de conformidad con el párrafo 53 del reglamento",
        "véase el párrafo 12 de la resolución 74/247",
        "el artículo 46, párrafo 13, de la Convención",
        "A/80/62, párr. 54",
        "(véase A/80/62, párrs. 54 y 55)",
        "Véanse los párrs. 58 y 59.",
        "el párrafo 12",
    ],
    "ru": [
        "в соответствии с пунктом 53 правил процедуры",
        "см. пункт 12 резолюции 74/247",
        "статья 46, пункт 13, Конвенции",
        "A/80/62, пункт 54",
        "(см. A/80/62, пп. 54 и 55)",
        "См. пункты 58 и 59.",
        "пункт назначения 5 выше",
        "в пункте 12",
    ],
}
_ADOPTED: dict[str, dict[str, list[str | None]]] = {
    "fr": {
        "la résolution 74/247 de l’Assemblée générale": ["A/RES/74/247"],
        "la résolution 2692 (2023) du Conseil de sécurité": ["S/RES/2692(2023)"],
        "la décision 2023/330 du Conseil économique et social": ["E/DEC/2023/330"],
        "les résolutions 74/247 et 75/282 de l'Assemblée générale": [
            "A/RES/74/247",
            "A/RES/75/282",
        ],
        "les résolutions 74/247 de l’Assemblée générale et 1325 (2000) du Conseil de sécurité": [
            "A/RES/74/247",
            "S/RES/1325(2000)",
        ],
        "la résolution 33/25 du Conseil des droits de l’homme": ["A/HRC/RES/33/25"],
        "la résolution 74/247 du 27 décembre 2019 de l’Assemblée générale": ["A/RES/74/247"],
        "L’Assemblée générale, dans sa résolution 74/247, a décidé": ["A/RES/74/247"],
        "L’Assemblée, dans sa résolution 74/247, a décidé": ["A/RES/74/247"],
        "les résolutions 982 (1995) et 987 (1995)": ["S/RES/982(1995)", "S/RES/987(1995)"],
        "les résolutions de l’Assemblée générale 66/181 et 67/1": ["A/RES/66/181", "A/RES/67/1"],
        "la résolution 33/25": [None],
        "la résolution 60/1 de la Commission des stupéfiants": [None],
        "La Commission des stupéfiants, dans sa résolution 60/1": [None],
        "l’Assemblée parlementaire, dans sa résolution 74/247": [None],
        "l’Assemblée générale et le Conseil des droits de l’homme, résolution 33/25": [None],
        "la résolution 10/1 de l’Assemblée générale": [None],
    },
    "es": {
        "la resolución 74/247 de la Asamblea General": ["A/RES/74/247"],
        "las resoluciones 982 (1995) y 987 (1995) del Consejo de Seguridad": [
            "S/RES/982(1995)",
            "S/RES/987(1995)",
        ],
        "la resolución 2024/15 del Consejo Económico y Social": ["E/RES/2024/15"],
        "la resolución 33/25 del Consejo de Derechos Humanos": ["A/HRC/RES/33/25"],
        "la decisión 78/506 de la Asamblea General": ["A/DEC/78/506"],
        "La Asamblea General, en su resolución 74/247, decidió": ["A/RES/74/247"],
        "la resolución 74/247 de la Asamblea General, de 27 de diciembre de 2019": ["A/RES/74/247"],
        "la Asamblea Nacional, en su resolución 74/247": [None],
        "el Consejo de Europa, en su resolución 33/25": [None],
    },
    "ru": {
        "резолюция 74/247 Генеральной Ассамблеи": ["A/RES/74/247"],
        "резолюций 5/1 и 16/21 Совета по правам человека": ["A/HRC/RES/5/1", "A/HRC/RES/16/21"],
        "в резолюции 2692 (2023) Совета Безопасности": ["S/RES/2692(2023)"],
        "в резолюции 2024/15 Экономического и Социального Совета": ["E/RES/2024/15"],
        "резолюция 74/247 Генеральной Ассамблеи от 27 декабря 2019 года": ["A/RES/74/247"],
        "резолюция 74/247 от 27 декабря 2019 года": [None],
        "Генеральная Ассамблея в своей резолюции 74/247 постановила": ["A/RES/74/247"],
        "решение 78/506 Генеральной Ассамблеи": ["A/DEC/78/506"],
        "резолюции 1325/2000 Совета Безопасности": [],
        "резолюции Европейского парламента от 26 февраля 2014 года": [],
    },
}


def _cases(
    table: Mapping[str, Mapping[str, Sequence[object]]],
) -> list[tuple[str, str, Sequence[object]]]:
    return [
        (language, text, expected)
        for language, rows in table.items()
        for text, expected in rows.items()
    ]


def _targets(text: str, language: str) -> list[tuple[str, ...]]:
    found = find_references(text, own_symbol=OWN, language=language)
    return [one.targets for one in found if one.kind is Kind.INTERNAL]


@pytest.mark.parametrize(("language", "text", "expected"), _cases(_HERE))
def test_sure_wording_leads_into_the_report(
    language: str, text: str, expected: list[tuple[str, ...]]
) -> None:
    """What leaves no doubt in English leaves none in another language."""
    assert _targets(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language in _NOT_HERE for text in _NOT_HERE[language]],
)
def test_doubtful_wording_leads_nowhere(language: str, text: str) -> None:
    """Paragraphs of other documents, and those of nobody knows what, are no links."""
    assert _targets(text, language) == []


@pytest.mark.parametrize(("language", "text", "expected"), _cases(_ADOPTED))
def test_a_resolution_leads_to_its_symbol(
    language: str, text: str, expected: list[str | None]
) -> None:
    """The body stands behind the number; where it is not known, there is no address."""
    found = [
        one
        for one in find_references(text, own_symbol=OWN, language=language)
        if one.kind in {Kind.RESOLUTION, Kind.DECISION}
    ]
    assert [one.symbol for one in found] == expected
    for one in found:
        assert (one.address or "").startswith(f"https://docs.un.org/{language}/") or not one.symbol


def test_words_of_one_language_say_nothing_in_another() -> None:
    """A French document's "see" is no English one's: the language decides."""
    assert _targets("voir le paragraphe 12 ci-dessus", "en") == []
    assert _targets("see paragraph 12 above", "ru") == []
