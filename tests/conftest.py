from hypothesis import settings

# No test measures time: on a busy machine one example takes a second.
settings.register_profile("sourced", deadline=None)
settings.load_profile("sourced")
