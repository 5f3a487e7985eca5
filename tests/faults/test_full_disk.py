"""The disk is full at any level while a command writes: it did all or nothing, says so, and works again."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.faults.office_commands import COMMANDS, DONE, PROBLEM
from tests.long_runs import share

ROOT = Path(__file__).parents[2]
PAGE = 4096
SPAN = 9 * 1024 * 1024
"""Room in which every command finds enough."""


def _may_mount(folder: Path) -> bool:
    tried = ["unshare", "-rm", "mount", "-t", "tmpfs", "-o", "size=64k", "trial", str(folder)]
    return bool(shutil.which("unshare")) and subprocess.run(tried, capture_output=True).returncode == 0


@pytest.fixture
def prepared(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    if not _may_mount(tmp_path):
        pytest.skip("a small disk cannot be mounted by this user here")
    folder: Path = request.getfixturevalue("office_prepared")
    return folder


def tried(prepared: Path, work: Path, name: str, rooms: Sequence[int]) -> list[dict[str, Any]]:
    done = subprocess.run(
        [
            *("unshare", "-rm", sys.executable, "-m", "tests.faults.small_disk"),
            *(str(prepared), str(work), name, json.dumps(list(rooms))),
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def check_rooms(prepared: Path, work: Path, name: str, rooms: Sequence[int]) -> None:
    found = tried(prepared, work, name, rooms)
    assert len(found) == len(rooms) or found[-1]["status"] == DONE
    harmed = [(each["room"], each["harm"]) for each in found if each["harm"]]
    refused = sum(each["status"] == PROBLEM for each in found)
    print(f"{name}: {len(found)} levels, {refused} refused, {len(harmed)} harmed")
    assert harmed == []
    assert {each["status"] for each in found} == {DONE, PROBLEM}, (
        "too little room and enough must both be met"
    )


@pytest.mark.parametrize("name", ["new", "restore", "feed", "issue action-log"])
def test_a_full_disk_leaves_all_or_nothing(prepared: Path, tmp_path: Path, name: str) -> None:
    chance = random.Random(name)
    check_rooms(prepared, tmp_path, name, [0, chance.randrange(16) * PAGE, chance.randrange(SPAN // 4), SPAN])


def test_a_document_written_in_place_would_be_found_by_half(prepared: Path, tmp_path: Path) -> None:
    """The control: on the same disk a plain write leaves half a file."""
    script = (
        "import os, sys; from tests.faults.small_disk import _mounted; from pathlib import Path\n"
        "disk = Path(sys.argv[2]); _mounted(disk, Path(sys.argv[1]), 8192)\n"
        "try:\n (disk / 'made.docx').write_bytes(os.urandom(65536))\n"
        "except OSError: print(0 < (disk / 'made.docx').stat().st_size < 65536)"
    )
    done = subprocess.run(
        ["unshare", "-rm", sys.executable, "-c", script, str(prepared), str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "True\n"


@pytest.mark.soak
@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_command_at_every_level(prepared: Path, tmp_path: Path, name: str) -> None:
    check_rooms(prepared, tmp_path, name, share(range(0, SPAN + 1, PAGE)))
