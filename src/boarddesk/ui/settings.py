"""What the window remembers for a person between sessions: a small JSON file in their own folder."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import platformdirs

from boarddesk.disk.drafts import draft_in
from boarddesk.disk.patience import replace

_MOST_RECENT = 8


class Recent(NamedTuple):
    """A file opened before: where it is, what was in it, when it was last open (ISO)."""

    path: Path
    holds: str
    opened: str


class Settings:
    """Choices by name. A damaged or missing file means the defaults; an unwritable one stops nothing."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or default_path()
        self._values = _read(self._path)

    def value(self, name: str, default: str = "") -> str:
        """A remembered word."""
        found = self._values.get(name)
        return found if isinstance(found, str) else default

    def number(self, name: str, default: int) -> int:
        """A remembered whole number."""
        found = self._values.get(name)
        return found if isinstance(found, int) and not isinstance(found, bool) else default

    def words(self, name: str) -> list[str] | None:
        """A remembered list of words; None when nothing was ever chosen."""
        found = self._values.get(name)
        return [str(word) for word in found] if isinstance(found, list) else None

    def remember(self, name: str, value: str | int | list[str]) -> None:
        """Keep one choice, on disk at once."""
        if self._values.get(name) != value:
            self._values[name] = value
            self._write()

    def recent(self) -> list[Recent]:
        """The files opened before, newest first."""
        found = self._values.get("recent")
        return (
            [_recent(entry) for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []
        )

    def opened(self, path: Path, *, holds: str, moment: datetime) -> None:
        """Put a file at the top of the recent ones."""
        now = Recent(path, holds, moment.isoformat(timespec="minutes"))
        self._keep_recent([now, *(entry for entry in self.recent() if entry.path != path)])

    def forget(self, path: Path) -> None:
        """Take a file off the list of recent ones."""
        self._keep_recent([entry for entry in self.recent() if entry.path != path])

    def _keep_recent(self, entries: list[Recent]) -> None:
        self._values["recent"] = [
            {"path": str(entry.path), "holds": entry.holds, "opened": entry.opened}
            for entry in entries[:_MOST_RECENT]
        ]
        self._write()

    def _write(self) -> None:
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with draft_in(self._path.parent) as draft:
                draft.touch(0o600)
                draft.write_text(json.dumps(self._values, indent=1, ensure_ascii=False), "utf-8")
                replace(draft, self._path)


def default_path() -> Path:
    """The person's own settings file."""
    return Path(platformdirs.user_config_dir("BoardDesk", appauthor=False)) / "window.json"


def _recent(entry: dict[str, object]) -> Recent:
    return Recent(Path(str(entry.get("path", ""))), str(entry.get("holds", "")), str(entry.get("opened", "")))


def _read(path: Path) -> dict[str, object]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
