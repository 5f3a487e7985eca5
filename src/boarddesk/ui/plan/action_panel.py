"""The detail of an action: facts, status and why, measures, questions, milestones, updates, evidence."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from boarddesk.rules.dates.deadlines import moved
from boarddesk.rules.plan.actions import Action, Evidence
from boarddesk.rules.plan.figures import actual_shown
from boarddesk.rules.plan.flags import revised, unexplained
from boarddesk.rules.plan.kpis import Kpi, Verdict, known
from boarddesk.rules.plan.milestones import Milestone
from boarddesk.rules.plan.scorecard import Reading, disagreement, judged_step, reading
from boarddesk.rules.wording import count_in_figures, cut_characters
from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.plan.editing import ACTION
from boarddesk.ui.plan.fields import reader
from boarddesk.ui.plan.given import add_given_actions
from boarddesk.ui.plan.panel_parts import Part, left, remover
from boarddesk.ui.plan.questions import add_question
from boarddesk.ui.plan.words import days_open, names_shown, near_day, read_as, short_name, step_date
from boarddesk.ui.widgets.buttons import link
from boarddesk.ui.widgets.in_place import InPlace
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.sparkline import Sparkline
from boarddesk.ui.widgets.words_button import WordsButton, with_words

MOST_UPDATES = 4
LONGEST_AREA_TITLE = 72


class ActionPanel(Part):
    """Fills the panel for one action."""

    def fill(self, action: Action) -> None:
        """Everything about it, in the order it is asked for."""
        self._head(action)
        self.status(action)
        # where one can give a reason, it is asked for too while nobody is pressed for it
        flags = dict.fromkeys((*self.shown.flags[action.id], *unexplained(action.judgements)))
        self.flags(tuple(flags), action)
        self.path(action.judgements)
        self.judgements(action.judgements)
        self._decisions(action)
        self._kpis(action)
        self._questions(action)
        add_given_actions(
            self.panel,
            self.shown.given_for(action),
            today=self.shown.today,
            opened=self.plan_actions.open_board_action,
        )
        self._milestones(action)
        self._updates(action)
        self._evidence(action)
        self.panel.column.addSpacing(8)
        self.panel.add(left(link("History of this action", lambda: self.plan_actions.show_history(action))))

    # ── facts ──

    def _head(self, action: Action) -> None:
        area = self.shown.areas[action.area_id]
        name, writes = ACTION["text"].label, self._edits(action, "text")
        title = InPlace(action.text, name=name, role="record", does=writes)
        area_title = cut_characters(area.title, LONGEST_AREA_TITLE)
        self.panel.set_record(f"{action.ref} · {area_title}", action.text, heading=title)
        self.panel.add_fact(
            ACTION["by_when"].label,
            InPlace(
                action.by_when.as_written,
                name=ACTION["by_when"].label,
                shown=read_as(action.by_when),
                does=self._edits(action, "by_when"),
                note=reader(self.plan_actions.file, self.shown.plan.id),
            ),
        )
        if action.original_by_when is not None and moved(action.original_by_when, action.by_when):
            self.panel.add_fact("Moved", revised(action.original_by_when, action.by_when))
        self.panel.add_fact(
            "Owner" if len(action.owners) < 2 else "Owners",
            InPlace(
                names_shown(action.owners),
                name=ACTION["owner"].label,
                shown="\n".join(self.shown.owner_in_full(name) for name in action.owners),
                does=self._edits(action, "owner"),
            ),
        )
        for key in ("accountable", "success_measure"):
            name, value = ACTION[key].label, getattr(action, key)
            self.panel.add_fact(name, InPlace(value, name=name, does=self._edits(action, key)))

    def _edits(self, action: Action, key: str) -> Callable[[str], object]:
        return lambda words: self.plan_actions.edit_action(action.id, key, words)

    def _decisions(self, action: Action) -> None:
        """What boards decided about it, the newest first; each opens in the register of decisions."""
        if not action.cited:
            return
        inside = self.panel.add_section("Decisions", aside=str(len(action.cited)))
        for made in action.cited:
            opens = WordsButton(made.ref, look="name")
            opens.setAccessibleName(f"Open {made.ref}")
            opens.clicked.connect(lambda _on=False, of=made.decision_id: self.plan_actions.open_decision(of))
            inside.addLayout(with_words(opens, made.sentence))
            if made.effect is not None:
                inside.addWidget(WrappedLabel(made.text, "meta"))

    # ── measures ──

    def _kpis(self, action: Action) -> None:
        found = self.shown.kpis_of(action)
        if not found:
            return
        inside = self.panel.add_section("KPI", aside=f"{len(found)} linked")
        for kpi in found:
            self._kpi(inside, kpi)

    def _kpi(self, inside: QVBoxLayout, kpi: Kpi) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label(kpi.ref, "muted"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(WrappedLabel(kpi.wording), 1)
        row.addWidget(_sparkline(kpi), 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(row)
        asks = link("Ask", partial(self.plan_actions.ask_about_kpi, kpi))
        asks.setAccessibleName(f"Ask about {kpi.ref}")
        row.addWidget(asks, 0, Qt.AlignmentFlag.AlignTop)
        found = reading(kpi, today=self.shown.today)
        step = found.step if found else None
        if found is None:
            inside.addWidget(WrappedLabel("No step is set.", "meta"))
        else:
            self._reading(inside, found)
        if kpi.fed_from is not None:
            source = kpi.fed_from.source
            inside.addWidget(WrappedLabel(f"{source[:1].upper()}{source[1:]}.", "meta"))
        contradicted = disagreement(kpi, step) if step else None
        if contradicted is not None:
            inside.addWidget(WrappedLabel(f"{step.label if step else ''}: {contradicted.sentence}", "warn"))

    def _reading(self, inside: QVBoxLayout, found: Reading) -> None:
        """The figure with its day, the step's verdict, and beneath it the headline's."""
        figure = actual_shown(found.figure, found.kpi.unit)
        missed = "▲ " if found.verdict is Verdict.NOT_MET else ""
        step = judged_step(found)
        for words in (
            ", ".join(part for part in (figure, found.days) if part),
            f"{missed}{step[:1].upper()}{step[1:]}",
            f"{found.headline_words[:1].upper()}{found.headline_words[1:]}",
        ):
            if words:
                inside.addWidget(WrappedLabel(words, "meta"))

    # ── questions of the board ──

    def _questions(self, action: Action) -> None:
        asked = (*action.challenges, *self.shown.asked_of_kpis(action))
        waiting = [challenge for challenge in asked if challenge.is_open]
        inside = self.panel.add_section(
            "Question from the board" if len(waiting) < 2 else "Questions from the board",
            aside=days_open(waiting[-1].asked_on, self.shown.today) if waiting else "",
            action=("Add", lambda: self.plan_actions.ask(action)),
        )
        for challenge in asked:
            of_kpi = challenge.about if challenge.about != action.ref else ""
            at = self.shown.meeting_titles.get(challenge.meeting_id or "", "")
            add_question(
                inside,
                challenge,
                at=", ".join(part for part in (of_kpi, at) if part),
                today=self.shown.today,
                answer=partial(self.plan_actions.answer, challenge),
            )

    # ── milestones ──

    def _milestones(self, action: Action) -> None:
        steps = action.milestones
        done = sum(step.done for step in steps)
        inside = self.panel.add_section(
            "Milestones",
            aside=f"{done} of {len(steps)} done" if steps else "",
            action=("Add", lambda: self.plan_actions.add_milestone(action)),
        )
        for step in steps:
            self._milestone(inside, step)

    def _milestone(self, inside: QVBoxLayout, step: Milestone) -> None:
        tick = QCheckBox()
        tick.setChecked(step.done)
        tick.setAccessibleName(f"Done: {step.text}")
        tick.clicked.connect(lambda done: self.plan_actions.tick(step.id, done=done))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(tick, 0, 0, Qt.AlignmentFlag.AlignTop)
        edits = InPlace(
            step.text,
            name=f"Milestone {step.text[:40]}",
            does=lambda words: self.plan_actions.edit_cell(step.id, "text", words),
        )
        grid.addWidget(edits, 0, 1)
        late = step.overdue_on(self.shown.today)
        grid.addWidget(WrappedLabel(self._when(step), "bad meta" if late else "meta"), 1, 1)
        inside.addLayout(grid)

    def _when(self, step: Milestone) -> str:
        if step.done and step.done_on:
            when = f"done {near_day(step.done_on, self.shown.today)}"
        else:
            late = "▲ overdue, " if step.overdue_on(self.shown.today) else ""
            when = f"{late}{step_date(step.by_when)}"
        was = step.original_by_when
        if was is not None and moved(was, step.by_when):
            when = f"{when}, was {step_date(was)}"
        return " · ".join(part for part in (when, short_name(step.owner) if step.owner else "") if part)

    # ── updates and evidence ──

    def _updates(self, action: Action) -> None:
        inside = self.panel.add_section(
            "Updates",
            aside=str(len(action.updates)) if action.updates else "",
            action=("Add", lambda: self.plan_actions.add_update(action)),
        )
        self._update_rows(inside, action, first=0, last=MOST_UPDATES)
        if len(action.updates) > MOST_UPDATES:
            more = link(f"Show all {len(action.updates)}")

            def show() -> None:
                more.hide()
                self._update_rows(inside, action, first=MOST_UPDATES, last=len(action.updates))

            more.clicked.connect(lambda _on=False: show())
            self.panel.add(left(more))

    def _update_rows(self, inside: QVBoxLayout, action: Action, *, first: int, last: int) -> None:
        for update in action.updates[first:last]:
            self.dated(
                inside,
                update.as_at,
                update.text,
                name=f"Update of {near_day(update.as_at, self.shown.today)}",
                does=partial(self.plan_actions.edit_update, update.id),
                under=update.said_by,
            )

    def _evidence(self, action: Action) -> None:
        inside = self.panel.add_section(
            "Evidence",
            aside=count_in_figures(len(action.evidence), "item") if action.evidence else "",
            action=("Add", lambda: self.plan_actions.add_evidence(action)),
        )
        for item in action.evidence:
            inside.addLayout(self._proof(item, action))

    def _proof(self, item: Evidence, action: Action) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(_file_sign(), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(WrappedLabel(item.title), 1)
        row.addWidget(label(item.reference, "meta"), 0, Qt.AlignmentFlag.AlignTop)
        if item.location:
            opens = link("Open", lambda: self.plan_actions.open_evidence(item))
            opens.setAccessibleName(f"Open: {item.title}")
            opens.setToolTip(item.location)
            row.addWidget(opens, 0, Qt.AlignmentFlag.AlignTop)
        takes = remover(
            f"Take evidence away: {item.title}", lambda: self.plan_actions.take_evidence(item, action)
        )
        row.addWidget(takes, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _file_sign() -> QLabel:
    made = label()
    made.setPixmap(icons.pixmap("file", colour=look().tokens.muted, size=look().px(16)))
    return made


def _sparkline(kpi: Kpi) -> Sparkline:
    """Where the figure has come from, with its headline dashed."""
    values = [known(step.actual.value) for step in kpi.checkpoints]
    target = known(kpi.headline.value)
    made = Sparkline(
        [float(value) for value in values if value is not None],
        target=None if target is None else float(target),
    )
    made.resize_to(60, 16)
    made.setContentsMargins(0, look().px(2), 0, 0)
    return made
