#!/bin/sh
# run.sh [ARGUMENT...]: builds the program and starts it with the arguments.
# Where there is no display it builds the program without its window, which needs no C compiler. Started so, it says that
# there is no display, runs the default race and draws it into race.png.
set -eu
cd "$(dirname "$0")/.."

if [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
	scripts/need.sh go
	CGO_ENABLED=0 go build -tags ci -o build/descentlab-headless ./app
	exec build/descentlab-headless "$@"
fi
scripts/build.sh
exec "build/descentlab$(go env GOEXE)" "$@"
