"""The office file: changes, undo and looking back, against the bare database doing the same without a log."""

from __future__ import annotations

import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

from tests.bench.ratio import Ratio, milliseconds, once

from boarddesk.records.file.driver import Connection, connect
from boarddesk.records.file.encryption import put_under
from boarddesk.records.file.keys import learn, new_key
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.verifying import verify
from boarddesk.sample.office import make_sample

ROWS, YEARS = 20_000, 10
"""The log writes each row before and after, so every row costs several; limits leave a factor of two."""

BARE = """CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT, email TEXT, phone TEXT,
organisation_id TEXT, note TEXT) STRICT"""


@contextmanager
def office() -> Iterator[OfficeFile]:
    with (
        tempfile.TemporaryDirectory() as folder,
        OfficeFile.create(Path(folder) / "office.boarddesk") as file,
    ):
        yield file


@contextmanager
def bare_database() -> Iterator[Connection]:
    """One table without triggers, under the same settings of safety."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bare.db"
        path.touch()
        connection = connect(path)
        connection.execute(BARE)
        yield connection
        connection.close()


def bench_one_change() -> Iterator[Ratio]:
    numbers = count()
    with office() as file, bare_database() as bare:
        with file.change("Add") as change:
            row = change.insert("person", name="Robin")
        bare.execute("INSERT INTO person (id, name) VALUES (?, 'Robin')", (row,))

        def ours() -> None:
            with file.change("Rename") as change:
                change.update("person", row, name=f"Rowan {next(numbers)}")

        def floor() -> None:
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("UPDATE person SET name = ? WHERE id = ?", (f"Rowan {next(numbers)}", row))
            bare.execute("COMMIT")

        times = milliseconds(ours, repeats=51), milliseconds(floor, repeats=51)
        yield Ratio("one change, logged and on the disk", *times, allowed=5)


def bench_import_undo_and_redo() -> Iterator[Ratio]:
    with office() as file, bare_database() as bare:
        rows = [(f"{number:016x}", f"Person {number}") for number in range(ROWS)]

        def add_all() -> None:
            with file.change("Import") as change:
                for row, name in rows:
                    change.insert("person", id=row, name=name)

        def add_bare() -> None:
            bare.execute("BEGIN IMMEDIATE")
            for one in rows:
                bare.execute("INSERT INTO person (id, name) VALUES (?, ?)", one)
            bare.execute("COMMIT")

        def delete_bare() -> None:
            bare.execute("BEGIN IMMEDIATE")
            for row, _ in rows:
                bare.execute("DELETE FROM person WHERE id = ?", (row,))
            bare.execute("COMMIT")

        added = once(add_bare)
        yield Ratio(f"import of {ROWS} rows", once(add_all), added, allowed=12)
        yield Ratio(f"undo of {ROWS} rows", once(file.undo), once(delete_bare), allowed=14)
        yield Ratio(f"redo of {ROWS} rows", once(file.redo), added, allowed=14)


def bench_office_as_of() -> Iterator[Ratio]:
    """A log of 100,000 rows, looked back over; the least it takes is to read that log once."""
    with office() as file:
        for part in range(5):
            with file.change(f"Import {part}") as change:
                for number in range(ROWS):
                    change.insert("person", name=f"Person {number}")
        early = file.log(5)[-1].number

        def read() -> None:
            file.rows("SELECT op, table_name, row_id, before, after FROM change_row")

        floor = milliseconds(read, repeats=3)
        early_office = milliseconds(lambda: file.as_of(early).close(), repeats=3)
        yield Ratio("the office as of an early change, 100,000 rows of log", early_office, floor, allowed=5)
        late = milliseconds(lambda: file.as_of(file.commit_number).close(), repeats=3)
        yield Ratio("the office as of today, 100,000 rows of log", late, floor, allowed=1.5)


def bench_full_check() -> Iterator[Ratio]:
    """Pages, keys, the log held against the rows, seals: against reading every row once."""
    with tempfile.TemporaryDirectory() as folder:
        path = make_sample(Path(folder) / "office.boarddesk", years=YEARS)
        with OfficeFile.open(path, read_only=True) as file:
            tables = [row["name"] for row in file.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            floor = milliseconds(lambda: [file.rows(f'SELECT * FROM "{name}"') for name in tables], repeats=3)
        assert verify(path, remembered=False) == []
        checked = milliseconds(partial(verify, path, remembered=False), repeats=3)
        yield Ratio("the full check of ten years, against reading its rows", checked, floor, allowed=30)


def bench_encrypted_office() -> Iterator[Ratio]:
    """Opened, and changed once: the same office under a key and in the clear, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        plain, encrypted = (Path(folder) / f"{name}.boarddesk" for name in ("plain", "encrypted"))
        with OfficeFile.create(plain) as file, file.change("Import") as change:
            for number in range(ROWS):
                person = change.insert("person", name=f"Person {number}")
        shutil.copyfile(plain, encrypted)
        key = new_key("four words of a passphrase")
        put_under(encrypted, key)
        learn(key)
        numbers = count()

        def opened(path: Path) -> None:
            with OfficeFile.open(path, read_only=True) as file:
                file.rows("SELECT count(*) FROM person")

        def changed(file: OfficeFile) -> None:
            with file.change("Rename") as change:
                change.update("person", person, name=f"Rowan {next(numbers)}")

        opening = [(once(partial(opened, encrypted)), once(partial(opened, plain))) for _ in range(11)][1:]
        with OfficeFile.open(encrypted) as ours, OfficeFile.open(plain) as bare:
            writing = [(once(partial(changed, ours)), once(partial(changed, bare))) for _ in range(51)][1:]
    for name, turns, allowed in (("opening", opening, 3.0), ("one change of", writing, 2.5)):
        ours_took, plain_took = (statistics.median(taken) for taken in zip(*turns, strict=True))
        yield Ratio(f"{name} an encrypted office, against one in the clear", ours_took, plain_took, allowed)
