# Pilcrow. `make` alone lists the targets. Works with GNU make 3.81 (macOS) and later.
#
# What has to be done again is found by fingerprints of names and contents (scripts/setup/changed.sh),
# not by times: a deleted file counts, and a page written anew with the same words does not.
# A stamp is moved into place after its step has ended, so that an interrupted step runs again.
# All paths are relative: the folder may have any name, spaces included.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help site built test serve check golden corpus corpus-site fuzz bench bench-search screenshots clean venv dev browsers pages pins

SHELL := /bin/sh
PYTHON ?= python3
export PYTHON
# mkdocs-material tells of the coming MkDocs 2 at every build; the version is pinned.
export NO_MKDOCS_2_WARNING := 1
# Processes the tests run on.
JOBS ?= 2
UV := 0.13.9

STAMPS := .venv/stamps
CHANGED := sh scripts/setup/changed.sh
# What the pages are made from, and what convert writes: the pages, in a folder for each language,
# and each report's lock, which lies among the sources.
PAGE_INPUTS := reports scripts/pilcrow requirements.txt pyproject.toml
PAGES := docs/?? reports/*/anchors.lock
# What the site is made from.
SITE_INPUTS := $(PAGE_INPUTS) docs hooks theme mkdocs.yml
PILCROW := .venv/bin/pilcrow

help: ## list the targets
	@echo "make site     convert the reports, build site/ and the offline bundle in dist/"
	@echo "make test     set up what the tests need and run every check and test"
	@echo "make serve    preview the site at http://127.0.0.1:8000/, following changes"
	@echo "make check    lint and types only"
	@echo "make golden   write the committed pages and the tests' golden files anew"
	@echo "make corpus   convert real documents beside the project; writes docs/maintainers/corpus.md"
	@echo "make corpus-site  all these documents in one site; follows every link, also in the bundles"
	@echo "make fuzz     try damaged and hostile inputs on each reader; goes on where it stopped"
	@echo "make bench    measure time and memory; writes docs/maintainers/benchmarks.md"
	@echo "make bench-search  measure the search in a browser; takes long"
	@echo "make screenshots  picture the site for maintainers; writes docs/maintainers/looks.md"
	@echo "make pins     choose the versions in requirements*.txt anew from requirements*.in"
	@echo "make clean    remove all that make has made"

venv:
	@sh scripts/setup/venv.sh $(STAMPS)/site requirements.txt

# The same .venv with the tests' packages added. venv.sh begins it anew when requirements.txt
# changed, which takes these with it.
dev: venv
	@stamp=$(STAMPS)/dev; \
	now=`cksum requirements.txt requirements-dev.txt`; \
	if [ "`cat $$stamp 2>/dev/null`" != "$$now" ]; then \
	    echo "Adding what the tests need to .venv …" >&2; \
	    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
	        -r requirements.txt -r requirements-dev.txt && \
	    echo "$$now" > $$stamp.new && mv $$stamp.new $$stamp; \
	fi

browsers: dev
	@sh scripts/setup/browsers.sh $(STAMPS)/browsers

# The stamp holds the fingerprint of what went in, taken before, and of what came out, taken after:
# an edit made meanwhile is seen next time, and so is a page changed by hand.
# A report with open problems stops nothing: it stays at its last good pages, and LEFT says so.
LEFT := $(STAMPS)/left
pages: venv
	@set -e; stamp=$(STAMPS)/pages; inputs=`$(CHANGED) -x anchors.lock $(PAGE_INPUTS)`; \
	if [ "`cat $$stamp 2>/dev/null`" != "$$inputs / `$(CHANGED) $(PAGES)`" ]; then \
	    rm -f $$stamp $(LEFT); \
	    if $(PILCROW) convert --left $(LEFT); then \
	        echo "$$inputs / `$(CHANGED) $(PAGES)`" > $$stamp.new; mv $$stamp.new $$stamp; \
	    else [ -s $(LEFT) ]; fi; \
	fi

# The site is there all the same; that not all of it is new must not go unnoticed.
TOLD := if [ -s $(LEFT) ]; then echo "Not all reports are in the site as their sources are:" >&2; \
	cat $(LEFT) >&2; exit 1; fi

site: built
	@$(TOLD)

built: pages
	@set -e; stamp=$(STAMPS)/built; inputs="`$(CHANGED) $(SITE_INPUTS)` $$PILCROW_SITE_URL"; \
	if [ -f site/index.html ] && ls dist/*.zip dist/*.html >/dev/null 2>&1 && [ "`cat $$stamp 2>/dev/null`" = "$$inputs" ]; then \
	    echo "Nothing changed. Open site/index.html in a browser."; \
	else \
	    rm -f $$stamp; \
	    $(PILCROW) build; \
	    $(PILCROW) bundle; \
	    echo "$$inputs" > $$stamp.new; mv $$stamp.new $$stamp; \
	fi

serve: pages
	@$(PILCROW) serve

RUFF := .venv/bin/python -m ruff
LINT := $(RUFF) check --quiet .
FORMAT := $(RUFF) format --check --quiet .
TYPES := .venv/bin/python -m mypy scripts hooks tests
PYTEST := .venv/bin/python -m pytest

# Each step runs even when one before it failed, so that one run tells all.
STEP = step() { name=$$1; shift; echo "== $$name: $$*"; \
	if "$$@"; then told="$$told   passed  $$name\n"; \
	else told="$$told   FAILED  $$name\n"; failed=1; fi; }; \
	summary() { printf "== Summary\n$$told"; exit $$failed; }; told=; failed=0

check: dev
	@$(STEP); step "lint" $(LINT); step "format" $(FORMAT); step "types" $(TYPES); summary

test: dev browsers built
	@$(STEP); step "reports" sh -c '$(TOLD)'; step "lint" $(LINT); step "format" $(FORMAT); step "types" $(TYPES); \
	step "tests" env PILCROW_SITE=site $(PYTEST) -n $(JOBS) --dist worksteal; summary

golden: dev
	@$(PILCROW) convert
	@PILCROW_UPDATE_GOLDEN=1 $(PYTEST) -q tests/golden
	@git status --short docs tests/golden 2>/dev/null || true

corpus: dev
	@.venv/bin/python -m tests.corpus.table

corpus-site: dev
	@.venv/bin/python -m tests.corpus.library

fuzz: dev
	@.venv/bin/python -m tests.fuzz

bench: dev pages
	@.venv/bin/python -m tests.bench
	@.venv/bin/python -m tests.bench.library_table

bench-search: dev browsers built
	@.venv/bin/python -m tests.bench.search

screenshots: dev browsers built
	@.venv/bin/python -m tests.looks

pins: venv
	@.venv/bin/python -m pip install --quiet uv==$(UV)
	@set -e; for name in requirements requirements-dev; do \
	    .venv/bin/python -m uv pip compile --quiet --upgrade --universal --generate-hashes \
	        --python-version 3.11 --no-header --no-annotate --output-file $$name.txt $$name.in; \
	done

clean:
	rm -rf .venv site dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis \
	    scripts/pilcrow.egg-info
	find scripts hooks tests -name __pycache__ -type d -prune -exec rm -rf {} +
