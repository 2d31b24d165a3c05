"""What is read from the right is marked, piece by piece in the order in which it is read."""

from ipsskills.pages.writers.directions.runs import mark_runs

# Marks as they are seen here: ⟦run⟧, #number, @letters with signs, · between pieces, ¦ a break.
SEEN = str.maketrans(
    {"\u202b": "⟦", "\u202c": "⟧", "\u2066": "#", "\u2067": "@", "\u2069": "·", "\u2068": "¦"}
)


def test_marks() -> None:
    cases = [
        ("", ""),
        ("plain, naïve and Ελένη – 12 %", "plain, naïve and Ελένη – 12 %"),
        ("Ada met עדה כהן, and left", "Ada met ⟦עדה כהן⟧, and left"),
        ("Ada wrote: «نعم.»", "Ada wrote: «⟦نعم⟧.»"),
        ("with a full stop: כן, לא.", "with a full stop: ⟦כן·, לא⟧."),
        ("כן, לא.", "⟦כן·, לא·.⟧"),  # nothing in it is from the left: the stop ends it
        ("1.1 כן, לא.", "1.1 ⟦כן·, לא⟧."),  # a number of ours stands before it
        ("see ב-12 במרץ", "see ⟦ב·-·#12 במרץ⟧"),
        ("after נעם 12 13, he", "after ⟦נעם #12 #13⟧, he"),
        ("דן Tesco רון", "⟦דן⟧ Tesco ⟦רון⟧"),
        ('he said "שלום (עולם)" and', 'he said "⟦שלום (·עולם·)⟧" and'),
        ("one כן\ntwo לא", "one ⟦כן⟧\ntwo ⟦לא⟧"),
        ("  כן.\n", "  ⟦כן·.⟧\n"),
        ("שָׁלוֹם", "⟦@שָׁלוֹם⟧"),
        ("شكرًا لك", "⟦@شكرًا لك⟧"),
        ("a ٣ ٤", "a ⟦#٣ #٤⟧"),
        ("x כן\u00a0לא", "x ⟦כן·\u00a0·לא⟧"),
        ("כן😀👍🏽!", "⟦כן·😀·👍🏽·!⟧"),
        (f"x {'א' * 50}", f"x ⟦{'א' * 24}¦{'א' * 24}¦אא⟧"),
        (f"x כן {'1' * 25} לא", f"x ⟦כן ⟧{'1' * 25}⟦ לא⟧"),
    ]
    for text, marked in cases:
        assert mark_runs(text).translate(SEEN) == marked, text
