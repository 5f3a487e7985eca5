"""The words minuted at the sample's last boards, item by item, and what the chair told families of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from boarddesk.rules.minutes.minutes import PublicLines


@dataclass(frozen=True)
class Minuted:
    """The minute of an item, line by line, and what families were told.

    A line that begins `- ` is a bullet and one that begins `! ` is restricted; `**` marks bold, `[[ ]]` a
    restricted passage. `D`, `A` and `C` alone are where the next decision, action and challenge of the item
    stand.
    """

    item: str
    lines: tuple[str, ...]
    public: PublicLines = field(default_factory=PublicLines)


CONFIRMED_BY: Mapping[int, int] = {-3: -2, -2: -1}
"""Which board confirmed the minutes of which; those before were kept on paper."""

MINUTED: Mapping[int, tuple[Minuted, ...]] = {
    -3: (
        Minuted(
            "Welcome and apologies", ("The chair welcomed members and thanked those who sent a deputy.",)
        ),
        Minuted("Minutes of the last meeting", ("The minutes were agreed as a true record.",)),
        Minuted("Action log", ("Members went through the log. Dates that had passed were given anew.",)),
        Minuted(
            "A family's account",
            (
                "! A mother told the board how her son was moved between three schools in one year.",
                "Members thanked the family and asked that what was heard is used in training.",
                "D",
                "A",
            ),
            PublicLines(
                "A family’s story",
                "A family told us what it is like to move between schools.",
                "Every head teacher gets what pupils told us.",
                "You can ask your school what it has done with it.",
            ),
        ),
        Minuted("Highlight report and measures", ("The report was taken as read.", "A")),
        Minuted("Risk register", ("The register was noted. No level changed.",)),
    ),
    -2: (
        Minuted("Welcome and apologies", ("The chair opened the meeting.",)),
        Minuted("Minutes of the last meeting", ("The minutes were agreed as a true record.",)),
        Minuted("Action log", ("Two actions were late. Their owners gave new dates.",)),
        Minuted(
            "Therapies waiting times",
            (
                "The average wait for speech and language therapy was **24 weeks**, one less than before.",
                "Members asked for each therapy apart, because the average hides the longest waits.",
                "D",
                "A",
                "A",
                "The trust expected six posts to be filled by the summer.",
            ),
            PublicLines(
                "Waiting for therapy",
                "The average wait for speech and language therapy is 24 weeks.",
                "We show the wait for each therapy every month.",
                "You will see how long your child is likely to wait.",
            ),
        ),
        Minuted(
            "High needs budget",
            (
                "The forecast was a deficit at the end of the year.",
                "Members asked what the third resource base would save, and when.",
                "D",
            ),
        ),
        Minuted("Highlight report and measures", ("The report was taken as read.", "A")),
        Minuted("Risk register", ("The register was noted.",)),
    ),
    -1: (
        Minuted(
            "Welcome and apologies",
            ("The chair welcomed members. Apologies are listed above.",),
        ),
        Minuted("Minutes of the last meeting", ("The minutes were agreed as a true record.",)),
        Minuted(
            "Action log",
            (
                "The log was taken as read. The chair asked that a date moved once does not move again.",
                "A",
            ),
        ),
        Minuted(
            "Therapies waiting times",
            (
                "The wait for a first appointment was **23 weeks**, against a step of 20. "
                "Three of nine posts were empty.",
                "- speech and language: 26 weeks, two less than before",
                "- occupational therapy: 19 weeks, three less than before",
                "C",
                "The forum offered the letters of weeks 6 and 16 as a model. [[One family had waited 61 "
                "weeks and moved school twice.]] Parents had tested them.",
                "A",
                "D",
                "A",
                "The council would pay for agency cover until the end of the term.",
            ),
            PublicLines(
                "Waiting for therapy",
                "The wait for a first appointment is 23 weeks. We had promised 20.",
                "The clinic in Harrowby has first call on rooms. Families who wait hear from us each term.",
                "If you wait for speech and language therapy in Harrowby, you should be seen sooner.",
            ),
        ),
        Minuted(
            "Moderating draft plans",
            (
                "A panel of four has read its first drafts. Most lacked outcomes a parent would recognise.",
                "A",
            ),
            PublicLines(
                "Better plans",
                "A panel has begun to read draft plans before families get them.",
                "Its first report comes to the next meeting.",
                "Draft plans should be clearer. You can still ask for changes.",
            ),
        ),
        Minuted("Short breaks: which offer", ("Members asked for the figures of the summer first.", "D")),
        Minuted(
            "Highlight report and measures",
            ("The report was taken as read.", "Members asked for one page on each area next time.", "A"),
        ),
        Minuted("Risk register", ("The register was noted.",)),
    ),
}
