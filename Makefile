# Each target sets up what it needs in .venv/ by itself, and does nothing where that is there already.

PYTHON  ?= python3
ADDRESS ?= 127.0.0.1:8000
BIN     := .venv/bin

export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve site clean

help::
	@echo 'make serve   build the site, show it at http://$(ADDRESS)/ and again after each edit'
	@echo 'make site    build the site into site/; fail where something cannot be followed to its source'
	@echo 'make clean   delete all that was made'

serve: .venv/run
	$(BIN)/python -m mkdocs serve --dev-addr $(ADDRESS)

site: .venv/run
	$(BIN)/python -m mkdocs build --strict --clean

clean:
	rm -rf .venv build site .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find hooks $(wildcard tests) -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment: what the site needs.
.venv/run: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

# The package is used where it stands: a path file puts hooks/ on the environment's path.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' || \
	  { echo '$(PYTHON) is older than Python 3.11.5: say make PYTHON=python3.12, or another that is not'; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -c 'import pathlib, sysconfig; pathlib.Path(sysconfig.get_path("purelib"), "sourced.pth").write_text("$(CURDIR)/hooks\n")'

# What only those need who work on the program; a site made by "sourced new" has none of it.
-include tests/develop.mk
