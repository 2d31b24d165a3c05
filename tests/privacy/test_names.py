"""Names in every way of writing them, and what is called like people and is not one of them."""

from ipsskills.privacy.client_detail.check import find
from ipsskills.privacy.client_detail.finding import DetailKind
from tests.cases import try_each


def names(text: str) -> list[str]:
    return [found.text for found in find(text) if found.kind is DetailKind.NAME]


@try_each(
    "name",
    [
        "Okonkwo, Sarah",
        "Patel, Jyoti",
        "Zhang, Xiaoming",
        "Kowalczyk, Agnieszka",
        "van der Berg, Pieter",
        "O’Sullivan, Aoife",
        "Al-Jabari, Yusra",
        "KAUR, SIMRAN",
        "Campbell, Delroy",
    ],
)
def test_the_surname_first(name: str) -> None:
    assert names(f"Rang {name} about the rota.") == [name]
    assert names(f"Seen today: {name}.") == [name]


@try_each(
    "name",
    [
        "sarah okonkwo",
        "agnieszka wojciechowska",
        "harpreet dhaliwal",
        "mei ling cheung",
        "zhang wei",
        "youssef benali",
        "thandiwe ncube",
        "oisín gallagher",
        "delroy campbell",
        "mr fairbrother",
    ],
)
def test_small_letters_and_capitals(name: str) -> None:
    assert names(f"met {name} at the library") == [name]
    assert names(f"Met {name.upper()} at the library") == [name.upper()]


@try_each(
    "name",
    [
        "J. P. Okafor",
        "J.P. Okafor",
        "JP Okafor",
        "J Okafor",
        "Okafor J",
        "Okafor, J.",
        "A. Broderick",
        "A Patel",
        "JP King",
        "King, J.",
        "King J",
        "Sarah O",
        "sarah o",
        "Ravi K.",
        "Xiu Y",
    ],
)
def test_a_part_that_is_only_a_letter(name: str) -> None:
    assert [found.rstrip(".") for found in names(f"Went with {name} to the bank")] == [
        name.rstrip(".")
    ]


@try_each(
    "name", ["Li Na", "Song Jiang", "Chan Tai Man", "Wan-Ting Jia", "LIU YANG", "FAN BINGBING"]
)
def test_chinese_names_that_are_english_words_too(name: str) -> None:
    assert names(f"Joint visit with {name} went well") == [name]


@try_each("end", ["\n", "\r\n", "\n\n", "\u2028", "\n "])
def test_names_are_not_joined_across_line_ends(end: str) -> None:
    assert names(f"Asked Sarah{end}Okonkwo bakery rang") == []
    assert names(f"Rang Okonkwo,{end}Sarah came along") == []
    assert names(f"met sarah{end}okonkwo bakery rang") == []
    assert names(f"Went with Sarah{end}O level course") == []


@try_each(
    "text",
    [
        "Work trial at Sue Ryder on Thursday.",
        "Course at Anglia Ruskin in September",
        "Visited Kings Heath and left my card",
        "Yeah I've been putting that off",
        "Oh I'll ask, she said",
        "Marie Curie has two vacancies",
        "Applied to Leeds Beckett together",
        "Interview with Frankie & Benny's",
        "Lou Malnati's Pizzeria is hiring",
        "Clegg Morton are hiring",
        "Course at Harper Adams",
        "Bus to Selly Oak and Perry Barr",
        "Asda, Tesco and Lidl said yes",
        "Leeds, Bradford and Halifax are an hour away",
        "Thanks to Sarah, Tom and Priya",
        "UK GDPR and NHS DWP letters",
        "PAID WORK and JOB CENTRE",
        "the client recieved teh letter",
        "asked sarah to ring",
        "sarah may be late",
        "Vitamin D and hepatitis B",
        "told Sarah I would ring",
        "A Preston office and a Tesco job",
        "TK Maxx and PC World",
        "AutoGlass Windscreens rang",
        "asked sarah fitnote end date",
        "rang priya jobcentre said no",
        "cwrddais gyda'r cyflogwr ddoe a siarad am y swydd newydd yn y dref",
        "Mrs Wang's Kitchen needs a porter",
    ],
)
def test_what_is_nobody(text: str) -> None:
    assert names(text) == []


@try_each("work", ["work trial at", "a job at", "Shifts at", "applied to"])
def test_nobody_works_at_a_person(work: str) -> None:
    assert names(f"Client has {work} Jackson Hewitt next week") == []
    assert names(f"Client had tea at Jackson Hewitt's after {work} the bank") == ["Jackson Hewitt"]
    assert names(f"Talked about {work} the bank with Jackson Hewitt") == ["Jackson Hewitt"]


@try_each("name", ["Devon Brathwaite", "Tanisha Cornwall", "Cedella Brown", "Peter Heath"])
def test_names_that_are_places_and_words_too(name: str) -> None:
    assert names(f"{name} has an interview on Monday") == [name]
    assert names(f"Discussed {name.upper()} with the ward") == [name.upper()]
    turned = ", ".join(reversed(name.split()))
    assert names(f"Seen today: {turned}.") == [turned]


def test_a_firm_takes_the_plural_but_two_people_do_too() -> None:
    assert names("Clegg Morton are hiring") == []
    assert names("She and Thandi Moyo are hiring") == ["Thandi Moyo"]


@try_each(
    ("text", "name"),
    [
        ("Sam's mum rang about Thursday.", "Sam"),
        ("rang sam's mum back", "sam"),
        ("Talked with Zainab\N{RIGHT SINGLE QUOTATION MARK}s older brother.", "Zainab"),
        ("James' wife was there.", "James"),
        ("Will's dad wants a word.", "Will"),
        ("Oluwaseunfunmi's sister works there.", "Oluwaseunfunmi"),
        ("The client's mum rang.", ""),
        ("Client's mother came along.", ""),
        ("Everyone's mum would say so.", ""),
        ("Gran's sister had the shop.", ""),
        ("Leeds's sister city", ""),
        ("The manager's son opened up.", ""),
        ("Sam's manager rang.", ""),
        ("It's mum who picks up.", ""),
        ("Monday's parents evening", ""),
    ],
)
def test_a_first_name_beside_a_relative(text: str, name: str) -> None:
    assert names(text) == [name] * bool(name)


def test_a_relative_of_a_colleague_may_be_named() -> None:
    assert find("Lee's wife drove us there.", ["Lee Sample"]) == ()


@try_each(
    ("text", "name"),
    [
        ("Tom has schizophrenia and started at Greggs", "Tom"),
        ("My client Ruby hears voices and lives above the Spar in Hebden", "Ruby"),
        ("Talked with Sharon about her bipolar at Greggs", "Sharon"),
        ("Good talk. Depression is back, says Mohammed.", "Mohammed"),
        ("Met client Grace at the library.", "Grace"),
        ("My client, Ruby, was late.", "Ruby"),
        ("Rang Ruby (client) about Monday", "Ruby"),
        ("Denzil is one of my clients", "Denzil"),
        ("A client called Faith wants a job", "Faith"),
        ("She had her depot injection, so Agnieszka was tired", "Agnieszka"),
        ("Sarah helped me with a client who hears voices.", ""),
        ("Sarah gave a talk. A client hears voices.", ""),
        ("Watched Sarah teach a workshop on psychosis.", ""),
        ("Met the client. Sarah drove us.", ""),
        ("With a client, Sarah and I looked at adverts.", ""),
        ("Hope and depression are hard to hold together.", ""),
        ("Asked Sarah about the delivery depot.", ""),
        ("Client may have psychosis; Sarah will ring.", ""),
        ("My client in May had a relapse", ""),
        ("Client Will need time for his depression", ""),
        ("my client Tesco knows", ""),
    ],
)
def test_a_first_name_beside_a_client_or_an_illness(text: str, name: str) -> None:
    assert names(text) == [name] * bool(name)


def test_a_colleague_may_be_named_beside_an_illness() -> None:
    assert find("Talked with Lee about depression", ["Lee Sample"]) == ()
    assert names("Talked with Sharon about depression") == ["Sharon"]


@try_each(
    "text",
    [
        "Client on Ward 4, first meeting",
        "Referral: client Ward 4",
        "Seen on Ward 4 with schizophrenia",
        "Diagnosis meeting Ward 4.",
        "Patient Ward 12b was asleep",
        "Depression group in Hall 2 and Ward 3",
        "Relapsed and back on Ward C",
        "Met in Block C",
    ],
)
def test_a_place_told_by_a_number_or_a_letter_is_nobody(text: str) -> None:
    assert find(text) == ()


@try_each(
    ("text", "name"),
    [
        ("Client Ward 4 times", "Ward"),
        ("Client Ward, 4 visits", "Ward"),
        ("Client Ward 4pm", "Ward"),
        ("Client Ward 12/11", "Ward"),
        ("Seen Ward 4 times, schizophrenia", "Ward"),
        ("Patient Matthew Ward 4", "Matthew Ward"),
        ("Mr Ward 4", "Mr Ward"),
        ("Saw Ward C.", "Ward C"),
        ("Letter for Ward J", "Ward J"),
    ],
)
def test_a_number_does_not_hide_a_name(text: str, name: str) -> None:
    assert [each.text for each in find(text)] == [name]
