"""The detail of a risk: what it is, what is done about it, how it went and who was asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from boarddesk.rules.risks.movement import reviews
from boarddesk.rules.risks.reach import out_of_reach, reach
from boarddesk.rules.risks.risk import Control, Mitigation, Risk, ScoreKind
from boarddesk.rules.wording import sentence
from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.plan.given import add_given_actions
from boarddesk.ui.plan.words import near_day, short_name
from boarddesk.ui.risks.editing import CONTROL, MITIGATION, RISK
from boarddesk.ui.risks.panel_parts import Part, facts_in_rows, opener, remover
from boarddesk.ui.risks.score_history import ScoreHistory
from boarddesk.ui.risks.words import ASSURANCE_SIGNS, days_late
from boarddesk.ui.widgets.date_text import short_date
from boarddesk.ui.widgets.in_place import InPlace
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.words_button import whole

_REVIEWS = 8


class RiskPanel(Part):
    """Fills the panel for one risk, in three columns where it lies under its list."""

    def fill(self, risk: Risk) -> None:
        """What it is · what is done · how it went and who was asked."""
        self._head(risk)
        self._facts(risk)
        self.panel.next_column()
        self._controls(risk)
        self._mitigations(risk)
        self.sent(risk.escalations, escalate=self._escalation_of(risk))
        self.panel.next_column(3)
        self._history(risk)
        self._flags(risk)
        self.questions(self.shown.questions.get(risk.id, ()), ask=lambda: self.risk_actions.ask(risk))
        add_given_actions(
            self.panel,
            self.shown.given.get(risk.id, ()),
            today=self.shown.today,
            opened=lambda of: self.risk_actions.opened("board_action", of),
        )

    def _escalation_of(self, risk: Risk) -> Callable[[], object] | None:
        return (lambda: self.risk_actions.escalate_risk(risk)) if risk.live else None

    # ── what it is ──

    def _head(self, risk: Risk) -> None:
        raised = f"raised {short_date(risk.raised_on)}" if risk.raised_on else ""
        near = f"near: {risk.proximity}" if risk.proximity else ""
        board = "" if self.shown.board_id == risk.board_id else self.shown.board_name(risk.board_id)
        meta = " · ".join(part for part in (risk.ref, board, risk.category, raised, near) if part)
        title = self.words(RISK["title"], risk.title, kind="risk", of=risk.id, role="record", name="Title")
        self.panel.set_record(meta, risk.title, heading=title)
        parts = [
            (RISK[key].label.capitalize() if key == "cause" else RISK[key].label, key)
            for key in ("cause", "event", "effect")
        ]
        rows = [
            (name, self.words(RISK[key], getattr(risk, key), kind="risk", of=risk.id)) for name, key in parts
        ]
        self.panel.add(facts_in_rows(rows))
        self._over(risk)

    def _over(self, risk: Risk) -> None:
        """That it is closed, has come true or is borne, and why."""
        today = self.shown.today
        if risk.closed_on:
            self.panel.add_text(f"Closed {near_day(risk.closed_on, today)}: {risk.closed_why}", "strong")
        elif not risk.live:
            self.panel.add_text("It has happened: see its issue.", "strong")
        accepted = risk.acceptance
        if accepted is not None:
            until = f" until {short_date(accepted.until)}" if accepted.until else ""
            self.panel.add_text(f"Accepted by {accepted.by}{until}: {accepted.why}")
        if risk.status_words:
            self.panel.add_text(f"In the register it came from: {risk.status_words}", "meta")

    def _flags(self, risk: Risk) -> None:
        """What does not add up, and what is proposed; nothing is done by itself."""
        said = [flag.sentence for flag in self.shown.flags[risk.id]]
        said += [
            f"It might go up: {proposal.sentence[:1].lower()}{proposal.sentence[1:]}"
            for proposal in self.shown.proposals
            if proposal.risk.id == risk.id
        ]
        if not said:
            return
        self.panel.column.addSpacing(4)
        ground = QWidget()
        ground.setProperty("ground", "warn")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        ground.setAccessibleName("What does not add up")
        grid = QGridLayout(ground)
        grid.setContentsMargins(12, 6, 12, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for at, words in enumerate(said):
            grid.addWidget(_sign(), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(WrappedLabel(sentence(words)), at, 1)
        self.panel.add(ground)

    def _facts(self, risk: Risk) -> None:
        add, of = self.panel.add_fact, risk.id
        self.fact(RISK["owner"], risk.owner.name, kind="risk", of=of)
        add("Response", self.choice(RISK["response"], risk.response.value, kind="risk", of=of))
        self._target(risk)
        add("Review", self.day(RISK["review"], risk.next_review, kind="risk", of=of, empty="no day"))
        self._links(risk)
        words = risk.inherent[0].shown if risk.inherent else "not scored"
        inherent = opener(
            words, f"Change the inherent score: {words}", self._scorer(risk, ScoreKind.INHERENT)
        )
        add("Inherent", inherent)
        self.fact(RISK["proximity"], risk.proximity, kind="risk", of=of)
        self.fact(RISK["category"], risk.category, kind="risk", of=of)
        areas = [("", "No area"), *((area, self.shown.area_title(area)) for area in self.shown.areas)]
        add("Area", self.choice(RISK["area"], risk.area_id or "", kind="risk", of=of, choices=areas))
        add("Raised", self.day(RISK["raised_on"], risk.raised_on, kind="risk", of=of))

    def _target(self, risk: Risk) -> None:
        """Its score and day, and what stands in the way of reaching it by then."""
        column = QVBoxLayout()
        column.setSpacing(0)
        holder = QWidget()
        column.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(column)
        holder.setAccessibleName("Target")
        words = risk.target[0].shown if risk.target else "no target yet"
        button = opener(words, f"Change the target: {words}", self._scorer(risk, ScoreKind.TARGET))
        day = self.day(RISK["target_by"], risk.target_by, kind="risk", of=risk.id, empty="no day")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(whole(button))
        row.addWidget(label("by", "meta"))
        row.addWidget(day, 1)
        column.addLayout(row)
        stands = reach(risk)
        if stands:
            column.addWidget(WrappedLabel(stands, "warn" if out_of_reach(risk) else "meta"))
        self.panel.add_fact("Target", holder)

    def _scorer(self, risk: Risk, kind: ScoreKind) -> Callable[[], object]:
        return lambda: self.risk_actions.score(risk, kind)

    def _links(self, risk: Risk) -> None:
        """Refs changed by typing; under them what each is, which opens it."""
        shown, column = self.shown, QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        actions = [shown.actions[of] for of in risk.action_ids if of in shown.actions]
        measures = [shown.kpis[of] for of in risk.kpi_ids if of in shown.kpis]
        refs = ", ".join([*(action.ref for action in actions), *(kpi.ref for kpi in measures)])
        column.addWidget(
            InPlace(refs, name="Linked refs", does=self.writes("risk", risk.id, "links"), empty="nothing yet")
        )
        found = [("action", action.id, f"{action.ref} {action.text}") for action in actions]
        found += [("kpi", kpi.id, f"{kpi.ref} {kpi.wording}") for kpi in measures]
        for kind, of, words in found:
            column.addWidget(self._link(kind, of, words))
        holder = QWidget()
        holder.setLayout(column)
        holder.setAccessibleName("Linked")
        self.panel.add_fact("Linked", holder)

    def _link(self, kind: str, of: str, words: str) -> QWidget:
        return opener(words, f"Open {words}", lambda: self.risk_actions.opened(kind, of))

    # ── what is done ──

    def _controls(self, risk: Risk) -> None:
        inside = self.panel.add_section(
            "Controls",
            aside=f"{len(risk.controls)} in place" if risk.controls else "none in place",
            action=("Add control", lambda: self.risk_actions.add_control(risk)),
        )
        for control in risk.controls:
            inside.addLayout(self._control(control))

    def _control(self, control: Control) -> QGridLayout:
        grid = _line_grid()
        of, name = control.id, control.text
        grid.addWidget(
            self.words(CONTROL["text"], name, kind="control", of=of, name=f"Control: {name}"), 0, 0
        )
        choices = [
            (value, f"{ASSURANCE_SIGNS[sure]} {words.lower()}")
            for (value, words), sure in zip(CONTROL["assurance"].choices, ASSURANCE_SIGNS, strict=True)
        ]
        sure = self.choice(
            CONTROL["assurance"],
            control.assurance.value,
            kind="control",
            of=of,
            choices=choices,
            name=f"How sure: {name}",
        )
        grid.addWidget(whole(sure), 0, 1, Qt.AlignmentFlag.AlignTop)
        tested = InPlace(
            short_date(control.tested_on) if control.tested_on else "",
            name=f"Tested: {name}",
            shown=f"tested {near_day(control.tested_on, self.shown.today)}" if control.tested_on else "",
            does=self.writes("control", of, "tested_on"),
            role="meta",
            empty="not tested",
        )
        tested.setMinimumWidth(look().px(90))
        grid.addWidget(tested, 0, 2, Qt.AlignmentFlag.AlignTop)
        takes = remover(f"Remove control: {name}", lambda: self.risk_actions.remove_control(of))
        grid.addWidget(takes, 0, 3, Qt.AlignmentFlag.AlignTop)
        return grid

    def _mitigations(self, risk: Risk) -> None:
        still = [mitigation for mitigation in risk.mitigations if mitigation.done_on is None]
        done = [mitigation for mitigation in risk.mitigations if mitigation.done_on is not None]
        parts = (f"{len(still)} to come" if still else "", f"{len(done)} done" if done else "")
        inside = self.panel.add_section(
            "Mitigations",
            aside=", ".join(part for part in parts if part) or "none",
            action=("Add mitigation", lambda: self.risk_actions.add_mitigation(risk)),
        )
        for mitigation in (*still, *done):
            inside.addLayout(self._mitigation(mitigation))

    def _mitigation(self, mitigation: Mitigation) -> QGridLayout:
        grid = _line_grid()
        of, name = mitigation.id, mitigation.text
        tick = QCheckBox()
        tick.setChecked(mitigation.done_on is not None)
        tick.setAccessibleName(f"Done: {name}")
        tick.clicked.connect(lambda done: self.risk_actions.finish(mitigation, done=done))
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        edits = self.words(MITIGATION["text"], name, kind="mitigation", of=of, name=f"Mitigation: {name}")
        words.addWidget(edits, 1)
        grid.addLayout(words, 0, 0)
        owner = InPlace(
            mitigation.owner.name,
            name=f"Owner of: {name}",
            shown=short_name(mitigation.owner.name) if mitigation.owner.name else "",
            does=self.writes("mitigation", of, "owner"),
            role="meta",
            empty="no owner",
        )
        owner.setMinimumWidth(look().px(88))
        grid.addWidget(owner, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._due(mitigation), 0, 2, Qt.AlignmentFlag.AlignTop)
        takes = remover(f"Remove mitigation: {name}", lambda: self.risk_actions.remove_mitigation(of))
        grid.addWidget(takes, 0, 3, Qt.AlignmentFlag.AlignTop)
        if mitigation.moves:
            move = mitigation.moves[0]
            was = short_date(move.was) if move.was else "no date"
            moved = f"moved {near_day(move.moved_on, self.shown.today)}, was {was}"
            grid.addWidget(WrappedLabel(f"{moved}: {move.why}" if move.why else moved, "meta"), 1, 0, 1, 4)
        return grid

    def _due(self, mitigation: Mitigation) -> QWidget:
        """When it is due, late in red; a click moves it. Once it is done, the day it was."""
        today = self.shown.today
        if mitigation.done_on:
            return label(f"done {near_day(mitigation.done_on, today)}", "meta")
        late = mitigation.due is not None and mitigation.due < today
        if mitigation.due is None:
            words = mitigation.due_as_written or "no date"
        else:
            words = f"▲ {days_late(mitigation.due, today)}" if late else short_date(mitigation.due)
        made = opener(words, f"Move: {mitigation.text}, {words}", lambda: self.risk_actions.move(mitigation))
        if late:
            made.setProperty("ink", "bad")
        if mitigation.due:
            made.setToolTip(f"Due {mitigation.due_as_written or short_date(mitigation.due)}")
        return whole(made)

    # ── how it went ──

    def _history(self, risk: Risk) -> None:
        kept = reviews(risk, today=self.shown.today, most=_REVIEWS)
        aside = f"last {len(kept)} reviews" if len(kept) > 1 else ""
        action = ("Change score", self._scorer(risk, ScoreKind.CURRENT)) if risk.live else None
        inside = self.panel.add_section("Score history", aside=aside, action=action)
        if kept:
            highest = max(
                [up * across for up, across in self.shown.matrix.places]
                + [score.product or 0 for score in kept]
            )
            inside.addWidget(ScoreHistory(kept, appetite=risk.appetite, highest=highest))
        newest = risk.current[0] if risk.current else None
        if newest is not None and newest.why:
            inside.addWidget(
                WrappedLabel(f"{near_day(newest.as_at, self.shown.today)}: {newest.why}", "meta")
            )


def _line_grid() -> QGridLayout:
    """A line of a section: its words, then two short columns and the cross that takes it out."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(0, 1)
    return grid


def _sign() -> QLabel:
    made = label()
    made.setPixmap(icons.pixmap("flag", colour=look().tokens.warn, size=look().px(16)))
    return made
