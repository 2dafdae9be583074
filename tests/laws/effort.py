"""How hard the laws try: HYPOTHESIS_PROFILE=thorough for many more examples, new ones each time."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
FACTOR = 40


def effort(examples: int) -> settings:
    """The settings of a law that tries `examples` on an ordinary run."""
    return settings(
        max_examples=examples * FACTOR if THOROUGH else examples,
        derandomize=not THOROUGH,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
