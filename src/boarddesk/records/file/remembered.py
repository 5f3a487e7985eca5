"""What this machine last saw of each office file, so that an older or a different copy is noticed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from boarddesk.disk.drafts import draft_in
from boarddesk.disk.folders import data_folder
from boarddesk.disk.patience import replace
from boarddesk.records.file.change_log import Position
from boarddesk.records.file.driver import Connection
from boarddesk.records.file.moments import read_stamp, stamp


@dataclass(frozen=True)
class Sighting:
    """Where a file's log stood when this machine last had it open, and where the file was."""

    commit_number: int
    chain_head: str
    at: str
    path: str

    @property
    def day(self) -> str:
        local = read_stamp(self.at).astimezone()
        return f"{local:%A} {local.day} {local:%B %Y}"


def last_seen(file_id: str) -> Sighting | None:
    """None where this machine never had the file open, or no longer knows."""
    try:
        told = json.loads(_place(file_id).read_text("utf-8"))
        seen = Sighting(
            int(told["commit_number"]), str(told["chain_head"]), str(told["at"]), str(told["path"])
        )
        read_stamp(seen.at)
        return seen
    except (OSError, ValueError, TypeError, KeyError):
        return None


def last_at(path: Path) -> str:
    """The id of the file this machine had open at a place last; '' where it knows of none."""
    there = [(seen.at, file_id) for file_id, seen in sightings() if Path(seen.path) == path.absolute()]
    return max(there, default=("", ""))[1]


def sightings() -> Iterator[tuple[str, Sighting]]:
    """Every file this machine had open, by its id."""
    for noted in (data_folder() / "seen").glob("*.json"):
        seen = last_seen(noted.stem)
        if seen:
            yield noted.stem, seen


def remember(position: Position, path: Path, *, at: datetime) -> None:
    """Write down what was seen; a data folder that cannot be written is no reason to stop anybody."""
    seen = Sighting(position.commit_number, position.chain_head, stamp(at), str(path.absolute()))
    place = _place(position.file_id)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        with draft_in(place.parent) as draft:
            draft.write_text(json.dumps(asdict(seen)), "utf-8")
            replace(draft, place)


def notice(position: Position, connection: Connection) -> str:
    """A sentence if this copy is behind the one last seen here, or grew apart from it; '' if all is well."""
    seen = last_seen(position.file_id)
    if seen is None:
        return ""
    behind = seen.commit_number - position.commit_number
    if behind > 0:
        changes = "1 change" if behind == 1 else f"{behind} changes"
        return f"This copy is {changes} behind the one you had on {seen.day} ({seen.path})."
    known = connection.execute("SELECT 1 FROM change_entry WHERE chain = ?", (seen.chain_head,)).fetchone()
    if known is None:
        return (
            f"This copy does not continue the one you had on {seen.day} ({seen.path}): they have grown apart."
        )
    return ""


def _place(file_id: str) -> Path:
    return data_folder() / "seen" / f"{file_id}.json"
