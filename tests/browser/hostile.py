"""Words that somebody might write to break a page, and a page with them in every place."""

from ipsskills.frozen import dataclass
from ipsskills.pages.document import (
    BlankBoxes,
    BlankFields,
    BlankLines,
    BlankTable,
    Bullets,
    Entries,
    Figure,
    Heading,
    Page,
    Phrase,
    Point,
    Signatures,
    Table,
    Text,
    Tick,
)

WORD = "Donau" * 60
HOSTILE = (
    '<script>window.hit = 1</script> <img src=x onerror="window.hit = 2"> </style></title>-->'
    " [red] {{ 7 * 7 }} {% raw %} #set text $x$ =HYPERLINK(1) | ` \\ \" ' &lt;b&gt;"
    " \u202eturned\u2066 \u05d0\u05d1 \U0001f469\u200d\U0001f680"
)
LONG = "Many words. " * 417  # five thousand letters


@dataclass(frozen=True)
class HostilePicture:
    """A picture as a library for charts writes it, with hostile words for its title."""

    title: str

    def draw(self, ending: str) -> bytes:
        """Return the picture as SVG."""
        assert ending == ".svg"
        return (
            b'<?xml version="1.0" standalone="no"?>\n'
            b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
            b'"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
            b'<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="72pt" height="72pt" '
            b'viewBox="0 0 72 72" xmlns="http://www.w3.org/2000/svg" version="1.1">'
            b"<title>another</title><desc>another</desc>"
            b'<metadata><rdf:RDF xmlns:rdf="http://x/"></rdf:RDF></metadata>'
            b'<defs><style type="text/css">*{color: red}</style></defs>'
            b'<defs><path id="m1" d="M 0 0 L 9 9"/></defs><!-- ><script>window.hit=3</script> -->'
            b'<g id="axes"><use xlink:href="#m1" style="fill: #12395b"/>'
            b'<text x="9" y="9">id="m1"</text></g></svg>\n'
        )


def hostile_page() -> Page:
    """Return a page of every block that a writer of HTML knows, with such words in each text."""
    every = f"{HOSTILE} {WORD}"
    picture = Figure(HostilePicture(HOSTILE), every, every)
    return Page(
        every,
        (every, LONG),
        (
            Heading(every, every, sentence=True),
            Text(every, label=every),
            Bullets((every, LONG), ticked=True),
            Entries(((HOSTILE, every, every), ("3.8", WORD, LONG))),
            Entries((("", every, every),)),
            Heading(every),
            Table(
                (every, "By", "Done", "With"),
                ((every, Phrase(every, every), Tick(done=True, text=every), WORD),),
                every,
                row_heads=True,
            ),
            picture,
            picture,
            Point(1, every, 5, (Tick(done=False, text=every), every)),
            Signatures((every, WORD), every),
            BlankFields((every, WORD)),
            BlankLines(every, 2, every),
            BlankBoxes((every, WORD), every, every),
            BlankTable((every, "", WORD), (every, ""), 2, every, every),
        ),
    )
