"""The detail of what went up: from whom to whom, what is asked, which agenda, what came of it."""

from __future__ import annotations

from boarddesk.rules.risks.escalations import RECORDED, Escalation
from boarddesk.ui.plan.words import near_day
from boarddesk.ui.risks.panel_parts import Part, left, opener
from boarddesk.ui.widgets.buttons import link
from boarddesk.ui.widgets.date_text import long_date, short_date


class EscalationPanel(Part):
    """Fills the panel for one escalation."""

    def fill(self, sent: Escalation) -> None:
        """What it is and how far it has come."""
        shown = self.shown
        below, above = shown.boards.get(sent.from_board_id or ""), shown.boards.get(sent.board_id or "")
        day = f"sent {short_date(sent.sent_on)}" if sent.sent_on else "sent"
        self.panel.set_record(f"{sent.kind.capitalize()} · {day}", sent.what)
        if sent.kind in RECORDED and sent.record_id:
            open_it = opener(
                sent.what,
                f"Open {sent.what}",
                lambda: self.risk_actions.opened(sent.kind.value, sent.record_id),
            )
            self.panel.add_fact("What", open_it)
        self.panel.add_fact("From", below.name if below else "–")
        self.panel.add_fact("To", above.name if above else sent.sent_to)
        self.panel.add_fact("Asked for", sent.asked_for or "–")
        for name, words in (("Why", sent.why), ("Between", sent.parties), ("Tried", sent.tried)):
            if words:
                self.panel.add_fact(name, words)
        self._agenda(sent)
        self._outcome(sent)

    def _agenda(self, sent: Escalation) -> None:
        day = long_date(sent.agenda_day) if sent.agenda_day else "not on one yet"
        self.panel.add_fact("Agenda", day)
        if sent.live and not sent.taken_on and sent.board_id:
            self.panel.add(left(link("Put on an agenda", lambda: self.risk_actions.put_on_agenda(sent))))

    def _outcome(self, sent: Escalation) -> None:
        today = self.shown.today
        if sent.live and not sent.taken_on:
            take = ("Take", lambda: self.risk_actions.take(sent))
            self.panel.add_section("Outcome", aside="none yet", action=take)
        else:
            self.panel.add_section("Outcome")
        if sent.taken_on:
            self.panel.add_text(f"Taken {near_day(sent.taken_on, today)}: {sent.outcome}")
        if sent.live:
            self.panel.add(left(link("Bring down", lambda: self.risk_actions.bring_down(sent))))
        elif sent.came_down_on:
            self.panel.add_text(f"Came down {near_day(sent.came_down_on, today)}: {sent.came_down_why}")
