"""What the charts' tests share: the same words of the same size are measured once a process."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties


@pytest.fixture(scope="module", autouse=True)
def _measure_once() -> Iterator[None]:
    """Keep how wide and high words are, for each sheet asks again and it takes a quarter of it."""
    renderer: Any = RendererAgg
    really = renderer.get_text_width_height_descent
    by_dots: dict[float, Any] = {}

    @cache
    def measure(dots: float, text: str, font: FontProperties, is_math: object) -> Any:
        return really(by_dots[dots], text, font, is_math)

    def find(self: Any, s: str, prop: FontProperties, ismath: object) -> Any:
        by_dots.setdefault(self.dpi, self)
        return measure(self.dpi, s, prop.copy(), ismath)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(renderer, "get_text_width_height_descent", find)
        yield
