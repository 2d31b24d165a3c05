"""Writes the list of a released version of the statements: ``python docs/release_framework.py``.

Run it once, when a version of the content is released; from then on its ids are permanent.
"""

import sys
from pathlib import Path

import yaml

from ipsskills.framework.content.releases import describe_framework
from ipsskills.framework.files import shipped_folder
from ipsskills.framework.load import load

HEAD = "# The statements of a released version, by their permanent ids. Made once; never edited.\n"


def main() -> int:
    """Write the list of the version in use; refuse to write over a released one."""
    version = describe_framework(load())
    path: Path = shipped_folder() / "released" / f"{version.version}.yaml"
    if path.exists():
        print(f"{path} exists: a released version is not changed.")
        return 1
    path.parent.mkdir(exist_ok=True)
    content = {
        "version": version.version,
        "statements": dict(version.statements),
        "retired": list(version.retired),
        "replaced": dict(version.replaced),
    }
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=98)
    path.write_text(HEAD + text, encoding="utf-8")
    print(f"written: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
