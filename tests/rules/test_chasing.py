"""What an owner is sent about late actions: late first, then what is due by the meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boarddesk.rules.arising import ActionChase, BoardAction, Holding
from boarddesk.rules.chasing import ChasePack, OwnersActions, by_owner, chase_draft
from boarddesk.rules.owners import Owner, OwnerKind

TODAY, MEETS = date(2026, 5, 28), date(2026, 6, 9)
RUTH = Owner("Ruth Calder", OwnerKind.PERSON, "ruth")
VENN = Owner("Prakash Venn", OwnerKind.PERSON, "venn")
PACK = ChasePack(
    TODAY, "SEND Improvement Board", MEETS, date(2026, 6, 2), "Joan Fairley", "Northmoor Partnership"
)


def action(ref: str, text: str, due: date | None, owner: Owner = RUTH) -> BoardAction:
    return BoardAction(ref, "b", ref, text, date(2026, 4, 1), owner=owner, due=due)


LETTER = replace(
    action("A31", "Send the waiting-list letter", date(2026, 5, 15)), first_due=date(2026, 4, 30)
)
OURS = (
    action("A36", "Show waits for each therapy.", MEETS),
    LETTER,
    replace(action("A22", "Name a deputy", MEETS), co_owners=(Holding(VENN),)),
    action("A27", "Publish the offer", date(2026, 5, 22), VENN),
    action("A40", "Find rooms", date(2026, 7, 14)),
    action("A41", "Ask colleges", date(2026, 5, 1), Owner("College principal", OwnerKind.POST, "seat")),
)


def owners() -> tuple[OwnersActions, ...]:
    return by_owner(OURS, {"ruth": "ruth@example.org"}, today=TODAY)


def test_whoever_is_latest_stands_first_and_a_vacant_post_is_nobody_to_ask() -> None:
    found = owners()
    assert [owner.name for owner in found] == ["Ruth Calder", "Prakash Venn"]
    assert [known.ref for known in found[0].actions] == ["A31", "A36", "A22", "A40"]
    assert [known.ref for known in found[1].actions] == ["A27", "A22"], "a co-owner is asked too"


def test_the_text_says_what_is_late_then_what_is_due_by_the_meeting_and_by_when_to_answer() -> None:
    draft = chase_draft(owners()[0], PACK)
    assert draft.subject == "SEND Improvement Board: 1 action past the date"
    assert [each.address for each in draft.addressed] == ["ruth@example.org"]
    assert draft.text == (
        "Dear Ruth,\n\n"
        "The SEND Improvement Board meets on Tuesday 9 June 2026. One action with you is past its date:\n\n"
        "A31  Send the waiting-list letter, due 15 May, first 30 April\n\n"
        "Two more are due by the meeting:\n\n"
        "A36  Show waits for each therapy, due 9 June\n"
        "A22  Name a deputy, due 9 June\n\n"
        "Please say by Tuesday 2 June 2026 what is done, or which date you now ask for.\n\n"
        "Kind regards\nJoan Fairley\nNorthmoor Partnership\n"
    )


def test_whoever_holds_a_post_is_asked_by_name_and_a_doctor_by_title() -> None:
    post = Owner("Head of therapies", OwnerKind.POST, "seat")
    held = replace(action("A1", "Send", date(2026, 5, 1), post), holder="Dr Iris Lund", holder_id="lund")
    (owner,) = by_owner([held], {"lund": "iris@example.org"}, today=TODAY)
    assert (owner.name, owner.address) == ("Dr Iris Lund", "iris@example.org")
    assert chase_draft(owner, PACK).text.startswith("Dear Dr Iris Lund,")


def test_without_a_next_meeting_the_answer_is_asked_in_three_working_days() -> None:
    text = chase_draft(owners()[0], ChasePack(TODAY)).text
    assert "One action with you is past its date:" in text and "by Tuesday 2 June 2026" in text
    assert "meets on" not in text


def test_when_each_was_asked_last_is_known() -> None:
    chase = ActionChase(date(2026, 5, 20), "Ruth Calder", "by e-mail")
    asked = replace(action("A1", "Send", date(2026, 5, 1)), chases=(chase,))
    (owner,) = by_owner([asked], {}, today=TODAY)
    assert owner.last_chased == asked.chases[0]
    assert owner.was_asked_since(date(2026, 5, 12)) and not owner.was_asked_since(date(2026, 5, 21))
