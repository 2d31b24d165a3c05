"""Where the framework files are: the installed package, a checkout, a service's own folder."""

from functools import cached_property
from pathlib import Path
from zlib import crc32

from ipsskills.errors import DataFileError
from ipsskills.frozen import dataclass

COMPETENCES, CURRICULUM, LOCAL = "competences.yaml", "curriculum.yaml", "local.yaml"


@dataclass(frozen=True)
class Source:
    """One framework file: its name as shown to the user, and the bytes that are in it.

    Most commands go by a copy of what it says, and never make a text of it.
    """

    name: str
    content: bytes

    @cached_property
    def text(self) -> str:
        """What it says. Raises DataFileError if it is not UTF-8."""
        try:
            return self.content.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise DataFileError(
                f"{self.name} is not UTF-8 text.", "Save it again as UTF-8 in your editor."
            ) from None


def shipped_folder() -> Path:
    """Return the folder of the files that came with the program.

    A wheel holds them inside the package; an editable install finds them in the checkout.
    """
    package = Path(__file__).resolve().parents[1]
    inside = package / "data"
    return inside if inside.is_dir() else package.parents[1] / "data"


def read_sources(folder: Path | None = None) -> tuple[Source, Source, Source | None]:
    """Return competences, curriculum and, if there is one, the local file.

    ``folder`` is a service's own; a file it does not hold is taken from the shipped ones.
    Raises DataFileError if a file cannot be read.
    """
    local = next((p / LOCAL for p in _list_folders(folder) if (p / LOCAL).is_file()), None)
    return (
        find_source(COMPETENCES, folder),
        find_source(CURRICULUM, folder),
        read_source(local) if local else None,
    )


def find_source(name: str, folder: Path | None = None) -> Source:
    """Return one file, from a service's ``folder`` if it is there, else the shipped one.

    Raises DataFileError if it cannot be read.
    """
    places = _list_folders(folder)
    found = next((p / name for p in places if (p / name).is_file()), places[-1] / name)
    return read_source(found)


def read_source(path: Path) -> Source:
    """Return what is in a file. Raises DataFileError if it is missing or cannot be read."""
    try:
        return Source(str(path), path.read_bytes())
    except OSError as error:
        raise DataFileError(
            f"{path} cannot be read: {error.strerror}.", "Put the file back, or install again."
        ) from None


def _list_folders(folder: Path | None) -> list[Path]:
    return [folder, shipped_folder()] if folder else [shipped_folder()]


def content_hash(text: str) -> str:
    """Return the hash (64 hexadecimal characters, SHA-256) that names a framework text."""
    import hashlib  # loads OpenSSL, which takes longer than reading a whole copy

    return hashlib.sha256(text.encode()).hexdigest()


def checksum(data: bytes | memoryview) -> str:
    """Return 16 hexadecimal characters that tell whether bytes are as they were; quick, no name."""
    return f"{crc32(data):08x}{len(data):08x}"
