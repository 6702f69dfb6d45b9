#!/bin/sh
# fuzz.sh [SECONDS]: every fuzz target of the module for so many seconds, 10 unless told otherwise, from its seeds and its corpus in
# testdata/fuzz. A text that breaks something is put there by Go, and is a test from then on.
#
# Targets run four at a time, each on one goroutine, so that all of them cost about a minute and not their sum. The window is not
# fuzzed: what it reads is read in app/lab and below.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-10}

list=$(mktemp)
failed=$(mktemp -d)
trap 'rm -rf "$list" "$failed"' EXIT
trap 'exit 130' INT TERM
grep -r --include='*_test.go' -o '^func Fuzz[A-Za-z0-9_]*' . | sed 's,^\./\(.*\)/[^/]*:func \(.*\)$,\1 \2,' | sort >"$list"
echo "$(wc -l <"$list") targets, $seconds s each; compiled with their coverage counted, which takes a minute or two the first time"

# Compiled one after the other, before the clock runs: nothing is run that is called so.
cut -d ' ' -f 1 "$list" | sort -u | while read -r package; do
	go test -tags ci -vet=off -run '^$' -fuzz '^FuzzNothing$' "./$package" >/dev/null
done

# shellcheck disable=SC2016
xargs -P 4 -n 2 sh -c '
	package=$2 target=$3
	log=$(mktemp "$1/log.XXXXXX")
	fuzz() {
		go test -tags ci -vet=off -run "^$" -fuzz "^$target\$" -fuzztime "'"$seconds"'s" -fuzzminimizetime 1x -parallel 1 \
			"./$package" >"$log" 2>&1
	}
	# On a busy machine Go may take the end of the time for a failure; then there is no text that has failed.
	if fuzz || { grep -q "context deadline exceeded" "$log" && ! grep -q "Failing input" "$log" && fuzz; }; then
		echo "ok   $package $target: $(grep -o "execs: [0-9]*" "$log" | tail -1)"
	else
		cat "$log"
		echo "FAIL $package $target"
		exit 1
	fi
' fuzz "$failed" <"$list"
