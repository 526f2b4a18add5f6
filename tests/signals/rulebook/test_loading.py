"""A wrong record is refused with its file, its rule and the reason."""

import re
from pathlib import Path

import pytest

from signals.errors import BadRule
from signals.rulebook import RuleBook, load
from signals.rulebook.loading import RULES_FOLDER

GOOD = """
[[rule]]
id = "claim-async"
direction = "async"
weight = 2.0
why = "It says so."
patterns = ['async']
matches = ["async", "all async", "so async"]
misses = ["sync", "a sink", "in sync"]
"""


QUESTION = """
[claim]
rank = 1
question = "Is it async?"
"""


def book(tmp_path: Path, rules: str) -> Path:
    (tmp_path / "claim").mkdir(exist_ok=True)
    (tmp_path / "claim" / "async.toml").write_text(rules, encoding="utf-8")
    return tmp_path


def tried(folder: Path) -> RuleBook:
    return load(folder, tries_patterns=True)


def test_good_record_becomes_a_rule(tmp_path: Path) -> None:
    (rule,) = tried(book(tmp_path, GOOD)).rules
    assert (rule.id, rule.weight, rule.patterns) == ("claim-async", 2.0, ("async",))


def test_word_of_the_vocabulary_stands_for_its_alternatives(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.toml").write_text("[pace]\nany_of = ['a?', 'non-']\n")
    (rule,) = load(book(tmp_path, GOOD.replace("['async']", "['{pace}sync\\d{1,2}']"))).rules
    assert rule.patterns == (r"(?:a?|non-)sync\d{1,2}",)


@pytest.mark.parametrize(
    ("alternatives", "reason"),
    [
        ("[]", "needs `any_of`"),
        ("'swift'", "`any_of` must be a list of texts"),
        ("[1]", "`any_of` must be a list of texts"),
        ("['swift', 'swift']", "`any_of` holds a text twice: swift"),
    ],
)
def test_word_without_alternatives_is_refused(
    tmp_path: Path, alternatives: str, reason: str
) -> None:
    (tmp_path / "vocabulary.toml").write_text(f"[pace]\nany_of = {alternatives}\n")
    with pytest.raises(BadRule, match=f"vocabulary.toml, pace: {reason}"):
        tried(book(tmp_path, GOOD))


DOUBT = """
[far-away]
why = "It says the contrary."
at_most = 0.5
anywhere = ['contrary']
"""


def test_doubt_is_shared_by_the_rules_that_name_it(tmp_path: Path) -> None:
    (tmp_path / "doubts.toml").write_text(DOUBT)
    loaded = load(
        book(tmp_path, GOOD.replace("weight = 2.0", "weight = 2.0\ndoubts = ['far-away']"))
    )
    assert loaded.rules[0].doubts == ("far-away",)
    assert loaded.doubts["far-away"].at_most == 0.5


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('why = "It says the contrary."', "", "doubt far-away: `why` must be a sentence"),
        ("at_most = 0.5", "", "doubt far-away: `at_most` must lie above 0"),
        ("anywhere = ['contrary']", "", "doubt far-away: lacks `anywhere`"),
        ("['contrary']", "['(contrary']", "doubt far-away: RE2 refuses"),
        (
            "at_most = 0.5",
            "at_most = 0.5\nsentence = ['x']",
            "doubt far-away: does not know sentence",
        ),
    ],
)
def test_wrong_doubt_is_refused(tmp_path: Path, old: str, new: str, reason: str) -> None:
    (tmp_path / "doubts.toml").write_text(DOUBT.replace(old, new))
    with pytest.raises(BadRule, match=re.escape(reason)):
        tried(book(tmp_path, GOOD))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("[[rule]]", "mood = 1\n[[rule]]", "claim/async.toml: does not know mood"),
        ("id = \"claim-async\"", "id = \"R17\"", "rule R17: `id` must be lower-case words"),
        ("weight = 2.0", "weight = 9", "claim-async: `weight` must lie above 0"),
        ("weight = 2.0", "weight = 2.0\nsteps = 0", "claim-async: `steps` must be a whole number"),
        ("weight = 2.0", "weight = 2.0\ncolour = 'red'", "claim-async: does not know colour"),
        ("why = \"It says so.\"", "", "claim-async: lacks why"),
        ("['async']", "['(async']", "claim-async: RE2 refuses the pattern"),
        ("['async']", "['(?=async)']", "claim-async: RE2 refuses the pattern"),
        ("['async']", "['a*']", "claim-async: pattern matches the empty text"),
        ("['async']", "['ásync']", "claim-async: pattern is not ASCII"),
        ("['async']", "'async'", "claim-async: `patterns` must be a list"),
        ("['async']", "['async|unsync']", "claim-async: pattern joins several"),
        ("['async']", "['{pace}']", "claim-async: the vocabulary has no `{pace}`"),
        ("direction = \"async\"", "direction = \"sideways\"", "claim-async: 'sideways'"),
        ("\"so async\"", "", "claim-async: needs at least 3 `matches`"),
        ("weight = 2.0", "weight = 2.0\nguards = ['nobody']", "unknown guard `nobody`"),
        ("[[rule]]", "[[rule", "not valid TOML"),
        ("[[rule]]", "[rule]", "async.toml: each rule must begin with [[rule]]"),
        ("[[rule]]", "[[rules]]", "claim/async.toml: does not know rules"),
        ("why = \"It says so.\"", "why = ''", "claim-async: `why` must be a sentence"),
        ("weight = 2.0", "weight = 2.0\nnumber = 5", "claim-async, number: must be a table"),
        ("['async']", "['a', 'so', 'a']", "claim-async: `patterns` holds a text twice: a"),
        ("['async']", "['(?P<n>a)']\nnumber = {at_least = 'ten'}", "must be numbers"),
    ],
)  # fmt: skip
def test_wrong_record_is_refused_with_its_place(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    assert old in GOOD
    with pytest.raises(BadRule) as refusal:
        tried(book(tmp_path, GOOD.replace(old, new)))
    assert reason in str(refusal.value)
    assert "async.toml" in str(refusal.value)


def test_bars_in_groups_and_classes_join_nothing(tmp_path: Path) -> None:
    patterns = r"['(a|b)sync', '[|]sync', '\|sync']"
    (rule,) = tried(book(tmp_path, GOOD.replace("['async']", patterns))).rules
    assert rule.patterns == ("(a|b)sync", "[|]sync", r"\|sync")


def test_questions_stand_in_the_order_of_their_ranks(tmp_path: Path) -> None:
    questions = QUESTION + QUESTION.replace("claim", "hours").replace("rank = 1", "rank = 0")
    (tmp_path / "questions.toml").write_text(questions, encoding="utf-8")
    asked = tried(book(tmp_path, GOOD)).questions
    assert [question.aspect for question in asked] == ["hours", "claim"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("[claim]", "[mood]", "questions.toml, mood: the aspect must be one of claim"),
        ("Is it async?", "Async.", "questions.toml, claim: needs a `question`"),
        ("rank = 1", "rank = 'first'", "questions.toml, claim: needs a `question`"),
    ],
)
def test_wrong_question_is_refused(tmp_path: Path, old: str, new: str, reason: str) -> None:
    (tmp_path / "questions.toml").write_text(QUESTION.replace(old, new), encoding="utf-8")
    with pytest.raises(BadRule, match=re.escape(reason)):
        tried(book(tmp_path, GOOD))


def test_two_rules_of_one_name_are_refused(tmp_path: Path) -> None:
    twice = GOOD + GOOD[GOOD.index("[[rule]]") :]
    with pytest.raises(BadRule, match="stands twice"):
        load(book(tmp_path, twice))


def test_guard_without_a_reason_is_refused(tmp_path: Path) -> None:
    (tmp_path / "guards.toml").write_text("[negated]\nbefore = ['no']\n", encoding="utf-8")
    with pytest.raises(BadRule, match="guard negated: `why` must be a sentence"):
        tried(book(tmp_path, GOOD))


@pytest.mark.parametrize(
    "file", ["guards.toml", "doubts.toml", "questions.toml", "vocabulary.toml"]
)
def test_shared_record_that_is_no_table_is_refused(tmp_path: Path, file: str) -> None:
    (tmp_path / file).write_text("claim = 'Is it async?'\n", encoding="utf-8")
    with pytest.raises(BadRule, match=f"{file}, claim: must be a table"):
        load(book(tmp_path, GOOD))


def test_guard_with_a_pattern_in_place_of_a_list_is_refused(tmp_path: Path) -> None:
    (tmp_path / "guards.toml").write_text("[negated]\nwhy = 'Denied.'\nbefore = 'no'\n")
    with pytest.raises(BadRule, match="guard negated: `before` must be a list"):
        load(book(tmp_path, GOOD))


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [("fr\u00fch", "not ASCII"), ("n?o?", "matches the empty text"), ("no|never", "joins several")],
)
def test_pattern_of_a_guard_is_tried_like_that_of_a_rule(
    tmp_path: Path, pattern: str, reason: str
) -> None:
    guard = f"[negated]\nwhy = 'Denied.'\nbefore = ['{pattern}']\n"
    (tmp_path / "guards.toml").write_text(guard, encoding="utf-8")
    with pytest.raises(BadRule, match=f"guard negated: .*{reason}"):
        tried(book(tmp_path, GOOD))


def test_language_without_rules_by_a_slip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "de.toml").write_text("language = 'de'\n[[rules]]\nid = 'x'\n")
    with pytest.raises(BadRule, match=r"de\.toml: does not know rules"):
        load(book(tmp_path, GOOD))


def test_version_changes_with_the_rules(tmp_path: Path) -> None:
    first = load(book(tmp_path, GOOD)).version
    load.cache_clear()
    second = load(book(tmp_path, GOOD.replace("2.0", "1.0"))).version
    load.cache_clear()
    assert first != second


def test_every_aspect_with_rules_has_a_question() -> None:
    book_ = load(RULES_FOLDER)
    assert {rule.aspect for rule in book_.rules} == {one.aspect for one in book_.questions}
