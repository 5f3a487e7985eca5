"""Every figure of an agenda and of the chair's brief is counted again from the raw rows of the office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from boarddesk.issuing.agenda import AGENDA, BRIEF
from boarddesk.issuing.document_kind import Audience, DocumentQuery
from boarddesk.records.file.office_file import OfficeFile, Row
from boarddesk.reports.document import Document, Table
from boarddesk.sample.office import make_sample

DAYS = (date(2026, 5, 28), date(2026, 6, 2), date(2026, 11, 30))


@pytest.fixture(scope="module", params=DAYS, ids=str)
def office(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[OfficeFile, date]]:
    today: date = request.param
    path = tmp_path_factory.mktemp("agendas") / "sample.boarddesk"
    make_sample(path, today=today)
    with OfficeFile.open(path, read_only=True) as file:
        yield file, today


def coming(file: OfficeFile, today: date) -> Row:
    (row,) = file.rows(
        "SELECT m.* FROM meeting m JOIN board b ON b.id = m.board_id WHERE b.short_name = 'SIB' "
        "AND m.date >= ? AND m.state IN ('planned', 'agenda issued') ORDER BY m.date LIMIT 1",
        (today.isoformat(),),
    )
    return row


def items_of(file: OfficeFile, meeting_id: str) -> list[Row]:
    return file.rows("SELECT * FROM agenda_item WHERE meeting_id = ? ORDER BY position", (meeting_id,))


def business(items: list[Row]) -> list[Row]:
    """The items that are no headings."""
    headings = {item["parent_id"] for item in items}
    return [item for item in items if item["id"] not in headings]


def numbered(items: list[Row]) -> dict[str, str]:
    """Each item's number, counted on the fingers."""
    given: dict[str, str] = {}
    for top, item in enumerate((item for item in items if not item["parent_id"]), start=1):
        given[item["id"]] = str(top)
        under = (each for each in items if each["parent_id"] == item["id"])
        given |= {each["id"]: f"{top}.{place}" for place, each in enumerate(under, start=1)}
    return given


def written(file: OfficeFile, today: date, *, brief: bool = False, public: bool = False) -> Document:
    copy = Audience.PUBLIC if public else Audience.MEMBERS
    query = DocumentQuery(today, meeting_id=coming(file, today)["id"], copy=copy)
    return (BRIEF if brief else AGENDA).prepare(file, query).document


def plain(document: Document) -> str:
    return document.all_words().replace("\N{NO-BREAK SPACE}", " ")


def table(document: Document, title: str) -> Table:
    return next(each for each in document.tables() if each.title == title)


def replied(file: OfficeFile, today: date) -> tuple[int, int, int]:
    """How many were asked, said they come or send a deputy, and have not answered; by the raw seats."""
    meeting = coming(file, today)
    day = meeting["date"]
    seats = file.rows(
        "SELECT s.id FROM seat s JOIN membership h ON h.seat_id = s.id "
        "WHERE s.board_id = :board AND s.expected "
        "AND coalesce(s.from_date, '') <= :day AND coalesce(s.to_date, '9') >= :day "
        "AND coalesce(h.from_date, '') <= :day AND coalesce(h.to_date, '9') >= :day",
        {"board": meeting["board_id"], "day": day},
    )
    answers = {
        row["seat_id"]: row["answer"]
        for row in file.rows("SELECT * FROM meeting_reply WHERE meeting_id = ?", (meeting["id"],))
    }
    asked = [seat["id"] for seat in seats]
    come = sum(answers.get(seat) in ("coming", "deputy") for seat in asked)
    return len(asked), come, sum(seat not in answers for seat in asked)


def test_the_times_and_minutes_of_an_agenda_add_up(office: tuple[OfficeFile, date]) -> None:
    file, today = office
    meeting = coming(file, today)
    items = items_of(file, meeting["id"])
    document = written(file, today)
    whole = sum(item["minutes"] or 0 for item in business(items))
    start, end = (
        timedelta(hours=int(at[:2]), minutes=int(at[3:]))
        for at in (meeting["start_time"], meeting["end_time"])
    )
    available = (end - start).seconds // 60
    assert f"{whole} minutes planned, {available} available." in plain(document)
    over = f"{whole - available} minutes longer than the meeting."
    assert (over in plain(document)) == (whole > available)
    numbers, at, told = numbered(items), start, {}
    for item in sorted(
        business(items), key=lambda each: [int(part) for part in numbers[each["id"]].split(".")]
    ):
        told[numbers[item["id"]]] = f"{at.seconds // 3600:02}:{at.seconds // 60 % 60:02}"
        at += timedelta(minutes=item["minutes"] or 0)
    rows = {row[0].said: row[1].said for row in table(document, "Business").rows}
    assert {number: rows[number] for number in told} == told
    assert len(rows) == len(items)


def test_what_is_asked_is_counted_again(office: tuple[OfficeFile, date]) -> None:
    file, today = office
    items = items_of(file, coming(file, today)["id"])
    numbers = numbered(items)
    asked = [numbers[item["id"]] for item in business(items) if item["purpose"] == "decision"]
    asked.sort(key=lambda number: [int(part) for part in number.split(".")])
    found = re.search(r"are asked: items ([\d., and]+?)\.(?:\n|$| )", plain(written(file, today)))
    assert found and re.findall(r"\d+(?:\.\d+)?", found[1]) == asked


def test_who_is_expected_is_counted_again_in_both_documents(office: tuple[OfficeFile, date]) -> None:
    file, today = office
    asked, come, silent = replied(file, today)
    agenda, brief = plain(written(file, today)), plain(written(file, today, brief=True))
    assert f"{come} of {asked} have said they come or send a deputy." in agenda
    assert (f"{silent} have not replied." in agenda) or silent < 2
    assert f": {come} of {asked} expected" in brief
    assert (f"{silent} without reply" in brief) == (silent > 0)


def test_papers_are_counted_again(office: tuple[OfficeFile, date]) -> None:
    file, today = office
    meeting = coming(file, today)["id"]
    papers = file.rows(
        "SELECT DISTINCT p.id, (SELECT count(*) FROM paper_copy c WHERE c.paper_id = p.id) AS copies, "
        "i.restricted "
        "FROM paper p JOIN item_paper l ON l.paper_id = p.id JOIN agenda_item i ON i.id = l.item_id "
        "WHERE i.meeting_id = ? AND p.withdrawn_on IS NULL",
        (meeting,),
    )
    agenda = plain(written(file, today))
    assert agenda.count("(to follow") == sum(not paper["copies"] for paper in papers)
    public = plain(written(file, today, public=True))
    assert public.count("A paper of a restricted item, withheld") == sum(
        paper["restricted"] for paper in papers
    )
    unnamed = sum(
        item["papers_wanted"] and not file.value("SELECT 1 FROM item_paper WHERE item_id = ?", (item["id"],))
        for item in business(items_of(file, meeting))
    )
    missing = unnamed + sum(not paper["copies"] for paper in papers)
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    brief = plain(written(file, today, brief=True))
    assert not missing or re.search(rf"\b{words[missing]} papers? (?:is|are) not in", brief, re.IGNORECASE)


def test_overdue_actions_and_returns_of_the_brief_are_counted_again(office: tuple[OfficeFile, date]) -> None:
    file, today = office
    meeting = coming(file, today)
    late = [
        row["ref"]
        for row in file.rows(
            "SELECT ref FROM board_action WHERE board_id = ? AND done_on IS NULL AND withdrawn_on IS NULL "
            "AND due < ? ORDER BY due, ref",
            (meeting["board_id"], today.isoformat()),
        )
    ]
    rows = {
        row[0].said: row[1].said.replace("\N{NO-BREAK SPACE}", " ")
        for row in table(written(file, today, brief=True), "To settle before the day").rows
    }
    told = re.search(r"In the log: ([A\d, ]+)", rows["Overdue"])
    assert sorted(re.findall(r"A\d+", told[1]) if told else []) == sorted(late)
    areas = file.value(
        "SELECT count(*) FROM area a JOIN plan p ON p.id = a.plan_id WHERE p.board_id = ?",
        (meeting["board_id"],),
    )
    reported = file.value(
        "SELECT count(*) FROM area_return WHERE meeting_id = ? AND state <> 'none'", (meeting["id"],)
    )
    assert rows["Returns"].startswith(f"{reported} of {areas} areas reported")


def test_nothing_of_the_chairs_is_in_an_agenda(office: tuple[OfficeFile, date]) -> None:
    file, today = office
    items = items_of(file, coming(file, today)["id"])
    private = [item[column] for item in items for column in ("chair_note", "words_to_use") if item[column]]
    assert private
    for public in (False, True):
        told = plain(written(file, today, public=public))
        assert not [words for words in private if words in told]
