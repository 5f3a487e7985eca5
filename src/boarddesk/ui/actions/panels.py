"""The details of an action arising and of a decision, edited where they stand."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton

from boarddesk.records.agenda.arising import course
from boarddesk.records.agenda.items import agenda
from boarddesk.rules.arising import BoardAction
from boarddesk.rules.decisions import Decision, DecisionPath
from boarddesk.rules.wording import sentence
from boarddesk.ui.actions.bearing import about_of
from boarddesk.ui.actions.business import Business
from boarddesk.ui.actions.business_actions import ACTION_KIND, DECISION_KIND, BusinessActions
from boarddesk.ui.actions.editing import ACTION, DECISION
from boarddesk.ui.actions.fields import owners_understood, read_as
from boarddesk.ui.actions.rows import state_cell
from boarddesk.ui.plan.words import near_day
from boarddesk.ui.risks.panel_parts import opener
from boarddesk.ui.widgets.buttons import link
from boarddesk.ui.widgets.choose_in_place import ChooseInPlace
from boarddesk.ui.widgets.date_text import long_date, short_date
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.editable import EditableField
from boarddesk.ui.widgets.flow import Flow
from boarddesk.ui.widgets.in_place import InPlace
from boarddesk.ui.widgets.label import WrappedLabel

KINDS_OF_THE_PLAN = {"action": "plan action", "kpi": "KPI", "risk": "risk"}
_WITH = {DecisionPath.CHAIRS_ACTION: "chair’s action", DecisionPath.EMAIL: "email"}


class BusinessPanel:
    """Fills the detail with one action or one decision."""

    def __init__(self, panel: DetailPanel, actions: BusinessActions, shown: Business) -> None:
        self.panel, self.actions, self.shown = panel, actions, shown

    # ── an action ──

    def fill_action(self, action: BoardAction) -> None:
        """What is to be done, by whom and when; how it went."""
        self._head(ACTION["text"], action.text, ref=action.ref, kind=ACTION_KIND, of=action.id)
        names = "; ".join(held.owner.name for held in action.held_by if held.owner.name)
        owner = self._words(ACTION["owner"], names, kind=ACTION_KIND, of=action.id)
        self.panel.add_fact("Owners" if action.co_owners else "Owner", owner)
        if action.why_no_person:
            self.panel.add_fact("", WrappedLabel(f"◆ {sentence(action.why_no_person)}", "warn"))
        for held in action.held_by:
            if held.holder:
                self.panel.add_fact(f"{held.owner.name} is" if action.co_owners else "Post of", held.holder)
        body = self.shown.body(action)
        if body:
            self.panel.add_fact("Of", body)
        self._dates(action)
        self._origin(action.meeting_id, action.item_id, action.item_title)
        self._for(action)
        self._state(action)
        self._updates(action)
        self._course(action)

    def _dates(self, action: BoardAction) -> None:
        today = self.shown.today
        due = InPlace(
            action.due_as_written or (short_date(action.due) if action.due else ""),
            name="Due",
            does=lambda typed: self.actions.edit(ACTION_KIND, action.id, "due", typed),
            shown=action.due_words,
            note=lambda typed: read_as(self.actions.file, action.board_id, typed, said_on=today, today=today),
        )
        self.panel.add_fact("Due", due)
        if action.is_moved and action.first_due:
            self.panel.add_fact("First date", short_date(action.first_due))
        self.panel.add_fact("Given on", short_date(action.raised_on))

    def _state(self, action: BoardAction) -> None:
        cell = state_cell(action, self.shown.today)
        words = WrappedLabel(f"▲ {cell.text}" if action.days_late(self.shown.today) else cell.text)
        if action.days_late(self.shown.today):
            words = WrappedLabel(f"▲ {cell.text}", "bad")
        self.panel.add_fact("State", words)
        if action.done_on:
            self.panel.add_text(sentence(action.done_what))
        if action.withdrawn_on:
            self.panel.add_text(sentence(action.withdrawn_why))
        links = [link("Reopen", lambda: self.actions.reopen(action))]
        if action.is_open:
            links = [
                link("Mark as done", lambda: self.actions.finish(action)),
                link("Withdraw", lambda: self.actions.withdraw(action)),
            ]
        of = action.is_for
        if of is not None:
            what = f"Open {KINDS_OF_THE_PLAN[of.kind]} {of.ref}"
            links.append(link(what, lambda: self.actions.opened(of.kind, of.id)))
        self._links(*links)

    def _for(self, action: BoardAction) -> None:
        """What of the plan it is for, called by its ref."""
        self.panel.add_fact(
            "For",
            InPlace(
                action.is_for.ref if action.is_for else "",
                name=ACTION["for"].label,
                does=lambda typed: self.actions.edit(ACTION_KIND, action.id, "for", typed),
            ),
        )

    def _updates(self, action: BoardAction) -> None:
        """What was said of it, the newest first; what was said before stays."""
        if not action.is_open and not action.updates:
            return
        add = ("Add update", lambda: self.actions.update(action)) if action.is_open else None
        inside = self.panel.add_section("Updates", action=add)
        if not action.updates:
            inside.addWidget(WrappedLabel("No update yet.", "meta"))
        for said in action.updates:
            by = f", {said.said_by}" if said.said_by else ""
            inside.addWidget(WrappedLabel(f"{near_day(said.as_at, self.shown.today)}{by}", "meta"))
            text = f"Opened again: {said.text}" if said.reopens else said.text
            inside.addWidget(WrappedLabel(sentence(text)))
        for chase in action.chases[:1]:
            when = near_day(chase.chased_on, self.shown.today)
            inside.addWidget(WrappedLabel(f"Last chased {when}: {chase.whom}, {chase.how}.", "meta"))

    def _course(self, action: BoardAction) -> None:
        events = course(self.actions.file, action.id)
        if not events:
            return
        inside = self.panel.add_section("How it went")
        for event in reversed(events):
            inside.addWidget(WrappedLabel(near_day(event.on, self.shown.today), "meta"))
            inside.addWidget(WrappedLabel(sentence(event.words)))

    # ── a decision ──

    def fill_decision(self, made: Decision) -> None:
        """What was decided, where and how; whether it stands."""
        self._head(DECISION["text"], made.text, ref=made.ref, kind=DECISION_KIND, of=made.id)
        verb = DECISION["verb"]
        self.panel.add_fact(
            "Verb",
            ChooseInPlace(
                made.verb,
                verb.choices,
                name=verb.label,
                does=lambda value: self.actions.edit(DECISION_KIND, made.id, "verb", value),
            ),
        )
        self.panel.add_fact("Made on", long_date(made.made_on))
        if made.how is not DecisionPath.MEETING:
            self.panel.add_fact("How", f"between meetings, by {_WITH[made.how]}")
            by = self._words(DECISION["by_whom"], made.by_whom, kind=DECISION_KIND, of=made.id)
            self.panel.add_fact("Decided by", by)
        self._origin(made.meeting_id, made.item_id, made.item_title)
        self._ratified(made)
        self._bearing(made)

    def _bearing(self, made: Decision) -> None:
        """What it is about, what it did there, what it replaces and what replaces it."""
        found = about_of(self.actions.file, made.bearing)
        if found is not None:
            shows = partial(self.actions.opened, found.kind, found.id)
            self.panel.add_fact("About", opener(found.ref, f"Open {found.ref}", shows))
            self.panel.add_fact("", found.title)
        if made.effect_words:
            self.panel.add_fact("Effect", made.effect_words)
        self.panel.add_fact("Outcome", self.shown.came_of(made))
        for name, of in (
            ("Replaces", made.bearing.replaces_id),
            *(("Replaced by", other) for other in made.replaced_by),
        ):
            known = self.shown.decisions.get(of or "")
            if known is not None:
                words = f"{known.ref} of {short_date(known.made_on)}"
                shows = partial(self.actions.opened, DECISION_KIND, known.id)
                self.panel.add_fact(name, opener(words, f"Open {known.ref}", shows))
        self._links(link("What it is about", partial(self.actions.relate, made)))

    def _ratified(self, made: Decision) -> None:
        if not made.to_ratify:
            return
        if made.ratified_on is None:
            self.panel.add_fact("Ratified", WrappedLabel("◆ still to be ratified", "warn"))
            self._links(link("Ratify", lambda: self.actions.ratify(made)))
            return
        at = self.shown.meeting_title(made.ratified_at_id)
        words = f"{short_date(made.ratified_on)}, {at}" if at else short_date(made.ratified_on)
        self.panel.add_fact("Ratified", words)
        self._links(link("Take back", lambda: self.actions.take_back_ratification(made)))

    # ── what both have ──

    def _head(self, field: EditableField, text: str, *, ref: str, kind: str, of: str) -> None:
        record = self.shown.actions.get(of) or self.shown.decisions[of]
        board = self.shown.boards[record.board_id]
        heading = self._words(field, text, kind=kind, of=of, role="record")
        self.panel.set_record(f"{ref} · {board.short_name}", text, heading=heading)

    def _words(self, field: EditableField, value: str, *, kind: str, of: str, role: str = "") -> InPlace:
        return InPlace(
            value,
            name=field.label,
            role=role,
            does=lambda typed: self.actions.edit(kind, of, field.key, typed),
            paragraphs=field.paragraphs,
            note=owners_understood(self.actions.file) if field.key == "owner" else None,
        )

    def _origin(self, meeting_id: str | None, item_id: str | None, item_title: str) -> None:
        """The meeting, which it opens, and the item of its agenda."""
        words = self.shown.meeting_title(meeting_id)
        if meeting_id and words:
            open_it = opener(words, f"Open {words}", lambda: self.actions.opened("meeting", meeting_id))
            self.panel.add_fact("Meeting", open_it)
        if meeting_id and item_id:
            row = agenda(self.actions.file, meeting_id).row(item_id)
            number = f"{row.number} " if row else ""
            self.panel.add_fact("Item", f"{number}{item_title}")

    def _links(self, *links: QPushButton) -> None:
        self.panel.add(Flow(links, across=16))
