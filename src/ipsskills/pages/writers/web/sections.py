"""Parts a page into sections, which can be linked from its contents and shown one at a time."""

from collections.abc import Iterable, Iterator

from ipsskills.frozen import dataclass
from ipsskills.pages.document import Block, Book, Heading, Page, Point, Rule, lower


@dataclass(frozen=True)
class PageSection:
    """Blocks under one heading; ``anchor`` and ``title`` are empty where none heads them.

    A chapter of a book brings its ``lead``, and has its ``title`` as its heading; elsewhere the
    heading is the first of the blocks.
    """

    anchor: str
    title: str
    blocks: tuple[Block, ...]
    lead: tuple[str, ...] = ()
    chapter: bool = False


def part(page: Page | Book) -> tuple[PageSection, ...]:
    """Return a page's sections or a book's chapters, every block in its place.

    A section ends before the next heading of the first level, and before a line across the page:
    what stands below that is about the whole page.
    """
    if isinstance(page, Book):
        return tuple(_make_chapter(anchor, chapter) for anchor, chapter in page.chapters)
    runs: list[list[Block]] = []
    for block in page.blocks:
        if not runs or isinstance(block, Rule) or find_title(block):
            runs.append([])
        runs[-1].append(block)
    return tuple(_name(runs))


def find_title(block: Block) -> str:
    """Return the title that a block gives the section it begins, or nothing."""
    if isinstance(block, Point):
        return f"{block.number}. {block.text}"
    return block.text if isinstance(block, Heading) and block.level == 1 else ""


def _name(runs: Iterable[list[Block]]) -> Iterator[PageSection]:
    """Yield runs of blocks as sections; anchors are numbers, as titles may be anybody's words."""
    count = 0
    for run in runs:
        title = find_title(run[0])
        count += bool(title)
        yield PageSection(f"part-{count}" if title else "", title, tuple(run))


def _make_chapter(anchor: str, page: Page) -> PageSection:
    """Return a chapter with its headings a level lower, under the chapter's own."""
    blocks = tuple(lower(block) for block in page.blocks)
    return PageSection(anchor, page.title, blocks, lead=page.lead, chapter=True)


def list_contents(sections: Iterable[PageSection]) -> tuple[PageSection, ...]:
    """Return what a list of contents names."""
    return tuple(section for section in sections if section.title)
