# make demo: everything built, the demo article shown.  make test: every test.  make test-cms: each embed in a published
# WordPress and Wagtail article.  make test-hosts: a live chart in each notebook and app.  All set themselves up.
PYTHON ?= python3
SERVE ?= 1
PORT ?= 8000
BIN := .venv/bin

.PHONY: demo dist test build setup browsers lint types-check drift test-js test-python test-cms test-hosts cms bench lock clean
.DELETE_ON_ERROR:

demo: build
	$(BIN)/python demo/make.py
	@if [ "$(SERVE)" != 0 ]; then $(BIN)/python demo/serve.py $(PORT); else echo "Built: demo/site/article.html"; fi

test: build browsers lint types-check drift test-js test-python

setup: .venv/ready js/node_modules/ready

.venv/ready: requirements/dev.txt pyproject.toml hatch_build.py js/node_modules/ready
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "tradecontext needs Python 3.11 or later; name one with make PYTHON=python3.12")'
	@echo "Setting up .venv with the tools and libraries of development: some minutes, once"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

js/node_modules/ready: js/package.json js/package-lock.json
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? (console.error("tradecontext needs Node 20 or later"), 1) : 0)'
	cd js && npm ci --silent --no-audit --no-fund
	@touch $@

build: setup
	cd js && npm run --silent build

browsers:
	sh scripts/browsers.sh

cms: .venv-cms/ready
	sh scripts/cms.sh

.venv-cms/ready: requirements/cms.txt
	$(PYTHON) -m venv .venv-cms
	.venv-cms/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/cms.txt
	@touch $@

.venv-hosts/ready: requirements/hosts.txt pyproject.toml hatch_build.py js/node_modules/ready
	$(PYTHON) -m venv .venv-hosts
	.venv-hosts/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/hosts.txt
	.venv-hosts/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	cd js && npm run --silent lint

types-check: setup
	$(BIN)/mypy
	cd js && npm run --silent check

drift: build
	$(BIN)/python scripts/make_locales.py --check
	$(BIN)/python scripts/make_types.py --check
	$(BIN)/python scripts/make_partners.py --check
	$(BIN)/python scripts/make_fonts.py --check
	$(BIN)/python -W ignore scripts/make_specs.py --check
	$(BIN)/python -W ignore scripts/make_dist.py --check
	$(BIN)/python -W ignore scripts/make_pictures.py --check

dist: build
	$(BIN)/python -W ignore scripts/make_dist.py
	$(BIN)/python -W ignore scripts/make_pictures.py
	rm -f dist/*.whl dist/*.tar.gz
	$(BIN)/python -m build --no-isolation --skip-dependency-check --outdir dist . >/dev/null

test-js: setup
	cd js && npm test --silent

test-python: build browsers
	$(BIN)/pytest -q -n 2 --dist loadfile

# One system to a worker.
test-cms: build cms
	$(BIN)/pytest -q -n 2 --dist loadfile tests/cms

# A host and all its pages to a worker.
test-hosts: build browsers .venv-hosts/ready
	$(BIN)/pytest -q -n 2 --dist loadgroup tests/hosts

bench: build browsers
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements/bench.txt
	cd benchmarks && npm ci --silent --no-audit --no-fund
	$(BIN)/python benchmarks/run.py

lock:
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-find-links --no-header --output-file requirements/dev.txt requirements/dev.in
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-find-links --no-header --output-file requirements/bench.txt requirements/bench.in
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-find-links --no-header --output-file requirements/cms.txt requirements/cms.in
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-find-links --no-header --output-file requirements/hosts.txt requirements/hosts.in

clean:
	rm -rf .venv .venv-cms .venv-hosts js/node_modules benchmarks/node_modules demo/site src/tradecontext/static/*.js src/tradecontext/static/*.css
