"""Set-up for every test."""

from hypothesis import settings

# The same examples on every run and no clock: a test that passes here passes on a slow machine.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
