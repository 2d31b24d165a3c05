"""Lists that a search goes by: words that say nothing, and forms that no rule of endings tells."""

_SAYING_NOTHING = """
a about actually after again all also always am an and another any anybody anyone anything are
arent as at be because been before being but by can cant client clients could couldnt did do
does doesnt doing dont ever every everybody everyone everything for from get gets getting go
goes going got had hadnt has hasnt have havent having he her herself hes him himself his how i
id if im in into is isnt it its itself ive just knew know knows let lets like lot lots made make
makes making many may me mean means might more most much must my myself need needs never no
nobody not nothing of off on one or other others our out over please put puts really s said say
saying says seem seems she shes should shouldnt so some somebody someone something still t than
that the their them themselves then there they theyre thing things think thinking thinks this
those thought to too tried tries try trying up us very want wanted wants was wasnt way ways we
were werent weve what whats when where whether which while who whom whos whose why will with
wont would wouldnt you your youre yourself
lack lacks lacking example examples tips handle dealing issue issues ok okay sure allowed supposed
happens happen come comes while
"""
# Words that say nothing about what is looked for; nearly every page is about a client.
EMPTY = frozenset(_SAYING_NOTHING.split())

# Small verbs that say little beside another word: "find employers" is about employers.
SMALL = frozenset(["find", "look", "take", "give", "bring", "help", "use"])

# Forms that no ending tells, American spellings among them, under the word that they share.
FORMS = {
    form: verb
    for verb, forms in {
        "lose": "lost loses losing loss",
        "tell": "told",
        "leave": "left leaving",
        "pay": "paid payment",
        "give": "gave given giving gift",
        "write": "wrote written writing",
        "find": "found",
        "teach": "taught",
        "fall": "fell fallen",
        "begin": "began begun",
        "choose": "chose chosen choice",
        "steal": "stole stolen",
        "break": "broke broken",
        "speak": "spoke spoken",
        "drive": "drove driven driver",
        "drink": "drank drunk",
        "send": "sent",
        "swear": "swore sworn",
        "meet": "met",
        "keep": "kept",
        "feel": "felt",
        "hide": "hid hidden",
        "quit": "quitting",
        "child": "children",
        "person": "people",
        "wife": "wives",
        "life": "lives",
        "lie": "lying lied lies",
        "panic": "panicking panicked panics",
        "licence": "license licenses licensed licensing",
        "practice": "practise practises practised practising",
        "behaviour": "behavior behaviors",
        "labour": "labor",
        "odour": "odor",
        "colour": "color",
        "centre": "center centers centres",
        "programme": "program programs programmes",
        "counsel": "counselling counseling counsellor counselor",
        "mum": "mom moms mums mam",
        "pregnant": "pregnancy pregnancies",
        "die": "died dies dying death dead",
    }.items()
    for form in forms.split()
}
