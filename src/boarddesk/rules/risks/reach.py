"""Whether a risk's target can be reached by its date, by when its mitigations end."""

from __future__ import annotations

from boarddesk.rules.risks.risk import Risk
from boarddesk.rules.wording import count_in_words, month


def reach(risk: Risk) -> str:
    """What stands in the way of the target's date; empty where nothing does, or nothing is known.

    `not reachable by then: every mitigation comes later, the first ends in March 2027` where all that is
    still to be done ends after the date (domain.md); where only some of it does,
    `one mitigation ends after it, the last in March 2027`.
    """
    if risk.target_by is None or not risk.target or not risk.live:
        return ""
    still = [mitigation.due for mitigation in risk.mitigations if mitigation.done_on is None]
    late = sorted(due for due in still if due is not None and due > risk.target_by)
    if not late:
        return ""
    if len(late) == len(still):
        first = "it ends" if len(late) == 1 else "the first ends"
        every = "its mitigation" if len(late) == 1 else "every mitigation"
        return f"not reachable by then: {every} comes later, {first} in {month(late[0])}"
    many = count_in_words(len(late), "mitigation ends", "mitigations end")
    return f"{many} after it, the last in {month(late[-1])}"


def out_of_reach(risk: Risk) -> bool:
    """Whether every mitigation that is still to come ends after the target's date."""
    return reach(risk).startswith("not reachable")
