"""The editor's day: a new explainer, an article that comes in, and one that has changed."""
