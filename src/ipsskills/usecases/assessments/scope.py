"""What an assessment asks: all 28 units unless something narrows it, or every statement."""

from collections.abc import Sequence

from ipsskills.doing import do
from ipsskills.errors import InvalidInput
from ipsskills.framework.types import Framework


def choose_scope(
    framework: Framework,
    *,
    units: Sequence[str] = (),
    section: str | None = None,
    domain: str | None = None,
    areas: bool = False,
    supporting: bool = False,
) -> tuple[str, ...]:
    """Return the items an assessment asks, in order.

    ``areas`` are the ten meta-competence areas, ``supporting`` the two that team leaders are
    offered as well. Raises InvalidInput if nothing is left.
    """
    if units:
        chosen = tuple(u.id for u in framework.units if u.id in units)
    elif areas:
        chosen = tuple(
            u.id for u in framework.asked(areas=True) if supporting or u.domain == "meta"
        )
    else:
        chosen = _list_within(framework, section, domain)
    if not chosen:
        raise InvalidInput("No unit fits that choice.", f"See: {do('framework show')}")
    return chosen


def list_statements(framework: Framework, scope: Sequence[str]) -> tuple[str, ...]:
    """Return the statements of the units of a scope, in order, to be asked one by one."""
    return tuple(s.id for item in scope for s in framework.by_id[item].live_statements)


def _list_within(framework: Framework, section: str | None, domain: str | None) -> tuple[str, ...]:
    pool = framework.units if domain else tuple(framework.asked())
    return tuple(
        u.id
        for u in pool
        if (section is None or _is_section(framework, u.section, section))
        and (domain is None or domain.lower() in (u.domain, _find_domain_id(framework, u.domain)))
    )


def _is_section(framework: Framework, slug: str | None, wanted: str) -> bool:
    return any(s.slug == slug and wanted.lower() in (s.slug, s.id) for s in framework.sections)


def _find_domain_id(framework: Framework, slug: str) -> str:
    return next(d.id.lower() for d in framework.domains if d.slug == slug)
