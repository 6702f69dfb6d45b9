#!/bin/sh
# build.sh: builds build/descentlab, the program with its window.
#
# One set of flags everywhere: another one (-race, -trimpath) would compile the C of the OpenGL bindings once more.
# no_emoji leaves Fyne's font of coloured signs out, which it reads for every cut of a text: 15 MB of memory. The system's own is
# used instead.
set -eu
cd "$(dirname "$0")/.."
scripts/need.sh go gl

program=build/descentlab$(go env GOEXE)
[ -e "$program" ] || echo "building $program: the first time the C of the OpenGL bindings takes some minutes"
# Under a name of its own first: whoever runs or tests the program meanwhile keeps the old one whole.
go build -tags no_emoji -o "$program.$$" ./app || {
	rm -f "$program.$$"
	exit 1
}
mv -f "$program.$$" "$program"
