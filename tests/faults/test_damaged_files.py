"""Truncated and bit-flipped files: each opens or is refused in a sentence, and none is written to."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.long_runs import many

from boarddesk.records.file.check import faults
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import FileProblem


@pytest.fixture
def whole(tmp_path: Path) -> bytes:
    path = tmp_path / "whole.boarddesk"
    with OfficeFile.create(path, office="Northmoor") as file:
        for number in range(30):
            with file.change(f"Add {number}") as change:
                organisation = change.insert("organisation", name=f"Organisation {number}")
                person = change.insert(
                    "person", name=f"Person {number}", organisation_id=organisation, note="n" * 300
                )
                change.insert("person_alias", person_id=person, alias=f"P. {number}")
            if number % 5 == 0:
                file.undo()
        with file.change("Keep") as change:
            change.keep_paper(b"paper" * 3000)
    return path.read_bytes()


def mutants(whole: bytes, chance: random.Random, count: int) -> Iterator[bytes]:
    for number in range(count):
        kind = number % 4
        if kind == 0:
            yield whole[: chance.randrange(len(whole))]
        elif kind == 1:
            yield scribbled(whole, chance, at=chance.randrange(100), length=chance.randint(1, 8))
        elif kind == 2:
            yield scribbled(
                whole, chance, at=chance.randrange(len(whole)), length=chance.choice([1, 100, 4096])
            )
        else:
            yield flipped(whole, chance, times=chance.choice([1, 50, 2000]))


def scribbled(whole: bytes, chance: random.Random, *, at: int, length: int) -> bytes:
    return (whole[:at] + chance.randbytes(length) + whole[at + length :])[: len(whole)]


def flipped(whole: bytes, chance: random.Random, *, times: int) -> bytes:
    mutant = bytearray(whole)
    for _ in range(times):
        mutant[chance.randrange(len(mutant))] ^= 1 << chance.randrange(8)
    return bytes(mutant)


def look_around(file: OfficeFile) -> None:
    """Everything the window would read, and more."""
    for table in ("organisation", "person", "person_alias", "office", "paper_bytes"):
        file.rows(f"SELECT * FROM {table}")
    file.history()
    file.log()
    assert file.commit_number >= 0
    _ = file.undo_label, file.undo_and_redo[1]
    file.as_of(9).close()


def open_mutants(whole: bytes, folder: Path, count: int) -> tuple[int, int]:
    """How many were refused and how many were found out only by the full check."""
    chance = random.Random(1)
    path = folder / "office.boarddesk"
    refused = found = 0
    for mutant in mutants(whole, chance, count):
        path.write_bytes(mutant)
        for read_only in (False, True):
            try:
                with OfficeFile.open(path, read_only=read_only) as file:
                    look_around(file)
            except FileProblem:
                refused += 1
        found += said_of(path)
        assert path.read_bytes() == mutant
        assert [child.name for child in folder.iterdir()] == [path.name]
    return refused, found


def said_of(path: Path) -> bool:
    """Whether the full check says anything of it: damage, or that it is none of ours."""
    try:
        return bool(faults(path))
    except FileProblem:
        return True


def test_no_damage_crashes_or_is_written_to(whole: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "mutants"
    folder.mkdir()
    refused, found = open_mutants(whole, folder, 200)
    assert refused > 70, "the control: damage must be met at all"
    assert found > 100


def test_the_whole_file_is_none_of_them(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "office.boarddesk"
    path.write_bytes(whole)
    with OfficeFile.open(path) as file:
        look_around(file)
    assert faults(path) == []


@pytest.mark.soak
def test_five_thousand_mutants(whole: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "mutants"
    folder.mkdir()
    open_mutants(whole, folder, many(5000))
