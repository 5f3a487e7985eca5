"""The power goes at any moment: whichever unsynced writes are on the disk, nothing acknowledged is lost.

The writes of a real run are recorded as the system saw them; then disks are made up as a power cut could
leave them, with each unsynced sector written or not, and each is opened.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.long_runs import many

from boarddesk.records.file.check import faults
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import FileProblem

SRC = Path(__file__).parents[2] / "src"
SECTOR = 512
CHANGES = 12

pytestmark = pytest.mark.skipif(
    not shutil.which("strace"), reason="strace, which records the writes, is not here"
)

WRITER = f"""
import os, sys
from pathlib import Path
from boarddesk.records.file.office_file import OfficeFile

with OfficeFile.open(Path(sys.argv[1])) as file:
    if sys.argv[2] == "unsynced":
        file._door.connection.execute("PRAGMA synchronous = OFF")
    for number in range({CHANGES}):
        with file.change(f"Add {{number}}") as change:
            organisation = change.insert("organisation", name=str(number))
            for _ in range(1 + number % 3 * 20):
                change.insert("person", name=str(number), organisation_id=organisation, note="n" * 200)
        os.write(1, b"ACK")
    os._exit(0)
"""


@dataclass
class Disk:
    """One file: what is surely on the disk, and what was written since the last sync."""

    sure: bytearray
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)  # no bytes: cut to that length

    def sync(self) -> None:
        for at, data in self.pending:
            _put(self.sure, at, data)
        self.pending.clear()

    def after_a_cut(self, chance: random.Random) -> bytes:
        """With each unsynced sector there or not; all, none or any of them."""
        likely = chance.choice([0.0, 0.5, 0.5, 0.9, 1.0])
        image = bytearray(self.sure)
        for at, data in self.pending:
            if data is None:
                if chance.random() < likely:
                    _put(image, at, None)
                continue
            for offset in range(0, len(data), SECTOR):
                if chance.random() < likely:
                    _put(image, at + offset, data[offset : offset + SECTOR])
        return bytes(image)


def _put(image: bytearray, at: int, data: bytes | None) -> None:
    if data is None:
        del image[at:]
        image.extend(bytes(max(0, at - len(image))))
        return
    image.extend(bytes(max(0, at + len(data) - len(image))))
    image[at : at + len(data)] = data


@dataclass(frozen=True)
class Call:
    """One call to the system: what, on which file, where, and with which bytes."""

    name: str
    path: str
    at: int = 0
    data: bytes = b""


CALL = re.compile(
    r'(?:\d+ +)?(?P<name>\w+)\((?:AT_FDCWD\S*, )?(?:\d+<(?P<path>[^>]*)>|"(?P<text>[^"]*)")(?P<rest>.*)'
)


def record(path: Path, how: str) -> list[Call]:
    trace = path.with_name("trace")
    subprocess.run(
        [
            *("strace", "-f", "-y", "-xx", "-s", "100000", "-o", str(trace)),
            *("-e", "trace=pwrite64,write,ftruncate,fsync,fdatasync"),
            *(sys.executable, "-c", WRITER, str(path), how),
        ],
        env={**os.environ, "PYTHONPATH": str(SRC)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return [call for call in map(_parsed, trace.read_text().splitlines()) if call]


def _parsed(line: str) -> Call | None:
    found = CALL.match(line)
    if not found:
        return None
    rest, name = found["rest"], found["name"]
    where = _plain(found["path"] or found["text"]).decode()
    numbers = re.findall(r", (\d+)", re.sub(r'"[^"]*"', "", rest))
    if name == "pwrite64":
        return Call(name, where, at=int(numbers[-1]), data=_plain(rest.split('"')[1]))
    if name == "ftruncate":
        return Call(name, where, at=int(numbers[-1]))
    if name == "write":
        return Call(name, where, data=_plain(rest.split('"')[1]))
    return Call(name, where)


def _plain(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", "")) if "\\x" in text else text.encode()


@dataclass(frozen=True)
class Cut:
    """A disk as a power cut may have left it, and how many changes had been acknowledged by then."""

    office: bytes
    journal: bytes | None
    acknowledged: int


def cuts(path: Path, before: bytes, calls: list[Call], *, count: int) -> Iterator[Cut]:
    chance = random.Random(1)
    moments = sorted(chance.choices(range(len(calls)), k=count))
    disks = {str(path): Disk(bytearray(before)), f"{path}-journal": Disk(bytearray())}
    acknowledged, journal_named = 0, False
    for moment, call in enumerate(calls):
        for _ in range(moments.count(moment)):
            named = journal_named or chance.random() < 0.5
            office, journal = (disk.after_a_cut(chance) for disk in disks.values())
            yield Cut(office, journal if named else None, acknowledged)
        disk = disks.get(call.path)
        if call.data == b"ACK":
            acknowledged += 1
        elif call.path == str(path.parent):
            journal_named = True
        elif disk:
            _apply(disk, call)


def _apply(disk: Disk, call: Call) -> None:
    if call.name in {"fsync", "fdatasync"}:
        disk.sync()
    else:
        disk.pending.append((call.at, None if call.name == "ftruncate" else call.data))


def survives(cut: Cut, folder: Path) -> bool:
    """Whether the office opens, is whole, and holds all that was acknowledged and nothing by half."""
    folder.mkdir()
    path = folder / "office.boarddesk"
    path.write_bytes(cut.office)
    if cut.journal is not None:
        path.with_name(path.name + "-journal").write_bytes(cut.journal)
    try:
        with OfficeFile.open(path) as file:
            rows = file.rows(
                "SELECT o.name, count(p.id) AS people FROM organisation o "
                "LEFT JOIN person p ON p.organisation_id = o.id "
                "GROUP BY o.id ORDER BY CAST(o.name AS INTEGER)"
            )
        held = [(row["name"], row["people"]) for row in rows]
        wanted = [(str(number), 1 + number % 3 * 20) for number in range(len(held))]
        return held == wanted and len(held) >= cut.acknowledged and faults(path) == []
    except FileProblem:
        return False
    finally:
        shutil.rmtree(folder)


def survivors(folder: Path, *, how: str, count: int) -> int:
    path = folder / "office.boarddesk"
    OfficeFile.create(path).close()
    before = path.read_bytes()
    calls = record(path, how)
    assert sum(call.data == b"ACK" for call in calls) == CHANGES
    return sum(survives(cut, folder / "cut") for cut in cuts(path, before, calls, count=count))


def test_no_power_cut_loses_an_acknowledged_change_or_leaves_half_of_one(tmp_path: Path) -> None:
    assert survivors(tmp_path, how="as it is", count=80) == 80


def test_without_syncing_most_power_cuts_would_do_harm(tmp_path: Path) -> None:
    """The control: the same judge on the same writes without their syncs."""
    assert survivors(tmp_path, how="unsynced", count=40) < 20


@pytest.mark.soak
def test_five_thousand_power_cuts(tmp_path: Path) -> None:
    count = many(5000)
    assert survivors(tmp_path, how="as it is", count=count) == count
