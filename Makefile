# make run     the examples coded, as a table; the first time it makes .venv
# make test    everything that CI runs: ruff, mypy, pytest
# make cases   what the rules find and invent on the texts in tests/cases
# make frontend  what the workbench's pages take from npm, built into ascribe/serve/built (needs node 20 or later)
# make bench   the benchmarks, on the data at hand
# make train   the encoder, from the corpora to the files that ship (75 minutes on two cores; needs ASCRIBE_SHARED)
# make clean   what was made here is gone again
#
# All that is needed is Python 3.11 or later and git. PYTHON=/path/to/python chooses one.

PYTHON ?= python3
VENV   ?= .venv
CODE   ?= examples/reports
MUC4   ?= $(or $(ASCRIBE_SHARED),../shared)/corpora/muc4

# Windows keeps the programs of a virtual environment in another folder.
BIN := $(if $(filter Windows_NT,$(OS)),$(VENV)/Scripts,$(VENV)/bin)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# The first of these that is new enough.
CHOICES := $(PYTHON) python3.14 python3.13 python3.12 python3.11 python3 python

.PHONY: run test cases bench train clean help browser frontend built
.DEFAULT_GOAL := help

help:
	@sed -n '/^$$/q; s/^# //p' Makefile

run: $(VENV)/.run built
	@$(BIN)/python -m ascribe code $(CODE)

test: $(VENV)/.test browser built
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/python -m pytest -n 2

# The tests of pages drive a real browser. CI's machine is root on Debian and gets one; elsewhere they are skipped where there is none.
browser:
	@for browser in chromium chromium-browser google-chrome; do command -v $$browser >/dev/null && exit 0; done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "installing chromium"; \
	  (apt-get install -y -qq chromium || (apt-get update -qq && apt-get install -y -qq chromium)) >/dev/null 2>&1 && exit 0; \
	fi; \
	echo "no chromium: the tests in a browser are skipped (on Debian and Ubuntu: apt install chromium)"

frontend:
	cd frontend && npm ci --no-audit --no-fund --loglevel=error && node build.mjs

# Where node is, the front end is built once and again when its sources change; where it is not, pages are drawn by the server.
FRONTEND := $(wildcard frontend/*.mjs frontend/*.json)
BUILT    := ascribe/serve/built/LICENSES.txt
built:
	@if [ -f $(BUILT) ] && [ -z "$$(find $(FRONTEND) -newer $(BUILT))" ]; then exit 0; fi; \
	if command -v node >/dev/null && command -v npm >/dev/null; then \
	  echo "building what the pages take from npm"; $(MAKE) --no-print-directory --silent frontend || echo "it could not be built; the pages work without it"; \
	else echo "no node: the workbench's pages are drawn by the server (with node 20 or later, make frontend builds the rest)"; fi

cases: $(VENV)/.test
	$(BIN)/python -m tests.cases.report

bench: $(VENV)/.test
	$(BIN)/python -m benchmarks

train: $(VENV)/.train
	$(BIN)/python -m corpus.build build/corpus --muc4 $(MUC4)/train.jsonl.gz
	$(BIN)/python -m ascribe train build/corpus $(MUC4)/train.jsonl.gz -o build/encoder
	mkdir -p ascribe/knowledge/encoder
	cd build/encoder && cp encoder.onnx heads.npz vocabulary.json manifest.json ../../ascribe/knowledge/encoder/
	$(BIN)/python -m benchmarks.fit build/corpus/dev.jsonl --choose
	$(BIN)/python -m benchmarks.muc4.fit $(MUC4)/dev.jsonl.gz --train $(MUC4)/train.jsonl.gz

clean:
	rm -rf $(VENV) build dist ascribe/serve/built frontend/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps say what is installed: nothing is done again until pyproject.toml changes.
$(VENV)/.run: pyproject.toml $(VENV)/.python
	@echo "installing ascribe in $(VENV)"
	@$(PIP) install -e .
	@touch $@

$(VENV)/.test: pyproject.toml $(VENV)/.python
	@echo "installing ascribe and what its tests need in $(VENV)"
	@$(PIP) install -e '.[test]'
	@touch $@ $(VENV)/.run

$(VENV)/.train: pyproject.toml $(VENV)/.python
	@echo "installing ascribe in $(VENV), and what training needs"
	@$(PIP) install -e '.[test,train]'
	@touch $@ $(VENV)/.run $(VENV)/.test

$(VENV)/.python:
	@for python in $(CHOICES); do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    echo "making $(VENV) with $$("$$python" --version)"; \
	    "$$python" -m venv $(VENV) && touch $@ && exit 0; \
	    echo "$$python cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; \
	  fi; \
	done; \
	echo "ascribe needs Python 3.11 or later; none of these is: $(CHOICES)" >&2; \
	echo "install one, or name it: make PYTHON=/path/to/python3.12" >&2; \
	exit 1
