"""Every cell of a publication list, and what is said in short, counted again from the bare rows."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tests.recount.counting import full

from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.issuing.publication import PUBLICATION
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.reports.document import Items, Paragraph, Table, plain

PARTS = ("agenda", "papers", "minutes", "update")


class RandomList:
    """A board with meetings held, cancelled and to come, some of whose parts are out."""

    def __init__(self, path: Path, seed: int) -> None:
        dice = random.Random(seed)
        self.today = date(2026, 6, 16) - timedelta(dice.randint(0, 400))
        self.file = OfficeFile.create(
            path, office="Northmoor", clock=lambda: datetime(2024, 1, 2, 9, tzinfo=UTC)
        )
        with self.file.change("Bring everything in") as change:
            self.board = change.insert("board", name="Improvement Board", short_name="IB", position=0)
            day = self.today - timedelta(dice.choice((60, 300, 700)))
            number = 0
            while day < self.today + timedelta(80):
                number += 1
                gone = day < self.today
                state = dice.choice(("held", "held", "held", "cancelled")) if gone else "planned"
                made = change.insert("meeting", board_id=self.board, number=number, date=day, state=state)
                if gone and state == "held" and dice.random() < 0.6:
                    change.insert(
                        "minutes", meeting_id=made, state="confirmed", confirmed_on=day + timedelta(30)
                    )
                for part in PARTS:
                    if gone and dice.random() < 0.5:
                        held_back = "a name is withheld" if dice.random() < 0.2 else ""
                        change.insert(
                            "publication",
                            meeting_id=made,
                            what=part,
                            published_on=day + timedelta(1),
                            withheld=held_back,
                        )
                day += timedelta(dice.randint(20, 45))

    def rows(self) -> list[tuple[str, ...]]:
        """What each row of the table must say, the newest first."""
        told = []
        for meeting in self.file.rows("SELECT * FROM meeting ORDER BY date DESC"):
            day = date.fromisoformat(meeting["date"])
            if not self.today - timedelta(366) <= day <= self.today + timedelta(100):
                continue
            told.append((full(day), *(self._cell(meeting["id"], meeting["state"], part) for part in PARTS)))
        return told

    def _cell(self, meeting_id: str, state: str, part: str) -> str:
        out = self.file.value(
            "SELECT published_on FROM publication WHERE meeting_id = ? AND what = ?", (meeting_id, part)
        )
        if out:
            return f"Published {full(date.fromisoformat(str(out)))}"
        if state == "cancelled":
            return "Cancelled"
        confirmed = self.file.value("SELECT confirmed_on FROM minutes WHERE meeting_id = ?", (meeting_id,))
        if part == "minutes" and confirmed:
            return f"Confirmed {full(date.fromisoformat(str(confirmed)))}"
        return "Not yet"


@pytest.fixture(params=range(12))
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RandomList]:
    made = RandomList(tmp_path / "office.boarddesk", request.param)
    yield made
    made.file.close()


def test_every_cell_of_the_list_is_counted_again(made: RandomList) -> None:
    query = DocumentQuery(made.today, board_id=made.board)
    document = PUBLICATION.prepare(made.file, query).document
    rows = [
        tuple(" ".join(cell.said.split()) for cell in row)
        for table in document.blocks
        if isinstance(table, Table)
        for row in table.rows
    ]
    expected = made.rows()
    assert rows == expected
    waiting = [row[0] for row in expected if row[3].startswith("Confirmed")]
    first = plain(next(block for block in document.blocks if isinstance(block, Paragraph)).text)
    said = " ".join(first.split())
    assert all(day in said for day in waiting)
    assert bool(waiting) is ("confirmed and not yet published" in said)
    held = [entry for block in document.blocks if isinstance(block, Items) for entry in block.entries]
    assert len(held) == sum(
        bool(row["withheld"])
        for row in made.file.rows(
            "SELECT p.withheld, m.date FROM publication p JOIN meeting m ON m.id = p.meeting_id"
        )
        if made.today - timedelta(366) <= date.fromisoformat(row["date"]) <= made.today + timedelta(100)
    )
