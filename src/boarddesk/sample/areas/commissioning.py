"""Area 2 of the sample plan: joint planning and commissioning."""

from __future__ import annotations

from boarddesk.sample.story import Line, News, PlannedAction, Proof, Question, StatusStep, Step, Theme

COMMISSIONING = Theme(
    number="2",
    title="Joint commissioning",
    weakness="Education, health and care plan and pay for services apart, with no shared figures.",
    outcome="Services are planned and bought together against one picture of need.",
    leads=("Dr Alistair Keogh", "Lorna Pike"),
    team="Joint commissioning group, every six weeks",
    said=(
        StatusStep(-22, "N", "There is no joint plan, no shared data and no agreed budget."),
        StatusStep(-13, "P", "The needs assessment is done and the group meets, but nothing is signed yet."),
        StatusStep(
            -2,
            "P",
            "Two of nine partners have not signed the information sharing agreement, so data are late.",
            "Signatures by {+1 end}; first shared data in {+3 my}.",
        ),
    ),
    lines=(
        Line(0, "done", "Pooled equipment budget: 61 of 64 items delivered within ten days (95%)."),
        Line(0, "done", "Short breaks: 118 families took part in the review."),
        Line(0, "planned", "Joint commissioning plan to both governing bodies on {+1 D14}."),
        Line(0, "planned", "Legal teams meet on the information sharing agreement, {+0 D18}."),
        Line(0, "decide", "move action 2.3, the information sharing agreement, to {+1 end}."),
        Line(
            0,
            "help",
            "Fellside Health Trust to sign the sharing agreement by {+0 end}.",
        ),
        Line(-1, "done", "Seven of nine partners have signed the information sharing agreement."),
        Line(-1, "planned", "Draft joint commissioning plan to the group."),
        Line(-1, "help", "Chief officers to press for the last two signatures."),
        Line(-2, "done", "First six months of the pooled equipment budget reviewed."),
        Line(-2, "planned", "Short breaks review opens to families."),
    ),
    actions=(
        PlannedAction(
            "2.1",
            "Write one assessment of need for ages 0 to 25",
            "{-15 my}",
            ("Lorna Pike",),
            "Assessment used in both budgets",
            statuses=(
                StatusStep(-20, "T", "Figures asked for from all partners."),
                StatusStep(-14, "M", "Adopted by both governing bodies."),
            ),
            news=(News(-16, "First draft read by the forum."), News(-14, "Adopted on {-15 D17}.")),
            proof=(Proof("B1", "Joint assessment of need, ages 0 to 25", -14, "Needs assessment.docx"),),
        ),
        PlannedAction(
            "2.2",
            "Agree a joint commissioning plan for ages 0 to 25",
            "{-6 my}",
            ("Dr Alistair Keogh",),
            "One plan, signed by the council and the integrated care board",
            statuses=(
                StatusStep(-14, "T", "Work began once the assessment was adopted."),
                StatusStep(-6, "P", "Costs of therapy are not agreed, so the plan missed its date."),
                StatusStep(-6, "P", "We accept the new date only once.", by="board"),
                StatusStep(
                    -1,
                    "P",
                    "The draft is complete but two finance teams still differ on therapy costs.",
                    "Finance directors meet on {+0 D16}; both governing bodies on {+1 D14}.",
                ),
            ),
            news=(
                News(-4, "Draft covers four of six services."),
                News(-1, "Draft complete; costs of therapy still open."),
                News(0, "Costs narrowed to £140,000 apart."),
            ),
            steps=(
                Step("Six service chapters drafted", "{-3 end}", -1, "Farida Haque"),
                Step("Costs agreed", "{+0 end}", None, "Dr Alistair Keogh"),
                Step("Signed by both governing bodies", "{+1 end}", None, "Dr Alistair Keogh"),
            ),
            moves=((-6, "{+1 end}"),),
        ),
        PlannedAction(
            "2.3",
            "Sign an information sharing agreement with all nine partners",
            "{-4 end}",
            ("Farida Haque",),
            "Nine signatures",
            statuses=(
                StatusStep(-15, "T", "Draft agreed by the lawyers of five partners."),
                StatusStep(-5, "P", "Six signatures of nine."),
                StatusStep(
                    -2,
                    "N",
                    "Two partners want a new privacy assessment, and nobody is free to write it.",
                    "The council lends an information officer for four weeks from {+0 D15}.",
                ),
            ),
            news=(
                News(-5, "Six of nine have signed."),
                News(-1, "Seven of nine; two ask for a new assessment."),
                News(0, "Information officer found for four weeks."),
            ),
            questions=(
                Question(
                    -2,
                    "Margaret Ashdown",
                    "Which of the two partners will sign first, and what stops them?",
                ),
                Question(
                    -7,
                    "Simon Laidlaw",
                    "Is the agreement the same as the one used for the hospital record?",
                    -5,
                    "It is; only the list of partners differs.",
                ),
            ),
        ),
        PlannedAction(
            "2.4",
            "Build one shared data set, refreshed monthly",
            "In line with the information sharing agreement",
            ("Marcus Tweddle",),
            "Twelve measures from all partners by the tenth of each month",
            statuses=(
                StatusStep(-13, "T", "Twelve measures chosen."),
                StatusStep(-3, "P", "Five of nine partners send figures; the rest wait for the agreement."),
            ),
            news=(
                News(-3, "Five partners send figures."),
                News(0, "Seven partners send figures; nine of twelve measures filled."),
            ),
            proof=(Proof("B2", "List of the twelve shared measures", -13, "Shared measures.xlsx"),),
        ),
        PlannedAction(
            "2.5",
            "Pool the budget for children's equipment",
            "{-3 term}",
            ("Lorna Pike",),
            "Nine in ten items delivered within ten days",
            statuses=(
                StatusStep(-10, "T", "Sums agreed; contract being written."),
                StatusStep(-3, "M", "Budget pooled since {-3 my}; one form, one store."),
            ),
            news=(
                News(-3, "One form and one store since {-3 D1}."),
                News(0, "61 of 64 items within ten days (95%)."),
            ),
            proof=(
                Proof("B3", "Pooled equipment agreement", -3, "Equipment agreement.pdf"),
                Proof("B4", "Delivery times since the pooled budget", 0, "Equipment delivery.xlsx"),
            ),
        ),
        PlannedAction(
            "2.6",
            "Review short breaks with families and let the contract again",
            "{+6 q}",
            ("Colin Purvis",),
            "New contract in place, families choose from six kinds of break",
            statuses=(
                StatusStep(-8, "T", "Review planned with the forum."),
                StatusStep(-2, "T", "Review open; contract notice drafted."),
            ),
            news=(
                News(-2, "Review opened to families."),
                News(0, "118 families took part; report in {+1 m}."),
            ),
            steps=(
                Step("Review with families", "{+0 end}", 0, "Colin Purvis"),
                Step("Contract notice published", "{+2 end}", None, "Colin Purvis"),
                Step("New contract starts", "{+6 q}", None, "Colin Purvis"),
            ),
        ),
        PlannedAction(
            "2.7",
            "Agree who pays for nursing in special schools",
            "To be agreed by leads",
            (),
            "Written agreement for all four special schools",
            statuses=(
                StatusStep(-11, "T", "Costs collected from four schools."),
                StatusStep(-4, "?", "The officer left and nobody has reported since."),
            ),
            news=(News(-6, "Costs collected from four schools."),),
            questions=(Question(-3, "Nisha Kapadia", "Who leads this now, and when will schools hear?"),),
        ),
        PlannedAction(
            "2.8",
            "Cover the northern dales with a designated clinical officer",
            "{-2 end}",
            ("Bryony Talbot",),
            "Someone on call five days a week",
            statuses=(
                StatusStep(-9, "T", "Post funded for two years."),
                StatusStep(-2, "T", "Appointed; starts when references are in."),
            ),
            news=(
                News(-2, "Appointed on {-3 D26}."),
                News(0, "Starts on {+0 D15}; three days a week at first."),
            ),
        ),
    ),
)
