"""Loads the drawing library, so that what somebody has set up for it here never matters."""

import logging
from contextlib import chdir
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path


@cache
def load_library() -> None:
    """Import the drawing library once, with its own settings and without its talk.

    It reads a file of settings while it is imported, before anybody can tell it otherwise: one in
    the folder it is imported in comes first, and one it cannot read ends the import. So it is
    imported in the folder with its own. It warns of folders it cannot write to, and of weights that
    a font has not: nobody who draws a chart here can do anything about that.
    """
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    found = find_spec("matplotlib")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("matplotlib")
    try:
        with chdir(Path(found.submodule_search_locations[0], "mpl-data")):
            import_module("matplotlib")
    except FileNotFoundError:  # the folder we are in is not there any more: nothing is set there
        import_module("matplotlib")
