# `make run` starts everything from an empty folder; `make test` proves everything. `make` lists the rest.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup run test lint bench soak screenshots demo-reset clean lock tools

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
JOBS ?= 2
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
say = { echo "make: $(1)" >&2; exit 1; }

help: ## show this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' Makefile

setup: tools .venv/.installed node_modules/.installed ## install what is needed, only when something changed
	@$(BIN)/python tools/build_static.py

run: setup ## start everything with invented people; PORT=9000 make run for another port
	@FELLESPLAN_DEMO=$${FELLESPLAN_DEMO-1} exec $(BIN)/fellesplan run

test: setup ## every check and the whole test suite
	@.ci/chromium
	@$(MAKE) --no-print-directory lint
	@$(BIN)/pytest -n $(JOBS) --quiet

lint: setup ## style, types, package order, templates, migrations
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@find src -name '*.html' -exec $(BIN)/djade --target-version 5.2 --check {} +
	@$(BIN)/python -W ignore manage.py makemigrations --check --dry-run

bench: setup ## measure speed against a large invented municipality
	@test -f tools/bench.py || $(call say,tools/bench.py is missing.)
	@$(BIN)/python tools/bench.py

soak: setup ## the same for a long time, to see what grows
	@test -f tools/soak.py || $(call say,tools/soak.py is missing.)
	@$(BIN)/python tools/soak.py

screenshots: setup ## pictures of every page, on screen and phone
	@.ci/chromium
	@test -f tools/screenshots.py || $(call say,tools/screenshots.py is missing.)
	@$(BIN)/python tools/screenshots.py

demo-reset: setup ## throw the invented people away and make them anew
	@FELLESPLAN_DEMO=1 $(BIN)/fellesplan demo reset

clean: ## remove all that setup and run made, the local database too
	@test ! -x $(BIN)/fellesplan || $(BIN)/fellesplan stop
	@rm -rf .venv .data node_modules src/*.egg-info screenshots .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@rm -rf src/fellesplan/web/static/vendor src/fellesplan/web/icons src/fellesplan/documents/fonts

export define WITHOUT_SPONSORS
const fs = require("fs"), name = "package-lock.json", lock = JSON.parse(fs.readFileSync(name));
for (const one of Object.values(lock.packages)) delete one.funding;
fs.writeFileSync(name, JSON.stringify(lock, null, 2) + "\n");
endef

lock: .venv/.installed ## choose package versions anew, with hashes and without addresses (needs uv)
	@uv pip compile pyproject.toml --upgrade $(LOCK) -o requirements.txt
	@uv pip compile pyproject.toml --upgrade $(LOCK) --group dev -c requirements.txt -o requirements-dev.txt
	@npm update --package-lock-only --ignore-scripts --loglevel=error && node -e "$$WITHOUT_SPONSORS"
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header

tools:
	@test -n "$(PYTHON)" || $(call say,Python 3.11 or newer is missing: install it.)
	@test -x $(BIN)/pip || $(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
		|| $(call say,Python's venv is missing: install it (Debian: apt-get install python3-venv).)
	@command -v npm >/dev/null || $(call say,npm is missing: install Node 20 or newer with npm.)
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null \
		|| $(call say,Node 20 or newer is missing: install it.)

.venv/.installed: pyproject.toml requirements-dev.txt
	@echo "Installing Python packages …"
	@test -x $(BIN)/pip || { rm -rf .venv && $(PYTHON) -m venv .venv; }
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

node_modules/.installed: package.json package-lock.json .npmrc
	@echo "Installing front-end files …"
	@npm ci --ignore-scripts --loglevel=error
	@touch $@
