# Two commands do most things: `make serve` and `make test`. `make` alone lists them all.
# Written for the make that comes with macOS (3.81) as well as for newer ones.

PYTHON ?= python3
UV := uv==0.13.9
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SITE_READY := $(VENV)/.site-ready
TEST_READY := $(VENV)/.test-ready
PEERS := .venv-peers
PEERS_READY := $(PEERS)/.ready
PIP := $(BIN)/pip --disable-pip-version-check --no-input install --quiet
# Packages laid by with `make wheels` are used instead of the network, if they are those locked.
SOURCE := $(shell cmp -s requirements.lock .wheels/requirements.lock \
  && echo --no-index --find-links .wheels)
LOCK := --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" --fork-strategy fewest --quiet
CODE := $(wildcard toolkit tests benchmarks deploy notebooks casestudies)

.DEFAULT_GOAL := help
.PHONY: help serve site lite test check lint browser soak bench style frontend words lock wheels clean

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

serve: $(READY) ## start the apps and open them in your browser
	@$(BIN)/python -m toolkit serve $(ARGS)

site: $(SITE_READY) ## make the copy that needs no server, in the folder site
	@$(BIN)/python -m toolkit site site $(ARGS)

lite: $(SITE_READY) ## make the copy that runs in visitors' own browsers, in the folder lite
	@$(BIN)/python -m toolkit lite lite $(ARGS)

test: lint browser ## check everything: code, content, notebooks, and the apps in a browser
	$(BIN)/python -m pytest --numprocesses logical --maxprocesses 4 \
	  --dist loadfile --no-loadscope-reorder --doctest-modules --nbval-lax --nbval-current-env \
	  tests toolkit notebooks casestudies

check: lint ## check all but the browser and the notebooks' runs, in under two minutes
	$(BIN)/python -m pytest --numprocesses logical --maxprocesses 4 \
	  --doctest-modules -m "not browser" tests toolkit

lint: $(TEST_READY) ## check the form of the code and of the content
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy
	$(BIN)/python -m toolkit check

browser: $(TEST_READY) ## fetch Chromium for the browser tests, where there is none
	@$(BIN)/python tests/chromium.py || $(BIN)/playwright install chromium || true

soak: browser ## load each app 100 times and visit one page 1,000 times; say what went wrong
	$(BIN)/python benchmarks/soak.py $(ARGS)
	$(BIN)/python benchmarks/many_visits.py $(ARGS)

bench: browser ## compare speed, bytes and memory with stock Voilà and Panel; takes a quarter of an hour
	@$(MAKE) --no-print-directory $(PEERS_READY) \
	  || echo "Panel could not be installed. The rest is compared without it."
	$(BIN)/python benchmarks/bench.py $(ARGS)

style: ## build the style sheet again, from GOV.UK Frontend and ours (needs npm)
	cd toolkit/views/static/style && npm ci && node build.mjs

frontend: ## build the script that connects pages to their kernels (needs npm)
	cd toolkit/serving/front_end && npm ci && node build.mjs

words: $(READY) ## list the interface's words for translators
	@$(BIN)/python -m toolkit words

lock: $(READY) ## choose the newest packages again, and write the lock files
	$(PIP) $(UV)
	$(BIN)/uv pip compile pyproject.toml $(LOCK) --upgrade --group build --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml $(LOCK) --upgrade --group site \
	  --constraint requirements.lock --output-file requirements-site.lock
	$(BIN)/uv pip compile pyproject.toml $(LOCK) --upgrade --group test \
	  --constraint requirements.lock --output-file requirements-test.lock
	$(BIN)/uv pip compile $(LOCK) --upgrade --group peers --output-file requirements-peers.lock

wheels: $(READY) ## lay by the packages for a machine with no network
	$(BIN)/pip --disable-pip-version-check download --quiet --require-hashes \
	  --dest .wheels --requirement requirements.lock
	@cp requirements.lock .wheels/

clean: ## remove what make made
	rm -rf $(VENV) $(PEERS) .wheels .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist \
	  test-results benchmarks/results site lite toolkit/views/static/style/node_modules toolkit/serving/front_end/node_modules
	find . -name __pycache__ -prune -exec rm -rf {} +

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null || { \
	  echo "The toolkit needs Python 3.11 or newer; '$(PYTHON)' is older or is not there." \
	    "Install one, or name it: PYTHON=python3.12 make serve"; exit 1; }
	@echo "Installing into $(VENV). This happens once and takes a few minutes."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) $(SOURCE) --require-hashes --requirement requirements.lock
	@$(PIP) --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(SITE_READY): $(READY) requirements-site.lock
	@echo "Installing what makes a copy that needs no server."
	@$(PIP) --require-hashes --requirement requirements-site.lock
	@touch $@

$(TEST_READY): $(READY) requirements-test.lock
	@echo "Installing what the tests need."
	@$(PIP) --require-hashes --requirement requirements-test.lock
	@touch $@

$(PEERS_READY): requirements-peers.lock
	@echo "Installing what the toolkit is compared with into $(PEERS)."
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/pip --disable-pip-version-check --no-input install --quiet \
	  --require-hashes --requirement requirements-peers.lock
	@touch $@
