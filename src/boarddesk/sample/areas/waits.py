"""Area 3 of the sample plan: waits for health and therapy, the area that is off course."""

from __future__ import annotations

from boarddesk.sample.story import Line, News, PlannedAction, Proof, Question, StatusStep, Step, Theme

WAITS = Theme(
    number="3",
    title="Waits for therapy",
    weakness="Children wait too long for speech and language therapy and for an autism assessment.",
    outcome="Children get the help they need within 18 weeks, and useful advice while they wait.",
    leads=("Ruth Okafor", "Sanjay Mistry"),
    team="Therapies and waiting times group, fortnightly",
    said=(
        StatusStep(-22, "N", "The average wait for speech and language therapy is 31 weeks and rising."),
        StatusStep(-15, "P", "Waits are published and falling, though slowly."),
        StatusStep(-1, "P", "Waits fell to 24 weeks; two therapists have given notice."),
        StatusStep(
            0,
            "N",
            "Three of nine speech and language posts are empty, so the wait is 23 weeks, not 20.",
            "Two agency therapists from {+0 D22}; a joint advert with the ICB in {+1 m}.",
        ),
    ),
    lines=(
        Line(0, "done", "Average wait for speech and language therapy is 23 weeks, two less than in {-5 m}."),
        Line(0, "done", "Mental health support teams now work in 29 schools of 40."),
        Line(0, "done", "First sensory clinic in Skelden saw 22 children."),
        Line(0, "planned", "Two agency therapists start on {+0 D22}, if the board agrees the sum."),
        Line(0, "planned", "Advice line for parents opens five mornings a week from {+1 D6}."),
        Line(0, "planned", "Letters to the 64 families who have waited longest, by {+0 D26}."),
        Line(0, "decide", "spend £72,000 of the grant on two agency therapists until {+6 m}."),
        Line(0, "help", "the integrated care board to match neighbours' pay by {+1 end}."),
        Line(-1, "done", "Average wait fell from 25 to 24 weeks."),
        Line(-1, "done", "Support teams in 26 schools."),
        Line(-1, "planned", "Second advert for three posts closes on {-1 D22}."),
        Line(-2, "done", "Waiting times published for all six therapies."),
        Line(-2, "planned", "First advert for three posts."),
    ),
    actions=(
        PlannedAction(
            "3.1",
            "Publish the waiting time of every therapy each month",
            "{-15 sy}",
            ("Ruth Okafor",),
            "Six therapies on the local offer by the fifth of each month",
            statuses=(
                StatusStep(-19, "T", "Counting rules agreed."),
                StatusStep(-15, "M", "Published on time three months running."),
            ),
            news=(News(-15, "Three months running, on time."),),
            proof=(
                Proof(
                    "C1", "Waiting times, all therapies", -15, "https://www.northmoor.example/waiting-times"
                ),
            ),
        ),
        PlannedAction(
            "3.2",
            "Bring waits for speech and language therapy below 18 weeks",
            "{-3 end}",
            ("Ruth Okafor",),
            "Average below 18 weeks, nobody above 30",
            statuses=(
                StatusStep(-20, "P", "Average 31 weeks; plan agreed with the trust."),
                StatusStep(-10, "T", "Average 26 weeks and falling each month."),
                StatusStep(-2, "P", "Falls have slowed; two therapists gave notice."),
                StatusStep(-1, "P", "Adviser would call this off course by summer.", by="adviser"),
                StatusStep(
                    0,
                    "N",
                    "Three of nine posts are empty and the second advert drew nobody.",
                    "Agency therapists from {+0 D22}; average below 20 weeks by {+3 my}.",
                ),
            ),
            news=(
                News(-4, "Average 25 weeks; 71 children above 30."),
                News(-1, "Average 24 weeks; 64 children above 30."),
                News(0, "Average 23 weeks; second advert drew nobody."),
            ),
            steps=(
                Step("Average below 26 weeks", "{-10 end}", -10, "Ruth Okafor"),
                Step("Average below 22 weeks", "{-3 end}", None, "Ruth Okafor"),
                Step("Average below 18 weeks", "{+3 end}", None, "Ruth Okafor"),
            ),
            moves=((-2, "{+3 end}"),),
            questions=(Question(-1, "Shabana Iqbal", "How many of the 64 start school in September?"),),
        ),
        PlannedAction(
            "3.3",
            "Use one request form for all therapies",
            "{-8 end}",
            ("Tessa Wold",),
            "One form, answered within ten days",
            statuses=(
                StatusStep(-14, "T", "Form tested in eight schools."),
                StatusStep(-8, "M", "In use everywhere; nine in ten answered within ten days."),
            ),
            news=(News(-8, "412 requests, 371 answered within ten days (90%)."),),
            proof=(Proof("C2", "The single request form", -8, "Therapy request form.docx"),),
        ),
        PlannedAction(
            "3.4",
            "Fill all nine speech and language therapy posts",
            "{-1 bad}",
            ("Ruth Okafor",),
            "Nine people in post",
            statuses=(
                StatusStep(-12, "T", "Seven of nine in post; two adverts out."),
                StatusStep(-6, "T", "Eight of nine in post."),
                StatusStep(-2, "P", "Two people gave notice, so six will be left."),
                StatusStep(0, "N", ""),
            ),
            news=(
                News(-6, "Eight of nine in post."),
                News(-2, "Six of nine from {-1 D1}."),
                News(0, "Second advert drew nobody."),
            ),
        ),
        PlannedAction(
            "3.5",
            "Offer parents advice within two weeks of a referral",
            "{+0 d8}",
            ("Tessa Wold",),
            "Nine in ten families spoken to within two weeks",
            statuses=(
                StatusStep(-7, "T", "Advice line tested on three mornings."),
                StatusStep(-1, "T", "Seven in ten families spoken to in time."),
            ),
            news=(
                News(-4, "58% of families spoken to in time."),
                News(-1, "70% of families spoken to in time."),
                News(0, "Advice line opens daily from {+1 D6}."),
            ),
        ),
        PlannedAction(
            "3.6",
            "Clear waits of over two years for an autism or ADHD assessment",
            "by {+9 my}",
            ("Sanjay Mistry",),
            "Nobody waits more than two years",
            statuses=(
                StatusStep(
                    -16, "N", "218 children wait more than two years and nobody was clearing the list."
                ),
                StatusStep(-9, "P", "Second assessment team started; 160 children left."),
                StatusStep(
                    -2,
                    "P",
                    "97 children left; the rate is right but depends on one team.",
                    "Second clinic room in Harrowby from {+3 my}.",
                ),
            ),
            news=(
                News(-5, "121 children wait more than two years."),
                News(-2, "97 children wait more than two years."),
                News(0, "84 children wait more than two years, 134 fewer than at first."),
            ),
            steps=(
                Step("Second team at work", "{-9 end}", -9, "Sanjay Mistry"),
                Step("Fewer than 100 wait more than two years", "{-2 end}", -2, "Sanjay Mistry"),
                Step("Nobody waits more than two years", "{+9 end}", None, "Sanjay Mistry"),
            ),
        ),
        PlannedAction(
            "3.7",
            "Set up mental health support teams in 40 schools",
            "{+4 term}",
            ("Sanjay Mistry",),
            "40 schools, and pupils say that help came in time",
            statuses=(
                StatusStep(-13, "T", "First twelve schools chosen."),
                StatusStep(-4, "T", "22 schools; last team being trained."),
            ),
            news=(
                News(-4, "22 schools of 40."),
                News(-1, "26 schools of 40."),
                News(0, "29 schools of 40; last eleven named."),
            ),
            proof=(Proof("C3", "Schools with a support team", -1, "Support teams by school.xlsx"),),
        ),
        PlannedAction(
            "3.8",
            "Run a joint sensory clinic in two towns",
            "{+3 sy}",
            ("Bryony Talbot",),
            "Two clinics a month, families seen within twelve weeks",
            statuses=(
                StatusStep(-5, "T", "Room found in Skelden; therapist seconded."),
                StatusStep(0, "T", "Skelden clinic opened on time; Eastmere room agreed."),
            ),
            news=(
                News(-2, "Room in Skelden ready."),
                News(0, "First clinic saw 22 children."),
            ),
        ),
    ),
)
