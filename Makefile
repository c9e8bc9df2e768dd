# Needs make and Python 3.11 or later; another interpreter: make test PYTHON=python3.12
PYTHON ?= python3
VENV ?= .venv
PEERS = .venv-peers
EVERYTHING = .venv-licences
BIN = $(VENV)/bin
CHROMIUM ?= chromium
REPORT = fixtures/graded-report/typst.pdf
COMPARED = $(REPORT) $(patsubst %,fixtures/%/typst.pdf,overview news-release committee-paper)
DEMO = build/demo

.PHONY: demo test test-browser package check docs man schemas licences accuracy bench bench-pages hostile kill fixtures clean

demo: $(VENV)/installed-plots  ## a record, the page to check it on and a comparison of areas, from invented documents
	@mkdir -p $(DEMO)
	@$(BIN)/ciextract parse $(REPORT) --output $(DEMO)/record.json
	@$(BIN)/ciextract review $(REPORT) --record $(DEMO)/record.json --output $(DEMO)/review.html --quiet
	@$(BIN)/ciextract batch $(COMPARED) --out $(DEMO)/records --quiet
	@$(BIN)/ciextract compare $(DEMO)/records --output $(DEMO)/comparison.html --quiet
	@echo "$(DEMO)/record.json       what an invented report says, each value with its words, page and place"
	@echo "$(DEMO)/review.html       open it in a browser: every value beside its place on the page"
	@echo "$(DEMO)/comparison.html   open it in a browser: the grades and shares of several areas"
	@echo "Now a report of yours:    $(BIN)/ciextract review report.pdf --output review.html"

test: $(VENV)/installed-dev  ## all tests
	$(BIN)/python -m pytest -n 2 --dist worksteal

test-browser: $(VENV)/installed-dev $(VENV)/installed-browser  ## the review page in a real Chromium
	@command -v $(CHROMIUM) > /dev/null || { test "$$(id -u)" = 0 && apt-get update -q && apt-get install -y -q chromium; } || \
	  { echo "make test-browser needs $(CHROMIUM): sudo apt-get install chromium, or name one with CHROMIUM=" >&2; exit 1; }
	CIEXTRACT_CHROMIUM="$$(command -v $(CHROMIUM))" $(BIN)/python -m pytest tests/browser

package: $(VENV)/installed-dev $(VENV)/installed-package  ## wheel and sdist into dist/; what users install is installed and tried
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist
	$(BIN)/python -m twine check --strict dist/*
	CIEXTRACT_PACKAGE=dist $(BIN)/python -m pytest tests/package

check: $(VENV)/installed-dev  ## lint, layout and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

schemas: $(VENV)/installed  ## the JSON Schemas of this version
	$(BIN)/ciextract schema --output schemas
	$(BIN)/python docs/record_page.py

docs: $(VENV)/installed-docs  ## the site, into build/docs
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going -d build/doctrees docs build/docs
	@echo "open build/docs/index.html"

man: $(VENV)/installed  ## docs/ciextract.1, from the declarations of the commands
	$(BIN)/python docs/man_page.py

licences:  ## docs/licences.md, from an environment of its own that has every extra
	test -x $(EVERYTHING)/bin/python || $(PYTHON) -m venv $(EVERYTHING)
	$(EVERYTHING)/bin/python -m pip install --quiet --disable-pip-version-check --editable \
	  '.[$(shell sed -n '/^\[project.optional/,/^\[project.scripts/s/^\([a-z]*\) = .*/\1/p' pyproject.toml | paste -sd,)]'
	$(EVERYTHING)/bin/python docs/licences_page.py

accuracy: $(VENV)/installed-dev  ## the scorecard against the records written by hand; VERDICTS=dir: against reviewers' verdicts
	$(BIN)/python -m benchmarks.accuracy $(if $(VERDICTS),--verdicts $(VERDICTS),--scorecard docs/accuracy.md)

bench: $(VENV)/installed-dev  ## how fast the extractors read, beside peers
	$(BIN)/python -m benchmarks.throughput

hostile: $(VENV)/installed-dev  ## 5,000 damaged documents, sorted by what became of them
	$(BIN)/python -m benchmarks.hostile --list

kill: $(VENV)/installed-dev  ## a batch killed at 50 random moments, and run again
	$(BIN)/python -m benchmarks.batch kill

bench-pages: $(VENV)/installed-dev  ## how fast the pages of PDFs become records, beside peers
	-$(MAKE) $(PEERS)/installed
	$(BIN)/python -m benchmarks.pages

fixtures: $(VENV)/installed-fixtures  ## the documents of fixtures/, made from their sources by the producers that are installed
	$(BIN)/python fixtures/build.py
	$(BIN)/python fixtures/traps/build.py

clean:  ## what was built, but for the virtual environment
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .ci-venv

# What is installed as a package pip compiles; what is installed as a checkout it does not.
$(VENV)/installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	$(BIN)/python -m compileall -q src && touch $@

$(VENV)/installed-%: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[$*]'
	$(BIN)/python -m compileall -q src && touch $@

# The peers are measured where they can be installed; the project depends on none of them.
$(PEERS)/installed:
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check 'pypdf>=5,<7' 'markitdown[pdf]>=0.1,<0.2'
	touch $@

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "ciextract needs Python 3.11 or later")'
	$(PYTHON) -m venv $(VENV)
