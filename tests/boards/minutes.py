"""What a frozen office has of minutes and of what came of them: a row in every table of them."""

from __future__ import annotations

from datetime import date

from boarddesk.records.agenda import arising, decisions
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meetings
from boarddesk.records.minutes import corrections, states
from boarddesk.records.minutes.circulating import circulations
from boarddesk.records.minutes.corrections import NewCopyBack
from boarddesk.records.minutes.on_the_day import add_on_the_day
from boarddesk.records.minutes.transcripts import delete_transcripts, take_in_transcript
from boarddesk.records.minutes.writing import begin_item, keep_minute
from boarddesk.records.owners import owners_called
from boarddesk.records.people import people
from boarddesk.records.plan import challenges, evidence, plans
from boarddesk.records.publishing.choices import settle
from boarddesk.records.publishing.lookout import lookout
from boarddesk.records.publishing.publications import record_publication
from boarddesk.records.retention.classes import set_class
from boarddesk.rules.decisions import Bearing, Effect
from boarddesk.rules.minutes.block import Block, Span, SpanKind
from boarddesk.rules.minutes.corrections.suggestion import Suggestion, SuggestionKind
from boarddesk.rules.minutes.states import Amendment
from boarddesk.rules.minutes.transcript import SpokenLine
from boarddesk.rules.publishing.choices import WayOut
from boarddesk.rules.publishing.clue import Passage
from boarddesk.rules.publishing.publication import PublicPart
from boarddesk.rules.retention import KINDS, CountedFrom

APRIL, MAY, JUNE = date(2026, 4, 14), date(2026, 5, 12), date(2026, 6, 2)


def note_minutes(file: OfficeFile, board_id: str) -> None:
    """What was minuted, chosen and published of a meeting that was held, and what came of it since."""
    held = next(meeting.id for meeting in meetings(file, board_id) if meeting.date == MAY)
    (clue,) = lookout(file, board_id).clues([Passage("p", "1, para 1", "Two pupils left.")])
    settle(file, held, clue, WayOut.WRITE, instead="fewer than five", on=MAY)
    record_publication(file, held, PublicPart.UPDATE, on=MAY, today=MAY)
    _note_actions(file, board_id)
    _note_confirmed(file, board_id, at_id=held)
    _note_decisions(file, board_id, held)


def _note_confirmed(file: OfficeFile, board_id: str, *, at_id: str) -> None:
    """The minutes of April, circulated, confirmed in May with a correction and corrected once more since."""
    april = next(meeting.id for meeting in meetings(file, board_id) if meeting.date == APRIL)
    item = add_on_the_day(file, april, "Waiting times", today=APRIL, late_why="New figures")
    begin_item(file, item, at="13:40")
    keep_minute(file, item, [Block(text="The wait was 23 weeks.", spans=(Span(13, 21, SpanKind.BOLD),))])
    states.send_to_chair(file, april, on=APRIL, today=MAY)
    states.circulate_minutes(file, april, on=APRIL, today=MAY, corrections_by=MAY)
    _note_came_back(file, april)
    add_on_the_day(file, at_id, "Minutes of 14 April", today=MAY, late_why="Left off")
    with file.change("Let the item confirm minutes") as change:
        row = file.row("SELECT id FROM agenda_item WHERE title = 'Minutes of 14 April'")
        change.update("agenda_item", str(row and row["id"]), minutes_of_id=april)
    amendments = [Amendment("1", "23 weeks", "26 weeks")]
    states.confirm(file, april, at_id=at_id, today=MAY, corrections=amendments)
    states.correct_confirmed(file, april, at_id=at_id, will_be="26.5 weeks", why="Counted again", today=MAY)


def _note_came_back(file: OfficeFile, meeting_id: str) -> None:
    """A copy of the draft that came back with a comment, which was answered."""
    (draft,) = circulations(file, meeting_id)
    asks = Suggestion(SuggestionKind.COMMENT, "Zoë Moor", said="Was it 26?", made_on=APRIL)
    copy = NewCopyBack("back.docx", b"a copy", "Zoë Moor", is_tracked=True, suggestions=[asks])
    corrections.keep_copy(file, draft.id, copy, came_on=MAY)
    (kept,) = corrections.suggestions(file, draft.id)
    corrections.answer_comment(file, kept.id, "It was")


def note_erased(file: OfficeFile, board_id: str) -> None:
    """How long reasons are kept, a transcript that was deleted for good, and its certificate.

    Undo stops here, so it comes before all that is to be undone.
    """
    held = next(meeting.id for meeting in meetings(file, board_id) if meeting.date == MAY)
    absences = KINDS[0]
    set_class(file, absences, years=3, counted_from=CountedFrom.YEAR_END, why="Our policy")
    lines = [SpokenLine(3, "Ann Hale", "Good afternoon.")]
    take_in_transcript(file, held, lines, name="board.vtt", starts="13:28", on=MAY)
    delete_transcripts(file, held, on=JUNE, why="Not needed")


def _note_decisions(file: OfficeFile, board_id: str, held: str) -> None:
    """One that moves an action, one that replaces it, and a question that somebody brought."""
    action = plans.plan(file, plans.plans(file, board_id)[0].id).areas[0].actions[-1]
    moves = Bearing(action_id=action.id, effect=Effect.NEW_DATE, agreed_by_when="end of October 2026")
    made = decisions.decide(file, held, text="Two more months", bearing=moves)
    decisions.decide(file, held, text="No more time", bearing=Bearing(replaces_id=made))
    asked = challenges.ask(
        file,
        action.id,
        text="Who is asked first?",
        asked_on=MAY,
        asked_by="The forum",
        relayed_by="Zoë Moor",
        meeting_id=held,
    )
    shown = evidence.all_evidence(file)[0].evidence.id
    challenges.answer(file, asked, answer="Nobody yet.", answered_on=JUNE, accepted=False, evidence_id=shown)


def _note_actions(file: OfficeFile, board_id: str) -> None:
    action = arising.board_actions(file, board_id, today=JUNE)[0]
    ann, zoe = (person.name for person in people(file)[:2])
    first, *others = owners_called(file, f"{zoe}; {ann}")
    arising.change_action(file, action.id, owner=first, co_owners=others)
    arising.note_chased(file, [action.id], whom=zoe, how="by e-mail", on=JUNE)
    arising.add_update(file, action.id, text="Two of three costs are in", as_at=JUNE, said_by=zoe)
