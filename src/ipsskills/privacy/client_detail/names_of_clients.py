"""First names beside "my client", an illness or what somebody lives with: "Ruby hears voices".

The rule is ours. A first name alone is mostly a colleague's; with one of these words in its
sentence it is more likely a client's. Left are sentences about training, and those about "a client"
who is not named: there the name is of whoever teaches or helps.
"""

import re
from collections.abc import Iterator, Sequence

from ipsskills.privacy.client_detail.name_tokens import Word
from ipsskills.privacy.client_detail.things import is_numbered_place

_BESIDE = 40
_NEAR = 300  # characters that are looked at before a name and after it
_ENDS = re.compile(r"[.!?;\n\r\u2028]")
_BEFORE_SENTENCE = " \t-*\u2013\u2022\"'"
_CLIENT = r"(?:clients?|patients?|service users?)"
_CLIENT_BEFORE = re.compile(
    rf"\b{_CLIENT}(?:\s+(?:is|was|called|named|is called|was called))?(?:\s+|\s*[:(]\s*)$",
    re.IGNORECASE,
)
_CLIENT_COMMA = re.compile(rf"\b{_CLIENT},\s+$", re.IGNORECASE)
_CLIENT_AFTER = re.compile(
    rf",\s+(?:my|our|one of (?:my|our)|a)\s+{_CLIENT}\b|\s*\((?:my\s+|a\s+)?{_CLIENT}\)"
    rf"|\s+(?:is|was)\s+(?:my|our|a|one of (?:my|our))\s+{_CLIENT}\b",
    re.IGNORECASE,
)
_LIVES_WITH = re.compile(
    r"\b(?:schizo\w+|bipolar|psychosis|psychotic|depress(?:ion|ed)|ptsd|ocd|adhd|eupd|bpd|mania|manic"
    r"|autis(?:m|tic)|anorexi\w+|bulimi\w+|paranoi\w+|delusion\w*|hallucinat\w+|suicid\w+"
    r"|self[- ]harm\w*|overdos\w+|relaps\w+|sectioned|detained under|diagnos\w+"
    r"|(?:personality|eating|anxiety|panic|stress) disorder|anxiety|panic attacks?|flashbacks?"
    r"|hear(?:s|d|ing)?\s+voices|voices\s+(?:are|were|came|got)|lithium|clozapine|olanzapine"
    r"|(?:his|her|their) depot|depot (?:injections?|clinic)"
    r"|antipsychotics?|antidepressants?)\b",
    re.IGNORECASE,
)
# A client without a name is spoken of, or what somebody teaches.
_NOT_THEIRS = re.compile(
    rf"\b(?:{_CLIENT}"
    r"|train(?:ing|er|ed)|course|workshop|webinar|module|e-?learning|lecture|teach\w*|taught"
    r"|talk on|session on|book|article|video|podcast|guidance|leaflet)\b",
    re.IGNORECASE,
)
_SAYS_OF = re.compile(
    r"(?:['\u2019]s|\s+(?:has|had|hears|heard|is|was|lives|takes|took|feels|felt|gets|got|thinks"
    r"|told|says|said|came|went|wants|wanted|started|stopped|struggles))\b",
    re.IGNORECASE,
)
_CAPITAL_AFTER = re.compile(r"[ \t]{1,3}[A-Z]")


def find_clients(text: str, words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Yield each first name with a capital that stands beside what tells of a client."""
    anywhere = _LIVES_WITH.search(text)
    for word in words:
        if not _is_first_name(word, text):
            continue
        if _is_client(word, text) or (anywhere and _is_ill(word, text)):
            yield (word,)


def _is_first_name(word: Word, text: str) -> bool:
    """Whether a word is a first name that stands alone, written as one."""
    if not word.capital or word.shouted or word.never or word.thing:
        return False
    if is_numbered_place(word, text):
        return False
    return (word.given or word.maybe_given) and not _CAPITAL_AFTER.match(text, word.end)


def _is_client(word: Word, text: str) -> bool:
    """Whether words beside a name say that it is a client's."""
    before = text[max(0, word.start - _BESIDE) : word.start]
    if _CLIENT_BEFORE.search(before) or _CLIENT_AFTER.match(text, word.end):
        return True
    return bool(_CLIENT_COMMA.search(before)) and text[word.end : word.end + 1] == ","


def _is_ill(word: Word, text: str) -> bool:
    """Whether the sentence of a name tells of an illness, and of no client without a name."""
    before, after = _read_around(word, text)
    sentence = before + word.text + after
    if not _LIVES_WITH.search(sentence) or _NOT_THEIRS.search(sentence):
        return False
    opens = not before.strip(_BEFORE_SENTENCE)  # any word has a capital there: "Hope is there"
    return word.given or not opens or _SAYS_OF.match(after) is not None


def _read_around(word: Word, text: str) -> tuple[str, str]:
    """Return what stands in the sentence of a word before it and after it."""
    before = _ENDS.split(text[max(0, word.start - _NEAR) : word.start])[-1]
    return before, _ENDS.split(text[word.end : word.end + _NEAR], maxsplit=1)[0]
