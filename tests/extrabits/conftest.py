"""Property tests draw the same cases in every run, so that what passed once passes again, on slow machines too."""

from hypothesis import settings

settings.register_profile("extrabits", deadline=None, derandomize=True)
settings.register_profile("thorough", deadline=None, max_examples=3000)
settings.load_profile("extrabits")
