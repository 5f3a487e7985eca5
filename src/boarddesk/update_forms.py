"""Update forms of owners that came back; the window and the command line both come through here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from boarddesk.importing.deciding.child import read_form_apart
from boarddesk.records import meetings
from boarddesk.records.agenda import arising
from boarddesk.records.boards import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.meetings.boards_around import next_board
from boarddesk.rules.update_form import FormProposal, ReturnedForm, proposals_of
from boarddesk.rules.wording import count_in_figures


@dataclass(frozen=True)
class FormBack:
    """A form that came back and what it proposes."""

    name: str
    form: ReturnedForm
    proposals: tuple[FormProposal, ...]

    @property
    def taken(self) -> tuple[FormProposal, ...]:
        """What there is to take."""
        return tuple(each for each in self.proposals if each.can_be_taken)

    @property
    def sentence(self) -> str:
        """Whose it is, and how many rows say something."""
        whose = f" of {self.form.owner}" if self.form.owner else ", whose is not said"
        said = count_in_figures(len(self.proposals), "action")
        left = len(self.proposals) - len(self.taken)
        return f"{self.name}: the form{whose}; {said} with something written" + (
            f", {left} of them not taken" if left else ""
        )


def returned(path: Path, *, given_up: Callable[[], bool] = lambda: False) -> ReturnedForm:
    """What stands in a form that came back, read apart; it needs no office."""
    return read_form_apart(path, given_up=given_up)


def propose(file: OfficeFile, name: str, form: ReturnedForm, *, today: date) -> FormBack:
    """What a form that came back proposes; nothing is written."""
    known = boards(file)
    coming = {
        board.id: next_board(meetings.meetings(file, board.id, first=today + timedelta(1)), today)
        for board in known
    }
    found = proposals_of(
        form,
        arising.board_actions(file, today=today),
        {board.id: board.short_name for board in known},
        today=today,
        next_meetings={of: meeting.date if meeting else None for of, meeting in coming.items()},
    )
    return FormBack(name, form, found)


def take_form(
    file: OfficeFile, back: FormBack, *, today: date, agree_dates: bool, chosen: Sequence[FormProposal] = ()
) -> int:
    """Take what it proposes as one change and count the actions; a date asked for is agreed or noted."""
    taken = list(chosen) or list(back.taken)
    with file.change(f"Take the update form of {back.form.owner or back.name}"):
        for each in taken:
            assert each.action is not None
            _take(file, each, each.action.id, said_by=back.form.owner, today=today, agree_dates=agree_dates)
    return len(taken)


def _take(
    file: OfficeFile, each: FormProposal, action_id: str, *, said_by: str, today: date, agree_dates: bool
) -> None:
    text = each.update
    if each.asks_for.day is not None and not agree_dates:
        asked = f"Asks for {each.asks_for.understood}."
        text = f"{text.rstrip('.')}. {asked}" if text else asked
    if text:
        arising.add_update(file, action_id, text=text, as_at=today, said_by=said_by)
    if each.asks_for.day is not None and agree_dates:
        arising.move_action(file, action_id, due=each.asks_for.as_written, today=today)
    if each.done_on is not None:
        arising.finish_action(file, action_id, on=each.done_on, what=each.update)
