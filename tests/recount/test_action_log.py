"""Every figure and every row of an action log, against a count apart from the bare rows."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from openpyxl import load_workbook
from tests.recount.counting import Count, Row, full, in_words
from tests.recount.paper import Paper, printed

from boarddesk.issuing.action_log import ACTION_LOG
from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.records.file.office_file import OfficeFile

OFFICES = 20
TODAY = date(2026, 6, 2)


def office(path: Path, seed: int) -> tuple[OfficeFile, str]:
    """A board that met, and actions of every sort with updates."""
    dice = random.Random(seed)
    file = OfficeFile.create(
        path,
        office="Northmoor",
        clock=lambda: datetime(2024, 1, 2, 9, tzinfo=UTC),
        new_id=lambda: f"{dice.getrandbits(64):016x}",
    )

    def day(first: int, last: int) -> str:
        return (TODAY + timedelta(dice.randint(first, last))).isoformat()

    with file.change("Bring everything in") as change:
        board = change.insert("board", name="Improvement Board", short_name="IB", position=0)
        for number in range(dice.choice((0, 1, 3))):
            change.insert("meeting", board_id=board, number=number + 1, date=day(-90, -1), state="held")
        for number in range(dice.choice((0, 1, 6, 30))):
            due = day(-60, 60) if dice.random() < 0.9 else None
            first = day(-90, -61) if due and dice.random() < 0.4 else due
            ends = dice.choice(("", "", "done", "withdrawn"))
            action = change.insert(
                "board_action",
                board_id=board,
                ref=f"A{number + 1}",
                text=f"Send letter {number + 1}",
                raised_on=day(-120, -91),
                owner=dice.choice(("", "Ann Hale")),
                due=due,
                first_due=first,
                done_on=day(-80, 0) if ends == "done" else None,
                withdrawn_on=day(-80, 0) if ends == "withdrawn" else None,
                withdrawn_why="No longer wanted" if ends == "withdrawn" else "",
            )
            for sequence in range(dice.choice((0, 1, 3))):
                change.insert(
                    "action_update", board_action_id=action, as_at=day(-60, 0), sequence=sequence, text="Said"
                )
    return file, board


def test_every_figure_and_row_of_an_action_log_is_that_of_the_rows(tmp_path: Path) -> None:
    compared = 0
    for seed in range(OFFICES):
        file, board = office(tmp_path / f"{seed}.boarddesk", seed)
        with file:
            prepared = ACTION_LOG.prepare(file, DocumentQuery(TODAY, board_id=board))
            paper = printed(prepared.document)
            rows = file.rows("SELECT * FROM board_action")
            _in_short(paper, rows)
            _tables(paper, file, rows)
            book = tmp_path / f"{seed}.xlsx"
            book.write_bytes(prepared.written(".xlsx"))
            sheet = load_workbook(book)["Actions"]
            refs = [str(cell.value) for cell in sheet["B"] if str(cell.value or "").startswith("A")]
            assert sorted(refs) == sorted(row["ref"] for row in rows) or not rows
        left = [line for line in paper.unexplained() if not line.startswith(("Improvement Board", "Due:"))]
        assert not [line for line in left if "draft of" not in line and "Done since" not in line], left
        compared += paper.compared
    assert compared > 200


def _late(rows: list[Row]) -> list[Row]:
    still_open = [row for row in rows if not row["done_on"] and not row["withdrawn_on"]]
    late = [row for row in still_open if row["due"] and row["due"] < TODAY.isoformat()]
    return sorted(late, key=lambda row: (row["due"], int(row["ref"][1:])))


def _to_come(rows: list[Row]) -> list[Row]:
    late = [row["id"] for row in _late(rows)]
    rest = [row for row in rows if not row["done_on"] and not row["withdrawn_on"] and row["id"] not in late]
    return sorted(rest, key=lambda row: (row["due"] or "9", int(row["ref"][1:])))


def _listed(refs: list[str]) -> str:
    return refs[0] if len(refs) == 1 else f"{', '.join(refs[:-1])} and {refs[-1]}"


def _in_short(paper: Paper, rows: list[Row]) -> None:
    if not rows:
        return paper.says("No action has been given yet.", "No action has been given yet.")
    late, come = _late(rows), _to_come(rows)
    said = "No action is overdue."
    if late:
        named = _listed([row["ref"] for row in late])
        noun = "action is" if len(late) == 1 else "actions are"
        said = f"{in_words(len(late)).capitalize()} {noun} overdue: {named}."
    due = [row for row in rows if row["due"] and row["due"] <= TODAY.isoformat() and not row["withdrawn_on"]]
    if due:
        done = sum(bool(row["done_on"]) and row["done_on"] <= row["due"] for row in due)
        share = Count(done, len(due)).printed(None)
        said += f" Of those due by {full(TODAY)}, {done} of {len(due)} ({share}) were done in time."
    if come:
        said += f" {in_words(len(come)).capitalize()} {'is' if len(come) == 1 else 'are'} not yet due."
    nobody = [row["ref"] for row in (*late, *come) if not row["owner"]]
    if nobody:
        said += f" No named person has {_listed(nobody)}."
    paper.says(said[:12], said)
    return None


def _tables(paper: Paper, file: OfficeFile, rows: list[Row]) -> None:
    last = file.value("SELECT max(date) FROM meeting")
    found = paper.table("Ref", "Action", "Owner", "Due", "Latest")
    expected = [part for part in (_late(rows), _to_come(rows)) if part]
    assert len(found) == len(expected)
    for table, part in zip(found, expected, strict=True):
        paper.same([cells[0] for cells in table[1:]], [row["ref"] for row in part], figures=len(part))
        for cells, row in zip(table[1:], part, strict=True):
            due = date.fromisoformat(row["due"]) if row["due"] else None
            assert cells[3].startswith(full(due) if due else "No date")
            assert ("first date" in cells[3]) == (due is not None and row["first_due"] == row["due"])
            days = (TODAY - due).days if due else 0
            assert (f"{days} day" in cells[4]) == (days > 0)
            paper.compared += 1
    done = [row for row in rows if row["done_on"]]
    now = [row for row in done if last is None or row["done_on"] >= str(last)]
    tables = paper.table("Ref", "Action", "Owner", "Done", "Due")
    listed = [cells[0] for table in tables for cells in table[1:]]
    paper.same(sorted(listed), sorted(row["ref"] for row in now), figures=len(now))
    before = len(done) - len(now)
    if before:
        noun = "action was" if before == 1 else "actions were"
        said = f"{in_words(before).capitalize()} {noun} done before {full(date.fromisoformat(str(last)))}."
        paper.says(said, said)
    withdrawn = [
        row for row in rows if row["withdrawn_on"] and (last is None or row["withdrawn_on"] >= str(last))
    ]
    said_of = [line for line in paper.paragraphs if "Withdrawn on" in line]
    paper.same(len(said_of), len(withdrawn))
    paper.paragraphs = [line for line in paper.paragraphs if line not in said_of]
