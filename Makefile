# make setup     install missing system packages (Debian's apt-get)
# make build     build the `concord` tool as .build/debug/concord
# make install   install the tool and its completions in PREFIX (/usr/local)
# make demo      scaffold the Petstore, start its server, and call it with curl; then the same for Todo with its database
# make test      run all tests, and build the packages in Examples/ and generated/
# make lint      run swift format in strict mode
# make generate  update the goldens and generated/
# make corpus    test the round-trip laws with every document in CONCORD_CORPUS, and update Documentation/Corpus.md
# make bench     measure reading and writing with the largest documents in CONCORD_CORPUS
# make fuzz      test the laws with inputs from libFuzzer for FUZZ_SECONDS (60)
# make conformance  send the JSON Schema Test Suite and the requests of schemathesis to servers, and update
#                Documentation/Conformance.md; some of the servers are scaffolded from documents in CONCORD_CORPUS
# make docs      write the reference sites of the documents in specs/ to .build/docs/*/index.html
# make docs-api  write the DocC pages of the products to .build/docs-api/site, and check their links
# make clean     delete all build products

# This package, Examples/, and the packages in generated/ share a scratch folder, so that swift-syntax is compiled only
# once: SwiftPM keeps the build products of one package when it builds another. It also caches the manifest of the last
# build, which may be another package's; the second option disables this.
OPTIONS := --scratch-path "$(CURDIR)/.build" --disable-build-manifest-caching
CONCORD := .build/debug/concord
PYTHON := .build/python/bin/python3

PREFIX ?= /usr/local
INSTALLED := $(DESTDIR)$(PREFIX)
# The configuration of `make install`. A release build of swift-syntax takes 15 minutes of CPU time.
CONFIGURATION ?= release

# The packages for apt-get (Debian), and for Homebrew on macOS.
SYSTEM_PACKAGES := libyaml-dev libmd4c-dev libsqlite3-dev zlib1g-dev pkg-config curl python3-venv
HOMEBREW_PACKAGES := libyaml md4c sqlite zlib pkgconf
# The tests use SQLite and a PostgreSQL server, which they start and stop.
test generate corpus conformance: SYSTEM_PACKAGES += libpq-dev postgresql
test generate corpus conformance: HOMEBREW_PACKAGES += libpq postgresql@17
# The tests read the reference sites in headless Chromium.
test corpus: SYSTEM_PACKAGES += chromium chromium-driver
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
# Targets that build the modules of all products.
DOCUMENTED := Concord ConcordTesting ConcordAdmin ConcordJWT ConcordTLS ConcordSQLite ConcordPostgreSQL ConcordOpenAPI
LINTED := $(shell git ls-files --cached --others --exclude-standard '*.swift' ':!:**/Fixtures/**')

.PHONY: setup build install demo test lint generate corpus bench conformance fuzz docs docs-api clean
.NOTPARALLEL:

ifeq ($(shell uname -s),Darwin)
setup:
	@brew list --versions $(HOMEBREW_PACKAGES) >/dev/null 2>&1 || brew install $(HOMEBREW_PACKAGES)
else
setup:
	@command -v dpkg-query >/dev/null || { echo "install the equivalents of Debian's $(SYSTEM_PACKAGES)"; exit 0; }; \
	missing=""; for package in $(SYSTEM_PACKAGES); do \
		dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
		echo "installing$$missing"; \
		$(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; \
	fi
endif

# The validators of Concord's documents and pages, which are independent of Concord.
$(PYTHON):
	@$(MAKE) --no-print-directory setup
	/usr/bin/python3 -m venv .build/python
	$(PYTHON) -m pip install --quiet openapi-spec-validator PyYAML axe-core-python
	@touch $@

build: setup
	swift build $(OPTIONS) --product concord

install: setup
	swift build $(OPTIONS) --configuration $(CONFIGURATION) --product concord
	install -d "$(INSTALLED)/bin" "$(INSTALLED)/share/bash-completion/completions" \
		"$(INSTALLED)/share/zsh/site-functions" "$(INSTALLED)/share/fish/vendor_completions.d"
	install -m 755 .build/$(CONFIGURATION)/concord "$(INSTALLED)/bin/concord"
	.build/$(CONFIGURATION)/concord --generate-completion-script bash \
		> "$(INSTALLED)/share/bash-completion/completions/concord"
	.build/$(CONFIGURATION)/concord --generate-completion-script zsh > "$(INSTALLED)/share/zsh/site-functions/_concord"
	.build/$(CONFIGURATION)/concord --generate-completion-script fish \
		> "$(INSTALLED)/share/fish/vendor_completions.d/concord.fish"

demo: setup
	@Scripts/demo

# The tests that send requests over sockets run on their own. In one process with the tests that only compute, which occupy
# all threads for minutes, their connections would time out.
SOCKET_TESTS := ^Concord(Admin|Server|Users)Tests\.|Tests\.(BodyForm|Browser|Console|ServedPage|Watch)Tests/

test: setup $(PYTHON)
	CONCORD_PROGRAMS="$(CURDIR)/.build/programs" swift test $(OPTIONS) --skip '$(SOCKET_TESTS)'
	swift test $(OPTIONS) --skip-build --filter '$(SOCKET_TESTS)'
	Scripts/compile-shown .build/programs
	Scripts/test-refused
	Scripts/test-packages
	Scripts/test-tutorial

lint:
	swift format lint --strict --parallel --configuration .swift-format $(LINTED)
	Scripts/check-links

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

conformance: build $(PYTHON)
	Scripts/json-schema-test-suite scaffold
	swift build $(OPTIONS) --package-path generated/json-schema-test-suite
	Scripts/json-schema-test-suite run
	$(PYTHON) -m pip install --quiet schemathesis==4.32.5
	swift build $(OPTIONS) --product Shop
	Scripts/schemathesis scaffold
	swift build $(OPTIONS) --package-path .build/schemathesis
	for app in Weather Bazaar Diary Petstore; do swift build $(OPTIONS) --package-path Examples --product $$app || exit 1; done
	Scripts/schemathesis run

fuzz: setup
	Fuzzing/run document
	Fuzzing/run request

docs: build
	@for document in specs/*/openapi.*; do \
		name=$$(basename "$$(dirname "$$document")"); \
		$(CONCORD) docs "$$document" --output ".build/docs/$$name" || exit 1; \
		echo ".build/docs/$$name/index.html"; \
	done

docs-api: SYSTEM_PACKAGES += libpq-dev
docs-api: HOMEBREW_PACKAGES += libpq
docs-api: setup
	for target in $(DOCUMENTED); do swift build $(OPTIONS) --target $$target || exit 1; done
	Scripts/docs-api

clean:
	rm -rf .build
