#!/bin/sh
# with-display.sh COMMAND [ARGUMENT...]: runs the command on a virtual screen of its own,
# drawn by software, with a window manager.
# SCREEN is its size, 1600x1000 unless told otherwise.
set -eu

dir=$(mktemp -d)
xvfb=''
openbox=''
command=''
finish() {
	# shellcheck disable=SC2086
	kill $command $openbox $xvfb 2>/dev/null || true
	wait
	rm -rf "$dir"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# The server picks a free number and writes it down once it listens.
Xvfb -displayfd 3 -screen 0 "${SCREEN:-1600x1000}x24" -nolisten tcp -noreset 3>"$dir/number" >"$dir/log" 2>&1 &
xvfb=$!
tries=0
while [ ! -s "$dir/number" ]; do
	tries=$((tries + 1))
	if [ "$tries" -gt 100 ] || ! kill -0 "$xvfb" 2>/dev/null; then
		echo 'with-display.sh: Xvfb did not start:' >&2
		cat "$dir/log" >&2
		exit 1
	fi
	sleep 0.1
done
DISPLAY=:$(cat "$dir/number")
export DISPLAY LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY
openbox >/dev/null 2>&1 &
openbox=$!

# In the background, because a shell that waits for a foreground command hears no signal before that has ended.
"$@" &
command=$!
wait "$command"
