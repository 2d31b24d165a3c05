"""Prints kind by kind how many texts of ``data/`` people reach, and names the others."""

import sys

from checks.reach.compare import compare_all

SHOWN = 100


def main() -> int:
    """Print what was found; return 1 if a text is on no page or not in the handbook."""
    found = compare_all()
    sys.stdout.write(f"{'texts':44} {'are':>6} {'on a page':>10} {'in the handbook':>16}\n")
    for kind in found.kinds:
        row = f"{kind.name:44} {kind.are:6} {kind.on_pages:10} {kind.in_handbook:16}"
        sys.stdout.write(f"{row}\n")
    for line in found.missing[:SHOWN]:
        sys.stdout.write(f"{line}\n")
    if more := len(found.missing) - SHOWN:
        sys.stdout.write(f"and {more} more\n" if more > 0 else "")
    sys.stdout.write("" if found.missing else "every text is on a page and in the handbook\n")
    return 1 if found.missing else 0


if __name__ == "__main__":
    sys.exit(main())
