"""What the check for client-identifying detail is, and what it finds, in a user's words."""

from ipsskills.privacy.client_detail.finding import DetailKind

EXPLAIN_DETAIL = (
    "Before your own words are kept, they are looked through for NHS and National Insurance "
    "numbers, passports, driving licences, number plates, dates of birth, phone numbers, e-mail "
    "and postal addresses, postcodes and what is probably somebody's name. You see what was found "
    "and change it, keep it or leave it out; Enter changes it. Colleagues who are in the record "
    "may be named. A detail may also be about you: your own health or story is yours to tell or to "
    "leave. It all happens on this computer, and nothing is written down of what was found. The "
    "check goes by shapes and lists. It misses many: a first name is asked about only beside a "
    "relative, a client or an illness, and a job or a rare story "
    "can tell who somebody is without any of these. Where nobody is there to ask, such words are "
    "refused, unless you add --keep."
)

_KINDS = {
    "e-mail-address": "an e-mail address",
    "national-insurance-number": "a National Insurance number",
    "nhs-number": "an NHS number",
    "passport-number": "a passport number",
    "driving-licence-number": "a driving licence number",
    "phone-number": "a phone number",
    "date-of-birth": "a date of birth",
    "postal-address": "a postal address",
    "postcode": "a postcode",
    "number-plate": "a number plate",
    "full-name": "probably somebody's name",
}


def name_kind(kind: DetailKind) -> str:
    """Return what a detail is: "an NHS number"."""
    return _KINDS[kind]
