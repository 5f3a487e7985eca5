"""Every figure and every row of the register of decisions is counted again from the raw rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boarddesk.issuing.decisions import DECISIONS
from boarddesk.issuing.document_kind import Audience, DocumentQuery
from boarddesk.records.file.office_file import OfficeFile, Row
from boarddesk.reports.document import Document
from boarddesk.sample.office import make_sample

TODAY = date(2026, 6, 16)
FIRST, LAST = "2026-04-01", "2027-03-31"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("decisions") / "sample.boarddesk", today=TODAY)


@pytest.fixture
def file(sample: Path, tmp_path: Path) -> Iterator[OfficeFile]:
    path = tmp_path / "office.boarddesk"
    path.write_bytes(sample.read_bytes())
    with OfficeFile.open(path) as opened:
        yield opened


def board_id(file: OfficeFile) -> str:
    return str(file.value("SELECT id FROM board WHERE short_name = 'SIB'"))


def raw(file: OfficeFile) -> list[Row]:
    return file.rows(
        "SELECT * FROM decision WHERE board_id = ? AND made_on BETWEEN ? AND ? ORDER BY number DESC",
        (board_id(file), FIRST, min(LAST, TODAY.isoformat())),
    )


def written(file: OfficeFile, *, public: bool = False) -> Document:
    query = DocumentQuery(
        TODAY, board_id=board_id(file), copy=Audience.PUBLIC if public else Audience.MEMBERS
    )
    return DECISIONS.prepare(file, query).document


def rows_of(document: Document) -> list[tuple[str, ...]]:
    return [
        tuple(each.said.replace("\N{NO-BREAK SPACE}", " ") for each in row)
        for table in document.tables()
        for row in table.rows
    ]


def plain(document: Document) -> str:
    return document.all_words().replace("\N{NO-BREAK SPACE}", " ")


def test_every_decision_of_the_year_stands_once_newest_first_in_its_own_words(file: OfficeFile) -> None:
    made, rows = raw(file), rows_of(written(file))
    assert made
    assert sorted(row[0] for row in rows) == sorted(f"D-{known['number']:03}" for known in made)
    texts = {f"D-{known['number']:03}": (known["verb"], known["text"]) for known in made}
    for ref, verb, text, *_ in rows:
        assert verb == texts[ref][0].capitalize()
        assert " ".join(texts[ref][1].split()) in text


def test_the_answer_counts_decisions_and_those_between_meetings(file: OfficeFile) -> None:
    made = raw(file)
    between = sum(known["how"] != "meeting" for known in made)
    numbers = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    said = plain(written(file))
    assert f"{numbers[len(made)].capitalize()} decisions, D-001 to D-{len(made):03}" in said
    assert f"{numbers[between]} between meetings" in said


def test_what_waits_to_be_ratified_is_what_nobody_ratified(file: OfficeFile) -> None:
    states = {row["id"]: row["state"] for row in file.rows("SELECT id, state FROM meeting")}
    waiting = {
        f"D-{known['number']:03}"
        for known in raw(file)
        if (known["to_ratify"] or states.get(known["meeting_id"]) == "inquorate") and not known["ratified_on"]
    }
    assert {row[0] for row in rows_of(written(file)) if "To be ratified" in row[-1]} == waiting


def test_the_actions_named_are_those_given_at_the_item(file: OfficeFile) -> None:
    given = {
        f"D-{known['number']:03}": {
            row["ref"]
            for row in file.rows("SELECT ref FROM board_action WHERE item_id = ?", (known["item_id"],))
        }
        for known in raw(file)
        if known["item_id"]
    }
    for ref, _verb, _text, _item, came in rows_of(written(file)):
        if "To be ratified" not in came and "Replaced" not in came:
            assert set(re.findall(r"\bA\d+\b", came)) == given.get(ref, set())


def test_a_published_register_is_without_what_is_restricted_and_says_how_much(file: OfficeFile) -> None:
    with_item = next(known for known in raw(file) if known["item_id"])
    with file.change("Restrict") as change:
        change.update("agenda_item", with_item["item_id"], restricted=True, restricted_why="A family")
    items = {row["id"] for row in file.rows("SELECT id FROM agenda_item WHERE restricted = 1")}
    blocks = {row["decision_id"] for row in file.rows("SELECT * FROM minute_block WHERE restricted = 1")}
    secret = [known for known in raw(file) if known["item_id"] in items or known["id"] in blocks]
    public, whole = plain(written(file, public=True)), plain(written(file))
    assert "on restricted business" in public
    assert "restricted" not in whole
    assert all(known["text"].rstrip(".") not in public for known in secret)
    assert len(rows_of(written(file, public=True))) == len(raw(file)) - len(secret)
