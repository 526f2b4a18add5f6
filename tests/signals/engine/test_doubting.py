"""Doubts: what stands elsewhere in the ad makes a find weak."""

import pytest

from signals import Position, analyze

ON_SITE = "Bakery engineer | Onsite | Full-time\n\nYou will build ovens that think."


def weights(text: str) -> list[float]:
    return [one.weight for one in analyze(text).signals if one.rule == "presence-on-site"]


def test_work_on_site_is_strong() -> None:
    assert analyze(ON_SITE).position is Position.FULLY_SYNC


@pytest.mark.parametrize(
    "offer",
    [
        "Remote is possible for senior people.",
        "We are open to remote candidates in Norway.",
        "You can also work remotely.",
        "SF / REMOTE",
        "Come to Oslo, or work remotely if you like.",
        "Remote OK.",
        "This is a remote position.",
    ],
)
def test_an_offer_of_remote_work_makes_it_weak(offer: str) -> None:
    assert weights(f"{ON_SITE}\n{offer}") == [0.8]
    assert analyze(f"{ON_SITE}\n{offer}").position is Position.UNCLEAR


@pytest.mark.parametrize(
    "words",
    [
        "Sorry, no remote work.",
        "Remote: no",
        "Remote work is not possible.",
        "Interviews can be done remotely.",
        "You can work remotely on some days.",
        "Experience with remote sensing or remote control.",
        "The first weeks may be remote, or remote until you have moved.",
    ],
)
def test_other_words_about_remote_work_do_not(words: str) -> None:
    assert 0.8 not in weights(f"{ON_SITE}\n{words}")
