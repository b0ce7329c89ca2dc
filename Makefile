# make setup     install the system packages that are missing (Debian's apt-get)
# make build     the `concord` tool, as .build/debug/concord
# make demo      scaffold the Petstore, start its server, call it with curl, stop it
# make test      every test, and the packages under Examples/ and generated/
# make lint      swift format, strictly
# make generate  bless the goldens again and write generated/ anew
# make corpus    the laws over every document under CONCORD_CORPUS, and Documentation/Corpus.md
# make bench     what reading and writing costs, on the largest documents under CONCORD_CORPUS
# make fuzz      texts made up by libFuzzer, for FUZZ_SECONDS (60): none may break a law
# make docs      the Petstore's reference page, as .build/docs/petstore/index.html
# make clean     forget everything that was built

# One scratch folder for this package, for Examples/ and for the packages under generated/, so that swift-syntax is
# compiled once for all of them: SwiftPM keeps what it built for the one when it builds the other. It also keeps the
# plan of the last build, which would be the other package's; hence the second option.
OPTIONS := --scratch-path "$(CURDIR)/.build" --disable-build-manifest-caching
CONCORD := .build/debug/concord
PYTHON := .build/python/bin/python3

SYSTEM_PACKAGES := libyaml-dev libmd4c-dev pkg-config curl python3-venv
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
LINTED := $(shell git ls-files --cached --others --exclude-standard '*.swift' ':!:**/Fixtures/**')

.PHONY: setup build demo test lint generate corpus bench fuzz docs clean
.NOTPARALLEL:

setup:
	@missing=""; for package in $(SYSTEM_PACKAGES); do \
		dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
		echo "installing$$missing"; \
		$(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; \
	fi

# What judges the documents that Concord writes, independently of it.
$(PYTHON):
	@$(MAKE) --no-print-directory setup
	/usr/bin/python3 -m venv .build/python
	$(PYTHON) -m pip install --quiet openapi-spec-validator PyYAML
	@touch $@

build: setup
	swift build $(OPTIONS) --product concord

demo: setup
	@Scripts/demo

test: setup $(PYTHON)
	swift test $(OPTIONS)
	Scripts/test-refused
	Scripts/test-packages

lint:
	swift format lint --strict --parallel --configuration .swift-format $(LINTED)

generate: build
	CONCORD_BLESS=1 swift test $(OPTIONS) --filter 'Golden|ConcordMappingTests'
	Scripts/generate

corpus: build
	@test -d "$$CONCORD_CORPUS" || { echo "set CONCORD_CORPUS to a folder of OpenAPI documents"; exit 2; }
	swift test $(OPTIONS) --filter 'Corpus|LawTests'
	swift build $(OPTIONS) -c release --product ConcordCorpus
	-Scripts/compile-scaffolds --results .build/compiled $(wildcard $(CONCORD_CORPUS)/*/openapi.*)
	.build/release/ConcordCorpus $(wildcard $(CONCORD_CORPUS)/*/openapi.*) --compiled .build/compiled --table Documentation/Corpus.md

bench: setup
	Benchmarks/run

fuzz: setup
	Fuzzing/run

docs: build
	$(CONCORD) docs specs/petstore/openapi.yaml --output .build/docs/petstore

clean:
	rm -rf .build
