"""A disk with so much room and no more, in a mount of its own; a command is tried on it.

Started by the tests through `unshare`, which lets anybody mount: what it finds is a line of JSON a try.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.faults.office_commands import (
    COMMANDS,
    DONE,
    OFFICE,
    PROBLEM,
    Held,
    OfficeCommand,
    harm_in,
    held,
    left_behind,
    perform,
    traceback_in,
)

ROOM_ENOUGH = 64 * 1024 * 1024
NEVER = 99
"""A status no command ends with."""
ENOUGH = 128 * 1024
"""So much beyond the last level that was too little, more room is not tried."""


def _mounted(disk: Path, prepared: Path, room: int) -> None:
    """The prepared folder on a disk that has `room` bytes left."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM_ENOUGH}", "office", str(disk)], check=True)
    shutil.copytree(prepared, disk, dirs_exist_ok=True)
    space = os.statvfs(disk)
    _resized(disk, (space.f_blocks - space.f_bfree) * space.f_frsize + room)


def _resized(disk: Path, size: int) -> None:
    subprocess.run(["mount", "-o", f"remount,size={size}", str(disk)], check=True)


def _unmounted(disk: Path) -> None:
    subprocess.run(["umount", str(disk)], check=True)


def _ended(disk: Path, arguments: tuple[str, ...], told: Path) -> int:
    child = os.fork()
    if not child:
        try:
            perform(str(disk), arguments, str(told))
        except SystemExit as ended:
            os._exit(int(ended.code or 0))
        except BaseException:
            sys.excepthook(*sys.exc_info())
        os._exit(NEVER)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class SmallDisk:
    """One command, tried with more or less room."""

    def __init__(self, prepared: Path, work: Path, command: OfficeCommand) -> None:
        self._prepared, self._told, self._command = prepared, work / "told", command
        self._disk = work / "disk"
        for folder in (self._told, self._disk):
            folder.mkdir(parents=True, exist_ok=True)
        self._before = held(prepared / OFFICE)
        self._after = self._undisturbed()

    def _undisturbed(self) -> Held:
        _mounted(self._disk, self._prepared, ROOM_ENOUGH // 2)
        assert _ended(self._disk, self._command.arguments, self._told) == DONE
        found = held(self._disk / OFFICE)
        _unmounted(self._disk)
        return found

    def tried(self, room: int) -> dict[str, object]:
        """How the command ended with that much room, and the harm, also once there is room again."""
        disk, command = self._disk, self._command
        _mounted(disk, self._prepared, room)
        size = (disk / OFFICE).stat().st_size
        status = _ended(disk, command.arguments, self._told)
        said = (self._told / "trouble").read_text("utf-8", errors="replace")
        _resized(disk, ROOM_ENOUGH)
        harm = harm_in(disk, command, before=self._before, after=self._after) + traceback_in(self._told)
        harm += [f"{name} is left behind" for name in left_behind(disk, command)]
        if (disk / OFFICE).stat().st_size < size:
            harm.append("the office shrank")
        if status == DONE:
            harm += [f"{name} was not made" for name in command.makes if not (disk / name).exists()]
            harm += ["the change was not made"] if held(disk / OFFICE) != self._after else []
        elif status != PROBLEM:
            harm.append(f"it ended with {status}")
        else:
            harm += [] if "disk is full" in said else [f"it did not say why: {said}"]
            harm += [f"{name} was made" for name in command.makes if (disk / name).exists()]
            if _ended(disk, command.arguments, self._told) != DONE:
                harm.append("with room again it does not work")
        _unmounted(disk)
        return {"room": room, "status": status, "harm": harm}


def main(prepared: Path, work: Path, name: str, rooms: list[int]) -> None:
    command = next(command for command in COMMANDS if command.name == name)
    small, too_little = SmallDisk(prepared, work, command), 0
    for room in rooms:
        found = small.tried(room)
        print(json.dumps(found), flush=True)
        if found["status"] != DONE:
            too_little = room
        elif room - too_little > ENOUGH:
            break


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], json.loads(sys.argv[4]))
