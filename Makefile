# SPDX-License-Identifier: EUPL-1.2
# Everything a newcomer needs stands here; `make` alone lists it.

SHELL := /bin/bash
.DEFAULT_GOAL := help

# How many times `make crash` kills the server.
KILLS ?= 50

# How many times `make drills` loses a store or breaks a backup off.
DRILLS ?= 20

# How many faults `make failover` strikes with; its seed is any unless SEED is given.
ROUNDS ?= 30
SEED_CHOSEN := $(SEED)

# How many histories `make histories` lives, and from which seed on.
COUNT ?= 100000
SEED ?= 0

# How many seeds `make simulate` lives, from SEED on.
SEEDS ?= 1000

# How many cases `make year` files.
CASES ?= 10000

# Generated code keeps its generator's form; packages of their own keep their build products there.
SWIFT_FILES = find Package.swift Sources Tests ClientSDK -name '*.swift' \
	-not -path '*/Generated/*' -not -path '*/.build/*' -print0

.PHONY: help
help: ## What can be made (this list)
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | \
		awk -F '\t' '{ printf "  make %-12s %s\n", $$1, $$2 }'

.PHONY: setup
setup: ## Install the Debian packages that are missing; nothing if none is
	@.ci/setup

.PHONY: build
build: ## Build the server and the command line, without tests
	@.ci/setup build
	swift build --product recoursd
	swift build --product recours

# A debug build: from nothing it is ready first, and `make test` goes on from it.
.PHONY: demo
demo: build ## 140 cases filed and answered, a puzzle's copies found: the whole in one go
	swift build --product demo-platform
	@Tests/Demo/demo.sh

.PHONY: demo-cluster
demo-cluster: build ## Two servers on one PostgreSQL with a standby; one of each is killed
	@.ci/setup failover
	swift build --product demo-platform
	@Tests/Demo/cluster.sh

.PHONY: test
test: setup ## Everything that must hold before a change is merged
	@.ci/test

.PHONY: lint
lint: ## Form of the code and versions of what it depends on; quick
	@$(SWIFT_FILES) | xargs -0 swift format lint --strict --parallel
	@.ci/lock check
	@echo "lint: nothing to mend"

.PHONY: format
format: ## Bring the code to its form, in place
	@$(SWIFT_FILES) | xargs -0 swift format --in-place --parallel

.PHONY: generate
generate: setup ## Write the code made from Protos/ anew
	Sources/recours-codegen/generate.sh

.PHONY: interop
interop: build ## Other languages and refused handshakes against a real server
	swift build --product messages-echo
	Tests/Interop/run.sh

.PHONY: bench-stores
bench-stores: setup ## How many cases a second SQLite and PostgreSQL file
	@Tests/StoreBenchmark/run.sh

.PHONY: bench-servers
bench-servers: ## One, two and three servers on one PostgreSQL beside one on SQLite: make bench-servers QUICK=1
	@.ci/setup bench
	Tests/Benchmarks/run.sh --only servers $(if $(QUICK),--quick)

.PHONY: bench-matching
bench-matching: ## Index works and look listings up: make bench-matching WORKS="10000 100000 1000000"
	@.ci/setup build
	swift build -c release --product match-bench
	@"$$(swift build -c release --show-bin-path)/match-bench" speed $(WORKS)

.PHONY: bench-feed
bench-feed: ## Listings a second through a server, against 100,000 works: make bench-feed QUICK=1
	@.ci/setup bench
	Tests/Benchmarks/run.sh --only feed $(if $(QUICK),--quick)

.PHONY: match-quality
match-quality: ## Precision and recall of matching by threshold, and the thresholds that follow
	@.ci/setup bench
	@Tests/Matching/quality.sh

# Optimised, or a hundred thousand take a quarter of an hour.
.PHONY: histories
histories: ## Random lives of a case against its laws: make histories COUNT=100000 SEED=0
	@.ci/setup build
	swift build -c release --product case-histories
	@"$$(swift build -c release --show-bin-path)/case-histories" $(COUNT) $(SEED)

# CONTROL=name: something is wrong on purpose, and must be found; CONTROL=all: each. LOUD=1: all that happens.
.PHONY: simulate
simulate: ## Server, partners, network, disk and clocks in one process: make simulate SEEDS=10000 SEED=0
	@.ci/setup build
	swift build -c release --product simulation
	@simulation="$$(swift build -c release --show-bin-path)/simulation"; \
		for control in $(if $(filter all,$(CONTROL)),$$("$$simulation" --controls),$(or $(CONTROL),-)); do \
			"$$simulation" $(if $(CONTROL),--control "$$control") $(if $(LOUD),--loud) \
				$(if $(JOBS),--jobs $(JOBS)) $(SEEDS) $(SEED) || exit 1; \
		done

# Ten thousand cases of four platforms, an association and two mediators, in a few minutes.
.PHONY: year
year: build ## A simulated year through real sockets: make year CASES=10000 SEED=2018
	swift build --product year-driver
	@CASES=$(CASES) SEED=$(SEED) Tests/Year/run.sh

# PICTURES=n generated ones, each through every transform; CONTROL=1: hashes one frequency off, to fail in each row.
.PHONY: pictures
pictures: setup build ## Hashes of transformed pictures beside Meta's code: make pictures PICTURES=300 SEED=1
	@PICTURES=$(PICTURES) SEED=$(SEED_CHOSEN) CONTROL=$(CONTROL) QUICK=$(QUICK) Tests/Pictures/run.sh

.PHONY: acceptance
acceptance: setup build ## The twenty capabilities, one by one; CONTROL=1: each left out, to fail
	@CONTROL=$(CONTROL) Tests/Acceptance/run.sh

.PHONY: crash
crash: build ## Kill the server under load and while files go up: make crash KILLS=2000
	Tests/Crash/run.sh --kills $(KILLS)

.PHONY: drills
drills: build ## Back a loaded server up, lose it, restore it elsewhere: make drills DRILLS=20
	Tests/Crash/drills.sh --drills $(DRILLS)

# Hours in its full form; ONLY=word for some scenarios of it.
.PHONY: faults
faults: setup build ## Failing disks, power cuts, flipped bytes: make faults QUICK=1 ONLY=submit; CONTROL=1
	swift build --product store-check
	@CONTROL=$(CONTROL) QUICK=$(QUICK) Tests/Crash/faults.sh $(ONLY)

.PHONY: hostile
hostile: setup build ## The threat table, a line a row; CONTROL=1: each row must fail; QUICK=1; ONLY=word
	@CONTROL=$(CONTROL) QUICK=$(QUICK) Tests/Hostile/run.sh $(ONLY)

# Root, for a network namespace of its own.
.PHONY: lossy
lossy: setup build ## The SDK over networks that lose, cut and fall silent; CONTROL=1, QUICK=1, ONLY=word
	swift build --product lossy-driver
	@CONTROL=$(CONTROL) QUICK=$(QUICK) Tests/Lossy/run.sh $(ONLY)

# Root, for namespaces of its own; half an hour. ONLY="node disk" for some faults; SQL=1: plain SQL in the place of
# partners on the SDK. CONTROL=1: without synchronous replication, whose loss must be noticed.
.PHONY: failover
failover: build ## Two servers and three PostgreSQL under Patroni, under harm: make failover ROUNDS=30 SEED=1
	@.ci/setup failover
	swift build --product failover-driver
	@ROUNDS=$(ROUNDS) SEED=$(SEED_CHOSEN) ONLY="$(ONLY)" CONTROL=$(CONTROL) SQL=$(SQL) Tests/Failover/run.sh

.PHONY: recovery
recovery: build ## A table is dropped under load, and comes back to the moment before
	@.ci/setup failover
	@Tests/Failover/run.sh --recovery

.PHONY: scan
scan: ## sslyze, sslscan, testssl, GnuTLS and OpenSSL look at the server's TLS
	@.ci/setup scan
	swift build --product recoursd
	swift build --product tls-probe
	@Tests/Scan/run.sh

# With sanitisers, in a build of its own. What it finds is kept in Tests/Fuzzing/Finds and replayed by `make test`.
.PHONY: fuzz
fuzz: ## Feed every parser with anything: make fuzz MINUTES=60 ONLY="frames json"; CONTROL=1: a planted fault
	@.ci/setup build
	@MINUTES=$(or $(MINUTES),10) CONTROL=$(CONTROL) KEEP=$(KEEP) Tests/Fuzzing/run.sh $(ONLY)

.PHONY: sanitize
sanitize: setup ## ThreadSanitizer over the tests in which threads meet, valgrind over the codec
	@Tests/Fuzzing/sanitize.sh $(ONLY)

# Ten minutes on two cores that nobody else uses: ONLY=ten,neighbour,idle,stalled for some of it.
.PHONY: overload
overload: ## Ten times what the server can take, and what only costs; CONTROL=1: without shedding, to fail
	@.ci/setup bench
	@CONTROL=$(CONTROL) Tests/Overload/run.sh $(if $(ONLY),--only $(ONLY))

.PHONY: stats-page
stats-page: build ## Make the page of figures of a year of fiction, and look at it
	swift build --product stats-seed
	Tests/Stats/run.sh

.PHONY: matches-page
matches-page: build ## Make the page on which matches are judged, and judge them in a browser
	Tests/Matches/run.sh

# Hours in its full form: QUICK=1 for minutes, ONLY=health,stored for some sections of it, REUSE=directory for a store
# that stays filled; GRPC_SWIFT=1 builds grpc-swift too, from the network.
.PHONY: bench
bench: ## Measure beside a floor in C, gRPC C++ and PostgreSQL: make bench QUICK=1 ONLY=health
	@.ci/setup bench
	Tests/Benchmarks/run.sh $(if $(QUICK),--quick) $(if $(ONLY),--only $(ONLY)) \
		$(if $(REUSE),--reuse $(REUSE)) $(if $(GRPC_SWIFT),--grpc-swift)

# Counts, unlike times, are the same on a busy machine.
.PHONY: instructions
instructions: ## Instructions and allocations a call against their thresholds; WRITE=1: set them
	@.ci/setup bench
	Tests/Benchmarks/instructions.sh --short $(if $(WRITE),--write)

# Of the programs that are built; for a release, after `swift build -c release`: make sbom CONFIGURATION=release
.PHONY: sbom
sbom: ## What the programs are made of, as CycloneDX 1.5: .build/recours.cdx.json
	@.ci/sbom write .build/recours.cdx.json "$$(swift build -c $(or $(CONFIGURATION),debug) --show-bin-path)"
	@.ci/sbom check .build/recours.cdx.json "$$(swift build -c $(or $(CONFIGURATION),debug) --show-bin-path)"

.PHONY: lock
lock: ## Take the newest allowed versions of dependencies and lock them
	swift package update
	@.ci/lock write

.PHONY: clean
clean: ## Remove what was built and the demo's data
	find . -name .build -type d -prune -exec rm -rf {} +
	rm -rf .build-python .build-scan .build-examples .build-bench .build-control .build-fuzz .build-thread \
		demo demo-cluster
