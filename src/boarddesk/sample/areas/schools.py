"""Area 5 of the sample plan: help in mainstream schools."""

from __future__ import annotations

from boarddesk.sample.story import Line, News, PlannedAction, Proof, Question, StatusStep, Step, Theme

SCHOOLS = Theme(
    number="5",
    title="Help early in schools",
    weakness="Schools differ in what they offer, and pupils with SEND support are suspended too often.",
    outcome="Pupils get help early, in their own school, and stay in it.",
    leads=("Helen Garside", "Graham Nuttall"),
    team="Schools inclusion group, half-termly",
    said=(
        StatusStep(-22, "P", "Good practice in some schools, none of it written down."),
        StatusStep(-11, "T", "Expectations published and every district has a network lead."),
        StatusStep(
            -3,
            "P",
            "Suspensions rose in the autumn and two resource bases are late.",
            "Builders back on site from {-2 my}; visits to the eight schools with most suspensions.",
        ),
        StatusStep(0, "T", "Both late bases have a handover date and suspensions are falling again."),
    ),
    lines=(
        Line(0, "done", "Handover of the Skelden and Marram resource bases agreed for {+2 my}."),
        Line(0, "done", "Suspensions fell to 9.8 for each 100 pupils, from 11.2 in the autumn."),
        Line(0, "done", "Advice visits made to 71 of 84 schools this term."),
        Line(0, "planned", "Passports for 310 pupils who change school in September, by {+1 D10}."),
        Line(0, "planned", "Remaining 13 advice visits before the end of term."),
        Line(-1, "done", "Behaviour visits to six of the eight schools."),
        Line(-1, "planned", "Last two behaviour visits; first base inspected."),
        Line(-2, "done", "Contractor replaced for two resource bases."),
    ),
    actions=(
        PlannedAction(
            "5.1",
            "Publish what every school is expected to provide",
            "{-16 end}",
            ("Helen Garside",),
            "Guide used by all 84 schools",
            statuses=(
                StatusStep(-20, "T", "Written with twelve schools."),
                StatusStep(-16, "M", "Published and used in every advice visit."),
            ),
            news=(News(-16, "Sent to all 84 schools."),),
            proof=(Proof("E1", "What every school provides", -16, "https://www.northmoor.example/expected"),),
        ),
        PlannedAction(
            "5.2",
            "Train a network lead for SEND co-ordinators in each district",
            "{-11 my}",
            ("Helen Garside",),
            "Five leads, each with a meeting every half term",
            statuses=(
                StatusStep(-15, "T", "Five people named."),
                StatusStep(-11, "M", "All five trained; first meetings held."),
            ),
            news=(News(-11, "Five of five trained; 67 schools came."),),
            proof=(Proof("E2", "Network meetings: dates and attendance", -10, "Network meetings.xlsx"),),
        ),
        PlannedAction(
            "5.3",
            "Make an advice visit to every school each term",
            "Termly to {+9 my}",
            ("Nisha Kapadia",),
            "84 schools visited each term",
            statuses=(
                StatusStep(-9, "P", "52 of 84 visited; the team is two people short."),
                StatusStep(-5, "T", "79 of 84 visited with a full team."),
            ),
            news=(
                News(-5, "79 of 84 visited in the autumn."),
                News(-2, "All 84 visited in the spring."),
                News(0, "71 of 84 visited so far this term."),
            ),
        ),
        PlannedAction(
            "5.4",
            "Halve suspensions of pupils with SEND support",
            "{+1 term}",
            ("Graham Nuttall",),
            "6 for each 100 pupils, or fewer",
            statuses=(
                StatusStep(-17, "P", "12 for each 100 pupils; no school plan yet."),
                StatusStep(-10, "T", "10.4, and falling in 14 of 17 secondary schools."),
                StatusStep(-4, "P", "Back to 11.2 in the autumn, mostly in eight schools."),
                StatusStep(
                    -1,
                    "P",
                    "9.8 now, but halving by the summer is not likely.",
                    "Visits to eight schools; a new date will be asked of the board in {+1 m}.",
                ),
            ),
            news=(
                News(-4, "11.2 for each 100 pupils."),
                News(-1, "9.8 for each 100; six of eight visits made."),
            ),
            questions=(
                Question(
                    -4,
                    "Cllr Ted Barraclough",
                    "How do the eight schools compare with last year?",
                    -3,
                    "All eight rose; three doubled.",
                    accepted=False,
                ),
            ),
        ),
        PlannedAction(
            "5.5",
            "Open three resource bases in secondary schools",
            "{-9 my}",
            ("Graham Nuttall", "Marcus Tweddle"),
            "36 places, all taken up",
            statuses=(
                StatusStep(-18, "T", "Three schools chosen."),
                StatusStep(-9, "P", "Thornsey open; the builder of the other two stopped work."),
                StatusStep(-3, "N", "No builder on site for ten weeks."),
                StatusStep(-1, "P", "New builder on site; no handover date yet."),
                StatusStep(0, "T", "Handover of both bases agreed, in time for September."),
            ),
            news=(
                News(-9, "Thornsey open with 12 places."),
                News(-2, "New builder on site."),
                News(0, "Handover of both agreed for {+2 my}."),
            ),
            steps=(
                Step("Thornsey base open", "{-9 end}", -9, "Graham Nuttall"),
                Step("Skelden base open", "{+3 end}", None, "Marcus Tweddle"),
                Step("Marram base open", "{+3 end}", None, "Marcus Tweddle"),
            ),
            proof=(Proof("E3", "Handover dates, Skelden and Marram", 0, "Handover letter.pdf"),),
            moves=((-9, "{-3 my}"), (-3, "{+3 my}")),
        ),
        PlannedAction(
            "5.6",
            "Hold a fortnightly panel for children out of school for their health",
            "{-6 end}",
            ("Bryony Talbot", "Graham Nuttall"),
            "Every child has a plan to return within six weeks",
            statuses=(
                StatusStep(-10, "T", "Panel agreed with the hospital school."),
                StatusStep(-6, "M", "Meets every fortnight; 31 of 33 children have a plan."),
            ),
            news=(News(-6, "31 of 33 children have a plan."), News(-2, "All 29 children have a plan.")),
            proof=(Proof("E4", "Panel terms and first-term report", -6, "Health panel report.docx"),),
        ),
        PlannedAction(
            "5.7",
            "Give each pupil with a plan a passport to secondary school",
            "{+1 end}",
            ("Helen Garside", "Shabana Iqbal"),
            "310 passports, written with the pupil",
            statuses=(
                StatusStep(-7, "T", "Form agreed with pupils."),
                StatusStep(-1, "T", "140 of 310 written."),
            ),
            news=(
                News(-1, "140 of 310 written."),
                News(0, "228 of 310 written (74%)."),
            ),
        ),
    ),
)
