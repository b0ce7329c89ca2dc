# make setup     install the system packages that are missing (Debian's apt-get)
# make build     the `concord` tool, as .build/debug/concord
# make install   the tool and its completions under PREFIX (/usr/local)
# make demo      scaffold the Petstore, start its server, call it with curl, stop it; the same with Todo and its database
# make test      every test, and the packages under Examples/ and generated/
# make lint      swift format, strictly
# make generate  bless the goldens again and write generated/ anew
# make corpus    the laws over every document under CONCORD_CORPUS, and Documentation/Corpus.md
# make bench     what reading and writing costs, on the largest documents under CONCORD_CORPUS
# make fuzz      texts made up by libFuzzer, for FUZZ_SECONDS (60): none may break a law
# make docs      the Petstore's reference page, as .build/docs/petstore/index.html
# make docs-api  DocC pages of the products, as .build/docs-api/site; every link is checked
# make clean     forget everything that was built

# One scratch folder for this package, for Examples/ and for the packages under generated/, so that swift-syntax is
# compiled once for all of them: SwiftPM keeps what it built for the one when it builds the other. It also keeps the
# plan of the last build, which would be the other package's; hence the second option.
OPTIONS := --scratch-path "$(CURDIR)/.build" --disable-build-manifest-caching
CONCORD := .build/debug/concord
PYTHON := .build/python/bin/python3

PREFIX ?= /usr/local
INSTALLED := $(DESTDIR)$(PREFIX)
# What `make install` builds; a release build compiles swift-syntax for 15 minutes of CPU.
CONFIGURATION ?= release

# Debian's names, for apt-get; on macOS the Makefile takes Homebrew's.
SYSTEM_PACKAGES := libyaml-dev libmd4c-dev libsqlite3-dev pkg-config curl python3-venv
HOMEBREW_PACKAGES := libyaml md4c sqlite pkgconf
# The tests run in SQLite and in a server of PostgreSQL, which they start and stop.
test generate corpus: SYSTEM_PACKAGES += libpq-dev postgresql
test generate corpus: HOMEBREW_PACKAGES += libpq postgresql@17
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
LINTED := $(shell git ls-files --cached --others --exclude-standard '*.swift' ':!:**/Fixtures/**')

.PHONY: setup build install demo test lint generate corpus bench fuzz docs docs-api clean
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

# What judges the documents that Concord writes, independently of it.
$(PYTHON):
	@$(MAKE) --no-print-directory setup
	/usr/bin/python3 -m venv .build/python
	$(PYTHON) -m pip install --quiet openapi-spec-validator PyYAML
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

test: setup $(PYTHON)
	swift test $(OPTIONS)
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

fuzz: setup
	Fuzzing/run

docs: build
	$(CONCORD) docs specs/petstore/openapi.yaml --output .build/docs/petstore

docs-api: setup
	swift build $(OPTIONS) --target ConcordTesting
	swift build $(OPTIONS) --target Concord
	swift build $(OPTIONS) --target ConcordOpenAPI
	Scripts/docs-api

clean:
	rm -rf .build
