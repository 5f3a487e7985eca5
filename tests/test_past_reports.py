"""A report for a board that is past is what would have been issued on its day, word for word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.issuing.highlights import HIGHLIGHT
from boarddesk.issuing.risks import EXCEPTIONS
from boarddesk.records import boards, meetings, office, seats
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.packs.highlights import highlight_pack
from boarddesk.records.plan import actions, areas, challenges, evidence, judgements, kpis, milestones, plans
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking as attendance
from boarddesk.records.risks import issues, register, scores, treatment
from boarddesk.reports import html
from boarddesk.rules.edition import Edition
from boarddesk.rules.highlights.pack import HighlightPack
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.plan.kpis import Actual, Target
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import Mark
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN
from boarddesk.sample.office import make_sample

START = date(2026, 1, 5)
BOARDS = [START + timedelta(days) for days in (7, 21, 35, 49)]
LAST_DAY = 63
STATUSES = [status.key for status in IMPROVEMENT_PLAN.statuses]


class Clock:
    """Shows the day a test is on, a second later at each look."""

    def __init__(self, day: date = START) -> None:
        self.turn_to(day)

    def __call__(self) -> datetime:
        self._moment += timedelta(seconds=1)
        return self._moment

    def turn_to(self, day: date) -> None:
        self._moment = datetime.combine(day, time(9, 0), UTC)


class Office:
    """An office to which random things happen, day by day."""

    def __init__(self, folder: Path, draw: st.DataObject) -> None:
        self.clock, self.draw, self.numbers = Clock(), draw, count(1)
        self.today = START
        ids = count(1)
        self.file = OfficeFile.create(
            folder / "office.boarddesk", clock=self.clock, new_id=lambda: f"{next(ids) * 7919 % 65536:016x}"
        )
        self.board = boards.add_board(self.file, "Improvement Board", "SIB")
        for title in ("Chair", "Health"):
            seats.add_seat(self.file, self.board, title)
        self.plan = plans.add_plan(self.file, "Plan", board_id=self.board)
        self.meetings = [meetings.add_meeting(self.file, self.board, day) for day in BOARDS]
        for action in (self.add_area, self.add_action, self.add_action, self.add_kpi, self.add_risk):
            action()

    def pick(self, table: str) -> str:
        """The id of some row; refused where there is none, so that nothing happens."""
        found = [str(row["id"]) for row in self.file.rows(f"SELECT id FROM {table} ORDER BY id")]
        if not found:
            raise Refused("There is none.")
        return self.draw.draw(st.sampled_from(found))

    def word(self) -> str:
        return f"word {next(self.numbers)}"

    def day(self) -> date:
        """Mostly today, often earlier: people type things late."""
        return self.today - timedelta(self.draw.draw(st.sampled_from((0, 0, 1, 8, 20))))

    # ── what may happen ──

    def add_area(self) -> None:
        number = next(self.numbers)
        areas.add_area(self.file, self.plan, number=str(number), title=f"Area {number}", leads=["Ann Hale"])

    def add_action(self) -> None:
        ref = f"{next(self.numbers)}"
        actions.add_action(self.file, self.pick("area"), ref=ref, text=self.word(), by_when="31 January 2026")

    def change_action(self) -> None:
        actions.change_action(self.file, self.pick("action"), text=self.word())

    def delete_action(self) -> None:
        actions.delete_action(self.file, self.pick("action"))

    def change_area(self) -> None:
        areas.change_area(self.file, self.pick("area"), title=self.word())

    def move_date(self) -> None:
        month = self.draw.draw(st.sampled_from(("February", "March", "May")))
        actions.set_by_when(self.file, self.pick("action"), f"{month} 2026")

    def change_owners(self) -> None:
        actions.set_owners(self.file, self.pick("action"), [self.word(), self.word()])

    def declare(self) -> None:
        of = self.draw.draw(st.sampled_from((judgements.ACTION, judgements.AREA)))
        key = self.draw.draw(st.sampled_from(STATUSES))
        row = self.pick(of.removesuffix("_id"))
        judgements.declare(self.file, row, key, of=of, as_at=self.day(), why=self.word())

    def add_update(self) -> None:
        actions.add_update(self.file, self.pick("action"), text=self.word(), as_at=self.day())

    def add_line(self) -> None:
        kind = self.draw.draw(st.sampled_from(("done", "planned", "decide", "help")))
        areas.add_highlight(self.file, self.pick("area"), kind=kind, text=self.word(), as_at=self.day())

    def add_evidence(self) -> None:
        evidence.add_evidence(self.file, title=self.word(), action_ids=(self.pick("action"),))

    def add_milestone(self) -> None:
        milestones.add_milestone(self.file, self.pick("action"), text=self.word(), by_when="March 2026")

    def ask(self) -> None:
        challenges.ask(self.file, self.pick("action"), text=self.word(), asked_on=self.day())

    def answer(self) -> None:
        challenges.answer(self.file, self.pick("challenge"), answer=self.word(), answered_on=self.day())

    def add_kpi(self) -> None:
        ref = f"K{next(self.numbers)}"
        kpi = kpis.add_kpi(self.file, self.plan, ref=ref, wording=self.word(), area_id=self.pick("area"))
        kpis.add_checkpoint(self.file, kpi, label="March", target=Target(), due=date(2026, 3, 1))

    def measure(self) -> None:
        kpis.set_actual(self.file, self.pick("checkpoint"), Actual(words=self.word(), as_at=self.day()))

    def restate(self) -> None:
        step, made_on = self.pick("checkpoint"), self.day()
        kpis.restate(self.file, step, Actual(words=self.word()), why="Counted again", made_on=made_on)

    def add_risk(self) -> None:
        ref = f"R{next(self.numbers)}"
        register.add_risk(
            self.file, ref=ref, title=self.word(), raised_on=self.day(), area_id=self.pick("area")
        )

    def score(self) -> None:
        size = self.draw.draw(st.integers(1, 5))
        scores.set_score(self.file, self.pick("risk"), likelihood=size, impact=3, as_at=self.day())

    def mitigate(self) -> None:
        treatment.add_mitigation(self.file, self.pick("risk"), text=self.word())

    def finish_mitigation(self) -> None:
        treatment.finish_mitigation(self.file, self.pick("mitigation"), done_on=self.day())

    def add_issue(self) -> None:
        ref = f"I{next(self.numbers)}"
        issues.add_issue(
            self.file, ref=ref, title=self.word(), raised_on=self.day(), area_id=self.pick("area")
        )

    def rename(self) -> None:
        office.name_office(self.file, name=self.word(), partnership=self.word(), secretary=self.word())

    def hold(self) -> None:
        meetings.set_state(self.file, self.pick("meeting"), MeetingState.HELD, today=self.today)

    def take_register(self) -> None:
        meeting = self.pick("meeting")
        if meetings.meeting(self.file, meeting).state is MeetingState.HELD:
            attendance.open_register(self.file, meeting, today=self.today)
            for row in registers.register(self.file, meeting).rows:
                attendance.mark(self.file, row.id, Mark.PRESENT)
            attendance.close_register(self.file, meeting, today=self.today)

    def undo(self) -> None:
        self.file.undo()

    def redo(self) -> None:
        self.file.redo()


ACTIONS: list[Callable[[Office], None]] = [
    action
    for name, action in vars(Office).items()
    if callable(action) and name not in ("__init__", "pick", "word", "day")
]


def packs_on(file: OfficeFile, meeting: str, today: date) -> list[HighlightPack]:
    """The report of the whole board and of each area, but for which paper it is: a draft says its day."""
    numbers = [str(row["number"]) for row in file.rows("SELECT number FROM area ORDER BY id")]
    made = (highlight_pack(file, today=today, meeting_id=meeting, area=area) for area in ("", *numbers))
    return [replace(pack, edition=Edition(1)) for pack in made]


@settings(max_examples=settings.default.max_examples // 3)
@given(st.data())
def test_the_report_for_a_past_board_is_what_would_have_been_issued_on_its_day(draw: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        made = Office(Path(folder), draw)
        issued: dict[str, list[HighlightPack]] = {}
        with made.file as file:
            for offset in sorted(draw.draw(st.sets(st.integers(0, LAST_DAY), max_size=8)) | {7, 21, 35, 49}):
                made.today = START + timedelta(offset)
                made.clock.turn_to(made.today)
                for action in draw.draw(st.lists(st.sampled_from(ACTIONS), max_size=8)):
                    with suppress(Refused):
                        action(made)
                if made.today in BOARDS:
                    meeting = made.meetings[BOARDS.index(made.today)]
                    issued[meeting] = packs_on(file, meeting, made.today)
            for meeting, then in issued.items():
                areas_then = [pack.areas[0].area.number for pack in then[1:]]
                now = [
                    highlight_pack(file, today=date(2026, 6, 1), meeting_id=meeting, area=area)
                    for area in ("", *areas_then)
                ]
                assert [replace(pack, edition=Edition(1)) for pack in now] == then


# The sample office


TODAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    path = make_sample(tmp_path_factory.mktemp("past") / "sample.boarddesk", today=TODAY)
    with OfficeFile.open(path, read_only=True) as file:
        yield file


def _board_days(file: OfficeFile) -> list[tuple[str, date]]:
    board = boards.board_named(file, "SIB").id
    held = [one for one in meetings.meetings(file, board) if one.state.was_held]
    return [(one.id, one.date) for one in held[-3:]]


def test_an_action_added_since_stands_in_no_report_of_an_earlier_board(sample: OfficeFile) -> None:
    for meeting, day in _board_days(sample):
        pack = highlight_pack(sample, today=TODAY, meeting_id=meeting)
        refs = [action.ref for area in pack.areas for action in area.area.actions]
        assert "4.10" in refs and "4.11" not in refs, day


def test_a_date_moved_since_is_printed_as_it_was(sample: OfficeFile) -> None:
    (earliest, _), *_ = _board_days(sample)
    before = highlight_pack(sample, today=TODAY, meeting_id=earliest)
    now = highlight_pack(sample, today=TODAY)
    moved = [
        (action.ref, then.by_when.as_written, action.by_when.as_written)
        for area, area_then in zip(now.areas, before.areas, strict=True)
        for then in area_then.area.actions
        for action in area.area.actions
        if action.id == then.id and action.by_when != then.by_when
    ]
    assert moved and all(was != by_when for _, was, by_when in moved)


def test_the_document_of_a_past_board_is_the_document_of_its_day(sample: OfficeFile) -> None:
    for meeting, day in _board_days(sample)[-2:]:
        now = HIGHLIGHT.prepare(sample, DocumentQuery(TODAY, meeting_id=meeting)).as_version(1)
        with sample.as_of(datetime.combine(day, time(23, 59), UTC)) as that_day:
            then = HIGHLIGHT.prepare(that_day, DocumentQuery(day, meeting_id=meeting)).as_version(1)
            assert html.write(now.document) == html.write(then.document)


# Before the log begins


@pytest.fixture
def late(tmp_path: Path) -> Iterator[tuple[OfficeFile, Clock, str]]:
    """An office made in June for a board that has met since January; its plan came in over two days."""
    clock = Clock(date(2026, 6, 1))
    with OfficeFile.create(tmp_path / "late.boarddesk", clock=clock) as file:
        board = boards.add_board(file, "Improvement Board", "SIB")
        plan = plans.add_plan(file, "Plan", board_id=board)
        first = areas.add_area(file, plan, number="1", title="As first written")
        one = actions.add_action(file, first, ref="1.1", text="Write to families", by_when="May 2026")
        judgements.declare(file, one, "on_track", as_at=date(2026, 3, 1), why="Said in March")
        clock.turn_to(date(2026, 6, 2))
        second = areas.add_area(file, plan, number="2", title="From a second document")
        actions.add_action(file, second, ref="2.1", text="Meet schools", by_when="July 2026")
        clock.turn_to(date(2026, 6, 20))
        march = meetings.add_meeting(file, board, date(2026, 3, 10))
        meetings.set_state(file, march, MeetingState.HELD, today=date(2026, 6, 20))
        june = meetings.add_meeting(file, board, date(2026, 6, 9))
        meetings.set_state(file, june, MeetingState.HELD, today=date(2026, 6, 20))
        areas.change_area(file, first, title="Written anew")
        actions.set_by_when(file, one, "December 2026")
        actions.add_action(file, first, ref="1.2", text="Added in June", by_when="July 2026")
        judgements.declare(file, one, "met", as_at=date(2026, 6, 20), why="Done")
        areas.add_area(file, plan, number="3", title="Added in June too")
        yield file, clock, march


def test_a_plan_brought_in_after_the_board_stands_as_it_first_was_and_says_so(
    late: tuple[OfficeFile, Clock, str],
) -> None:
    file, _, march = late
    prepared = HIGHLIGHT.prepare(file, DocumentQuery(date(2026, 7, 1), meeting_id=march))
    pack = highlight_pack(file, today=date(2026, 7, 1), meeting_id=march)
    assert [area.area.title for area in pack.areas] == ["As first written", "From a second document"]
    (one,) = pack.areas[0].area.actions
    assert one.declared is not None and (one.by_when.as_written, one.declared.key) == ("May 2026", "on_track")
    facts = prepared.document.facts.replace("\N{NO-BREAK SPACE}", " ")
    assert "the plan as brought in on 2 June 2026" in facts


def test_what_a_plan_brought_in_later_does_not_know_of_the_day_is_said(
    late: tuple[OfficeFile, Clock, str],
) -> None:
    file, _, march = late
    for kind in (HIGHLIGHT, EXCEPTIONS):
        prepared = kind.prepare(file, DocumentQuery(date(2026, 7, 1), meeting_id=march))
        said = prepared.document.all_words().replace("\N{NO-BREAK SPACE}", " ")
        assert (
            "On 10 March 2026 the status of 1 of 2 actions is not known: the plan came in on 2 June 2026."
        ) in said


def test_a_meeting_noted_after_its_day_is_reported_with_the_plan_of_that_day(
    late: tuple[OfficeFile, Clock, str],
) -> None:
    file, _, _ = late
    june = next(one.id for one in meetings.meetings(file) if one.date == date(2026, 6, 9))
    pack = highlight_pack(file, today=date(2026, 7, 1), meeting_id=june)
    assert pack.brought_in is None
    assert [area.area.title for area in pack.areas] == ["As first written", "From a second document"]
    assert [action.ref for area in pack.areas for action in area.area.actions] == ["1.1", "2.1"]


def test_an_area_that_was_not_there_yet_is_refused_with_those_that_were(
    late: tuple[OfficeFile, Clock, str],
) -> None:
    file, _, _ = late
    june = next(one.id for one in meetings.meetings(file) if one.date == date(2026, 6, 9))
    with pytest.raises(Refused, match=r"On 9 June 2026 there was no area 3 in Plan\. Its areas were 1, 2"):
        highlight_pack(file, today=date(2026, 7, 1), meeting_id=june, area="3")
