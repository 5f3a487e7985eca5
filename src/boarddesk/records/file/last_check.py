"""The last full check this machine made of each office file."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from boarddesk.disk import patience
from boarddesk.disk.folders import data_folder
from boarddesk.records.file.moments import read_stamp, stamp


@dataclass(frozen=True)
class CheckOfFile:
    """What a check read and found: the change the file was at, how many the log holds, what was wrong."""

    commit_number: int
    changes: int
    at: datetime
    seconds: float
    faults: tuple[str, ...]


def last_check(file_id: str) -> CheckOfFile | None:
    """None where this machine never looked through the file, or no longer knows."""
    try:
        told = json.loads(_place(file_id).read_text("utf-8"))
        return CheckOfFile(
            int(told["commit_number"]),
            int(told["changes"]),
            read_stamp(told["at"]),
            float(told["seconds"]),
            tuple(str(fault) for fault in told["faults"]),
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None


def remember_check(file_id: str, check: CheckOfFile) -> None:
    """Write it down; a data folder that cannot be written is no reason to stop anybody."""
    told = {
        "commit_number": check.commit_number,
        "changes": check.changes,
        "at": stamp(check.at),
        "seconds": check.seconds,
        "faults": list(check.faults),
    }
    place = _place(file_id)
    draft = place.with_suffix(".part")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(told), "utf-8")
        patience.replace(draft, place)


def _place(file_id: str) -> Path:
    return data_folder() / "checked" / f"{file_id}.json"
