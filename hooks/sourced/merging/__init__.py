"""Merging: from what was found in each seed to one dossier."""
