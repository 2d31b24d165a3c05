"""A script of its own: what ``data check`` looks at, in SQL written by hand for these tables.

``python check_by_hand.py FILE``; exit code 1 if something is wrong. It is what our check, whose SQL
is made from the declaration of the records, is measured against.
"""

import sqlite3
import sys

KINDS = ("person", "assessment", "rating", "note", "goal", "goal_activity", "entry")
HEADER = """typeof(id) = 'text' AND typeof(thing) = 'text' AND typeof(about) = 'text'
  AND typeof(author) = 'text' AND (replaces IS NULL OR typeof(replaces) = 'text')
  AND substr(at, 1, 19) IS strftime('%Y-%m-%d %H:%M:%S', substr(at, 1, 19), '+0 days')
  AND substr(at, 20) GLOB '.[0-9][0-9][0-9][0-9][0-9][0-9]'"""
LIST = """({0} = '[]' OR CASE WHEN json_valid({0}) THEN json_type({0}) = 'array' AND NOT EXISTS
  (SELECT 1 FROM json_each({0}) WHERE type <> 'text') ELSE 0 END)"""
WORDS = """length({0}) <= 10000 AND instr({0}, char(0)) = 0 AND {0} NOT GLOB
  '*[' || char(1) || '-' || char(8) || char(11) || '-' || char(31)
  || char(127) || '-' || char(159) || ']*'"""
DAY = "{0} IS date({0}, '+0 days')"
DAY_OR_NONE = "({0} IS NULL OR {0} IS date({0}, '+0 days'))"

# What holds of every sound row, beside the header.
SOUND = {
    "person": (
        (
            "role IN ('employment specialist', 'team leader') AND typeof(name) = 'text'"
            " AND (hours IS NULL OR hours > 0 AND hours <= 1)"
            " AND (caseload IS NULL OR caseload >= 0 AND caseload <= 999)"
        ),
        *(WORDS.format(name) for name in ("name", "works_best")),
        *(DAY_OR_NONE.format(name) for name in ("since", "supervised_since", '"left"')),
    ),
    "assessment": (
        (
            "kind IN ('self', 'supervisor', 'agreed', 'first look') AND typeof(rater) = 'text'"
            " AND state IN ('draft', 'finished', 'agreed', 'done', 'dropped')"
            " AND typeof(period_months) = 'integer' AND period_months >= 1 AND period_months <= 24"
        ),
        LIST.format("scope"),
        DAY.format("began"),
        *(DAY_OR_NONE.format(name) for name in ("finished", "period_from")),
    ),
    "rating": (
        (
            "typeof(assessment) = 'text' AND typeof(item) = 'text'"
            " AND asked_as IN ('skill', 'knowledge', 'value', 'safety')"
            " AND (code IS NULL OR code IN ('0', '1', '2', '3', 'n', 'x', 'u'))"
            " AND (basis IS NULL OR basis IN ('O', 'R', 'F', 'M'))"
            " AND (behind IS NULL OR behind IN ('learn', 'time', 'team', 'kit'))"
            " AND (reason IS NULL OR typeof(reason) = 'text')"
            " AND bring IN (0, 1) AND show IN (0, 1)"
        ),
    ),
    "note": ("typeof(subject) = 'text' AND shared IN (0, 1)", WORDS.format("text")),
    "goal": (
        (
            "typeof(number) = 'integer' AND number >= 1 AND chance IN (0, 1)"
            " AND state IN ('draft', 'finished', 'agreed', 'done', 'dropped')"
        ),
        *(LIST.format(name) for name in ("items", "states")),
        *(DAY.format(name) for name in ("review", '"close"')),
        *(DAY_OR_NONE.format(name) for name in ("agreed_on", "reviewed")),
        *(WORDS.format(name) for name in ("title", "why", "outcome", "changed", "review_note")),
    ),
    "goal_activity": (
        "typeof(goal) = 'text' AND typeof(place) = 'integer' AND dropped IN (0, 1)",
        WORDS.format("text"),
        DAY.format("due"),
        DAY_OR_NONE.format("done"),
    ),
    "entry": (
        (
            "kind IN ('training', 'evidence', 'observation', 'supervision', 'action',"
            " 'preparation') AND removed IN (0, 1)"
            " AND (hours IS NULL OR typeof(hours) IN ('real', 'integer'))"
            " AND (minutes IS NULL OR typeof(minutes) = 'integer')"
        ),
        LIST.format("items"),
        DAY.format('"on"'),
        *(DAY_OR_NONE.format(name) for name in ("expires", "next_on", "due", "done")),
        *(WORDS.format(name) for name in ("title", "text", "went_well", "next_step", "own_word")),
    ),
}


def main() -> int:
    """Look through the file and return the exit code."""
    record = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    wrong = [row for row in record.execute("PRAGMA integrity_check") if row[0] != "ok"]
    wrong += record.execute("PRAGMA foreign_key_check").fetchall()
    for kind in KINDS:
        sound = " AND ".join((HEADER, *SOUND[kind]))
        wrong += record.execute(f"SELECT id FROM {kind} WHERE NOT ({sound}) LIMIT 20").fetchall()
        wrong += record.execute(
            f"SELECT thing FROM {kind} this WHERE NOT EXISTS "
            f"(SELECT 1 FROM {kind} next WHERE next.replaces = this.id) "
            "GROUP BY thing HAVING count(*) > 1"
        ).fetchall()
    sys.stdout.write("".join(f"{row}\n" for row in wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
