#!/bin/sh
# bench.sh [FLAG...]: measures what the program promises and prints it as a table (see internal/tools/bench).
set -eu
cd "$(dirname "$0")/.."
scripts/need.sh go gl screen
scripts/build.sh
go build -o build/emptywindow ./internal/tools/emptywindow
CGO_ENABLED=0 go build -o build/bench ./internal/tools/bench
exec scripts/with-display.sh build/bench "$@"
