"""The measures, colours and type of the charts, in one place. Lengths are in inches."""

from typing import Literal

from ipsskills.codes import Code

WIDTH, HEIGHT = 10.0, 10.5
DOTS_PER_INCH = 150
MARGIN = 0.4
LABEL_MARGIN = 0.33
CENTRE = (WIDTH / 2, 5.54)

HUB = 0.8
RING_0 = 1.26
RING_STEP = 0.51
DOMAIN_ARC = 2.91
LEADER_FROM = 2.98
LEADER_GAP = 0.06
LABELS = 3.13

FONT = "DejaVu Sans"
TITLE, SUBTITLE, LABEL, KEY, FOOT = 16.0, 11.5, 11.5, 10.0, 10.0
SMALLER = 0.92
SMALLEST = 4.0
LEADING = 1.2
ASCENT = 0.8
AIR, AIR_ABOVE_DOMAIN = 0.16, 0.6

INK = "#1d2733"
QUIET = "#56616d"
ANSWERS = "#12395b"
RING_LINE = "#c3cad2"
SPOKE_LINE = "#e1e5e9"
HUB_FILL = "#f5f6f8"
BLANK = "#6f7a86"
PAPER = "#ffffff"

# Paul Tol's "muted" hues, told apart by the colour-blind; darker and lighter ones take turns, so
# that neighbours stay apart in grey too. Names stand beside them: colour alone carries nothing.
DOMAINS = (
    "#882255",
    "#44aa99",
    "#332288",
    "#cc6677",
    "#117733",
    "#999933",
    "#6699cc",
    "#aa4499",
    "#ddaa33",
    "#555555",
)

Shape = Literal["o", "D", "x", "^"]
SIGN_SHAPES: dict[Code | None, tuple[Shape, float, str]] = {
    Code.NO_CHANCE: ("D", 6.2, INK),
    Code.OUTSIDE: ("x", 6.8, INK),
    Code.NOT_SEEN: ("^", 7.6, INK),
    None: ("o", 3.8, BLANK),
}
