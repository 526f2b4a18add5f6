"""Settings may stand in a file; what is wrong in it is named with the file."""

from pathlib import Path

import pytest

from server.errors import BadSetting
from server.settings import Settings
from server.settings_file import file_of, read_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "syncline.toml"


def settings(file: Path, **environment: str) -> Settings:
    named = {"SYNCLINE_CONFIG": str(file), **environment}
    return Settings.read(named, read_file(named))


def test_file_sets_them(file: Path) -> None:
    file.write_text('port = 9000\ndata = "/tmp/x"\nallowed_hosts = ["a.example"]\n')
    read = settings(file)
    assert (read.port, read.data, read.allowed_hosts) == (9000, Path("/tmp/x"), ("a.example",))


def test_environment_wins_over_the_file(file: Path) -> None:
    file.write_text("port = 9000\n")
    assert settings(file, SYNCLINE_PORT="9001").port == 9001


def test_file_is_in_the_configuration_folder_and_may_be_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert file_of({}).name == "syncline.toml"
    assert tmp_path in file_of({}).parents
    assert read_file({}) == {}


def test_file_that_is_named_must_be_there(file: Path) -> None:
    with pytest.raises(BadSetting, match="there is no such file"):
        settings(file)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("prot = 9000", "there is no setting 'prot'. Perhaps port"),
        ('port = "9000"', "port must be a whole number, not '9000'"),
        ("allow_private = 1", "allow_private must be true or false, not 1"),
        ('allowed_hosts = "a.example"', "allowed_hosts must be a list of texts"),
        ("port = 99999", "port must lie between 0 and 65535"),
        ('password = "tern"', "password must have at least 12 characters"),
        ('log_level = "loud"', "log_level must be one of debug, info, warning, error, not 'loud'"),
        ("port: 9000", "is no TOML"),
        ("\udcff", "is no TOML"),
    ],
)
def test_wrong_value_is_named(file: Path, content: str, says: str) -> None:
    file.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(BadSetting, match=says) as found:
        settings(file)
    assert found.value.where == str(file)
