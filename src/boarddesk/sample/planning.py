"""Tells the sample plan from its adoption to today: statuses, dates, updates, evidence and questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from boarddesk.records.file.office_file import Change
from boarddesk.records.plan import actions, areas, challenges, evidence, judgements, milestones, plans
from boarddesk.rules.plan.actions import TermBand
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, SaidBy, StatusIs
from boarddesk.sample.diary import Diary
from boarddesk.sample.story import START, Line, News, PlannedAction, Proof, Question, StatusStep, Step, Theme

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
    for action in theme.actions:
        if action.added == START:
            _add_action(diary, theme, action)


def _add_action(diary: Diary, theme: Theme, action: PlannedAction) -> None:
    action_id = actions.add_action(
        diary.file,
        diary.named("area", theme.number),
        ref=action.ref,
        text=action.text,
        by_when=diary.fill_in(action.by_when),
        owners=action.owners,
        accountable=theme.leads[0],
        success_measure=action.measure,
    )
    diary.name("action", action.ref, action_id)
    for step in action.steps:
        made = milestones.add_milestone(
            diary.file, action_id, text=step.text, by_when=diary.fill_in(step.by_when), owner=step.owner
        )
        diary.name(f"step {action.ref}", step.text, made)


def _note_area(diary: Diary, theme: Theme) -> None:
    for said in theme.said:
        _note_area_status(diary, theme, said)
    for board in sorted({line.board for line in theme.lines}):
        _note_lines(diary, theme, board)
    for action in theme.actions:
        _note_action(diary, theme, action)


def _note_action(diary: Diary, theme: Theme, action: PlannedAction) -> None:
    if action.added != START:
        day = diary.calendar.forms_back(action.added)
        diary.report(day, f"Add action {action.ref}", lambda change: _add_action(diary, theme, action))
    for board, to in action.moves:
        _note_move(diary, action, board, to)
    for step in action.steps:
        _note_step(diary, action, step)
    for news in action.news:
        _note_news(diary, action, news)
    for said in action.statuses:
        _note_status(diary, action, said)
    for proof in action.proof:
        _note_proof(diary, action, proof)
    for asked in action.questions:
        _note_question(diary, action, asked)


def _form(action: PlannedAction) -> str:
    return f"Take the update form of area {action.ref.partition('.')[0]}"


def _day_said(diary: Diary, said: StatusStep) -> date:
    """Leads report before a board, the board and its advisers speak at it."""
    if said.by != SaidBy.LEAD and said.board < 0:
        return diary.calendar.board(said.board)
    return diary.calendar.forms_back(said.board, days=8 if said.why else 9)


def _note_status(diary: Diary, action: PlannedAction, said: StatusStep) -> None:
    day = _day_said(diary, said)

    def write(change: Change) -> None:
        judgements.declare(
            diary.file,
            diary.named("action", action.ref),
            STATUS_KEYS[said.status],
            as_at=day,
            why=diary.fill_in(said.why),
            said_by=SaidBy(said.by),
            path_to_green=diary.fill_in(said.path),
        )

    diary.report(day, f"Change status of {action.ref}", write)


def _note_area_status(diary: Diary, theme: Theme, said: StatusStep) -> None:
    day = _day_said(diary, said)

    def write(change: Change) -> None:
        judgements.declare(
            diary.file,
            diary.named("area", theme.number),
            STATUS_KEYS[said.status],
            of=judgements.AREA,
            as_at=day,
            why=diary.fill_in(said.why),
            said_by=SaidBy(said.by),
            path_to_green=diary.fill_in(said.path),
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
                text=diary.fill_in(line.text),
                as_at=day,
            )

    diary.report(day, f"Take the update form of area {theme.number}", write)


def _note_move(diary: Diary, action: PlannedAction, board: int, to: str) -> None:
    def write(change: Change) -> None:
        actions.set_by_when(diary.file, diary.named("action", action.ref), diary.fill_in(to))

    diary.report(diary.calendar.forms_back(board), f"Move date of {action.ref}", write, form=_form(action))


def _note_step(diary: Diary, action: PlannedAction, step: Step) -> None:
    if step.done is None:
        return
    day = diary.calendar.forms_back(step.done)

    def write(change: Change) -> None:
        milestones.set_done(diary.file, diary.named(f"step {action.ref}", step.text), True, on=day)

    diary.report(day, f"Tick milestone of {action.ref}", write, form=_form(action))


def _note_news(diary: Diary, action: PlannedAction, news: News) -> None:
    day = diary.calendar.forms_back(news.board)

    def write(change: Change) -> None:
        actions.add_update(
            diary.file,
            diary.named("action", action.ref),
            text=diary.fill_in(news.text),
            as_at=day,
            said_by=action.owners[0] if action.owners else "",
        )

    diary.report(day, f"Add update to {action.ref}", write, form=_form(action))


def _note_proof(diary: Diary, action: PlannedAction, proof: Proof) -> None:
    day = diary.calendar.forms_back(proof.board)

    def write(change: Change) -> None:
        made = evidence.add_evidence(
            diary.file,
            title=proof.title,
            reference=proof.reference,
            location=proof.location,
            dated=day,
            action_ids=(diary.named("action", action.ref),),
        )
        diary.name("proof", proof.reference, made)

    diary.report(day, f"Add evidence {proof.reference}", write, form=_form(action))


def _note_question(diary: Diary, action: PlannedAction, asked: Question) -> None:
    day = diary.calendar.board(asked.board)
    key = f"{action.ref} {asked.board}"

    def put(change: Change) -> None:
        made = challenges.ask(
            diary.file,
            diary.named("action", action.ref),
            text=asked.text,
            asked_on=day,
            asked_by=asked.by,
            relayed_by=asked.relay,
            board_id=diary.named("board", "SIB"),
            meeting_id=diary.ids.get(("meeting", f"SIB {asked.board}")),
        )
        diary.name("question", key, made)

    diary.report(day, f"Ask about {action.ref}", put)
    if asked.answered is None:
        return
    answered_on = diary.calendar.forms_back(asked.answered)

    def settle(change: Change) -> None:
        challenges.answer(
            diary.file,
            diary.named("question", key),
            answer=asked.answer,
            answered_on=answered_on,
            accepted=asked.accepted,
            evidence_id=diary.ids.get(("proof", asked.shown_by)),
        )

    diary.report(answered_on, "Answer a question of the board", settle)
