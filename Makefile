# make demo: everything built, the demo article shown.  make check: what is wrong within a minute.  make test: every
# test except those of test-cms and test-hosts.  make site: the documentation.  make test-cms: each embed in a published
# WordPress and Wagtail article, and what AMP and Ghost make of it.  make test-hosts: a chart in each notebook, app
# and site of notebooks.  make matrix: the quick tests on other versions.  All set themselves up.
PYTHON ?= python3
SERVE ?= 1
PORT ?= 8000
BIN := .venv/bin
PYTEST := $(BIN)/pytest -q -n 2
# Quick tests start neither browsers nor other programs, so that faults show at once.
QUICK := -m "not slow" --ignore=tests/browser
# What is made from something else, by scripts/make_*.py: written by `make golden`, compared by `make drift`.
MADE := types locales partners fonts specs dist pictures
PYTHONS := 3.11 3.12 3.13
export PYTHON
# Tests start Python hundreds of times: what it has compiled once is kept, whatever the surroundings say.
export PYTHONDONTWRITEBYTECODE =

.PHONY: demo dist golden check test ci build setup browsers lint types-check pyright drift quick tests test-js test-cms
.PHONY: test-hosts site release matrix $(PYTHONS:%=matrix-%) matrix-lowest cms live bench lock clean
.DELETE_ON_ERROR:

demo: build
	$(BIN)/python demo/make.py
	@if [ "$(SERVE)" != 0 ]; then $(BIN)/python demo/serve.py $(PORT); else echo "Built: demo/site/article.html"; fi

check: setup
	$(MAKE) --jobs=2 --keep-going --output-sync=target FEWER="--few 2 --hypothesis-profile quick" quick types-check lint

# What takes longest begins first, for where several run at a time.
test: build browsers tests drift lint types-check pyright test-js

# What .ci/run asks for.
ci: test test-hosts test-cms site matrix

setup: .venv/ready js/node_modules/ready

.venv/ready: requirements/dev.txt pyproject.toml hatch_build.py js/node_modules/ready
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "tradecontext needs Python 3.11 or later; name one with make PYTHON=python3.12")'
	@echo "Setting up .venv with the tools and libraries of development: some minutes, once"
	sh scripts/environment.sh .venv -r requirements/dev.txt
	sh scripts/environment.sh .venv --no-deps --no-build-isolation --editable .
	@touch $@

js/node_modules/ready: js/package.json js/package-lock.json
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? (console.error("tradecontext needs Node 20 or later"), 1) : 0)'
	cd js && npm ci --silent --no-audit --no-fund
	@touch $@

build: setup
	cd js && npm run --silent build

browsers:
	sh scripts/browsers.sh

# The system's package manager installs for one at a time.
cms: .venv-cms/ready | browsers
	sh scripts/cms.sh

.venv-cms/ready: requirements/cms.txt .venv/ready
	sh scripts/environment.sh .venv-cms -r requirements/cms.txt
	@touch $@

.amp/ready: scripts/amp.sh
	sh scripts/amp.sh
	@touch $@

tests/cms/node_modules/ready: tests/cms/package.json tests/cms/package-lock.json
	cd tests/cms && npm ci --silent --no-audit --no-fund
	@touch $@

.venv-hosts/ready: requirements/hosts.txt .venv/ready
	sh scripts/environment.sh .venv-hosts -r requirements/hosts.txt
	sh scripts/environment.sh .venv-hosts --no-deps --no-build-isolation --editable .
	@touch $@

.venv-site/ready: requirements/site.txt .venv/ready
	sh scripts/environment.sh .venv-site -r requirements/site.txt
	sh scripts/environment.sh .venv-site --no-deps --no-build-isolation --editable .
	@touch $@

# Every page is read anew, and every warning, such as a link to nothing, is an error; so is a page that asks for
# anything outside.
site: build .venv-site/ready
	.venv-site/bin/sphinx-build -q -E -W --keep-going docs site
	@echo "Built: site/index.html"

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports --no-cache
	cd js && npm run --silent lint

types-check: setup
	$(BIN)/mypy
	$(BIN)/mypy --config-file tests/mypy.ini
	cd js && npm run --silent check

.venv-release/ready: requirements/release.txt .venv/ready
	sh scripts/environment.sh .venv-release -r requirements/release.txt
	@touch $@

# The files of a release, in build/release; with VERSION, only if that is the version they would have.
release: build .venv-release/ready
	$(BIN)/python scripts/make_release.py .venv-release $(VERSION)

# A second type checker, that of most editors, which takes half a minute.
pyright: setup
	cd js && npm run --silent check-python

# Stale types of the spec are found by types-check, stale snapshots by the tests.
drift: build
	@for each in $(MADE); do $(BIN)/python -W ignore scripts/make_$$each.py --check || stale=1; done; [ -z "$$stale" ]

golden: setup
	cd js && npm run --silent types
	$(MAKE) build
	@for each in $(MADE); do echo "$$each"; $(BIN)/python -W ignore scripts/make_$$each.py || exit; done
	TRADECONTEXT_SNAPSHOTS=write $(PYTEST) tests/charts/test_snapshots.py

dist: golden
	rm -f dist/*.whl dist/*.tar.gz
	$(BIN)/python -m build --no-isolation --skip-dependency-check --outdir dist . >/dev/null

test-js: setup
	cd js && npm test --silent

quick: build
	$(PYTEST) $(QUICK) $(FEWER)

# Quick tests and slow ones, which are found and read together.
tests: build browsers .venv-release/ready
	$(PYTEST) --dist loadfile --no-loadscope-reorder

# One system to a worker.
test-cms: build cms .amp/ready tests/cms/node_modules/ready
	$(PYTEST) --dist loadfile tests/cms

# A host and all its pages to a worker.
test-hosts: build browsers .venv-hosts/ready .venv-site/ready
	$(PYTEST) --dist loadgroup tests/hosts

# Each in one process, since .ci/run runs two targets at a time.
matrix: $(PYTHONS:%=matrix-%) matrix-lowest

# Every second quick test is run there; on the newest Python all, which reports how much of the package they run through.
matrix-%: SHARE := --every 2
matrix-$(lastword $(PYTHONS)): export COVERAGE_CORE = sysmon
matrix-$(lastword $(PYTHONS)): SHARE := --cov

$(PYTHONS:%=matrix-%) matrix-lowest: matrix-%: build
	sh scripts/matrix.sh $* $(QUICK) $(SHARE) --few 1 --hypothesis-profile quick

# Asks the real services: needs a network, and tries what the keys in the environment allow.
live: setup
	$(BIN)/python scripts/live.py

bench: build browsers
	sh scripts/environment.sh .venv -r requirements/bench.txt
	cd benchmarks && npm ci --silent --no-audit --no-fund
	$(BIN)/python benchmarks/run.py

LOCK := $(BIN)/uv pip compile --quiet --strip-extras --no-header --generate-hashes --python-version 3.11.7

lock: setup
	for each in dev bench cms hosts site release; do $(LOCK) --upgrade --output-file requirements/$$each.txt requirements/$$each.in || exit; done
	$(LOCK) --resolution lowest-direct --all-extras --output-file requirements/lowest.txt pyproject.toml
	$(LOCK) --upgrade --all-extras --universal --output-file requirements/runtime.txt pyproject.toml

clean:
	rm -rf .amp .venv .venv-cms .venv-hosts .venv-site .venv-release .venv-matrix site js/node_modules tests/cms/node_modules benchmarks/node_modules demo/site src/tradecontext/static/*.js src/tradecontext/static/*.css
