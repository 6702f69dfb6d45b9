#!/bin/sh
# run.sh [ARGUMENT...]: builds the program and starts it with the arguments.
# Where there is no display it builds the program without its window, which needs no C compiler. Started so, it says that
# there is no display, runs the default race and draws it into race.png.
set -eu
cd "$(dirname "$0")/.."

if [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
	scripts/need.sh go
	headless=build/descentlab-headless
	[ -e "$headless" ] || echo "building $headless: the first time takes a minute" >&2
	CGO_ENABLED=0 go build -tags ci -o "$headless.$$" ./app || {
		rm -f "$headless.$$"
		exit 1
	}
	mv -f "$headless.$$" "$headless"
	exec "$headless" "$@"
fi
echo 'building what has changed' >&2
scripts/build.sh >&2
exec "build/descentlab$(go env GOEXE)" "$@"
