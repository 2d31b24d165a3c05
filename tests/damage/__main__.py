"""``python -m tests.damage``: 300 spoilt records, each tried with ten commands and the way back.

``--seed`` draws others, ``--each`` says how many of each kind, ``--show`` tells of every one.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.damage.sample import make_sample
from tests.damage.spoil import WAYS
from tests.damage.trial import Trial, try_spoilt


def main() -> int:
    """Try them all and return 1 if anything went wrong."""
    asked = _read_arguments()
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        for name in [n for n in os.environ if n.startswith(("IPSSKILLS_", "XDG_"))]:
            del os.environ[name]
        os.environ |= {"HOME": str(base / "home"), "XDG_CACHE_HOME": str(base / "cache")}
        sound = make_sample(base)
        trials = []
        for kind in asked.kind or sorted(WAYS):
            for number in range(asked.seed, asked.seed + asked.each):
                place = base / f"{kind}-{number}"
                place.mkdir()
                trials.append(try_spoilt(kind, number, sound, place))
                _tell(trials[-1], whole=asked.show)
    codes = Counter(ran.rsplit(": ", 1)[1] for trial in trials for ran in trial.ran)
    faulty = [trial for trial in trials if trial.faults]
    told = ", ".join(f"{count} x {code}" for code, count in sorted(codes.items()))
    sys.stdout.write(
        f"{len(trials)} spoilt records, {sum(codes.values())} commands; exit codes: {told}\n"
        f"{len(faulty)} records with faults\n"
    )
    return 1 if faulty else 0


def _tell(trial: Trial, *, whole: bool) -> None:
    if not trial.faults and not whole:
        return
    sys.stdout.write(f"{trial.kind} {trial.number}: {trial.way}\n")
    for line in (*trial.ran, *trial.faults) if whole else trial.faults:
        sys.stdout.write(f"    {line}\n")
    sys.stdout.flush()


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.damage", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=100)
    parser.add_argument("--kind", action="append", choices=sorted(WAYS))
    parser.add_argument("--show", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
