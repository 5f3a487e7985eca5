"""Copies left by synchronising programs are found, and people's own copies are left in peace."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from boarddesk.records.file.conflict_copies import conflict_copies, is_named_like_one
from boarddesk.records.file.office_file import OfficeFile

LEFT = [
    "Northmoor-DESKTOP-4F2K1QZ",
    "Northmoor-LAPTOP7",
    "Northmoor (1)",
    "Northmoor (12)",
    "Northmoor (Ash's conflicted copy 2026-05-14)",
    "Northmoor (DESK-12's conflicted copy 2026-05-14)",
    "Northmoor (conflicted copy)",
    "Northmoor.sync-conflict-20260514-090000-ABCDEFG",
    "Northmoor_conflict-20260514-090000",
    "Northmoor (Conflict from Robin)",
]

OWN = [
    *("Northmoor", "Northmoor 2", "Northmoor 2026", "Northmoor-2026", "Northmoor-2025-26", "Northmoor_2026"),
    *("Northmoor copy", "Northmoor - Copy", "Northmoor - Copy (2)", "Copy of Northmoor", "Northmoor (copy)"),
    *(
        "Northmoor-old",
        "Northmoor-OLD",
        "Northmoor-BACKUP",
        "Northmoor-COPY",
        "Northmoor-FINAL",
        "Northmoor-DRAFT",
    ),
    *(
        "Northmoor backup",
        "Northmoor May",
        "Northmoor (May)",
        "Northmoor (draft)",
        "Northmoor (old)",
        "Northmoor v2",
    ),
    *(
        "Northmoor-v2",
        "Northmoor-final",
        "Northmoor-board",
        "Northmoor-plan",
        "Northmoor.old",
        "Northmoor.2026",
    ),
    *(
        "North",
        "Northmoors",
        "Northmoor East",
        "Northmoor-east",
        "Northmoor and Southmere",
        "Southmere",
        "Southmere (1)",
    ),
    *(
        "My Northmoor",
        "Northmoor (Ash)",
        "Northmoor [1]",
        "Northmoor 14 May",
        "Northmoor-14-05",
        "Northmoor 09.00",
    ),
    *(
        "Northmoor for Robin",
        "Northmoor, restored",
        "Northmoor restored 14 May",
        "Northmoor-sample",
        "Northmoor test",
    ),
    *("Northmoor-TEST", "Northmoor-NEW", "Northmoor_old", "Northmoor~", "Northmoor 1"),
]


@pytest.mark.parametrize("name", LEFT)
def test_a_copy_left_by_a_synchronising_program_is_found(tmp_path: Path, name: str) -> None:
    path, copy = tmp_path / "Northmoor.boarddesk", tmp_path / f"{name}.boarddesk"
    OfficeFile.create(path).close()
    shutil.copy(path, copy)
    assert conflict_copies(path) == [copy]


def test_a_copy_whose_ending_stands_in_capitals_is_found_too(tmp_path: Path) -> None:
    path, copy = tmp_path / "Northmoor.boarddesk", tmp_path / "Northmoor (1).BOARDDESK"
    OfficeFile.create(path).close()
    shutil.copy(path, copy)
    assert conflict_copies(path) == [copy]
    capitals = tmp_path / "Northmoor.BOARDDESK"  # on Windows the same name as before
    assert conflict_copies(copy.replace(capitals)) == []


@pytest.mark.parametrize("name", OWN)
def test_an_ordinary_name_is_no_alarm(name: str) -> None:
    assert not is_named_like_one(Path("Northmoor.boarddesk"), Path(f"{name}.boarddesk"))


def test_another_office_of_such_a_name_is_no_alarm(tmp_path: Path) -> None:
    path = tmp_path / "Northmoor.boarddesk"
    OfficeFile.create(path).close()
    OfficeFile.create(tmp_path / "Northmoor (1).boarddesk").close()
    (tmp_path / "Northmoor (2).boarddesk").write_bytes(b"no office at all")
    assert conflict_copies(path) == []


def test_looking_for_copies_writes_nothing(tmp_path: Path) -> None:
    path, copy = tmp_path / "Northmoor.boarddesk", tmp_path / "Northmoor (1).boarddesk"
    OfficeFile.create(path).close()
    shutil.copy(path, copy)
    before = copy.read_bytes()
    conflict_copies(path)
    assert copy.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 2
