"""The detail of an interest: whose, what, of what nature, when it was declared, from when until when."""

from __future__ import annotations

from functools import partial

from boarddesk.rules.interests import Interest
from boarddesk.ui.people.editing import INTEREST
from boarddesk.ui.people.panel_parts import Part, Writes


class InterestPanel(Part):
    """Fills the panel for one interest."""

    def fill(self, interest: Interest) -> None:
        """Everything about it."""
        writes: Writes = partial(self.people_actions.edit_cell, "interest", interest.id)
        stands = interest.stands_on(self.shown.today)
        title = self.title(INTEREST["text"], interest.text, writes)
        meta = "Interest" if stands else "Interest that has ended"
        self.panel.set_record(meta, interest.text, heading=title)
        whose = self.shown.person_name(interest.person_id)
        self.panel.add_fact("Of", self.opener(whose, "person", interest.person_id))
        self.choice(INTEREST["nature"], interest.nature.value, writes)
        for key, day, empty in (
            ("declared_on", interest.declared_on, "not known"),
            ("from_day", interest.from_day, "not known"),
            ("until_day", interest.until_day, "still"),
        ):
            field = INTEREST[key]
            shown = self.day(day, name=field.label, does=partial(writes, key), empty=empty)
            self.panel.add_fact(field.label, shown)
