"""Events: the timeline, each event once, with all the passages that tell it."""
