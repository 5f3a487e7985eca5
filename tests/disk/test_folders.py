"""Backups and settings of the tests stand in folders of their own, on every system."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from platformdirs import user_config_path, windows

from boarddesk.disk.folders import data_folder

ELSEWHERE = "C:\\elsewhere"


def windows_places() -> list[str]:
    """Where Windows would have settings, backups and memory stand."""
    asked = windows.Windows("BoardDesk", appauthor=False, roaming=False)
    roaming = windows.Windows("BoardDesk", appauthor=False, roaming=True)
    return [asked.user_data_dir, asked.user_config_dir, asked.user_state_dir, roaming.user_data_dir]


def test_no_test_writes_where_the_person_keeps_their_own(own_folders: Path) -> None:
    assert data_folder().is_relative_to(own_folders)
    assert user_config_path("BoardDesk", appauthor=False).is_relative_to(own_folders)


@pytest.fixture(scope="session")
def kept_once() -> Path:
    """Where something made once for many tests would be remembered."""
    return data_folder()


def test_nor_does_what_is_made_once_for_many_tests(
    kept_once: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert kept_once.is_relative_to(tmp_path_factory.getbasetemp())


def test_nor_on_windows_which_is_asked_by_the_names_the_tests_give(
    own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = [name for name, value in os.environ.items() if Path(value).is_relative_to(own_folders)]
    for name in given:
        monkeypatch.setenv(name, ELSEWHERE)  # here a path of Windows; elsewhere it is not heard
    assert all(place.startswith(ELSEWHERE) for place in windows_places())


def test_by_other_names_the_persons_own_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control."""
    for name in ("LOCAL_APPDATA", "APPDATA"):
        monkeypatch.delenv(f"WIN_PD_OVERRIDE_{name}")
        monkeypatch.setenv(f"WIN_PD_OVERRIDE_CSIDL_{name}", ELSEWHERE)
    try:
        places = windows_places()
    except NotImplementedError:  # this is no Windows that could be asked
        return
    assert not [place for place in places if place.startswith(ELSEWHERE)]
