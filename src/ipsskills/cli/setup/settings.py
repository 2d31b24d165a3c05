"""This user's settings: a short list, kept outside the record. docs/settings.md is made from it."""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from ipsskills.cli.setup.paths import settings_file
from ipsskills.errors import InvalidInput
from ipsskills.files import make_private_folder, write_text
from ipsskills.frozen import dataclass

MOST_MONTHS = 1200
_YES, _NO = ("yes", "on", "true", "1"), ("no", "off", "false", "0", "")


def _flag(value: str) -> bool:
    if value.lower() in _YES or value.lower() in _NO:
        return value.lower() in _YES
    raise InvalidInput(f"'{value}' is neither yes nor no.", "Write yes or no.")


def _file(value: str) -> str:
    return str(Path(value).expanduser().absolute()) if value else ""


def _nations(value: str) -> str:
    """Return the nations that a value names, as they are kept and listed; none is all."""
    from ipsskills.nations import list_names, read_nations  # every command reads settings

    return ", ".join(list_names(read_nations(value)))


def _list_nations() -> tuple[str, ...]:
    from ipsskills.nations import NATION_NAMES

    return NATION_NAMES


def _months(value: str) -> str:
    if value and not (value.isdecimal() and 0 < int(value) <= MOST_MONTHS):
        raise InvalidInput(f"'{value}' is no number of months.", "Write one, such as 24.")
    return value


def _folder(value: str) -> str:
    if value and not Path(value).expanduser().is_dir():
        raise InvalidInput(f"There is no folder {value}.", "Make it first, or look at its name.")
    return _file(value)


@dataclass(frozen=True)
class Setting:
    """One setting: its name, what is used without it, what it does, its variable, its check.

    ``unset`` says what an empty value means, ``choices`` are values to offer as somebody types, of
    which ``several`` may be given.
    """

    name: str
    default: Any
    help: str
    variable: str
    read: Callable[[str], Any]
    unset: str = "the usual place"
    choices: Callable[[], tuple[str, ...]] = tuple
    several: bool = False


SETTINGS = (
    Setting(
        name="plain",
        default=False,
        help="Ask in plain lines that a screen reader can follow, without a full screen.",
        variable="IPSSKILLS_PLAIN",
        read=_flag,
        choices=lambda: ("yes", "no"),
    ),
    Setting(
        name="pager",
        default=True,
        help="Read pages longer than the screen in a pager, from their beginning; --no-pager with "
        "any command, or NO_PAGER, prints one at once.",
        variable="IPSSKILLS_PAGER",
        read=_flag,
        choices=lambda: ("yes", "no"),
    ),
    Setting(
        name="database",
        default="",
        help="The file of the record, if it is not in the usual place.",
        variable="IPSSKILLS_DB",
        read=_file,
    ),
    Setting(
        name="backup-to",
        default="",
        help="A second folder for the day's copy of the record, such as one of your own on a "
        "network drive: a record on one disk is one accident from gone.",
        variable="IPSSKILLS_BACKUP_TO",
        read=_folder,
        unset="none: copies lie beside the record only",
    ),
    Setting(
        name="keep-after-leaving",
        default="",
        help="So many months all that is held about somebody is kept after they left; data "
        "retention then asks to erase it. Ask your data protection lead: none is set by us.",
        variable="IPSSKILLS_KEEP_AFTER_LEAVING",
        read=_months,
        unset="none: nothing is asked to be erased",
    ),
    Setting(
        name="framework",
        default="",
        help="A folder with your service's own framework files or local.yaml.",
        variable="IPSSKILLS_FRAMEWORK",
        read=_folder,
    ),
    Setting(
        name="nation",
        default="",
        help="Where you work, one or several of England, Wales, Scotland and Northern Ireland: "
        "their notes on law are shown, others fold to a line.",
        variable="IPSSKILLS_NATION",
        read=_nations,
        unset="all, each named",
        choices=_list_nations,
        several=True,
    ),
)


@dataclass(frozen=True)
class Settings:
    """What is set: ``values`` by name as kept in the file, and who is me in each record.

    ``dates`` holds by record what was its newest when a date that looked wrong was said to be
    right. ``starting`` holds by person the day on which they said that they are in their first
    weeks.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    me: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)
    starting: Mapping[str, str] = field(default_factory=dict)

    def get(self, name: str) -> Any:
        """Return a setting: from its variable, else from the file, else its default.

        Raises InvalidInput if the variable holds something else.
        """
        setting = find(name)
        if (variable := os.environ.get(setting.variable)) is not None:
            return setting.read(variable)
        return self.values.get(name, setting.default)


def find(name: str) -> Setting:
    """Return a setting by name. Raises InvalidInput for one that does not exist."""
    for setting in SETTINGS:
        if setting.name == name:
            return setting
    names = ", ".join(setting.name for setting in SETTINGS)
    raise InvalidInput(f"There is no setting '{name}'.", f"There are: {names}.")


def load() -> Settings:
    """Return the settings; a missing file is none set. Raises InvalidInput for a broken one."""
    path = settings_file()
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        parts = (dict(data.get(name, {})) for name in ("values", "me", "dates", "starting"))
        return _check(Settings(*parts))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, AttributeError, TypeError):
        raise InvalidInput(
            f"The settings in {path} cannot be read.", "Delete that file to start afresh."
        ) from None


def _check(found: Settings) -> Settings:
    """Return the settings as read. Raises TypeError if a value is of another kind than it is."""
    values = [(found.values.get(s.name, s.default), s.default) for s in SETTINGS]
    if any(type(value) is not type(default) for value, default in values):
        raise TypeError
    if not all(isinstance(person, str) for person in found.me.values()):
        raise TypeError
    return found


def save(settings: Settings) -> None:
    """Keep the settings. Raises InvalidInput if the place cannot be written."""
    path = settings_file()
    try:
        make_private_folder(path.parent)
    except OSError as error:
        raise InvalidInput(f"{path.parent} cannot be made: {error.strerror}.") from None
    content = {"values": dict(settings.values), "me": dict(settings.me)}
    content |= {"dates": dict(settings.dates)} if settings.dates else {}
    content |= {"starting": dict(settings.starting)} if settings.starting else {}
    write_text(path, json.dumps(content, indent=2) + "\n", replace=True)
