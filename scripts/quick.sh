#!/bin/sh
# quick.sh: the checks for between two edits: no C compiler, no window, no race detector.
set -eu
cd "$(dirname "$0")/.."
scripts/need.sh go
. scripts/section.sh
export CGO_ENABLED=0

section gofmt
scripts/gofmt.sh
section vet
go vet -tags ci ./...
section tests
go test -short -tags ci -vet=off ./...
section passed
