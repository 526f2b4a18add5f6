"""A posting is read in its own language, or not at all."""

import pytest

from signals import Position, analyze

GERMAN = (
    "Wir suchen eine Kartografin für unser Team. Es gibt flexible Arbeitszeiten, und die "
    "Kernarbeitszeit umfasst vier Stunden. Du nimmst an Dailys teil und zeichnest Seekarten."
)
POLISH = (
    "Szukamy kartografki do naszego zespołu. Oferujemy elastyczne godziny pracy oraz pracę zdalną. "
    "Daily standup odbywa się codziennie o dziewiątej. Prosimy o przesłanie aplikacji."
)


def test_english_posting_is_read_by_english_rules() -> None:
    report = analyze("We seek an engineer for our team. There is a daily standup at 9:30.")
    assert (report.language, report.unread_language) == ("en", None)
    assert [signal.rule for signal in report.signals] == ["meetings-daily-standup"]


def test_german_posting_is_read_by_german_rules_only() -> None:
    report = analyze(GERMAN)
    assert (report.language, report.unread_language) == ("de", None)
    assert {signal.rule for signal in report.signals} == {
        "hours-flexible-de", "hours-core-de", "meetings-daily-de",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "rule"),
    [
        (
            "Nous recherchons une cartographe pour notre équipe. Vous participez aux astreintes et "
            "vous dessinez des cartes marines pour de petits ports de pêche.",
            "fr",
            "realtime-on-call-fr",
        ),
        (
            "Buscamos una cartógrafa para nuestro equipo. Ofrecemos horario flexible y un buen "
            "ambiente de trabajo en la costa del norte.",
            "es",
            "hours-flexible-es",
        ),
        (
            "Buscamos uma cartógrafa para a nossa equipe. Oferecemos horário flexível e um bom "
            "ambiente de trabalho, com reuniões apenas quando são necessárias.",
            "pt",
            "hours-flexible-pt",
        ),
    ],
)
def test_further_languages_are_read(text: str, language: str, rule: str) -> None:
    report = analyze(text)
    assert report.language == language
    assert rule in {signal.rule for signal in report.signals}


def test_language_without_rules_is_named_and_never_guessed_at() -> None:
    report = analyze(POLISH)
    assert (report.unread_language, report.position) == ("Polish", Position.UNCLEAR)
    assert report.signals == ()


def test_short_text_is_taken_for_english() -> None:
    assert analyze("A daily standup.").language == "en"
