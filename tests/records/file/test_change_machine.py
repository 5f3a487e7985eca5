"""Random changes, undo, redo, looking back and reopening, held against a model in plain dictionaries."""

from __future__ import annotations

import copy
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from boarddesk.records.file.change_log import broken_links
from boarddesk.records.file.driver import IntegrityError, connect
from boarddesk.records.file.office_file import Change, OfficeFile

Tables = dict[str, dict[str, dict[str, Any]]]


@dataclass(frozen=True)
class Kind:
    """A table as the model knows it: its defaults, its unique column, and what its keys do."""

    defaults: dict[str, Any]
    unique: str = ""
    cascades: dict[str, str] = field(default_factory=dict)
    emptied: dict[str, str] = field(default_factory=dict)
    held: dict[str, str] = field(default_factory=dict)
    optional: frozenset[str] = frozenset()

    @property
    def keys(self) -> dict[str, str]:
        return {**self.cascades, **self.emptied, **self.held}


DAY = "2026-03-02"
KINDS = {
    "organisation": Kind({"name": "", "short_name": "", "sector": "other", "position": 0}),
    "person": Kind(
        {"name": "", "email": "", "phone": "", "organisation_id": None, "note": ""},
        emptied={"organisation_id": "organisation"},
    ),
    "person_alias": Kind({"person_id": None, "alias": ""}, unique="alias", cascades={"person_id": "person"}),
    "risk_category": Kind({"name": "", "tolerable": None, "optimal": None}, unique="name"),
    "scheme": Kind({"name": ""}),
    "plan": Kind(
        {
            "name": "",
            "kind": "improvement plan",
            "board_id": None,
            "scheme_id": None,
            "from_date": None,
            "to_date": None,
            "position": 0,
        },
        held={"scheme_id": "scheme"},
    ),
    "term_band": Kind(
        {"plan_id": None, "label": "", "earliest": DAY, "latest": DAY, "position": 0},
        cascades={"plan_id": "plan"},
    ),
    "area": Kind(
        {
            "plan_id": None,
            "number": "",
            "title": "",
            "weakness": "",
            "outcome": "",
            "project_team": "",
            "position": 0,
        },
        cascades={"plan_id": "plan"},
    ),
    "area_lead": Kind(
        {"area_id": None, "name": "", "person_id": None, "position": 0},
        cascades={"area_id": "area"},
        held={"person_id": "person"},
        optional=frozenset({"person_id"}),
    ),
}
TEXTS = {"name", "alias", "note", "label", "title", "number", "email", "weakness"}
DAYS = {"earliest", "latest", "from_date", "to_date"}
NUMBERS = {"position", "lowest", "highest", "appetite"}

WORDS = [
    "",
    "a",
    "A",
    "b",
    "O'Brien",
    'say "so"',
    "tab\there",
    "two\nlines",
    "é€😀",
    "{}",
    "null",
    "\\",
    "%s",
    "b" * 900,
]
FIGURES = [*range(-3, 4), 2**63 - 1, -(2**63)]

texts = st.sampled_from(WORDS)
IN_MEMORY = Path("/dev/shm")  # what is asked here is not about the disk

seeds = st.integers(0, 2**32)


class OutOfTheQuestion(Exception):
    """The model says the database must refuse."""


class Model:
    """What the tables hold, written as plainly as can be."""

    def __init__(self, tables: Tables | None = None) -> None:
        self.tables: Tables = tables or {name: {} for name in KINDS}

    def insert(self, table: str, row_id: str, values: dict[str, Any]) -> None:
        if row_id in self.tables[table]:
            raise OutOfTheQuestion("the id is taken")
        row = {**KINDS[table].defaults, **values}
        self._check(table, row_id, row)
        self.tables[table][row_id] = row

    def update(self, table: str, row_id: str, values: dict[str, Any]) -> None:
        row = {**self.tables[table][row_id], **values}
        self._check(table, row_id, row)
        self.tables[table][row_id] = row

    def delete(self, table: str, row_id: str) -> None:
        """The row and, following the keys, all that hangs on it; refused while one of them is held."""
        doomed = {(table, row_id)}
        while more := {hanging for one in doomed for hanging in self._hanging(*one)} - doomed:
            doomed |= more
        for child, child_id, column in self._referring(doomed, "held"):
            if (child, child_id) not in doomed:
                raise OutOfTheQuestion(f"{child}.{column} holds it")
        for child, child_id, column in self._referring(doomed, "emptied"):
            self.tables[child][child_id] = {**self.tables[child][child_id], column: None}
        for name, one in doomed:
            del self.tables[name][one]

    def _hanging(self, table: str, row_id: str) -> set[tuple[str, str]]:
        found = self._referring({(table, row_id)}, "cascades")
        return {(child, child_id) for child, child_id, _ in found}

    def _referring(self, doomed: set[tuple[str, str]], how: str) -> list[tuple[str, str, str]]:
        return [
            (child, child_id, column)
            for child, kind in KINDS.items()
            for column, parent in getattr(kind, how).items()
            for child_id, row in self.tables[child].items()
            if (parent, row[column]) in doomed
        ]

    def _check(self, table: str, row_id: str, row: dict[str, Any]) -> None:
        kind = KINDS[table]
        others = (other for one, other in self.tables[table].items() if one != row_id)
        if kind.unique and any(other[kind.unique] == row[kind.unique] for other in others):
            raise OutOfTheQuestion("unique")
        for column, parent in kind.keys.items():
            if row[column] is not None and row[column] not in self.tables[parent]:
                raise OutOfTheQuestion("no such parent")
            if row[column] is None and column not in kind.emptied and column not in kind.optional:
                raise OutOfTheQuestion("no parent given")


class Ticking:
    """A clock that the machine moves."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def go_on(self, seconds: int) -> None:
        self.moment += timedelta(seconds=seconds)


@dataclass(frozen=True)
class Typing:
    """A step that typing may still join: what stood before it, and when it was last joined."""

    number: int
    before: Tables
    redo_stack: list[tuple[str, Tables]]
    last: datetime


class GivenUp(Exception):
    """Somebody thought better of it in the middle of a change."""


class OfficeMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=IN_MEMORY if IN_MEMORY.is_dir() else None))
        self.path = self.folder / "office.boarddesk"
        self.clock = Ticking()
        self.file = OfficeFile.create(self.path, clock=self.clock)
        self.model = Model()
        self.undo_stack: list[tuple[str, Tables]] = []
        self.redo_stack: list[tuple[str, Tables]] = []
        self.past: dict[int, Tables] = {self.file.commit_number: copy.deepcopy(self.model.tables)}
        self.heard: list[frozenset[str]] = []
        self.file.listen(self.heard.append)

    def teardown(self) -> None:
        self.is_whole()
        self.file.close()
        shutil.rmtree(self.folder)

    @initialize()
    def furnish(self) -> None:
        """Two rows in every table, hanging on each other, so that there is something to take apart."""
        with self.file.change("Furnish") as change:
            for number, (table, kind) in enumerate(KINDS.items()):
                for twin in (0, 1):
                    parents = {
                        name: sorted(self.model.tables[parent])[twin] for name, parent in kind.keys.items()
                    }
                    words = {kind.unique: f"{twin}"} if kind.unique else {}
                    row_id = f"{number * 2 + twin:016x}"
                    values = {**kind.defaults, **parents, **words}
                    change.insert(table, id=row_id, **values)
                    self.model.insert(table, row_id, values)
        self._committed("Furnish", Model().tables)

    @rule(seed=seeds, length=st.integers(1, 12), label=texts)
    def change(self, seed: int, length: int, label: str) -> None:
        self.clock.go_on(60)
        chance, before = Random(seed), copy.deepcopy(self.model.tables)
        with self.file.change(label) as change:
            for _ in range(length):
                self._deed(chance, change)
        self._committed(label, before)

    @rule(seed=seeds, length=st.integers(0, 4))
    def change_that_is_given_up(self, seed: int, length: int) -> None:
        chance, before = Random(seed), copy.deepcopy(self.model.tables)
        told = len(self.heard)
        with suppress(GivenUp), self.file.change("Given up") as change:
            for _ in range(length):
                self._deed(chance, change)
            raise GivenUp
        self.model.tables = before
        assert len(self.heard) == told

    @rule(seed=seeds)
    def change_whose_inner_part_fails(self, seed: int) -> None:
        self.clock.go_on(60)
        chance, before = Random(seed), copy.deepcopy(self.model.tables)
        with self.file.change("Outer") as change:
            self._deed(chance, change)
            between = copy.deepcopy(self.model.tables)
            with suppress(GivenUp), self.file.change("Inner") as inner:
                self._deed(chance, inner)
                raise GivenUp
            self.model.tables = between
            with self.file.change("Inner again") as inner:
                self._deed(chance, inner)
        self._committed("Outer", before)

    @precondition(lambda self: self.model.tables["organisation"])
    @rule(seed=seeds, pauses=st.lists(st.integers(0, 9), min_size=1, max_size=5))
    def typing(self, seed: int, pauses: list[int]) -> None:
        """Edits of one field within five seconds are one step; typed back to the beginning they are none."""
        self.clock.go_on(60)
        chance = Random(seed)
        row_id = chance.choice(sorted(self.model.tables["organisation"]))
        typing: Typing | None = None
        for pause in pauses:
            self.clock.go_on(pause)
            held, words = self.model.tables["organisation"][row_id]["name"], chance.choice(WORDS)
            before = copy.deepcopy(self.model.tables)
            with self.file.change("Rename", coalesce=f"organisation:{row_id}:name") as change:
                change.update("organisation", row_id, name=words)
            if words == held:
                continue
            self.model.update("organisation", row_id, {"name": words})
            if typing is None or (self.clock.moment - typing.last).total_seconds() > 5:
                typing = Typing(self.file.commit_number, before, self.redo_stack, self.clock.moment)
                self._committed("Rename", before)
            else:
                typing = self._typed_on(replace(typing, last=self.clock.moment))

    def _typed_on(self, typing: Typing) -> Typing | None:
        if self.model.tables != typing.before:
            self.past[typing.number] = copy.deepcopy(self.model.tables)
            return typing
        self.undo_stack.pop()
        self.redo_stack = typing.redo_stack
        del self.past[typing.number]
        return None

    @precondition(lambda self: self.undo_stack)
    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        for _ in range(min(times, len(self.undo_stack))):
            label, tables = self.undo_stack.pop()
            assert self.file.undo() == label
            self.redo_stack.append((label, self.model.tables))
            self.model.tables = tables
            self._remember()
            assert dump(self.file) == self.model.tables

    @precondition(lambda self: self.redo_stack)
    @rule(times=st.integers(1, 3))
    def redo(self, times: int) -> None:
        for _ in range(min(times, len(self.redo_stack))):
            label, tables = self.redo_stack.pop()
            assert self.file.redo() == label
            self.undo_stack.append((label, self.model.tables))
            self.model.tables = tables
            self._remember()
            assert dump(self.file) == self.model.tables

    @precondition(lambda self: self.undo_stack)
    @rule()
    def there_and_back(self) -> None:
        steps = len(self.undo_stack)
        self.undo(times=steps)
        self.redo(times=steps)

    @precondition(lambda self: not self.redo_stack)
    @rule()
    def redo_of_nothing(self) -> None:
        assert self.file.redo() is None

    @rule(data=st.data())
    def as_of(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.past)))
        with self.file.as_of(number) as past:
            assert dump(past) == self.past[number]

    @rule()
    def reopen(self) -> None:
        self.file.close()
        self.file = OfficeFile.open(self.path, clock=self.clock)
        self.file.listen(self.heard.append)

    @invariant()
    def holds_what_the_model_holds(self) -> None:
        assert dump(self.file) == self.model.tables

    @invariant()
    def offers_what_the_model_offers(self) -> None:
        assert self.file.undo_label == (self.undo_stack[-1][0] if self.undo_stack else None)
        assert self.file.undo_and_redo[1] == (self.redo_stack[-1][0] if self.redo_stack else None)

    @rule()
    def is_whole(self) -> None:
        connection = connect(self.path, read_only=True)
        try:
            assert broken_links(connection) == []
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            assert connection.execute("SELECT writing FROM file_meta").fetchone() == (None,)
        finally:
            connection.close()

    def _deed(self, chance: Random, change: Change) -> None:
        """One random insert, update or delete; model and file must agree on whether it can be done."""
        table = chance.choice(sorted(KINDS))
        held = sorted(self.model.tables[table])
        what = chance.choice(["insert", *["update"] * 4, "delete"] if held else ["insert"])
        row_id = chance.choice(held) if what != "insert" else f"{chance.randrange(100):016x}"
        values = self._values(chance, table, whole=what == "insert")
        if what == "insert":
            self._agree("insert", table, row_id, values, lambda: change.insert(table, id=row_id, **values))
        elif what == "update":
            self._agree("update", table, row_id, values, lambda: change.update(table, row_id, **values))
        else:
            self._agree("delete", table, row_id, None, lambda: change.delete(table, row_id))

    def _agree(self, what: str, table: str, row_id: str, values: Any, action: Callable[[], object]) -> None:
        trial = Model(copy.deepcopy(self.model.tables))
        try:
            getattr(trial, what)(table, row_id, *([] if values is None else [values]))
        except OutOfTheQuestion:
            with pytest.raises(IntegrityError):
                action()
            return
        action()
        self.model.tables = trial.tables

    def _values(self, chance: Random, table: str, *, whole: bool) -> dict[str, Any]:
        kind = KINDS[table]
        columns = sorted(name for name in kind.defaults if name in TEXTS | DAYS | NUMBERS | kind.keys.keys())
        chosen = columns if whole else chance.sample(columns, chance.randint(1, len(columns)))
        return {name: self._value(chance, kind, name) for name in chosen}

    def _value(self, chance: Random, kind: Kind, name: str) -> Any:
        if name in kind.keys:
            parents = sorted(self.model.tables[kind.keys[name]])
            empty = [None] if name in kind.emptied or name in kind.optional else []
            return chance.choice([*parents, *empty] or ["f" * 16])
        if name in DAYS:
            return f"20{chance.randrange(10, 99)}-02-28"
        return chance.choice(FIGURES if name in NUMBERS else WORDS)

    def _committed(self, label: str, before: Tables) -> None:
        """An empty change leaves no step; the log tells, and the model must agree that nothing differs."""
        if self.file.log(1)[0].number in self.past:
            assert before == self.model.tables
            return
        self.undo_stack.append((label, before))
        self.redo_stack = []
        self._remember()

    def _remember(self) -> None:
        self.past[self.file.commit_number] = copy.deepcopy(self.model.tables)


def dump(file: OfficeFile) -> Tables:
    return {
        table: {
            row.pop("id"): row for row in file.rows(f"SELECT * FROM {table}")
        }  # names from the list above
        for table in KINDS
    }


OfficeMachine.TestCase.settings = settings(settings.default, stateful_step_count=20)
TestOffice = OfficeMachine.TestCase
