from collections.abc import Callable

from tests.conftest import Ran


def test_version_is_told(run: Callable[..., Ran]) -> None:
    ran = run("--version")
    assert ran.code == 0
    assert ran.out.startswith("ipsskills ")
