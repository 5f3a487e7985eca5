"""The Actions page: the action log over all meetings, by owner, meeting or date, and every decision."""

from __future__ import annotations

from collections.abc import Sequence

from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.action import Action
from boarddesk.ui.actions import rows
from boarddesk.ui.actions.business import Business, load
from boarddesk.ui.actions.business_actions import ACTION_KIND, DECISION_KIND, BusinessActions
from boarddesk.ui.actions.chasing import Chasing
from boarddesk.ui.actions.sections import business_sections
from boarddesk.ui.actions.update_forms import ask_for_update_form, save_update_form
from boarddesk.ui.page import Session
from boarddesk.ui.records_page.page import RecordsPage
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.banner import Tone
from boarddesk.ui.widgets.segments import Segments

OWN = frozenset({ACTION_KIND, DECISION_KIND})


class ActionsPage(RecordsPage[Business]):
    """Who was asked to do what, and what was decided."""

    name, title, icon = "actions", "Actions", "actions"
    opens = OWN
    tabbed = True

    def __init__(self) -> None:
        super().__init__(narrow=360, wide=440)
        self._also = ""
        self.business_actions = BusinessActions(
            self, session=lambda: self.session, shown=lambda: self.shown, opened=self.go_to
        )
        self.chasing = Chasing(self, lambda owner: save_update_form(self, owner))
        self.chase_button = buttons.primary("", self.chase, icon="mail")
        self.groupings = Segments(rows.GROUPINGS, name="Grouped")
        self.groupings.picked.connect(lambda _grouping: self.show_section())
        self.set_sections(business_sections(self), controls=[self.groupings, self.chase_button])

    @property
    def grouping(self) -> str:
        """How the actions are grouped."""
        return self.groupings.value()

    # ── showing ──

    def show_session(self, session: Session) -> None:
        """Another board or day: a record of another board that was looked at is left again."""
        self._also = ""
        super().show_session(session)

    def read(self) -> Business:
        """Actions and decisions of the board chosen above, or of all."""
        session = self.session
        business = load(session.file, session.board_id, today=session.today, also=self._also)
        self.chasing.read()
        self.count_changed.emit(len(business.late))
        return business

    def dress(self) -> None:
        """The groups are those of the actions, and so are the owners who are late."""
        super().dress()
        has_actions = self.kind == ACTION_KIND and not self.front.is_empty
        self.groupings.setVisible(has_actions)
        self.chase_button.setVisible(has_actions and bool(self.chasing.late))
        buttons.reword(self.chase_button, self.chasing.title)

    def says(self, read: Business | None) -> str:
        """`8 open over all meetings, 2 late`, or how many decisions wait to be ratified."""
        if read is None:
            return ""
        if self.kind == DECISION_KIND:
            return f"{len(read.waiting)} to be ratified" if read.waiting else ""
        if not read.actions:
            return ""
        late = f", {len(read.late)} late" if read.late else ""
        return f"{len(read.open_actions)} open over all meetings{late}"

    # ── following links ──

    def go_to(self, kind: str, record_id: str) -> None:
        """A record of this page comes to the front; another is opened where it stands."""
        if kind not in OWN:
            self.open_requested.emit(kind, record_id)
            return
        self.catch_up()
        known = {ACTION_KIND: self.shown.actions, DECISION_KIND: self.shown.decisions}
        if record_id not in known[kind]:
            self._also = record_id
            self.renew()
        self.bring(kind, record_id)

    def open_record(self, kind: str, record_id: str) -> None:
        """Show one record, whichever board's it is; without an id a new one is asked for."""
        if kind not in OWN:
            return
        if record_id:
            self.go_to(kind, record_id)
        else:
            self.begin_new(kind)

    # ── actions ──

    def chase(self) -> None:
        """The text for the next owner who is late; after the last the row that was chosen."""
        self.catch_up()
        if not self.chasing.late:
            self.tell(
                "Nobody is late", "No open action of the board in sight is past its date.", tone=Tone.GOOD
            )
            return
        owner = self.chasing.step()
        if owner is None:
            self.show_section()
        else:
            self.bring(ACTION_KIND, owner.late[0].id)
            self.show_section()

    def is_on(self, kind: str) -> bool:
        """Whether that list is in front of the person."""
        return self.isVisible() and self._read is not None and self.kind == kind

    def remove(self) -> None:
        """What is chosen goes; the next row is chosen, and undo brings all of it back."""
        row_ids = self.front.table.chosen_ids()
        if not row_ids:
            return
        after, kind = self.front.row_after(row_ids), self.kind
        noun = self.front.section.noun
        with self.session.file.change(f"Remove {count_in_figures(len(row_ids), *noun)}"):
            for row_id in row_ids:
                self.business_actions.remove(kind, row_id)
        if after:
            self.front.table.choose(after)

    def commands(self) -> Sequence[Action]:
        """What the menus and the search box offer."""
        chase = Action(
            "Chase late owners",
            self.chase,
            words="remind overdue e-mail text",
        )
        form = Action(
            "Read an update form…",
            lambda: ask_for_update_form(self),
            words="returned import owner Word",
        )
        adds = (self.new_action(kind) for kind in (ACTION_KIND, DECISION_KIND))
        return (*adds, chase, form, *self.row_actions())
