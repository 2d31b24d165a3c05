"""Words for what comes of copying the record, which is told while it is done."""

from ipsskills.cli.output.show import say
from ipsskills.doing import do
from ipsskills.record.news import Damage, News, NoSecondCopy, Progress

_PROGRESS = {
    Progress.SLOW: "Copying the record before today's first change. It is large: wait a moment.",
    Progress.AT_ONCE: "Others keep writing into the record, so they wait until it is copied.",
}


def say_news(news: News) -> None:
    """Say on stderr what is news of a copy."""
    say(describe_news(news))


def describe_news(news: News) -> str:
    """Return what is said of a copy under way, or of what it brought to light."""
    if isinstance(news, NoSecondCopy):
        return (
            f"Today's second copy could not be put into {news.place}: is it there, and not full? "
            "The copy beside the record is made. "
            f"Change the place: {do('settings', 'backup-to', 'H:/copies')}"
        )
    if not isinstance(news, Damage):
        return _PROGRESS[news]
    what = f"{news.record} is damaged, and so is today's copy of it."
    if news.sound is None:
        return f"{what} No copy of it is sound. See what is wrong: {do('data check')}"
    return (
        f"{what} The last sound copy is kept, and nothing pushes it out: {news.sound.name}\n"
        f"See what is wrong: {do('data check')}. Go back: {do('data restore', news.sound.name)}"
    )
