"""Every figure and every row of a forward plan, against a count apart from the bare rows."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tests.recount.counting import MONTHS, Row, full, in_words
from tests.recount.paper import Paper, printed

from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.issuing.forward_plan import FORWARD_PLAN
from boarddesk.records.file.change import Change
from boarddesk.records.file.office_file import OfficeFile

OFFICES = 20
STEPS = {"quarter": 3, "half-year": 6, "year": 12}


class RandomPlans:
    """Two boards, one below the other, their meetings, agendas of some, and entries of every sort."""

    def __init__(self, path: Path, seed: int) -> None:
        self.dice = random.Random(seed)
        self.today = date(2026, 11, 29) - timedelta(self.dice.randint(0, 500))
        self.file = OfficeFile.create(
            path,
            office="Northmoor",
            clock=lambda: datetime(2024, 1, 2, 9, tzinfo=UTC),
            new_id=lambda: f"{self.dice.getrandbits(64):016x}",
        )
        with self.file.change("Bring everything in") as change:
            self.board = change.insert("board", name="Improvement Board", short_name="IB", position=0)
            self.lower = change.insert("board", name="Executive Group", short_name="EG", position=1)
            self.meetings = {board: self._meetings(change, board) for board in (self.board, self.lower)}
            for at in range(self.dice.choice((0, 4, 12, 25))):
                self._entry(change, at)

    def _meetings(self, change: Change, board: str) -> list[str]:
        made: list[str] = []
        day = self.today - timedelta(300)
        while day < self.today + timedelta(self.dice.choice((40, 200, 500))):
            day += timedelta(self.dice.randint(20, 70))
            states = (
                ("held", "held", "cancelled") if day < self.today else ("planned", "planned", "cancelled")
            )
            made.append(
                change.insert(
                    "meeting", board_id=board, number=len(made) + 1, date=day, state=self.dice.choice(states)
                )
            )
            if self.dice.random() < 0.4:
                change.insert("agenda_item", meeting_id=made[-1], title="Welcome")
        return made

    def _entry(self, change: Change, at: int) -> None:
        every = self.dice.choice(("", "", "", "meeting", *STEPS))
        of_meeting = not every and self.dice.random() < 0.3
        month = self.today.year * 12 + self.today.month - 1 + self.dice.randint(-8, 14)
        named = every in STEPS or (not of_meeting and self.dice.random() < 0.8)
        entry = change.insert(
            "forward_entry",
            board_id=self.board,
            title=f"Item {chr(65 + at)}",
            every=every,
            wanted_month=f"{month // 12}-{month % 12 + 1:02}" if named else "",
            meeting_id=self.dice.choice(self.meetings[self.board]) if of_meeting else None,
            via_board_id=self.lower if self.dice.random() < 0.4 else None,
            withdrawn_on=self.today if self.dice.random() < 0.1 else None,
            position=at,
        )
        for board in (self.board, self.lower):
            if self.dice.random() < 0.3:
                change.insert(
                    "agenda_item",
                    meeting_id=self.dice.choice(self.meetings[board]),
                    title="It",
                    from_entry_id=entry,
                )


@pytest.fixture(params=range(OFFICES))
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RandomPlans]:
    made = RandomPlans(tmp_path / "office.boarddesk", request.param)
    with made.file:
        yield made


class Counted:
    """What comes up when, from the bare rows: day or month, and what stands in each cell."""

    def __init__(self, office: RandomPlans) -> None:
        self.rows, self.today = office.file.rows, office.today.isoformat()
        self.now = self.today[:7]
        self.end = self._on(self.now, 11)
        self.live = {
            board: [
                dict(row)
                for row in self.rows(
                    "SELECT * FROM meeting WHERE board_id = ? AND state <> 'cancelled' ORDER BY date",
                    (board,),
                )
            ]
            for board in (office.board, office.lower)
        }
        self.mine, self.below = self.live[office.board], self.live[office.lower]
        self.coming = [row for row in self.mine if row["date"] >= self.today and row["state"] == "planned"]
        self.entries = [
            dict(row)
            for row in self.rows(
                "SELECT * FROM forward_entry WHERE board_id = ? AND withdrawn_on IS NULL ORDER BY position",
                (office.board,),
            )
        ]
        self.on = {
            entry["id"]: {
                row["meeting_id"]
                for row in self.rows("SELECT * FROM agenda_item WHERE from_entry_id = ?", (entry["id"],))
            }
            for entry in self.entries
        }
        self.kept = {row["meeting_id"] for row in self.rows("SELECT meeting_id FROM agenda_item")}

    def _on(self, month: str, count: int) -> str:
        at = int(month[:4]) * 12 + int(month[5:]) - 1 + count
        return f"{at // 12}-{at % 12 + 1:02}"

    def first_from(self, month: str) -> Row | None:
        return next((row for row in self.coming if row["date"] >= f"{month}-01"), None)

    def comes_up(self, entry: Row) -> list[tuple[str, Row | None, bool]]:
        """Month due, meeting and whether late, for all but what comes to each meeting."""
        stood = [row for row in self.mine if row["id"] in self.on[entry["id"]]]
        found: list[tuple[str, Row | None, bool]] = []
        if entry["every"] in STEPS:
            month = entry["wanted_month"]
            while self._on(month, STEPS[entry["every"]]) <= self.now:
                month = self._on(month, STEPS[entry["every"]])
            while month <= self.end:
                passed = [row for row in self.mine if f"{month}-01" <= row["date"] < self.today]
                done = any(row in stood or row["id"] not in self.kept for row in passed)
                if not done:
                    at = self.first_from(month)
                    if found and at and found[-1][1] == at:
                        found.pop()
                    found.append((month, at, bool(passed)))
                month = self._on(month, STEPS[entry["every"]])
        elif stood:
            if stood[-1] in self.coming:
                found.append((stood[-1]["date"][:7], stood[-1], False))
        elif entry["meeting_id"]:
            asked = dict(self.rows("SELECT * FROM meeting WHERE id = ?", (entry["meeting_id"],))[0])
            month = asked["date"][:7]
            held_up = asked not in self.coming
            found.append((month, self.first_from(month) if held_up else asked, held_up))
        elif entry["wanted_month"]:
            at = self.first_from(entry["wanted_month"])
            late = at is not None and at["date"][:7] != entry["wanted_month"]
            found.append((entry["wanted_month"], at, late))
        return [each for each in found if (each[1]["date"][:7] if each[1] else each[0]) <= self.end]

    def route(self, entry: Row, meeting: Row | None) -> tuple[str, bool]:
        """The words of the last column, and whether they warn."""
        if not entry["via_board_id"] or meeting is None:
            return "Direct", False
        since = max((row["date"] for row in self.mine if row["date"] < meeting["date"]), default="")
        ends = (
            meeting["date"],
            meeting["start_time"] or "23:59",
        )  # of one day the board below may meet first
        between = [
            row for row in self.below if since <= row["date"] and (row["date"], row["start_time"]) < ends
        ]
        seen = [row for row in between if row["id"] in self.on[entry["id"]]]
        planned = [row for row in between if row["state"] == "planned"]
        if not between:
            return "Goes up before EG meets", True
        if seen:
            words, at = ("Seen by EG" if seen[-1]["state"] == "held" else "EG first"), seen[-1]
        elif planned:
            words, at = "EG first", planned[-1]
        else:
            at = between[-1]
            words = "EG met without it" if at["id"] in self.kept else "EG met"
        return f"{words}\n{full(date.fromisoformat(at['date']))}", words == "EG met without it"


def spelt(month: str) -> str:
    return f"{MONTHS[int(month[5:]) - 1]} {month[:4]}"


def paper_of(office: RandomPlans) -> Paper:
    query = DocumentQuery(office.today, board_id=office.board)
    return printed(FORWARD_PLAN.prepare(office.file, query).document)


def test_every_row_and_figure_of_a_forward_plan_is_the_one_counted_apart(
    office: RandomPlans, record_property: Callable[[str, object], None]
) -> None:
    counted, paper = Counted(office), paper_of(office)
    dated = [
        (max(at["date"] if at else month, counted.now), at is None, place, entry, month, at, late)
        for place, entry in enumerate(counted.entries)
        if entry["every"] != "meeting"
        for month, at, late in counted.comes_up(entry)
    ]
    dated.sort(key=lambda each: (each[0][:7], each[1], each[5]["date"] if each[5] else "", each[2]))
    rows = [row for table in paper.table("Meeting", "Item") for row in table[1:]]
    paper.same(len(rows), len(dated))
    early: dict[str, None] = {}
    for row, (_, _, _, entry, month, at, late) in zip(rows, dated, strict=True):
        when = full(date.fromisoformat(at["date"])) if at else f"{spelt(month)}\nno meeting planned"
        route, warns = counted.route(entry, at)
        paper.same((row[0], row[1].split("\n")[0], row[4]), (when, entry["title"], route), figures=2)
        said_late = "Wanted" in row[1] or "Not on the agenda" in row[1]
        paper.same(said_late, late)
        if warns:
            early[entry["title"]] = None
    always = [
        entry
        for entry in counted.entries
        if entry["every"] == "meeting"
        and any(
            row["date"] >= f"{entry['wanted_month']}-01"
            for row in counted.coming
            if row["date"][:7] <= counted.end
        )
    ]
    tables = paper.table("Item", "Purpose")
    paper.same(
        [row[0].split("\n")[0] for row in tables[0][1:]] if tables else [], [e["title"] for e in always]
    )
    first = counted.coming[0] if counted.coming else None
    taken = sum(each[5] == first for each in dated) if first else 0
    taken += (
        sum(not e["wanted_month"] or f"{e['wanted_month']}-01" <= first["date"] for e in always)
        if first
        else 0
    )
    text = next(one for one in paper.paragraphs if "meeting" in one).lower()
    if first is None:
        paper.same(text.startswith("no meeting is planned."), True)
    else:
        day = full(date.fromisoformat(first["date"])).lower()
        many = f"{in_words(taken)} item{'' if taken == 1 else 's'}" if taken else "nothing from the plan"
        paper.same(text.startswith(f"the next meeting, {day}, takes {many}."), True)
    items = len({each[3]["id"] for each in dated})
    if items or always:
        comes = f"{in_words(items)} item{' comes' if items == 1 else 's come'} up over twelve months"
        paper.same(comes in text, True)
    some_day = [
        entry
        for entry in counted.entries
        if not (entry["every"] or entry["wanted_month"] or entry["meeting_id"])
        and not any(
            row["date"] < counted.today for row in counted.mine if row["id"] in counted.on[entry["id"]]
        )
    ]
    said = f"{in_words(len(some_day))} {'is' if len(some_day) == 1 else 'are'} not yet placed."
    paper.same(said in text if some_day else "not yet placed" not in text, True)
    for entry in always:
        at = next(row for row in counted.coming if row["date"] >= f"{entry['wanted_month']}-01")
        if counted.route(entry, at)[1]:
            early[entry["title"]] = None
    said = f"{in_words(len(early))} {'goes' if len(early) == 1 else 'go'} up too early: "
    paper.same(said in text if early else "too early" not in text, True)
    record_property("figures compared", paper.compared)
