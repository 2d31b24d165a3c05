"""Where this user's files are, as the operating system would have them."""

from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path

NAME = "ipsskills"


def record_file() -> Path:
    """Return the file of this user's own record."""
    return user_data_path(NAME, appauthor=False) / "ipsskills.db"


def demo_file() -> Path:
    """Return the file of the invented service."""
    return user_data_path(NAME, appauthor=False) / "demo" / "demo.db"


def settings_file() -> Path:
    """Return the file of this user's settings."""
    return user_config_path(NAME, appauthor=False) / "settings.json"


def cache_folder() -> Path:
    """Return the folder for copies that can be made again at any time."""
    return user_cache_path(NAME, appauthor=False)
