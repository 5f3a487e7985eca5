"""The window remembers, and a bad memory never stops it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from boarddesk.ui.settings import Settings

MORNING = datetime(2026, 5, 28, 10, 42)


def test_choices_are_still_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "window.json"
    settings = Settings(path)
    settings.remember("theme", "dark")
    settings.remember("text size", 125)
    settings.remember("columns of plan", ["owner"])
    again = Settings(path)
    assert again.value("theme") == "dark"
    assert again.number("text size", 100) == 125
    assert again.words("columns of plan") == ["owner"]


def test_a_damaged_file_means_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    path.write_text("{not json", encoding="utf-8")
    settings = Settings(path)
    assert settings.value("theme", "system") == "system"
    assert settings.words("columns of plan") is None


def test_a_choice_of_the_wrong_kind_means_the_default(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    path.write_text('{"text size": "large", "theme": 3, "recent": 1}', encoding="utf-8")
    settings = Settings(path)
    assert settings.number("text size", 100) == 100
    assert settings.value("theme", "system") == "system"
    assert settings.recent() == []


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("here", encoding="utf-8")
    settings = Settings(blocked / "window.json")
    settings.remember("theme", "dark")
    assert settings.value("theme") == "dark"


def test_the_newest_file_comes_first_and_each_only_once(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.json")
    for name in ("a", "b", "a"):
        settings.opened(tmp_path / name, holds="2 boards, no plan", moment=MORNING)
    assert [entry.path.name for entry in settings.recent()] == ["a", "b"]
    assert settings.recent()[0].opened == "2026-05-28T10:42"


def test_a_file_can_be_forgotten(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.json")
    settings.opened(tmp_path / "a", holds="", moment=MORNING)
    settings.forget(tmp_path / "a")
    assert Settings(tmp_path / "window.json").recent() == []
