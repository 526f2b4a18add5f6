# The few commands of this project. `make run` and `make test` do all the set-up they need.
# Wanted on the machine beforehand: Python 3.11 or newer, make, a package manager.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help install run test browser firefox postgresql lint lint-python lint-extension format clean

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

install: $(VENV)/.installed ## Prepare .venv with the `syncline` command in it

run: install ## Start the service on this machine (SYNCLINE_PORT and the like change it)
	@exec $(BIN)/syncline serve

test: $(VENV)/.installed-test node_modules/.installed browser firefox postgresql ## Run all tests, the browser ones included
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile $(PYTEST_ARGS)

postgresql:
	@./.ci/install-postgresql

browser: install
	@$(BIN)/python -m scraper.chromium --install

firefox: # the extension's other browser, which only tests need
	@command -v firefox-esr >/dev/null || command -v firefox >/dev/null || ./.ci/install-firefox

lint: lint-python lint-extension ## Check style and types of Python and the extension

lint-python: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

lint-extension: node_modules/.installed
	npx tsc -p tsconfig.json
	npx addons-linter --enable-background-service-worker --warnings-as-errors extension

format: $(VENV)/.installed-dev ## Format the Python code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## Remove what the commands above made in this folder
	rm -rf $(VENV) node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Debian ships Python without venv: ask its package manager for it once.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Syncline needs Python 3.11 or newer; point to it with make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV); ./.ci/install-venv $(PYTHON) && $(PYTHON) -m venv $(VENV); }
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group test
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed-test
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

node_modules/.installed: package.json
	@command -v npm >/dev/null || ./.ci/install-node
	npm install --no-package-lock --no-audit --no-fund --loglevel=error
	@touch $@
