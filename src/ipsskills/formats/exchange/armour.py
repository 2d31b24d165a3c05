"""The letters a closed file is written in, so that it can be pasted into a mail and found again."""

from base64 import b64encode

BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----"
END = "-----END AGE ENCRYPTED FILE-----"
_LINE = 64


def armour(data: bytes) -> str:
    """Return a file of the age format as armoured text."""
    return wrap(b64encode(data).decode("ascii"))


def wrap(plain: str) -> str:
    """Return letters of the armour in lines as long as the format wants them, in its markers."""
    lines = [plain[at : at + _LINE] for at in range(0, len(plain), _LINE)]
    return "\n".join([BEGIN, *lines, END, ""])
