"""Tells the sample plan from its adoption to today: statuses, dates, updates, evidence and questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from boarddesk.records.file.office_file import Change
from boarddesk.records.plan import actions, areas, challenges, evidence, judgements, milestones, plans
from boarddesk.rules.plan.actions import TermBand
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, SaidBy, StatusIs
from boarddesk.sample.diary import Diary
from boarddesk.sample.story import START, Asked, Deed, Line, News, Proof, Said, Step, Theme

LETTERS = {
    "M": StatusIs.COMPLETE,
    "T": StatusIs.ON_COURSE,
    "P": StatusIs.AT_RISK,
    "N": StatusIs.OFF_COURSE,
    "?": StatusIs.NOT_KNOWN,
}
STATUS_KEYS = {
    letter: next(status.key for status in IMPROVEMENT_PLAN.statuses if status.is_a is is_a)
    for letter, is_a in LETTERS.items()
}


def note_plan(diary: Diary, name: str, themes: Sequence[Theme], *, board: str) -> None:
    """The plan is adopted with the areas and actions it had then, and everything since follows on its day."""
    adopted = diary.calendar.board(START) - timedelta(20)

    def adopt(change: Change) -> None:
        plan_id = plans.add_plan(
            diary.file,
            name,
            board_id=diary.named("board", board),
            from_date=adopted,
            to_date=diary.calendar.month_end(9),
            bands=terms(adopted, diary.calendar.month_end(9)),
        )
        diary.name("plan", name, plan_id)
        for theme in themes:
            _adopt_area(diary, plan_id, theme)

    diary.note(adopted, f"Import plan from {name}.docx", adopt)
    for theme in themes:
        _note_area(diary, theme)


def terms(first: date, last: date) -> tuple[TermBand, ...]:
    """The plan's own terms: September to December, January to April, May to August."""
    bands = []
    for year in range(first.year, last.year + 1):
        for start, end, label in ((1, 4, "Jan–Apr"), (5, 8, "May–Aug"), (9, 12, "Sep–Dec")):
            begins, ends = date(year, start, 1), date(year, end, 30 if end == 4 else 31)
            if ends >= first and begins <= last:
                bands.append(TermBand(f"{label} {year % 100}", begins, ends))
    return tuple(bands)


def _adopt_area(diary: Diary, plan_id: str, theme: Theme) -> None:
    area_id = areas.add_area(
        diary.file,
        plan_id,
        number=theme.number,
        title=theme.title,
        weakness=theme.weakness,
        outcome=theme.outcome,
        leads=theme.leads,
        project_team=theme.team,
    )
    diary.name("area", theme.number, area_id)
    for deed in theme.deeds:
        if deed.added == START:
            _add_action(diary, theme, deed)


def _add_action(diary: Diary, theme: Theme, deed: Deed) -> None:
    action_id = actions.add_action(
        diary.file,
        diary.named("area", theme.number),
        ref=deed.ref,
        text=deed.text,
        by_when=diary.told(deed.by_when),
        owners=deed.owners,
        accountable=theme.leads[0],
        success_measure=deed.measure,
    )
    diary.name("action", deed.ref, action_id)
    for step in deed.steps:
        made = milestones.add_milestone(
            diary.file, action_id, text=step.text, by_when=diary.told(step.by_when), owner=step.owner
        )
        diary.name(f"step {deed.ref}", step.text, made)


def _note_area(diary: Diary, theme: Theme) -> None:
    for said in theme.said:
        _note_area_status(diary, theme, said)
    for board in sorted({line.board for line in theme.lines}):
        _note_lines(diary, theme, board)
    for deed in theme.deeds:
        _note_deed(diary, theme, deed)


def _note_deed(diary: Diary, theme: Theme, deed: Deed) -> None:
    if deed.added != START:
        day = diary.calendar.forms_back(deed.added)
        diary.report(day, f"Add action {deed.ref}", lambda change: _add_action(diary, theme, deed))
    for board, to in deed.moved:
        _note_move(diary, deed, board, to)
    for step in deed.steps:
        _note_step(diary, deed, step)
    for news in deed.news:
        _note_news(diary, deed, news)
    for said in deed.said:
        _note_status(diary, deed, said)
    for proof in deed.proof:
        _note_proof(diary, deed, proof)
    for asked in deed.asked:
        _note_question(diary, deed, asked)


def _form(deed: Deed) -> str:
    return f"Take the update form of area {deed.ref.partition('.')[0]}"


def _day_said(diary: Diary, said: Said) -> date:
    """Leads report before a board, the board and its advisers speak at it."""
    if said.by != SaidBy.LEAD and said.board < 0:
        return diary.calendar.board(said.board)
    return diary.calendar.forms_back(said.board, days=8 if said.why else 9)


def _note_status(diary: Diary, deed: Deed, said: Said) -> None:
    day = _day_said(diary, said)

    def write(change: Change) -> None:
        judgements.declare(
            diary.file,
            diary.named("action", deed.ref),
            STATUS_KEYS[said.status],
            as_at=day,
            why=diary.told(said.why),
            said_by=SaidBy(said.by),
            path_to_green=diary.told(said.path),
        )

    diary.report(day, f"Change status of {deed.ref}", write)


def _note_area_status(diary: Diary, theme: Theme, said: Said) -> None:
    day = _day_said(diary, said)

    def write(change: Change) -> None:
        judgements.declare(
            diary.file,
            diary.named("area", theme.number),
            STATUS_KEYS[said.status],
            of=judgements.AREA,
            as_at=day,
            why=diary.told(said.why),
            said_by=SaidBy(said.by),
            path_to_green=diary.told(said.path),
        )

    diary.report(day, f"Change status of area {theme.number}", write)


def _note_lines(diary: Diary, theme: Theme, board: int) -> None:
    day = diary.calendar.forms_back(board)
    lines: tuple[Line, ...] = tuple(line for line in theme.lines if line.board == board)

    def write(change: Change) -> None:
        for line in lines:
            areas.add_highlight(
                diary.file,
                diary.named("area", theme.number),
                kind=line.kind,
                text=diary.told(line.text),
                as_at=day,
            )

    diary.report(day, f"Take the update form of area {theme.number}", write)


def _note_move(diary: Diary, deed: Deed, board: int, to: str) -> None:
    def write(change: Change) -> None:
        actions.set_by_when(diary.file, diary.named("action", deed.ref), diary.told(to))

    diary.report(diary.calendar.forms_back(board), f"Move date of {deed.ref}", write, form=_form(deed))


def _note_step(diary: Diary, deed: Deed, step: Step) -> None:
    if step.done is None:
        return
    day = diary.calendar.forms_back(step.done)

    def write(change: Change) -> None:
        milestones.set_done(diary.file, diary.named(f"step {deed.ref}", step.text), True, on=day)

    diary.report(day, f"Tick milestone of {deed.ref}", write, form=_form(deed))


def _note_news(diary: Diary, deed: Deed, news: News) -> None:
    day = diary.calendar.forms_back(news.board)

    def write(change: Change) -> None:
        actions.add_update(
            diary.file,
            diary.named("action", deed.ref),
            text=diary.told(news.text),
            as_at=day,
            said_by=deed.owners[0] if deed.owners else "",
        )

    diary.report(day, f"Add update to {deed.ref}", write, form=_form(deed))


def _note_proof(diary: Diary, deed: Deed, proof: Proof) -> None:
    day = diary.calendar.forms_back(proof.board)

    def write(change: Change) -> None:
        evidence.add_evidence(
            diary.file,
            title=proof.title,
            reference=proof.reference,
            location=proof.location,
            dated=day,
            action_ids=(diary.named("action", deed.ref),),
        )

    diary.report(day, f"Add evidence {proof.reference}", write, form=_form(deed))


def _note_question(diary: Diary, deed: Deed, asked: Asked) -> None:
    day = diary.calendar.board(asked.board)
    key = f"{deed.ref} {asked.board}"

    def put(change: Change) -> None:
        made = challenges.ask(
            diary.file,
            diary.named("action", deed.ref),
            text=asked.text,
            asked_on=day,
            asked_by=asked.by,
            meeting_id=diary.ids.get(("meeting", f"SIB {asked.board}")),
        )
        diary.name("question", key, made)

    diary.report(day, f"Ask about {deed.ref}", put)
    if asked.answered is None:
        return
    answered_on = diary.calendar.forms_back(asked.answered)

    def settle(change: Change) -> None:
        challenges.answer(
            diary.file, diary.named("question", key), answer=asked.answer, answered_on=answered_on
        )

    diary.report(answered_on, "Answer a question of the board", settle)
