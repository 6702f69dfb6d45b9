#!/bin/sh
# test.sh: every check and every test. Fails at the first step that fails.
#
# The tag ci swaps Fyne's OpenGL driver for one in memory: the race detector looks at that program. The one with
# the window is compiled without it, and beside the tests: on a new machine that is minutes of C on one core. Its packages
# then serve the checks of the files that ci leaves out, the test of the window, `make run` and `make bench`.
set -eu
cd "$(dirname "$0")/.."
staticcheck_version=v0.8.2

if [ "$(uname -s)" = Linux ]; then
	scripts/need.sh go gl browser drawers screen screens
else
	scripts/need.sh go c
fi
. scripts/section.sh

section gofmt
scripts/gofmt.sh

# On a slow machine a package may take minutes under the race detector, and Go would end it after ten.
patience=30m

# Two of these may run side by side in one checkout: each has its own log and its own program.
log=$(mktemp)
program=$PWD/build/descentlab-test.$$
go build -tags no_emoji -o "$program" ./app >"$log" 2>&1 &
build=$!
trap '[ -z "$build" ] || kill "$build" 2>/dev/null || true; rm -f "$log" "$program"' EXIT
trap 'exit 130' INT TERM

section 'vet, without the window'
echo 'compiling everything but the window; the first time that takes a minute or two, and the C of the window, beside it, some more'
go vet -tags ci ./...

section 'staticcheck, without the window'
staticcheck=build/bin/staticcheck-$staticcheck_version
if [ ! -x "$staticcheck" ]; then
	echo "compiling staticcheck $staticcheck_version"
	own=$(mktemp -d "$PWD/build/staticcheck.XXXXXX")
	GOBIN=$own go install "honnef.co/go/tools/cmd/staticcheck@$staticcheck_version"
	mkdir -p build/bin
	mv -f "$own/staticcheck" "$staticcheck"
	rmdir "$own"
fi
"$staticcheck" -tags ci ./...

section 'tests, with the race detector'
echo 'compiling everything once more, with the race detector; the first time that takes some minutes before the first result'
go test -race -short -timeout "$patience" -tags ci -vet=off ./...

section 'the long ones, which -short has left out: the race detector would make them longer'
echo 'compiling these once more, without it; the program too, for every worked example of CONTRIBUTING'
# The longest, surfaces, among the first, so that no core waits for it at the end.
long=$(grep -rl --include='*_test.go' 'lengthy\.Test(' . | xargs -n 1 dirname | sort -ru)
tests=$(grep -rh -B 1 --include='*_test.go' 'lengthy\.Test(' . | sed -n 's/^func \([A-Za-z0-9_]*\)(.*/\1/p' | sort -u | paste -s -d '|' -)
# shellcheck disable=SC2086 # one word for each package
go test -timeout "$patience" -tags ci -vet=off -run "^($tests)\$" $long

section 'fuzz: every target for 5 s, four at a time, about a minute in all'
CGO_ENABLED=0 scripts/fuzz.sh 5

section build
wait "$build" || failed=$?
build=
cat "$log"
[ -z "${failed:-}" ] || exit "$failed"

section 'vet and staticcheck, with the window'
echo 'compiling what the tag ci has left out'
go vet -tags e2e ./...
"$staticcheck" -tags e2e ./...

if [ "$(uname -s)" = Linux ]; then
	section 'the window, under Xvfb'
	DESCENTLAB_BIN=$program go test -count=1 -tags e2e -vet=off -v ./app/e2e
else
	echo 'the test of the window needs Xvfb, which is on Linux only: left out'
fi
section passed
