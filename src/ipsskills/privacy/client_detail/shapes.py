"""The plainest shapes of clients' details, for a form that is filled in without this program.

They are written so that a browser reads them as Python does, and hold what one pattern can: the
whole check, with names and addresses, looks at the words again when the form is taken in.
"""

from ipsskills.frozen import dataclass
from ipsskills.privacy.client_detail.finding import DetailKind
from ipsskills.privacy.client_detail.places import AREAS

_GAP = r"[ ./-]{0,3}"
_MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_YEAR = r"(?:19\d\d|200\d|2010)"  # nobody in work now was born after this
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"


@dataclass(frozen=True)
class PlainShape:
    """One kind of detail: the pattern it has, in any case of letters.

    With ``check_digit`` its ten digits have to end in the right one, by modulus 11.
    """

    kind: DetailKind
    pattern: str
    check_digit: bool = False


_EMAIL = r"[\w.+-]{1,64}\s?@\s?[\w-]{1,63}(?:\.[\w-]{1,63})+"
_INSURANCE = rf"\b[a-z]{{2}}{_GAP}\d\d{_GAP}\d\d{_GAP}\d\d{_GAP}[a-d]\b"
_NHS = rf"(?:^|[^\d+£])\d(?:{_GAP}\d){{9}}(?!\d)"
_PHONE = r"(?:\+44|0044|\(?0)[ ./()-]{0,2}[127](?:[ ./()-]{0,2}\d){8,9}(?!\d)"
_BIRTH = (
    rf"\b(?:\d{{1,2}}[ ./-]\d{{1,2}}[ ./-]{_YEAR}|{_YEAR}[./-]\d{{1,2}}[./-]\d{{1,2}}"
    rf"|{_DAY}(?: of)?[ -]?{_MONTH},?[ -]?{_YEAR}"
    r"|(?:d\.?o\.?b\.?|born on|date of birth)\W{1,3}\d{1,2})\b"
)
_POSTCODE = rf"\b(?:{'|'.join(AREAS)})\d[a-z\d]? {{0,2}}\d[abd-hjlnp-uw-z]{{2}}\b"

SHAPES = (
    PlainShape(DetailKind.EMAIL, _EMAIL),
    PlainShape(DetailKind.NATIONAL_INSURANCE, _INSURANCE),
    PlainShape(DetailKind.NHS, _NHS, check_digit=True),
    PlainShape(DetailKind.PHONE, _PHONE),
    PlainShape(DetailKind.BIRTH, _BIRTH),
    PlainShape(DetailKind.POSTCODE, _POSTCODE),
)
