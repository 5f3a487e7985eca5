"""Whatever is done to an office file behind its back is found, and an untouched one raises no alarm."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from tests.long_runs import many
from tests.records.random_offices import grown_office

from boarddesk.records import verifying
from boarddesk.records.file.backups import back_up, restore
from boarddesk.records.file.change_log import Heed
from boarddesk.records.file.driver import Connection, connect, fetch
from boarddesk.records.file.encryption import put_under
from boarddesk.records.file.keys import new_key
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.remembered import sightings
from boarddesk.records.file.shape import read_shape
from boarddesk.records.file.tampering import signs_of_tampering
from boarddesk.records.people import add_person
from boarddesk.records.verifying import CheckRun, CheckStopped, verify
from boarddesk.rules.minutes.sealing import code_of, fingerprint

Tampering = Callable[[Connection, random.Random], object]


@contextmanager
def silenced(connection: Connection) -> Iterator[None]:
    """With the file's triggers out of the way, and back as they were: nobody sees it in the schema."""
    triggers = fetch(connection, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    for trigger in triggers:
        connection.execute(f'DROP TRIGGER "{trigger["name"]}"')
    yield
    for trigger in triggers:
        connection.execute(trigger["sql"])


def one_of(connection: Connection, chance: random.Random, sql: str) -> str:
    return str(chance.choice(fetch(connection, f"{sql} ORDER BY 1"))["id"])


def silently(sql: str, of: str) -> Tampering:
    """A statement about a row chosen by chance, with every trigger silenced."""

    def tamper(connection: Connection, chance: random.Random) -> None:
        row_id = one_of(connection, chance, of)
        with silenced(connection):
            connection.execute(sql, (row_id,))

    return tamper


def any_column(connection: Connection, chance: random.Random) -> None:
    """Any column of any row of any table."""
    shape = read_shape(connection)
    filled = [table for table in shape.logged if fetch(connection, f'SELECT 1 FROM "{table}"')]
    table = chance.choice(filled)
    column = chance.choice(shape.logged[table])
    row_id = one_of(connection, chance, f'SELECT id FROM "{table}"')
    with silenced(connection):
        was = connection.execute(f'SELECT "{column}" FROM "{table}" WHERE id = ?', (row_id,)).fetchone()[0]
        other = was + 1 if isinstance(was, int) else f"{was or ''}x"
        kinds = {row["name"]: row["type"] for row in fetch(connection, f"PRAGMA table_info({table})")}
        value = (0 if was is None else other) if kinds[column] == "INTEGER" else str(other)
        connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE id = ?', (value, row_id))


def row_added(connection: Connection, _chance: random.Random) -> None:
    with silenced(connection):
        connection.execute("INSERT INTO person (id, name) VALUES ('00000000000000ff', 'Nobody')")


def entries_swapped(connection: Connection, chance: random.Random) -> None:
    first = int(one_of(connection, chance, "SELECT number AS id FROM change_entry WHERE number > 2"))
    with silenced(connection):
        for was, now in ((first, -1), (first - 1, first), (-1, first - 1)):
            connection.execute("UPDATE change_entry SET number = ? WHERE number = ?", (now, was))


def log_cut_off(connection: Connection, _chance: random.Random) -> None:
    """The newest entry with its rows is taken out and its change with it: what is left is whole by itself."""
    with silenced(connection):
        last = connection.execute("SELECT max(number) FROM change_entry").fetchone()[0]
        ((row_id,),) = connection.execute("SELECT row_id FROM change_row WHERE entry = ?", (last,)).fetchall()
        connection.execute("DELETE FROM person WHERE id = ?", (row_id,))
        connection.execute("DELETE FROM change_row WHERE entry = ?", (last,))
        connection.execute("DELETE FROM change_entry WHERE number = ?", (last,))
        connection.execute(
            "UPDATE file_meta SET chain_head = (SELECT chain FROM change_entry ORDER BY number DESC LIMIT 1)"
        )


def trigger_removed(connection: Connection, chance: random.Random) -> None:
    name = one_of(connection, chance, "SELECT name AS id FROM sqlite_schema WHERE type = 'trigger'")
    connection.execute(f'DROP TRIGGER "{name}"')


def trigger_altered(connection: Connection, _chance: random.Random) -> None:
    name = "sealed_minute_block_update"
    ((sql,),) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchall()
    connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute(sql.replace(" WHEN ", " WHEN 0 AND "))


def resealed(connection: Connection, _chance: random.Random) -> None:
    """The content of a seal with another word in it, and its fingerprint made to fit."""
    (held,) = fetch(connection, "SELECT * FROM sealed_minutes ORDER BY sequence LIMIT 1")
    content = held["content"].replace(" weeks", " months")
    made = fingerprint(content, held["previous"])
    with silenced(connection):
        connection.execute(
            "UPDATE sealed_minutes SET content = ?, fingerprint = ?, code = ? WHERE id = ?",
            (content, made, code_of(made), held["id"]),
        )


def head_rewound(connection: Connection, chance: random.Random) -> None:
    """The end cut off, and the file's card as it was before it."""
    log_cut_off(connection, chance)
    with silenced(connection):
        connection.execute("UPDATE file_meta SET commit_number = (SELECT max(number) FROM change_entry)")


def view_in_place_of_a_table(connection: Connection, _chance: random.Random) -> None:
    """It shows the rows that were there, but for one."""
    for trigger in fetch(connection, "SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        connection.execute(f'DROP TRIGGER "{trigger["name"]}"')
    connection.execute("ALTER TABLE guest RENAME TO guests")
    connection.execute("CREATE VIEW guest AS SELECT * FROM guests WHERE position > 0")


def rule_loosened(connection: Connection, _chance: random.Random) -> None:
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (state IN (''open'', ''closed''))', '') "
        "WHERE name = 'roll'"
    )
    connection.execute("PRAGMA writable_schema = OFF")


def card(column: str, value: str) -> Tampering:
    """The file's card, of which no link of the chain answers for this column."""

    def tamper(connection: Connection, _chance: random.Random) -> None:
        connection.execute(f"UPDATE file_meta SET {column} = {value}")

    return tamper


def taken_for_another(connection: Connection, _chance: random.Random) -> None:
    """The identity of an office that this machine knows."""
    ((own,),) = connection.execute("SELECT file_id FROM file_meta").fetchall()
    other = next(file_id for file_id, _ in sightings() if file_id != own)
    connection.execute("UPDATE file_meta SET file_id = ?", (other,))


def plainly(*statements: str) -> Tampering:
    """Statements about the schema."""

    def tamper(connection: Connection, _chance: random.Random) -> None:
        for statement in statements:
            connection.execute(statement)

    return tamper


MARKS = "SELECT id FROM attendance_mark"
TAMPERINGS: dict[str, Tampering] = {
    "a mark changed": silently(
        "UPDATE attendance_mark SET mark = iif(mark = 'X', 'A', 'X') WHERE id = ?", MARKS
    ),
    "a mark gone": silently("DELETE FROM attendance_mark WHERE id = ?", MARKS),
    "a word of a minute": silently(
        "UPDATE minute_block SET text = text || ' not' WHERE id = ?", "SELECT id FROM minute_block"
    ),
    "a status": silently(
        "UPDATE board_action SET done_on = '2026-01-02' WHERE id = ?", "SELECT id FROM board_action"
    ),
    "any column": any_column,
    "a row added": row_added,
    "an entry of the log changed": silently(
        "UPDATE change_entry SET label = label || '!' WHERE number = ?",
        "SELECT number AS id FROM change_entry",
    ),
    "an entry of the log gone": silently(
        "DELETE FROM change_entry WHERE number = ?", "SELECT number AS id FROM change_entry"
    ),
    "a line of the log changed": silently(
        "UPDATE change_row SET row_id = row_id || '0' WHERE id = ?", "SELECT id FROM change_row"
    ),
    "a line of the log gone": silently("DELETE FROM change_row WHERE id = ?", "SELECT id FROM change_row"),
    "a line of the log given to another entry": silently(
        "UPDATE change_row SET entry = entry + 1 WHERE id = ?", "SELECT id FROM change_row"
    ),
    "the order of the log": entries_swapped,
    "the end of the log cut off": log_cut_off,
    "a trigger removed": trigger_removed,
    "a trigger altered": trigger_altered,
    "a trigger of somebody else": plainly(
        "CREATE TRIGGER helper AFTER INSERT ON person BEGIN UPDATE person SET note = ''; END"
    ),
    "a view in place of a table": view_in_place_of_a_table,
    "a view added": plainly("CREATE VIEW roll_call AS SELECT * FROM roll_row"),
    "a column added": plainly("ALTER TABLE meeting ADD COLUMN colour TEXT"),
    "a table added": plainly("CREATE TABLE scratch (id TEXT PRIMARY KEY) STRICT"),
    "a table dropped": plainly("DROP TABLE guest"),
    "a table of the log dropped": plainly("DROP TABLE change_row"),
    "an index gone": plainly("DROP INDEX roll_row_roll"),
    "an index added": plainly("CREATE INDEX helper ON person(name)"),
    "a rule of a table loosened": rule_loosened,
    "the end of the log cut off and its head rewound": head_rewound,
    "a seal changed": silently(
        "UPDATE sealed_minutes SET code = 'ZZZZ-ZZZZ-ZZZZ-ZZZZ' WHERE id = ?", "SELECT id FROM sealed_minutes"
    ),
    "a seal made anew": resealed,
    "a new identity": card("file_id", "hex(randomblob(16))"),
    "the identity of another office": taken_for_another,
    "a number wound back": card("commit_number", "commit_number - 1"),
    "a number wound back far": card("commit_number", "2"),
    "the log left open": card("writing", "3"),
    "a seal gone": silently("DELETE FROM sealed_minutes WHERE id = ?", "SELECT id FROM sealed_minutes"),
}
QUICK, LONG = 12, 500


def tamper(path: Path, what: str, seed: int) -> None:
    with closing(connect(path)) as connection:
        for rule in ("foreign_keys = OFF", "ignore_check_constraints = ON"):  # as a careless tool has them
            connection.execute(f"PRAGMA {rule}")
        connection.execute("BEGIN IMMEDIATE")
        TAMPERINGS[what](connection, random.Random(seed))
        connection.execute("COMMIT")


def check_offices(folder: Path, seeds: range, kinds_each: int) -> None:
    """Each untouched, then copies of it each tampered with in another way; no sentence is empty."""
    names, alarms, missed = list(TAMPERINGS), [], []
    OfficeFile.create(folder / "another.boarddesk").close()
    for seed in seeds:
        path = grown_office(folder, seed)
        with OfficeFile.open(path) as file:  # what this machine remembers of it
            add_person(file, "The last one")
        alarms += [(seed, said) for said in verify(path)]
        for at in range(kinds_each):
            what = names[(seed * kinds_each + at) % len(names)]
            copy = Path(shutil.copy(path, folder / "tampered.boarddesk"))
            tamper(copy, what, seed)
            missed += [] if verify(copy) else [(seed, what)]
            copy.unlink()
        path.unlink()
    tried = len(seeds) * kinds_each
    print(f"{len(seeds)} honest, {len(alarms)} false alarms; {tried} tampered with, {len(missed)} missed")
    assert (alarms, missed) == ([], [])


def test_every_tampering_is_found_and_no_untouched_office_raises_an_alarm(tmp_path: Path) -> None:
    check_offices(tmp_path, range(QUICK), 3)


@pytest.mark.soak
def test_five_hundred_offices_with_a_quarter_of_the_tamperings_each(tmp_path: Path) -> None:
    check_offices(tmp_path, range(many(LONG)), len(TAMPERINGS) // 4)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return grown_office(tmp_path_factory.mktemp("grown"), 1)


@pytest.fixture
def path(office: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(office, tmp_path / "office.boarddesk"))


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ("a mark changed", "A record of attendance mark"),
        ("a row added", "A record of person (00000000000000ff) was added behind the log"),
        ("an entry of the log changed", "in the log is not what was sealed"),
        (
            "a trigger altered",
            "The trigger sealed_minute_block_update, which keeps the file honest, was altered",
        ),
        ("a view in place of a table", "The table guest was removed"),
        ("a column added", "The table meeting was altered"),
        ("a table dropped", "The table guest was removed"),
        ("a table of the log dropped", "The table change_row was removed"),
        ("a number wound back far", "The file counts 2 changes, and its log goes on to "),
        ("the log left open", "The file was left open to have change 3 ("),
        ("an index gone", "The index roll_row_roll was removed"),
        ("a rule of a table loosened", "The table roll was altered"),
    ],
)
def test_the_first_thing_said_names_what_was_done(path: Path, what: str, says: str) -> None:
    tamper(path, what, 3)
    assert says in verify(path)[0]


def test_an_office_under_a_key_in_the_clear_again_or_restored_raises_no_alarm(path: Path) -> None:
    OfficeFile.open(path).close()
    put_under(path, new_key("harbour lantern quarry"))
    assert verify(path) == []
    put_under(path, None)
    assert verify(path) == []
    restored = restore(back_up(path), path.with_name("restored.boarddesk"))
    for office in (restored, path):
        OfficeFile.open(office).close()
        back_up(office)
    assert verify(restored) == verify(path) == []


def test_a_new_identity_is_told_of_an_office_that_was_seen_here(path: Path) -> None:
    OfficeFile.open(path).close()
    assert verify(path) == []
    tamper(path, "a new identity", 1)
    (said,) = verify(path)
    assert said.startswith("This office had another identity when it was last open or backed up here")


def test_a_changed_record_is_told_as_it_is_and_as_it_was_left(path: Path) -> None:
    with closing(connect(path)) as connection, silenced(connection):
        connection.execute("UPDATE person SET name = 'Mallory' WHERE name = 'Ben Moor'")
    (said, *_) = verify(path)
    assert "name is “Mallory”, and change " in said and "“Add Ben Moor”" in said and "left “Ben Moor”" in said


def test_confirmed_minutes_are_named_where_they_are_not_what_was_sealed(path: Path) -> None:
    tamper(path, "a seal changed", 1)
    assert any("The confirmed minutes of SIB 2025/26 · 0" in said for said in verify(path))


def test_bytes_of_a_paper_that_were_changed_are_found(path: Path) -> None:
    with OfficeFile.open(path) as file, file.change("Keep a paper") as change:
        sha256 = change.keep_paper(b"a paper")
        change.insert("evidence", title="Letter to families", sha256=sha256)
    assert verify(path) == []
    with closing(connect(path)) as connection, silenced(connection):
        connection.execute("UPDATE paper_bytes SET content = x'00' WHERE sha256 = ?", (sha256,))
    assert verify(path) == ["The bytes of “Letter to families” are not those that were kept."]


def test_a_change_made_while_the_file_is_looked_through_is_no_alarm(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = []

    def while_somebody_writes(connection: Connection, heed: Heed) -> Iterator[str]:
        looked.append(1)
        if len(looked) == 1:
            with OfficeFile.open(path) as file:
                add_person(file, "Meanwhile")
            yield "A row that the log did not know a moment ago."
        yield from signs_of_tampering(connection, heed)

    monkeypatch.setattr(verifying, "signs_of_tampering", while_somebody_writes)
    assert verify(path) == []
    assert len(looked) == 2


def test_a_check_says_how_far_it_is_and_can_be_stopped_anywhere(path: Path) -> None:
    steps: list[int] = []

    class Followed(CheckRun):
        def heed(self, read: int, of: int) -> None:
            steps.append(read)
            super().heed(read, of)

    done = Followed()
    assert verify(path, run=done) == []
    assert done.read == done.of == len(steps) - 1 == steps[-1] > 10
    assert steps == sorted(steps)

    class StoppedAt(CheckRun):
        def heed(self, read: int, of: int) -> None:
            self.given_up = read == 3
            super().heed(read, of)

    run = StoppedAt()
    with pytest.raises(CheckStopped):
        verify(path, run=run)
    assert run.read == 2


def test_a_check_given_up_while_its_pages_are_read_says_nothing_of_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Broken off in the middle of a statement, which is no damage."""
    monkeypatch.setattr(verifying, "STEPS", 50)
    run = CheckRun()
    run.given_up = True
    with pytest.raises(CheckStopped):
        verify(path, run=run)
    assert run.of == 0
