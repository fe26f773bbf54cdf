"""Publishing: from a dossier to the Markdown that the site is built from."""
