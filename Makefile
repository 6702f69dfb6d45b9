# What a person or a CI machine does with the program. `make` alone lists it.

# A Go that was unpacked where go.dev says, but not yet put on PATH, is found too.
export PATH := $(PATH):/usr/local/go/bin
# A checkout that belongs to another user has no readable history, and go build would refuse to stamp it.
export GOFLAGS := -buildvcs=false $(GOFLAGS)

.PHONY: help run build test quick fuzz bench screenshots package package-test vulncheck clean

help:
	@echo 'make run          build the program and start it (ARGS=... are handed to it); without a display: race.png'
	@echo 'make test         every check and test, the window under Xvfb included (the first time: some minutes)'
	@echo 'make quick        formatting, vet and the tests that need neither a C compiler nor a window'
	@echo 'make fuzz         every fuzz target for 10 s (ARGS=60: for a minute)'
	@echo 'make bench        the benchmarks, each beside its target and a baseline'
	@echo 'make screenshots  draw the pictures of the documentation anew'
	@echo 'make package      what others install, in build/package: .deb, tar.xz, and a zip for Windows where mingw-w64 is'
	@echo 'make package-test install the .deb in a bare Debian, show an experiment there, remove it (needs root and debootstrap)'
	@echo 'make vulncheck    whether what it is built from is known to be vulnerable (needs the database of the Go project)'
	@echo 'make build        only build: build/descentlab'
	@echo 'make clean        remove what was built'
	@echo
	@echo 'run, test, bench and screenshots install what is missing, and say so: docs/BUILDING.md'

run:
	@scripts/run.sh $(ARGS)

build:
	@scripts/build.sh

test:
	@scripts/test.sh

quick:
	@scripts/quick.sh

fuzz:
	@CGO_ENABLED=0 scripts/fuzz.sh $(ARGS)

bench:
	@scripts/bench.sh $(ARGS)

screenshots:
	@scripts/screenshots.sh

package:
	@scripts/package.sh $(ARGS)

package-test:
	@scripts/package-test.sh $(ARGS)

vulncheck:
	@scripts/vulncheck.sh

clean:
	rm -rf build race.png
	find . -path '*/testdata/failed' -prune -exec rm -rf {} +
