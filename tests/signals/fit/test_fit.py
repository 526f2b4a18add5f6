"""What a job would mean for one seeker, without changing what it is."""

from datetime import time

import pytest

from signals import CareerStage, Fit, Profile, Suitability, analyze

JAKARTA = Profile("Asia/Jakarta", time(9), time(18))
NINE_TO_FIVE = "Working hours: 9am to 5pm EST. There is a daily standup."
ASYNC = "We are an async-first team. We have no daily standups. Set your own hours."


def fit(text: str, profile: Profile = JAKARTA) -> Fit:
    found = analyze(text, profile=profile).fit
    assert found
    return found


def test_hours_at_night_suit_poorly() -> None:
    assert fit(NINE_TO_FIVE).suitability is Suitability.POORLY


def test_hours_at_night_suit_who_wants_to_work_then() -> None:
    owl = Profile("Asia/Jakarta", time(20), time(5))
    assert fit(NINE_TO_FIVE, owl).suitability is Suitability.WELL


def test_more_than_eight_hours_apart_leaves_only_async_work() -> None:
    assert any("only asynchronous" in reason for reason in fit(NINE_TO_FIVE).reasons)


@pytest.mark.parametrize(
    ("stage", "suitability"),
    [(CareerStage.SENIOR, Suitability.WELL), (CareerStage.JUNIOR, Suitability.PARTLY)],
)
def test_async_work_suits_seniors_more_than_juniors(
    stage: CareerStage, suitability: Suitability
) -> None:
    assert fit(ASYNC, Profile("Europe/Oslo", stage=stage)).suitability is suitability


def test_reason_for_a_senior_holds_for_a_job_that_is_only_on_site() -> None:
    found = fit("This job is on-site in Oslo.", Profile("Europe/Oslo", stage=CareerStage.SENIOR))
    assert found.reasons == ("Set hours, places or calls leave less room to focus.",)


def test_fixed_commitments_go_with_hours_one_chooses() -> None:
    found = fit(ASYNC, Profile("Europe/Oslo", fixed_commitments=True))
    assert found.suitability is Suitability.WELL
    assert found.reasons[0].startswith("Hours you choose")


def test_silent_ad_gives_no_judgement() -> None:
    assert fit("We seek a cook.").suitability is Suitability.UNKNOWN


def test_profile_never_changes_the_verdict() -> None:
    plain, fitted = analyze(NINE_TO_FIVE), analyze(NINE_TO_FIVE, profile=JAKARTA)
    assert (plain.position, plain.score) == (fitted.position, fitted.score)


def test_unknown_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone 'Mars/Olympus'"):
        analyze(NINE_TO_FIVE, profile=Profile("Mars/Olympus"))
