# For work on the program: read by the Makefile above.

.PHONY: test lint bench lock

help::
	@echo 'make test    run the tests'
	@echo 'make lint    check the style and the types of the code'
	@echo 'make bench   measure the speed of the extraction'
	@echo 'make lock    pin the newest allowed dependencies, with hashes'

test: .venv/dev
	$(BIN)/python -m pytest -n auto --dist loadscope $(ARGS)

lint: .venv/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: .venv/dev
	$(BIN)/python tests/bench.py

lock: .venv/dev
	$(BIN)/pip-compile --quiet --upgrade --strip-extras --no-emit-index-url --no-emit-find-links --generate-hashes --output-file requirements.txt pyproject.toml
	$(BIN)/pip-compile --quiet --upgrade --strip-extras --no-emit-index-url --no-emit-find-links --generate-hashes --allow-unsafe --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml

# What the tests need on top of what the site needs.
.venv/dev: requirements-dev.txt .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@
