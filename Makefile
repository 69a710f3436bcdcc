# Every target is the name of a command or a check; `make` alone lists them.
FITS = import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(or $(firstword $(foreach name,python3 python3.13 python3.12 python3.11,$(shell $(name) -c '$(FITS)' 2>/dev/null && echo $(name)))),python3)
RELEASE ?= tests/golden/sample-release.txt
OUT ?= sample-release.json
DATA ?= training_data
BIN = .venv/bin

.DEFAULT_GOAL = help
.PHONY: help run test browser pictures lint types train base soft encoder precise figures evaluate check-model corpus-check corpus-stats card bench docs wheel fuzz clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  \1\t/' | expand -t 18

.venv/installed: pyproject.toml constraints.txt nlp/build_extensions.py $(wildcard nlp/forelook/*.pyx nlp/forelook/*/*.pyx nlp/forelook/*/*/*.pyx nlp/forelook/*/*.pxd nlp/forelook/*/*.h)
	@$(PYTHON) -c '$(FITS)' || (echo "forelook needs Python 3.11 to 3.13; name one: make PYTHON=/path/to/python3.13 $(MAKECMDGOALS)"; exit 2)
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade -c constraints.txt pip
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[parquet,plots,office,serve,precise]' --group dev
	@touch $@

run: .venv/installed ## tag a release and show it (RELEASE=path for your own; the JSON goes to OUT)
	@$(BIN)/forelook show $(RELEASE) -o $(OUT)
	@echo "The JSON is in $(OUT)."

test: .venv/installed ## run the tests
	$(BIN)/python -m pytest

.browser/installed: .venv/installed
	@for name in $${CHROMIUM:-chromium-headless-shell chromium chromium-browser google-chrome}; do command -v $$name && break; done || \
		{ test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq chromium-headless-shell fonts-dejavu; } || \
		{ echo "no Chromium here; install Debian's chromium-headless-shell, or set CHROMIUM to the path of one"; exit 2; }
	npm install --prefix .browser --no-audit --no-fund --silent axe-core@4.14.1
	$(BIN)/python -m pip install --quiet -c constraints.txt --group browser
	@touch $@

browser: .browser/installed ## test the pages in a real Chromium: filters, keys, saving, print, axe-core
	$(BIN)/python -m pytest tests/browser

pictures: .browser/installed ## make the pictures of README again
	$(BIN)/python -m tools.pictures

lint: .venv/installed ## check style
	$(BIN)/ruff check nlp tests
	$(BIN)/ruff format --check nlp tests

types: .venv/installed ## check types
	$(BIN)/mypy

train: .venv/installed ## train on DATA, on top of the base, and put the model in place unless it is worse (FORCE=1: in any case)
	$(BIN)/forelook train $(DATA) $(if $(GOLD),--gold $(GOLD)) $(if $(FORCE),--force)

soft: .venv/installed ## label TEXTS="real.jsonl …" with the transformers in STATES=DIR (missing ones are trained) into SOFT=soft.npz, and copies made over into MADE_OVER=file.jsonl.gz (extra [teacher])
	$(BIN)/python -m tools.make_soft $(STATES) $(TEXTS) --data $(DATA) -o $(SOFT) $(if $(MADE_OVER),--made-over $(MADE_OVER))

encoder: .venv/installed ## make the text encoder from TEXTS="real.jsonl …", SOFT and MADE_OVER into ENCODER=encoder.npz, for `make base` (extra [teacher])
	$(BIN)/python -m tools.make_encoder $(TEXTS) --data $(DATA) $(if $(SOFT),--soft $(SOFT)) $(if $(MADE_OVER),--made-over $(MADE_OVER)) -o $(ENCODER)

base: .venv/installed ## make the base from TEXTS="real.jsonl …", which are not in the repository (SOFT="soft.npz …", ENCODER=encoder.npz; HELD_OUT=file for `make precise`)
	$(BIN)/python -m tools.make_base $(TEXTS) --data $(DATA) $(if $(SOFT),--soft $(SOFT)) $(if $(ENCODER),--encoder $(ENCODER)) $(if $(HELD_OUT),--held-out $(HELD_OUT))

precise: .venv/installed ## make the transformer of the extra [precise] from TEXTS="real.jsonl …" and those in STATES=DIR (missing ones are trained) (HELD_OUT=file of `make base`; extra [teacher])
	$(BIN)/python -m tools.make_precise $(STATES) $(TEXTS) --data $(DATA) $(if $(HELD_OUT),--held-out $(HELD_OUT))

figures: .venv/installed ## fit the small models behind figures to DATA and TEXTS="real.jsonl …", which are not in the repository
	$(BIN)/python -m tools.fit_figures $(TEXTS) --data $(DATA)

evaluate: .venv/installed ## score the model on GOLD=file.jsonl
	$(BIN)/forelook evaluate $(GOLD)

check-model: .venv/installed ## check by digest that the committed model is fresh
	$(BIN)/forelook train $(DATA) --check

corpus-check: .venv/installed ## check the corpus: format, speakers, duplicates, and the counts of its plan
	$(BIN)/forelook corpus check $(DATA)
	$(BIN)/python -m tools.plan $(DATA)

corpus-stats: .venv/installed ## print the tables of the data card
	$(BIN)/forelook corpus stats $(DATA)

card: .venv/installed ## write the generated numbers into README and cards
	$(BIN)/python -m tools.card

bench: .venv/installed ## measure speed and memory against stock pipelines
	$(BIN)/python tests/bench/bench.py

docs: .venv/installed ## write the reference of the public names to build/docs
	PYTHONWARNINGS=error $(BIN)/python -m tools.reference build/docs

wheel: .venv/installed ## build the sdist and this Python's wheel into dist/, and try it in a fresh environment (HOME_PAGE=address of the repository)
	$(BIN)/python -m pip install --quiet -c constraints.txt --group wheel
	rm -rf dist
	FORELOOK_HOME=$(HOME_PAGE) PIP_CONSTRAINT=$(CURDIR)/constraints.txt $(BIN)/python -m build --outdir dist
	if [ "$$(uname)" = Linux ]; then PATH=$(CURDIR)/$(BIN):$$PATH $(BIN)/auditwheel repair --strip --wheel-dir dist dist/*-linux_*.whl && rm dist/*-linux_*.whl; fi
	$(BIN)/python -m tools.try_wheel dist/*.whl $(RELEASE)

fuzz: .venv/installed ## search for new failures with fresh seeds: half an hour
	$(BIN)/python -m tests.fuzz

clean: ## remove everything installed and built
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache
	find nlp -name '*.so' -delete
