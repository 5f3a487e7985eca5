"""Every dialog as a picture, light and dark, opened over the sample office."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from PySide6.QtWidgets import QDialog
from tests.look.windows import SIZES, THEMES, Shot, settle
from tests.records.offices import mark_rest

from boarddesk.issuing.left_over import LeftOver
from boarddesk.issuing.mail import calling_notice
from boarddesk.records.agenda.arising import board_actions
from boarddesk.records.agenda.decisions import decisions
from boarddesk.records.agenda.forward_plan import forward_plan
from boarddesk.records.agenda.items import agenda, agenda_items
from boarddesk.records.agenda.papers import papers_of_meeting
from boarddesk.records.boards import board, boards
from boarddesk.records.file.encryption import OtherCopies
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.interests import interests
from boarddesk.records.lines import lines
from boarddesk.records.meetings import meetings
from boarddesk.records.minutes.states import stand_of
from boarddesk.records.packs.agenda import agenda_pack
from boarddesk.records.people import people
from boarddesk.records.plan.plans import plan, plans
from boarddesk.records.plan.refs import CalledRecord
from boarddesk.records.registers.reading import registers, replies
from boarddesk.records.registers.taking import close_register
from boarddesk.records.retention.classes import retention_classes, take_proposals
from boarddesk.records.retention.purging import preview_purge
from boarddesk.records.risks import issues, register
from boarddesk.records.seats import seats
from boarddesk.records.timetable import free_days, keep_free
from boarddesk.rules.agenda.before_issue import concerns
from boarddesk.rules.agenda.item import AgendaItem
from boarddesk.rules.arising import BoardAction
from boarddesk.rules.attendance.corrections import figure_changes
from boarddesk.rules.cover_headings import shipped_for
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.minutes.corrections.points import CorrectionPoint
from boarddesk.rules.minutes.corrections.suggestion import Suggestion, SuggestionKind
from boarddesk.rules.minutes.draft import Circulation
from boarddesk.rules.minutes.transcript import Transcript
from boarddesk.rules.papers.paper import Paper
from boarddesk.rules.people import Board, Seat
from boarddesk.rules.plan.actions import Action, Area, Plan
from boarddesk.rules.registers.declarations import Declaration
from boarddesk.rules.registers.register import Mark, Register
from boarddesk.rules.risks.escalations import EscalationKind
from boarddesk.rules.risks.risk import Risk
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN
from boarddesk.rules.update_form import ReturnedForm, ReturnedRow
from boarddesk.ui.actions import forms as of_business
from boarddesk.ui.actions.bearing import bearing_form
from boarddesk.ui.actions.update_forms import update_form_form
from boarddesk.ui.attendance.charts_dialog import ChartsDialog
from boarddesk.ui.attendance.feed_dialog import ask_to_stop
from boarddesk.ui.attendance.page import AttendancePage
from boarddesk.ui.encryption.forms import (
    WHAT_IT_DOES,
    backup_key_form,
    key_form,
    older_backups_form,
    passphrase_form,
    take_encryption_off_form,
)
from boarddesk.ui.encryption.recovery_dialog import RecoveryDialog
from boarddesk.ui.file_health.dialogs import seals_dialog
from boarddesk.ui.help_window import HelpWindow
from boarddesk.ui.left_over_form import left_over_form
from boarddesk.ui.look.theme import ThemeChoice, look
from boarddesk.ui.meetings.agenda import forms as of_agenda
from boarddesk.ui.meetings.agenda.issuing import issue_agenda_form
from boarddesk.ui.meetings.calendar_dialog import calendar_form, year_form
from boarddesk.ui.meetings.corrections.forms import answer_comment_form, own_words_form
from boarddesk.ui.meetings.forward_plan import forms as ahead
from boarddesk.ui.meetings.forward_plan.rows import ShownPlan
from boarddesk.ui.meetings.mail_dialog import mail_form
from boarddesk.ui.meetings.meeting_dialog import (
    add_meeting_form,
    cancel_meeting_form,
    change_meeting_form,
    move_meeting_form,
)
from boarddesk.ui.meetings.minutes import quick_forms as of_minutes
from boarddesk.ui.meetings.minutes import steps as of_steps
from boarddesk.ui.meetings.minutes.full_screen import MinutesScreen
from boarddesk.ui.meetings.minutes.view import MinutesView
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.meetings.papers import forms as of_papers
from boarddesk.ui.meetings.publication_form import publication_form
from boarddesk.ui.meetings.register.correction_dialog import correction_form
from boarddesk.ui.meetings.register.guest_dialog import guest_form
from boarddesk.ui.meetings.register.interests import change_declaration_form, declare_form
from boarddesk.ui.meetings.register.mark_dialog import mark_form
from boarddesk.ui.meetings.register.mark_words_dialog import mark_words_form
from boarddesk.ui.meetings.register.names_dialog import NamesDialog
from boarddesk.ui.meetings.register.room import Room
from boarddesk.ui.meetings.register.row_dialogs import add_row_form, correct_row_form, correct_rows_form
from boarddesk.ui.meetings.replies.reply_dialog import reply_form
from boarddesk.ui.meetings.transcript.forms import (
    delete_transcript_form,
    transcript_begins_form,
    transcript_of_another_day_form,
)
from boarddesk.ui.meetings.year.free_days_form import free_days_form
from boarddesk.ui.meetings.year.proposed_list import ProposedList
from boarddesk.ui.meetings.year.series_form import series_form
from boarddesk.ui.office_dialogs import replace_form
from boarddesk.ui.page import Session
from boarddesk.ui.people import dialogs as of_people
from boarddesk.ui.people import holder_dialogs as of_seats
from boarddesk.ui.people import interest_dialogs as of_interests
from boarddesk.ui.people import line_dialogs as of_lines
from boarddesk.ui.people import list_dialogs as of_lists
from boarddesk.ui.plan import dialogs as of_plan
from boarddesk.ui.plan import questions as of_questions
from boarddesk.ui.plan import report_dialogs as of_actions
from boarddesk.ui.plan.history_dialog import HistoryDialog
from boarddesk.ui.problems import CrashDialog, ProblemDialog
from boarddesk.ui.reports.heading_words import heading_words_form
from boarddesk.ui.retention.dialog import RetentionDialog
from boarddesk.ui.retention.forms import purge_form, retention_class_form
from boarddesk.ui.risks.forms import adding, escalating, scoring, settling
from boarddesk.ui.risks.forms.appetite import appetite_form
from boarddesk.ui.risks.forms.escalating import Matter
from boarddesk.ui.risks.forms.matrix import matrix_form
from boarddesk.ui.widgets.form import Form
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.reason_form import reason_form
from boarddesk.ui.window.main_window import MainWindow
from boarddesk.update_forms import propose


@dataclass(frozen=True)
class Over:
    """The window a dialog stands over, and one of each thing of the sample that dialogs are about."""

    window: MainWindow
    session: Session

    @property
    def file(self) -> OfficeFile:
        return self.session.file

    @property
    def path(self) -> Path:
        assert self.file.path is not None
        return self.file.path

    @cached_property
    def plan(self) -> Plan:
        return plan(self.file, plans(self.file)[0].id)

    @property
    def area(self) -> Area:
        return self.plan.areas[2]

    @property
    def action(self) -> Action:
        """One with a question, evidence or not, and a long history."""
        asked = (action for area in self.plan.areas for action in area.actions if action.challenges)
        return next(asked)

    @cached_property
    def register(self) -> Register:
        return next(one for one in registers(self.file) if one.is_open and one.rows)

    @property
    def board(self) -> Board:
        """Whose register it is."""
        return board(self.file, self.register.meeting.board_id)

    @property
    def attendance(self) -> AttendancePage:
        desk = self.window.desk
        assert desk is not None
        desk.show_page("attendance")
        page = desk.page("attendance")
        assert isinstance(page, AttendancePage)
        return page

    def form(self, form: Form) -> FormDialog:
        return FormDialog(self.window, form)

    @property
    def seat(self) -> Seat:
        return seats(self.file)[1]


Open = Callable[[Over], QDialog]


def _mail(over: Over) -> QDialog:
    of = next(meeting for meeting in meetings(over.file) if meeting.state.is_to_come)
    draft = calling_notice(over.file, of.id, over.session.today)
    return over.form(mail_form(draft, title="Calling notice", save=print, copy=print))


def _series(over: Over) -> QDialog:
    """With bank holidays among the days, and one that clashes chosen."""
    _keep_free(over)
    dialog = over.form(series_form(over.file, boards(over.file), today=over.session.today))
    for key, value in (("first", "1 Jun 2026"), ("weekday", "0"), ("nth", "-1"), ("own", "9 Jun 2026")):
        dialog.answers.put(key, value)
    dialog.findChildren(ProposedList)[0].table.choose("2026-10-26")
    return dialog


def _keep_free(over: Over) -> None:
    """Once, however often it is drawn."""
    if not free_days(over.file):
        keep_free(over.file, date(2026, 10, 26), date(2026, 10, 30), "Half-term")
        keep_free(over.file, date(2026, 12, 21), date(2027, 1, 1), "Christmas closure")


def _free_days(over: Over) -> QDialog:
    _keep_free(over)
    dialog = over.form(free_days_form(over.file))
    dialog.answers.put("from_day", "8 Jun 2026")
    dialog.answers.put("until_day", "12 Jun 2026")
    return dialog


def _reason(over: Over) -> QDialog:
    form = reason_form(
        lambda _reason: None,
        about=over.action.id,
        title=f"Change status of {over.action.ref}",
        record=over.action.text,
        statuses=IMPROVEMENT_PLAN.statuses,
        old=IMPROVEMENT_PLAN.statuses[1],
        new=IMPROVEMENT_PLAN.statuses[2],
        today=over.session.today,
        way=lambda _status, _as_at: "↓ worsening since 12 May",
    )
    return over.form(form)


def _mark(over: Over) -> QDialog:
    known = people(over.file)
    row = next(row for row in over.register.rows if row.expected)
    return over.form(mark_form(over.file, row, register=over.register, deputies=known[:2], people=known))


def _put_on_record(over: Over) -> QDialog:
    held = over.seat.memberships[-1]
    of = next(board for board in boards(over.file) if board.id == over.seat.board_id)
    names = [person.name for person in people(over.file) if person.id == held.person_id]
    form = of_seats.put_on_record_form(over.file, [held.id], names=names, of=[of], today=over.session.today)
    return over.form(form)


def _correction(over: Over) -> QDialog:
    register = next(one for one in registers(over.file) if one.counts)
    missed = replace(register, rows=tuple(replace(row, mark=Mark.ABSENT) for row in register.rows))
    changes = figure_changes([register], [missed], boards(over.file))
    return over.form(correction_form(over.window, changes, close=list, meeting="SIB 2026/27 · 03"))


def _problem(over: Over) -> QDialog:
    sentence = "office.boarddesk is open on Wendy’s machine since 10:42. You can read it, or open a copy."
    return ProblemDialog(sentence, over.window, choices=[("Open to read only", lambda: None)])


def _charts(over: Over) -> QDialog:
    page = over.attendance
    page.show_charts()
    return page.findChildren(ChartsDialog)[-1]


def _attendance_report(over: Over) -> QDialog:
    page = over.attendance
    page.save_report(".xlsx")
    return page.findChildren(FormDialog, "report")[-1]


def _days(over: Over) -> QDialog:
    page = over.attendance
    page.controls.ask_days()
    return page.window().findChildren(FormDialog, "days")[-1]


def _feed(over: Over) -> QDialog:
    page = over.attendance
    page.feed_kpi()
    return page.findChildren(FormDialog, "feed")[-1]


def _stop_feeding(over: Over) -> QDialog:
    page = over.attendance
    ask_to_stop(page)
    return page.findChildren(FormDialog, "stop feeding")[-1]


def _reply(over: Over) -> QDialog:
    row = over.register.rows[1]
    return over.form(reply_form(over.file, over.register.meeting.id, row, reply=None))


def _move(over: Over) -> QDialog:
    """To another day, with replies given for the old one."""
    found = next(one for one in meetings(over.file) if replies(over.file, one.id))
    dialog = over.form(move_meeting_form(over.file, found, today=over.session.today))
    dialog.answers.put("date", found.date + timedelta(7))
    return dialog


def _risk_dialogs() -> dict[str, Open]:
    """Those of the Risks page."""

    def risk(over: Over) -> Risk:
        return next(found for found in register.risks(over.file) if found.ref == "R1")

    def of_risk(make: Callable[..., Form]) -> Open:
        return lambda over: over.form(make(over.file, risk(over), today=over.session.today))

    def of_sent(make: Callable[..., Form]) -> Open:
        return lambda over: over.form(make(over.file, risk(over).escalations[0], today=over.session.today))

    def of_all(make: Callable[..., Form]) -> Open:
        return lambda over: over.form(
            make(over.file, boards(over.file), over.plan.areas, board_id=None, today=over.session.today)
        )

    def difference(over: Over) -> QDialog:
        matter = Matter(EscalationKind.DIFFERENCE, risk(over).board_id)
        return over.form(escalating.escalate_form(over.file, matter, today=over.session.today))

    return {
        "add_risk_form": of_all(adding.add_risk_form),
        "add_issue_form": of_all(adding.add_issue_form),
        "add_control_form": lambda over: over.form(adding.add_control_form(over.file, risk(over))),
        "add_mitigation_form": of_risk(adding.add_mitigation_form),
        "score_form": of_risk(scoring.score_form),
        "close_form": of_risk(settling.close_form),
        "accept_form": of_risk(settling.accept_form),
        "happened_form": of_risk(settling.happened_form),
        "resolve_form": lambda over: over.form(
            settling.resolve_form(over.file, issues.issues(over.file)[0], today=over.session.today)
        ),
        "move_form": lambda over: over.form(
            settling.move_form(over.file, risk(over).mitigations[0], today=over.session.today)
        ),
        "escalate_form": difference,
        "take_form": of_sent(escalating.take_form),
        "bring_down_form": of_sent(escalating.bring_down_form),
        "agenda_form": of_sent(escalating.agenda_form),
        "matrix_form": lambda over: over.form(matrix_form(over.file, today=over.session.today)),
        "appetite_form": lambda over: over.form(appetite_form(over.file)),
    }


def _ahead_dialogs() -> dict[str, Open]:
    """Those of the forward plan."""

    def shown(over: Over) -> ShownPlan:
        return ShownPlan(forward_plan(over.file), None, over.session.today)

    def of_entry(make: Callable[..., Form]) -> Open:
        return lambda over: over.form(make(over.file, shown(over), shown(over).entries[0]))

    return {
        "add_entry_form": lambda over: over.form(ahead.add_entry_form(over.file, shown(over))),
        "change_entry_form": of_entry(ahead.change_entry_form),
        "place_entry_form": of_entry(ahead.place_entry_form),
        "withdraw_entry_form": lambda over: over.form(
            ahead.withdraw_entry_form(over.file, shown(over).entries[0], today=over.session.today)
        ),
    }


def _business_dialogs() -> dict[str, Open]:
    """Those of the Actions page and of the tab in a meeting."""

    def action(over: Over) -> BoardAction:
        return next(known for known in board_actions(over.file, today=over.session.today) if known.is_moved)

    def of_action(make: Callable[..., Form]) -> Open:
        return lambda over: over.form(make(over.file, action(over), today=over.session.today))

    def of_boards(make: Callable[..., Form]) -> Open:
        return lambda over: over.form(
            make(over.file, boards(over.file), board_id=None, today=over.session.today)
        )

    def last_held(over: Over) -> Meeting:
        return next(known for known in reversed(meetings(over.file)) if known.state.was_held)

    return {
        "add_action_form": of_boards(of_business.add_action_form),
        "between_meetings_form": of_boards(of_business.between_meetings_form),
        "meeting_action_form": lambda over: over.form(
            of_business.meeting_action_form(over.file, last_held(over), today=over.session.today)
        ),
        "meeting_decision_form": lambda over: over.form(
            of_business.meeting_decision_form(over.file, last_held(over))
        ),
        "finish_action_form": of_action(of_business.finish_action_form),
        "withdraw_action_form": of_action(of_business.withdraw_action_form),
        "move_action_form": of_action(of_business.move_action_form),
        "reopen_action_form": of_action(of_business.reopen_action_form),
        "update_action_form": of_action(of_business.update_action_form),
        "update_form_form": _update_form,
        "bearing_form": lambda over: over.form(bearing_form(over.file, decisions(over.file)[0])),
        "ratify_form": lambda over: over.form(
            of_business.ratify_form(
                over.file,
                next(made for made in decisions(over.file) if made.awaits_ratification),
                today=over.session.today,
            )
        ),
    }


def _update_form(over: Over) -> QDialog:
    """One that came back and asks for another date."""
    known = next(known for known in board_actions(over.file, today=over.session.today) if known.is_open)
    row = ReturnedRow("table 1 row 2", known.ref, "Open", "With the printers", "31 December 2099")
    form = ReturnedForm(known.owner.name, (row, replace(row, ref="A999")))
    back = propose(over.file, "form.docx", form, today=over.session.today)
    return over.form(update_form_form(over.session, back, lambda _count: None))


def _minutes(over: Over) -> MinutesView:
    """The minutes of the register's meeting, opened in the window."""
    desk = over.window.desk
    assert desk is not None
    desk.open_record("meeting", over.register.meeting.id)
    page = desk.page("meetings")
    assert isinstance(page, MeetingsPage)
    page.workspace.show_part("Minutes")
    view = page.workspace.front.widget
    assert isinstance(view, MinutesView)
    return view


def _minutes_dialogs() -> dict[str, Open]:
    """Those asked by one key while a meeting is minuted."""

    def asked(make: Callable[..., Form]) -> Open:
        def opened(over: Over) -> QDialog:
            view = _minutes(over)
            return over.form(make(over.file, view.shown, view.item, place=lambda _id: None))

        return opened

    def on_the_day(over: Over) -> QDialog:
        shown = _minutes(over).shown
        assert shown is not None
        return over.form(of_minutes.item_on_the_day_form(over.file, shown))

    return {
        "minute_decision_form": asked(of_minutes.minute_decision_form),
        "minute_action_form": asked(of_minutes.minute_action_form),
        "minute_challenge_form": asked(of_minutes.minute_challenge_form),
        "item_on_the_day_form": on_the_day,
        "MinutesScreen": lambda over: MinutesScreen(_minutes(over)),
    }


def _steps_dialogs() -> dict[str, Open]:
    """Those that take minutes from draft to confirmed."""

    def written(over: Over) -> list[Meeting]:
        return [known for known in meetings(over.file) if stand_of(over.file, known.id).is_written]

    def of_written(make: Callable[..., Form], place: int) -> Open:
        """The form for one of the meetings with minutes, by its place among them."""
        return lambda over: over.form(make(over.file, written(over)[place].id, today=over.session.today))

    def at_the_next(over: Over) -> QDialog:
        """On the day of the next meeting, where the last minutes are confirmed: their register is closed."""
        last = written(over)[-1]
        to_come = meetings(over.file, last.board_id)
        day = next(known.date for known in to_come if known.state.is_to_come)
        mark_rest(over.file, last.id, Mark.PRESENT)
        close_register(over.file, last.id, today=over.session.today)
        form = of_steps.confirm_minutes_form(over.file, last.id, today=day)
        over.file.undo()
        over.file.undo()
        return over.form(form)

    return {
        "minutes_to_chair_form": of_written(of_steps.minutes_to_chair_form, -1),
        "circulate_minutes_form": of_written(of_steps.circulate_minutes_form, -1),
        "confirm_minutes_form": at_the_next,
        "correct_confirmed_minutes_form": of_written(of_steps.correct_confirmed_minutes_form, 0),
    }


def _agenda_dialogs() -> dict[str, Open]:
    """Those over the agenda of the meeting to come."""

    def to_come(over: Over) -> Meeting:
        return next(
            meeting
            for meeting in meetings(over.file)
            if meeting.state.is_to_come and agenda_items(over.file, meeting.id)
        )

    def item(over: Over) -> AgendaItem:
        return next(item for item in agenda_items(over.file, to_come(over).id) if item.restricted)

    return {
        "copy_agenda_form": lambda over: over.form(of_agenda.copy_agenda_form(over.file, to_come(over))),
        "restrict_item_form": lambda over: over.form(
            of_agenda.restrict_item_form(over.file, item(over), statutory=True)
        ),
        "mark_late_form": lambda over: over.form(of_agenda.mark_late_form(over.file, item(over))),
        "late_item_form": lambda over: over.form(of_agenda.late_item_form(over.file, to_come(over))),
        "new_version_form": lambda over: over.form(
            of_agenda.new_version_form(over.file, to_come(over), on=over.session.today)
        ),
        "outcome_form": lambda over: over.form(of_agenda.outcome_form(over.file, item(over))),
        "issue_agenda_form": lambda over: over.form(
            issue_agenda_form(
                concerns(
                    agenda_pack(over.file, to_come(over).id, today=over.session.today),
                    today=over.session.today,
                ),
                meeting="SIB 2026/27 · 03",
                go_on=list,
            )
        ),
        **_paper_dialogs(to_come),
    }


def _correction_dialogs() -> dict[str, Open]:
    one = Suggestion(
        SuggestionKind.CHANGE,
        "Judith Amberley",
        was="Four of nine empty posts were filled.",
        will_be="Five of nine empty posts were filled.",
        said="Was it not five?",
        id="suggestion",
    )
    draft = Circulation("circulation", "meeting", 1, date(2026, 6, 12))
    return {
        "own_words_form": lambda over: over.form(
            own_words_form(over.file, CorrectionPoint(((one,),)), one, draft)
        ),
        "answer_comment_form": lambda over: over.form(answer_comment_form(over.file, one)),
    }


def _paper_dialogs(to_come: Callable[[Over], Meeting]) -> dict[str, Open]:
    """Those about a paper of that agenda in which something was found."""

    def paper(over: Over) -> Paper:
        papers = papers_of_meeting(over.file, to_come(over).id).values()
        return next(paper for of_item in papers for paper in of_item if paper.open_findings)

    def item(over: Over) -> str:
        return next(iter(papers_of_meeting(over.file, to_come(over).id)))

    return {
        "name_paper_form": lambda over: over.form(
            of_papers.name_paper_form(over.file, item(over), about="Budget", on=over.session.today)
        ),
        "rename_paper_form": lambda over: over.form(of_papers.rename_paper_form(over.file, paper(over))),
        "accept_finding_form": lambda over: over.form(
            of_papers.accept_finding_form(over.file, paper(over), paper(over).open_findings[0])
        ),
        "withdraw_paper_form": lambda over: over.form(
            of_papers.withdraw_paper_form(over.file, paper(over), on=over.session.today)
        ),
        "replace_paper_form": lambda over: over.form(
            of_papers.replace_paper_form(paper(over), lambda _says: None)
        ),
        "clear_paper_form": lambda over: over.form(
            of_papers.clear_paper_form(over.file, paper(over), on=over.session.today)
        ),
        "put_on_form": lambda over: over.form(
            of_papers.put_on_form(over.file, paper(over), agenda(over.file, to_come(over).id).items)
        ),
    }


def _transcript_dialogs() -> dict[str, Open]:
    """Those about a transcript beside the minutes."""
    held = Transcript("t", "m", "SEND board-20260512_133000.vtt", date(2026, 5, 12), "13:30", 812)
    return {
        "transcript_of_another_day_form": lambda over: over.form(
            transcript_of_another_day_form(
                date(2026, 5, 12), date(2026, 6, 9), name=held.file_name, take=list
            )
        ),
        "transcript_begins_form": lambda over: over.form(transcript_begins_form(over.file, held)),
        "delete_transcript_form": lambda over: over.form(
            delete_transcript_form(over.file, held, today=over.session.today)
        ),
    }


def _retention(over: Over) -> QDialog:
    """With everything decided as it is proposed, and what is due of it."""
    if not any(of.is_decided for of in retention_classes(over.file)):
        take_proposals(over.file)
    return RetentionDialog(over.window, over.file, today=over.session.today, tell=lambda *_said: None)


def _purge(over: Over) -> QDialog:
    _retention(over).deleteLater()
    preview = preview_purge(over.file, today=over.session.today + timedelta(3650))
    return over.form(purge_form(over.file, preview, today=over.session.today, done=print))


def _encryption_dialogs() -> dict[str, Open]:
    """As of an office with backups from before."""

    def older(over: Over) -> OtherCopies:
        name = over.path.name
        return OtherCopies(
            (over.path.with_name(f"0000000012 20260514T100000Z {name}"),),
            (over.path.with_name(f"Copy of {name}"),),
        )

    return {
        "key_form": lambda over: over.form(key_form(over.path, lambda _path, _typed: None)),
        "backup_key_form": lambda over: over.form(
            backup_key_form(over.path, "Open the backup of 12 November, 16:40", lambda _path, _typed: None)
        ),
        "passphrase_form": lambda over: over.form(
            passphrase_form("Encrypt this office", list, under=WHAT_IT_DOES)
        ),
        "take_encryption_off_form": lambda over: over.form(take_encryption_off_form(over.path)),
        "older_backups_form": lambda over: over.form(older_backups_form(over.path, older(over), list)),
        "RecoveryDialog": lambda over: RecoveryDialog(
            over.window, bytes(range(32)), over.path, today=over.session.today, go_on="Encrypt this office"
        ),
    }


DIALOGS: dict[str, Open] = {
    **_encryption_dialogs(),
    **_risk_dialogs(),
    **_ahead_dialogs(),
    **_business_dialogs(),
    **_minutes_dialogs(),
    **_steps_dialogs(),
    **_correction_dialogs(),
    **_agenda_dialogs(),
    **_transcript_dialogs(),
    "RetentionDialog": _retention,
    "purge_form": _purge,
    "retention_class_form": lambda over: over.form(
        retention_class_form(over.file, retention_classes(over.file)[0], done=lambda: None)
    ),
    "reason_form": _reason,
    "ProblemDialog": _problem,
    "CrashDialog": lambda over: CrashDialog("Traceback …\nValueError: an example", over.window),
    "ReadOnlyList": lambda over: seals_dialog(over.window, over.file),
    "HelpWindow": lambda over: HelpWindow(over.window),
    "add_meeting_form": lambda over: over.form(
        add_meeting_form(over.file, boards(over.file), today=over.session.today)
    ),
    "move_meeting_form": _move,
    "change_meeting_form": lambda over: over.form(change_meeting_form(over.file, over.register.meeting)),
    "cancel_meeting_form": lambda over: over.form(
        cancel_meeting_form("SIB 2026/27 · 03", title="Cancel meeting", cancel=lambda _why: None)
    ),
    "mark_form": _mark,
    "declare_form": lambda over: over.form(
        declare_form(over.file, over.board, over.register, today=over.session.today)
    ),
    "change_declaration_form": lambda over: over.form(
        change_declaration_form(
            over.file,
            Declaration("d", over.register.meeting.id, "p", "Ruth Okafor", "Works for the trust"),
            item="Item 5 · Therapies waiting times",
        )
    ),
    "mark_words_form": lambda over: over.form(mark_words_form(over.file)),
    "guest_form": lambda over: over.form(guest_form(over.file, over.register.meeting.id)),
    "NamesDialog": lambda over: NamesDialog(over.window, over.file, over.register),
    "correction_form": _correction,
    "correct_row_form": lambda over: over.form(correct_row_form(over.file, over.register.rows[1])),
    "correct_rows_form": lambda over: over.form(correct_rows_form(over.file, over.register.rows[:12])),
    "add_row_form": lambda over: over.form(add_row_form(over.file, over.register)),
    "reply_form": _reply,
    "ChartsDialog": _charts,
    "report_form": _attendance_report,
    "days_form": _days,
    "feed_form": _feed,
    "stop_feeding_form": _stop_feeding,
    "calendar_form": lambda over: over.form(
        calendar_form(over.file, over.register.meeting.id, name="SIB 2026/27 · 03", save=list)
    ),
    "mail_form": _mail,
    "publication_form": lambda over: over.form(publication_form(over.session, over.register.meeting.id)),
    "series_form": _series,
    "free_days_form": _free_days,
    "year_form": lambda over: over.form(
        year_form(boards(over.file), today=over.session.today, save=lambda _stretch: None)
    ),
    "left_over_form": lambda over: over.form(
        left_over_form([LeftOver("TBC", "under “Actions”, row 2.7"), LeftOver("??", "under “Risks”")], list)
    ),
    "heading_words_form": lambda over: over.form(
        heading_words_form(shipped_for("HWB"), {}, list, receiver="Health and Wellbeing Board")
    ),
    "replace_form": lambda over: over.form(replace_form(Path("Minutes.docx"))),
    "Room": lambda over: Room(over.window, lambda: over.session, over.register.meeting.id),
    "add_plan_form": lambda over: over.form(of_plan.add_plan_form(over.file)),
    "change_plan_form": lambda over: over.form(of_plan.change_plan_form(over.file, over.plan)),
    "add_area_form": lambda over: over.form(of_plan.add_area_form(over.file, over.plan)),
    "add_action_form": lambda over: over.form(of_plan.add_action_form(over.file, over.plan, over.area)),
    "add_milestone_form": lambda over: over.form(
        of_plan.add_milestone_form(over.file, over.plan, over.action)
    ),
    "add_update_form": lambda over: over.form(
        of_actions.add_update_form(over.file, over.action, today=over.session.today)
    ),
    "ask_form": lambda over: over.form(
        of_questions.ask_form(
            over.file,
            CalledRecord("action", over.action.id, over.action.ref, over.action.text),
            board_id=over.plan.board_id,
            today=over.session.today,
        )
    ),
    "answer_form": lambda over: over.form(
        of_questions.answer_form(over.file, over.action.challenges[0], today=over.session.today)
    ),
    "give_reason_form": lambda over: over.form(
        of_actions.give_reason_form(over.file, over.action.judgements[0], about=over.action.ref)
    ),
    "add_evidence_form": lambda over: over.form(of_actions.add_evidence_form(over.file, over.action)),
    "add_highlight_form": lambda over: over.form(
        of_actions.add_highlight_form(over.file, over.area, kind="done", today=over.session.today)
    ),
    "HistoryDialog": lambda over: HistoryDialog(over.window, over.file, over.action),
    "add_board_form": lambda over: over.form(of_people.add_board_form(over.file)),
    "add_seat_form": lambda over: over.form(of_people.add_seat_form(over.file, boards(over.file))),
    "add_person_form": lambda over: over.form(of_people.add_person_form(over.file)),
    "add_organisation_form": lambda over: over.form(of_people.add_organisation_form(over.file)),
    "name_office_form": lambda over: over.form(of_people.name_office_form(over.file)),
    "appoint_form": lambda over: over.form(
        of_seats.appoint_form(over.file, over.seat, holder="Joanne Whitlock", today=over.session.today)
    ),
    "add_deputy_form": lambda over: over.form(of_seats.add_deputy_form(over.file, over.seat)),
    "end_seat_form": lambda over: over.form(
        of_seats.end_seat_form(over.file, over.seat, today=over.session.today)
    ),
    "add_alias_form": lambda over: over.form(of_seats.add_alias_form(over.file, people(over.file)[0])),
    "add_line_form": lambda over: over.form(
        of_lines.add_line_form(over.file, boards(over.file), board_id=boards(over.file)[1].id)
    ),
    "end_line_form": lambda over: over.form(
        of_lines.end_line_form(over.file, lines(over.file)[0], today=over.session.today)
    ),
    "declare_interest_form": lambda over: over.form(
        of_interests.declare_interest_form(over.file, None, today=over.session.today)
    ),
    "end_interest_form": lambda over: over.form(
        of_interests.end_interest_form(
            over.file, interests(over.file)[0], whose="Ruth Okafor", today=over.session.today
        )
    ),
    "put_on_record_form": _put_on_record,
    "add_standing_item_form": lambda over: over.form(
        of_lists.add_standing_item_form(over.file, boards(over.file)[0])
    ),
    "add_cover_heading_form": lambda over: over.form(
        of_lists.add_cover_heading_form(over.file, boards(over.file)[0])
    ),
    "add_clearance_role_form": lambda over: over.form(
        of_lists.add_clearance_role_form(over.file, boards(over.file)[0])
    ),
    "add_quorum_rule_form": lambda over: over.form(
        of_seats.add_quorum_rule_form(over.file, boards(over.file)[0], today=over.session.today)
    ),
}


def draw(window: MainWindow, sample: Path, folder: Path) -> Iterator[Path]:
    """Each dialog of the list above, alone."""
    window.open_path(sample)
    assert window.desk is not None
    over = Over(window, window.desk.session)
    for theme in THEMES:
        look().set_choice(theme)
        shot = Shot(folder, "sample", theme, SIZES[0])
        for name, make in DIALOGS.items():
            dialog = make(over)
            dialog.show()
            settle()
            yield shot.take(dialog, name)
            dialog.close()
            dialog.deleteLater()
    look().set_choice(ThemeChoice.SYSTEM)
