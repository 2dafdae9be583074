# `make demo` and `make test` need nothing but Python 3.11 or newer; `make` alone lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check
INSTALL := $(PIP_INSTALL) --constraint constraints.txt
INPUTS := $(VENV)/.pip pyproject.toml constraints.txt

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test check pages docs bench schema constraints clean

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.cli ## Set up what running needs, and show the shipped frameworks at work
	@$(BIN)/maturity demo

test: $(VENV)/.test ## Set up and run every test, with branch coverage
	@$(BIN)/python -m pytest --cov

check: $(VENV)/.dev pages ## Lint, format, types, the house's layers, and the docs built strict
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

pages: $(VENV)/.dev
	@$(BIN)/python docs/make_pages.py

docs: $(VENV)/.dev pages ## Build the docs into site/, to be read without a server
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo "Open site/index.html"

bench: $(VENV)/.test ## Measure, as ratios from one run
	@$(BIN)/python tests/benchmarks/run.py
	@$(BIN)/python -m tests.benchmarks.kernels

schema: $(VENV)/.cli ## Write frameworks/schema/ anew, from the records
	@for kind in framework assessment; do \
	   $(BIN)/maturity schema $$kind --force -o frameworks/schema/$$kind.schema.json; done

notebooks: $(VENV)/.test ## Run the notebooks, and keep what they show
	@$(BIN)/python docs/make_notebooks.py

constraints: ## Write constraints.txt anew: the newest versions that fit pyproject.toml
	@rm -rf .constraints
	@$(PYTHON) -m venv .constraints
	@.constraints/bin/python -m pip install -qq --upgrade pip
	@.constraints/bin/python -m pip install -qq --editable '.[all]' --group dev
	@{ echo '# The exact versions that `make demo`, `make test` and `make check` install.'; \
	   echo '# Made by `make constraints`: a fresh environment with every extra and every group,'; \
	   echo '# listed by `pip freeze`. Not edited by hand.'; \
	   .constraints/bin/python -m pip freeze --exclude-editable \
	     | grep -E '^[A-Za-z0-9._-]+==[^ ]+$$'; } > constraints.new
	@mv constraints.new constraints.txt
	@rm -rf .constraints

clean: ## Remove all that was made, and the environment
	@rm -rf $(VENV) .constraints .coverage .coverage.* .hypothesis .import_linter_cache \
	  .mypy_cache .pytest_cache .ruff_cache build dist site docs/frameworks
	@find . -name __pycache__ -prune -exec rm -rf {} +

# Each stamp is one state of the environment; it lives in it, and goes with it.
$(VENV)/.pip:
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP_INSTALL) --upgrade pip
	@touch $@

$(VENV)/.cli: $(INPUTS)
	@$(INSTALL) --editable '.[cli]'
	@touch $@

$(VENV)/.test: $(INPUTS)
	@$(INSTALL) --editable '.[all]' --group test
	@touch $@

$(VENV)/.dev: $(INPUTS)
	@$(INSTALL) --editable '.[all]' --group dev
	@touch $@
