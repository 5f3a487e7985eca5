"""Area 6 of the sample plan: young people and adulthood."""

from __future__ import annotations

from boarddesk.sample.story import Line, News, PlannedAction, Proof, Question, StatusStep, Step, Theme

ADULTHOOD = Theme(
    number="6",
    title="Moving into adulthood",
    weakness="Planning for adult life starts late, and support changes hands at 18 without warning.",
    outcome="Young people and their families know by 16 what comes next and who will help.",
    leads=("Lorna Pike", "Rowena Tate"),
    team="Adulthood group, every six weeks",
    said=(
        StatusStep(-22, "N", "No shared plan between children's and adult services."),
        StatusStep(-11, "P", "Year 9 reviews improved; work with adult health has not begun."),
        StatusStep(-5, "T", "Year 9 target met and internships growing."),
    ),
    lines=(
        Line(0, "done", "Guide to adult health services published, written by eight young people."),
        Line(0, "done", "27 young people in supported internships, up from 24."),
        Line(0, "planned", "Two employers sign for September internships, by {+0 D26}."),
        Line(0, "planned", "Transport policy to the cabinet on {+1 D21}."),
        Line(0, "help", "adult mental health care to name a lead for transfers by {+0 end}."),
        Line(-1, "done", "Consultation on transport closed with 212 answers."),
        Line(-1, "planned", "Guide to adult health services to the printer."),
        Line(-2, "done", "81% of Year 9 reviews plan for adulthood."),
    ),
    actions=(
        PlannedAction(
            "6.1",
            "Start planning for adulthood at every Year 9 review",
            "{-5 end}",
            ("Lorna Pike",),
            "Four reviews in five plan for work, home, friends and health",
            statuses=(
                StatusStep(-19, "P", "A third of reviews mention adult life."),
                StatusStep(-12, "T", "Review form changed; 64%."),
                StatusStep(-5, "M", "81% for a second term."),
            ),
            news=(News(-12, "64% of reviews."), News(-5, "81% of reviews for a second term.")),
            proof=(Proof("F1", "Year 9 reviews, sample of 60", -5, "Year 9 reviews.xlsx"),),
        ),
        PlannedAction(
            "6.2",
            "Double the number of supported internships",
            "{+3 term}",
            ("Rowena Tate",),
            "36 young people, half of them in paid work afterwards",
            statuses=(
                StatusStep(-16, "T", "Two employers signed."),
                StatusStep(-8, "T", "24 young people started in September."),
            ),
            news=(
                News(-8, "24 young people started."),
                News(0, "27 young people; two more employers ready to sign."),
            ),
            steps=(
                Step("Four employers signed", "{-8 end}", -8, "Rowena Tate"),
                Step("Six employers signed", "{+0 end}", None, "Rowena Tate"),
                Step("36 young people started", "{+3 end}", None, "Rowena Tate"),
            ),
        ),
        PlannedAction(
            "6.3",
            "Name an adult social care worker for each young person at 16",
            "{-2 q}",
            ("Colin Purvis",),
            "All 140 young people know their worker",
            statuses=(
                StatusStep(-13, "T", "List of 140 agreed."),
                StatusStep(-4, "P", "77 named; two posts frozen until {-2 m}."),
                StatusStep(
                    -1,
                    "P",
                    "96 of 140 named, and both posts are filled again.",
                    "All 140 named by {+1 end}.",
                ),
            ),
            news=(
                News(-4, "77 of 140 named."),
                News(-1, "96 of 140 named (69%)."),
            ),
            questions=(
                Question(
                    -1,
                    "Young people of the college council",
                    "Do young people get to meet the worker before they turn 16?",
                    relay="Casey Holt",
                ),
            ),
        ),
        PlannedAction(
            "6.4",
            "Publish a guide to adult health services, written by young people",
            "{-2 end}",
            ("Casey Holt", "Bryony Talbot"),
            "Guide in every special school and college",
            statuses=(
                StatusStep(-9, "T", "Eight young people chosen and paid."),
                StatusStep(-1, "M", "Published; young people wrote and drew it."),
            ),
            news=(News(-1, "Published; 600 copies in schools and colleges."),),
            proof=(Proof("F2", "Guide to adult health services", -1, "Adult health guide.pdf"),),
        ),
        PlannedAction(
            "6.5",
            "Agree how young people move to adult mental health care at 18",
            "To be confirmed",
            ("Sanjay Mistry",),
            "Written agreement, and no gap in care",
            statuses=(
                StatusStep(-12, "T", "First meeting with the adult service."),
                StatusStep(-3, "?", "The adult service has not named anybody, so nobody can say."),
            ),
            news=(News(-7, "One meeting held; second called off."),),
        ),
        PlannedAction(
            "6.6",
            "Agree a transport policy for learners over 16",
            "Policy {+1 sy}, letters {+2 sy}",
            ("Marcus Tweddle",),
            "Policy adopted and every family told by the summer",
            statuses=(
                StatusStep(-8, "T", "Consultation planned with colleges."),
                StatusStep(-1, "T", "Consultation closed; policy being written."),
            ),
            news=(
                News(-1, "212 answers to the consultation."),
                News(0, "Policy to the cabinet on {+1 D21}."),
            ),
        ),
    ),
)
