# Four words: demo, test, check, bench. Each makes what it needs, so the first run takes longer.
# And two for who works on it: voorbeelden (docs/voorbeelden/), pins.
PORT ?= 8000
VENV ?= .venv
PY := $(VENV)/bin/python
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev
export PORT

.PHONY: demo test check bench voorbeelden pins

# What deploy/vereisten.sh looks for: all of it at once, before the first minute is spent.
SOORT := demo
test: SOORT := test
check bench: SOORT := check

demo: $(RUNTIME)
	@exec env OMGEVING=demo PYTHONUNBUFFERED=1 $(PY) manage.py demo

# -n 4: four test processes, each with a database of its own; two cores carry them, for they wait
# for browsers, locks and workers more than they compute. In the order of the folders the long walks
# in a browser come first, so that none of them is left for last.
test: $(DEV)
	@deploy/vereisten.sh $(SOORT)
	@$(PY) -m pytest -n 4 --dist loadfile --no-loadscope-reorder $(ARGS)

check: $(DEV)
	@deploy/vereisten.sh $(SOORT)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	git ls-files -z 'templates/*.html' | xargs -0r $(VENV)/bin/djade --target-version 5.2 --check
	$(VENV)/bin/mypy
	$(PY) manage.py makemigrations --check --dry-run
	$(PY) manage.py check --fail-level WARNING
	set -a && . deploy/productie.voorbeeld.env && \
	$(PY) manage.py check --deploy --tag security --fail-level WARNING
	$(PY) -m pytest -q tests/test_architectuur.py

bench: $(DEV)
	@deploy/vereisten.sh $(SOORT)
	@$(PY) manage.py bench

# A region of its own, so that nobody has moved on in it.
VOORBEELDEN := var/voorbeelden
voorbeelden: $(RUNTIME)
	@rm -rf $(VOORBEELDEN) && mkdir -p $(VOORBEELDEN)
	@env OMGEVING=demo OPSLAG_MAP=$(VOORBEELDEN)/opslag \
	  DATABASE_URL=sqlite:///$(VOORBEELDEN)/portaal.sqlite3 $(PY) manage.py voorbeelden

# After a change of pyproject.toml; needs uv.
pins:
	$(UV) pip compile pyproject.toml --universal --generate-hashes --no-header --no-annotate \
	  --upgrade -o requirements.txt
	$(UV) pip compile pyproject.toml --group dev --universal --generate-hashes --no-header \
	  --no-annotate -c requirements.txt -o requirements-dev.txt
UV ?= uv

$(VENV)/bin/python:
	@deploy/vereisten.sh $(SOORT)
	python3 -m venv $(VENV)

$(RUNTIME): requirements.txt | $(VENV)/bin/python
	@deploy/vereisten.sh $(SOORT)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(DEV): requirements-dev.txt | $(VENV)/bin/python
	@deploy/vereisten.sh $(SOORT)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ $(RUNTIME)
