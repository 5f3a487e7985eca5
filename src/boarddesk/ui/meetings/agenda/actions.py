"""What may be done with an agenda and its items, as data: menus, keys and the search box offer it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from boarddesk.records import meetings
from boarddesk.records.agenda.forward_plan import entry_from_item
from boarddesk.records.agenda.items import (
    change_item,
    copy_items,
    rearrange,
    remove_item,
    send_on,
)
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.agenda.item import AgendaItem
from boarddesk.rules.agenda.order import Order, made_item, made_sub_item, moved_down, moved_up
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import count_in_figures, day
from boarddesk.ui.action import Action
from boarddesk.ui.meetings.agenda.forms import (
    copy_agenda_form,
    late_item_form,
    mark_late_form,
    new_version_form,
    outcome_form,
    restrict_item_form,
)
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.opening import check_may_write

if TYPE_CHECKING:
    from boarddesk.ui.meetings.agenda.view import AgendaView

Rule = Callable[[], bool]
_NO_NEXT = "No later meeting of this board is planned yet. Add it under Meetings first."


class ItemActions:
    """Writes what is done with the items of the agenda in the view."""

    def __init__(self, view: AgendaView) -> None:
        self._view = view

    @property
    def file(self) -> OfficeFile:
        """The open office."""
        return self._view.session.file

    def row_actions(self) -> tuple[Action, ...]:
        """What is done to the chosen item: its menu, and keys while the rows have the focus."""
        view = self._view
        return (
            self._of_item("Change title", view.edit_here, keys="F2", open_only=False),
            self._of_item("Add item below", lambda: view.new_items.begin(view.table.chosen_id()), keys="Ins"),
            self._moving("Move up", moved_up, "Alt+Up"),
            self._moving("Move down", moved_down, "Alt+Down"),
            self._moving("Make a sub-item", made_sub_item, "Alt+Right"),
            self._moving("Make an item of its own", made_item, "Alt+Left"),
            *self.item_actions(),
            self._of_item("Remove", self.remove, keys="Del"),
        )

    def item_actions(self) -> tuple[Action, ...]:
        """What else is done to the chosen item; the menu of the meeting has it too."""
        held = self._was_held
        return (
            self._of_item("Add paper…", self.add_paper, keys="P", rule=self._is_no_heading, open_only=False),
            self._of_item("Paper to follow…", self.name_paper, rule=self._is_no_heading, open_only=False),
            self._of_item("Copy to the next meeting", self.copy_on, open_only=False),
            self._of_item("Move to the next meeting", self.move_on),
            self._of_item("Copy to the forward plan", self.copy_to_plan, open_only=False),
            self._of_item("Move to the forward plan", self.move_to_plan),
            self._of_item("Restricted item…", self.restrict),
            self._of_item("Lift the restriction", self.lift, rule=lambda: self._chosen().restricted),
            self._of_item("Taken as late item…", self.mark_late),
            self._of_item("What became of it…", self.note_outcome, rule=held, open_only=False),
        )

    def agenda_actions(self) -> tuple[Action, ...]:
        """What is done with the whole agenda, in the menu of the meeting and the search box."""
        view = self._view
        return (
            Action("Add item", view.new_items.begin, "Meeting", words="new agenda", applies=self._may_change),
            Action(
                "Bring in all standing items",
                view.bringing.standing,
                "Meeting",
                applies=lambda: self._may_change() and bool(view.bringing.missing()),
            ),
            Action(
                "Copy from a meeting…",
                self.copy_agenda,
                "Meeting",
                words="template",
                applies=self._may_change,
            ),
            Action(
                "Carry forward…",
                view.go_to_carried,
                "Meeting",
                words="unfinished business bring in",
                applies=lambda: bool(view.shown and view.shown.carried),
            ),
            Action("Add late item…", self.add_late, "Meeting", words="supplement", applies=self._is_locked),
            Action(
                "Begin a new version…", self.new_version, "Meeting", words="reopen", applies=self._is_locked
            ),
        )

    # ── whether it applies ──

    def _has_item(self) -> bool:
        return self._view.chosen_item() is not None

    def _chosen(self) -> AgendaItem:
        row = self._view.chosen_item()
        if row is None:
            raise Refused("Choose an item first.")
        return row.item

    def _may_change(self) -> bool:
        return self._view.shown is not None and not self._view.shown.why_not

    def _is_locked(self) -> bool:
        return self._view.shown is not None and self._view.shown.is_locked

    def _was_held(self) -> bool:
        return self._view.shown is not None and self._view.shown.meeting.state.was_held

    def _of_item(
        self,
        title: str,
        does: Callable[[], object],
        *,
        keys: str = "",
        rule: Rule | None = None,
        open_only: bool = True,
    ) -> Action:
        def applies() -> bool:
            may = self._has_item() and (not open_only or self._may_change())
            return may and (rule is None or rule())

        def run() -> None:
            check_may_write(self._view)
            does()

        return Action(title, run, "", words="agenda item", applies=applies, row_keys=keys)

    def _moving(self, title: str, by: Callable[[Order, str], Order], keys: str) -> Action:
        return self._of_item(title, lambda: rearrange(self.file, self._chosen().id, by), keys=keys)

    # ── doing it ──

    def remove(self) -> None:
        """Take the chosen items off; the next one is chosen, and Undo brings all of it back."""
        view = self._view
        ids = view.table.chosen_ids()
        rows = view.shown.agenda.rows if view.shown else ()
        gone = [row for row in rows if row.item.id in ids and row.item.parent_id not in ids]
        if not gone:
            return
        stays = [row for row in rows if not {row.item.id, row.item.parent_id} & set(ids)]
        after = [row for row in stays if rows.index(row) > rows.index(gone[-1])]
        words = f"Remove {count_in_figures(len(gone), 'item')}" if len(gone) > 1 else ""
        with self.file.change(words or f"Remove item {gone[0].item.title}"):
            for row in gone:
                remove_item(self.file, row.item.id)
        if stays:
            view.table.choose((after or stays[-1:])[0].item.id)

    def _next_meeting(self) -> Meeting:
        shown = self._view.shown
        later = [
            meeting
            for meeting in meetings.meetings(self.file, shown.meeting.board_id if shown else None)
            if shown and meeting.date > shown.meeting.date and meeting.state.is_to_come
        ]
        if not later:
            raise Refused(_NO_NEXT)
        return later[0]

    def _say(self, title: str, words: str) -> None:
        self._view.workspace.told.emit(title, words)

    def copy_on(self) -> None:
        """The chosen item, with what is under it, on the agenda of the next meeting too."""
        item, onto = self._chosen(), self._next_meeting()
        copy_items(self.file, [item, *self._under(item)], onto.id)
        self._say(f"{item.title} is on the agenda of {day(onto.date)} too.", "")

    def move_on(self) -> None:
        """The chosen item on the agenda of the next meeting instead."""
        item, onto = self._chosen(), self._next_meeting()
        send_on(self.file, item.id, onto.id)
        self._say(f"{item.title} is on the agenda of {day(onto.date)} now.", "Ctrl+Z brings it back.")

    def _under(self, item: AgendaItem) -> Sequence[AgendaItem]:
        rows = self._view.shown.agenda.rows if self._view.shown else ()
        return [row.item for row in rows if row.item.parent_id == item.id]

    def copy_to_plan(self) -> None:
        """The chosen item as an entry of the forward plan, wanted some day."""
        item = self._chosen()
        entry_from_item(self.file, item.id)
        self._say(f"{item.title} is in the forward plan.", "Give it a month there.")

    def move_to_plan(self) -> None:
        """The chosen item into the forward plan, and off this agenda."""
        item = self._chosen()
        with self.file.change(f"Move item {item.title} to the forward plan"):
            entry_from_item(self.file, item.id)
            remove_item(self.file, item.id)
        self._say(f"{item.title} is in the forward plan.", "Give it a month there; Ctrl+Z brings it back.")

    def add_paper(self) -> None:
        """Choose the files of the chosen item."""
        self._view.paper_actions.add(self._chosen().id)

    def name_paper(self) -> None:
        """A paper of the chosen item that is to follow."""
        self._view.paper_actions.name(self._chosen().id)

    def _is_no_heading(self) -> bool:
        row = self._view.chosen_item()
        return row is not None and not row.is_heading

    def restrict(self) -> None:
        """Keep an item from the public, with the paragraph and the reason."""
        shown = self._view.shown
        if shown is not None:
            form = restrict_item_form(self.file, self._chosen(), statutory=shown.is_statutory)
            open_form(self._view, form)

    def lift(self) -> None:
        """The item is public."""
        cleared = replace(self._chosen(), restricted=False, exempt_paragraph=None, restricted_why="")
        change_item(self.file, cleared)

    def mark_late(self) -> None:
        """The special circumstances of an item of an agenda not yet issued."""
        open_form(self._view, mark_late_form(self.file, self._chosen()))

    def add_late(self) -> None:
        """A late item of an agenda that was issued."""
        check_may_write(self._view)
        if self._view.shown is not None:
            form = late_item_form(self.file, self._view.shown.meeting)
            open_form(self._view, form, lambda made: self._view.table.choose(made))

    def new_version(self) -> None:
        """Change an issued agenda: why is printed on it."""
        check_may_write(self._view)
        if self._view.shown is not None:
            session = self._view.session
            open_form(self._view, new_version_form(session.file, self._view.shown.meeting, on=session.today))

    def note_outcome(self) -> None:
        """Taken, deferred or not reached, with a note."""
        open_form(self._view, outcome_form(self.file, self._chosen()))

    def copy_agenda(self) -> None:
        """Another meeting's items as a template."""
        check_may_write(self._view)
        if self._view.shown is not None:
            open_form(self._view, copy_agenda_form(self.file, self._view.shown.meeting))
