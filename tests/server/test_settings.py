"""Settings come from the command line, else the environment, else their defaults."""

from pathlib import Path

import pytest

from server.errors import BadSetting
from server.settings import Settings


def test_defaults_keep_the_service_on_this_machine() -> None:
    settings = Settings.read({})
    assert (settings.host, settings.port, settings.allow_private) == ("127.0.0.1", 8765, False)
    assert settings.database_url.endswith("syncline.db")


def test_environment_sets_them() -> None:
    settings = Settings.read({"SYNCLINE_PORT": "9000", "SYNCLINE_DATA": "/tmp/x"})
    assert (settings.port, settings.data) == (9000, Path("/tmp/x"))


def test_database_is_named_by_its_url() -> None:
    url = "postgresql://syncline@db.example/syncline"
    assert Settings.read({"SYNCLINE_DATABASE_URL": url}).database_url == url


def test_option_wins_over_the_environment() -> None:
    assert Settings.read({"SYNCLINE_PORT": "9000"}, port=9001, host=None).port == 9001


def test_lists_are_separated_by_commas() -> None:
    settings = Settings.read({"SYNCLINE_ALLOWED_HOSTS": "a.example, b.example"})
    assert settings.allowed_hosts == ("a.example", "b.example")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "http"),
        ("PORT", "99999"),
        ("ALLOW_PRIVATE", "perhaps"),
        ("LOG_LEVEL", "loud"),
        ("PASSWORD", "tern"),
    ],
)
def test_wrong_value_is_named_with_its_variable(name: str, value: str) -> None:
    with pytest.raises(BadSetting) as found:
        Settings.read({f"SYNCLINE_{name}": value})
    assert found.value.where == f"SYNCLINE_{name}"


def test_wrong_option_is_named() -> None:
    with pytest.raises(BadSetting, match="must lie between 0 and 65535"):
        Settings.read({}, port=99999)


@pytest.mark.parametrize(
    ("variable", "todo"),
    [
        ("SYNCLINE_PROT", "Perhaps SYNCLINE_PORT"),
        ("SYNCLINE_DATABASE", "Perhaps SYNCLINE_DATABASE_URL"),
        ("SYNCLINE_ZZZ", "There are SYNCLINE_HOST, SYNCLINE_PORT, "),
    ],
)
def test_variable_that_is_no_setting_is_refused(variable: str, todo: str) -> None:
    with pytest.raises(BadSetting, match="there is no such setting") as found:
        Settings.read({variable: "9000"})
    assert found.value.where == variable
    assert (found.value.todo or "").startswith(todo)


def test_variables_that_others_read_are_left_alone() -> None:
    others = ("SYNCLINE_CONFIG", "SYNCLINE_CHROMIUM", "SYNCLINE_SHARED", "SYNCLINE_EXAMPLES")
    assert Settings.read({**dict.fromkeys(others, "x"), "SYNCLINE_PROT": ""}) == Settings()
