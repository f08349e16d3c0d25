# What a person types. Each target says what it does; `make` alone lists them.
# SWIFT_BUILD_FLAGS is handed to every `swift build`, as in SWIFT_BUILD_FLAGS="--scratch-path /elsewhere".

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help build test demo format lint bench screenshots check

BUILD_PACKAGES := ca-certificates g++ pkgconf libpq-dev libsqlite3-dev libsimdjson-dev libzstd-dev zlib1g-dev
TEST_PACKAGES := chromium fonts-dejavu-core nginx-light openssl postgresql python3 python3-venv strace
BENCH_PACKAGES := $(TEST_PACKAGES) libnginx-mod-http-lua wrk
SOURCES := Package.swift Sources Tests

PONTE = $$(swift build $(SWIFT_BUILD_FLAGS) --show-bin-path)/ponte

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## Build everything (debug), with the Debian packages that it takes
	@Scripts/ensure-packages $(BUILD_PACKAGES)
	@swift build $(SWIFT_BUILD_FLAGS) --product ponte

demo: build ## Start a store on this machine, connect it, sync it, follow it live; Ctrl-C ends it
	@exec "$(PONTE)" demo $(DEMO_FLAGS)

test: ## Run every test; the last line counts them
	@Scripts/ensure-packages $(BUILD_PACKAGES) $(TEST_PACKAGES)
	@exec Scripts/run-tests $(if $(BESIDE),--beside $(BESIDE)) $(TEST_FLAGS)

format: ## Format the sources in place
	@swift format --in-place --parallel --recursive $(SOURCES)

lint: ## Check the format and the house rules (import table, sizes, words, links)
	@Scripts/ensure-packages $(BUILD_PACKAGES)
	@swift format lint --strict --parallel --recursive $(SOURCES)
	@exec Scripts/run-tests --only tidy

check: lint test ## What CI runs

bench: ## Measure against bare client, bare server and the peer, five rounds; writes docs/benchmarks.md
	@Scripts/ensure-packages $(BUILD_PACKAGES) $(BENCH_PACKAGES)
	@swift build $(SWIFT_BUILD_FLAGS) -c release --product ponte
	@exec python3 Benchmarks/bench.py --ponte "$$(swift build $(SWIFT_BUILD_FLAGS) -c release --show-bin-path)/ponte" $(BENCH_FLAGS)

screenshots: build ## Photograph the running console anew for docs/images
	@Scripts/ensure-packages $(BUILD_PACKAGES) $(TEST_PACKAGES) pngquant
	@PONTE_BINARY="$(PONTE)" exec Scripts/with-venv Scripts/screenshots
