# Each target does its own set-up: a virtual environment in .venv, made when it is missing or pyproject.toml has changed.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
GOLD ?= examples/gold

.PHONY: help demo test lint types imports unit score floors docs bench clean

help:
	@echo "make demo    read the example articles into a ledger, lay their accounts side by side, print the brief, write it as a page"
	@echo "make test    lint, types, import contract and all tests"
	@echo "make score   figures on the example annotations, and on outside sets where they are at hand (ALL=1: all of them)"
	@echo "make floors  pin the figures reached on the examples (ALLOW=1 lets them fall)"
	@echo "make docs    write the generated pages of docs/ anew"
	@echo "make bench   speed and memory"

$(VENV)/.marsad: pyproject.toml .ci/venv
	@sh .ci/venv "$(PYTHON)" "$(VENV)" ".[link]"
	@touch $@

$(VENV)/.marsad-dev: pyproject.toml .ci/venv .ci/postgres
	@sh .ci/venv "$(PYTHON)" "$(VENV)" ".[dev]"
	@sh .ci/postgres
	@touch $@ $(VENV)/.marsad

demo: $(VENV)/.marsad
	@mkdir -p demo && rm -f demo/marsad.db*
	@$(BIN)/marsad read examples/articles.jsonl --outlets examples/outlets.yml -o demo/marsad.db --quiet
	@$(BIN)/marsad link demo/marsad.db >demo/linked.txt
	@$(BIN)/marsad brief demo/marsad.db
	@$(BIN)/marsad brief demo/marsad.db --html demo/brief.html

test: lint types imports unit

lint: $(VENV)/.marsad-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.marsad-dev
	$(BIN)/mypy

imports: $(VENV)/.marsad-dev
	$(BIN)/lint-imports --no-logo

unit: $(VENV)/.marsad-dev
	$(BIN)/pytest

score: $(VENV)/.marsad
	@$(BIN)/marsad score $(GOLD) --outlets examples/outlets.yml
	@ALL="$(ALL)" $(BIN)/python .ci/outside.py

floors: $(VENV)/.marsad
	@$(BIN)/marsad score examples/gold --outlets examples/outlets.yml --floors tests/floors.json --update-floors $(if $(ALLOW),--allow-regression)

docs: $(VENV)/.marsad-dev
	$(BIN)/python docs/generate.py

bench: $(VENV)/.marsad
	@$(BIN)/python bench/speed.py $(ARTICLES)

clean:
	rm -rf demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
