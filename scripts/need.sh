#!/bin/sh
# need.sh GROUP...: makes sure that this machine has what the named groups need.
#
#   go      a Go compiler as new as go.mod asks for, and certificates to download modules with
#   c       a C compiler with the C library's headers (go test -race needs it)
#   gl      c, pkg-config and the headers of OpenGL, X11 and Wayland (the window needs them)
#   drawers rsvg-convert and pdftoppm (the tests of pictures compare what these make of SVG and PDF)
#   browser Chromium (the tests of the pages that the program writes need it)
#   screen  a virtual screen with software OpenGL, a window manager, xdotool, xclip and dbus-daemon (the tests of the window need
#           them)
#   screens an X server with several virtual screens that can be plugged in and out (the test of a presentation on the second)
#
# All groups that a command needs go into one call, so that the machine is asked once. A checkout that cannot be written is
# found out here, before minutes of compiling.
# It prints nothing when nothing is missing. With apt-get it says what it will install, and installs that;
# elsewhere it prints the command that does, and stops.
set -eu
cd "$(dirname "$0")/.."

# What pkg-config calls the libraries that Fyne's OpenGL driver links.
modules='gl x11 xcursor xrandr xinerama xi xxf86vm wayland-client wayland-cursor wayland-egl xkbcommon egl'

# Who provides a thing:   thing  Debian, Ubuntu  Fedora  Arch   (a comma joins several packages)
providers='
certificates    ca-certificates   ca-certificates       ca-certificates
compiler        gcc,libc6-dev     gcc,glibc-devel       gcc
pkg-config      pkgconf           pkgconf-pkg-config    pkgconf
gl              libgl-dev         mesa-libGL-devel      libglvnd
x11             libx11-dev        libX11-devel          libx11
xcursor         libxcursor-dev    libXcursor-devel      libxcursor
xrandr          libxrandr-dev     libXrandr-devel       libxrandr
xinerama        libxinerama-dev   libXinerama-devel     libxinerama
xi              libxi-dev         libXi-devel           libxi
xxf86vm         libxxf86vm-dev    libXxf86vm-devel      libxxf86vm
wayland-client  libwayland-dev    wayland-devel         wayland
wayland-cursor  libwayland-dev    wayland-devel         wayland
wayland-egl     libwayland-dev    wayland-devel         wayland
xkbcommon       libxkbcommon-dev  libxkbcommon-devel    libxkbcommon
egl             libegl-dev        mesa-libEGL-devel     libglvnd
renderer        libgl1-mesa-dri   mesa-dri-drivers      mesa
Xvfb            xvfb              xorg-x11-server-Xvfb  xorg-server-xvfb
openbox         openbox           openbox               openbox
xdotool         xdotool           xdotool               xdotool
xclip           xclip             xclip                 xclip
dbus-daemon     dbus              dbus-daemon           dbus
setxkbmap       x11-xkb-utils     setxkbmap             xorg-setxkbmap
Xorg            xserver-xorg-core         xorg-x11-server-Xorg  xorg-server
dummy           xserver-xorg-video-dummy  xorg-x11-drv-dummy    xf86-video-dummy
plugs           x11-xserver-utils xrandr                xorg-xrandr
rsvg-convert    librsvg2-bin      librsvg2-tools        librsvg
pdftoppm        poppler-utils     poppler-utils         poppler
chromium        chromium          chromium              chromium
'

stop() {
	for line in "$@"; do
		[ -z "$line" ] || printf 'need.sh: %s\n' "$line" >&2
	done
	exit 1
}

# What is built goes into build.
writable() {
	mkdir -p build 2>/dev/null && test=$(mktemp build/.writable.XXXXXX 2>/dev/null) ||
		stop "$PWD/build cannot be written: copy the checkout to where you may write, or give it to your user"
	rm -f "$test"
}

# older A B: version A comes before version B.
older() {
	awk -v a="$1" -v b="$2" 'BEGIN {
		split(a, p, /[^0-9]+/); split(b, q, /[^0-9]+/)
		for (i = 1; i <= 3; i++) if (p[i] + 0 != q[i] + 0) exit !(p[i] + 0 < q[i] + 0)
		exit 1
	}'
}

check_go() {
	want=$(awk '$1 == "go" { print $2 }' go.mod)
	get="get Go $want or newer from https://go.dev/dl/ and put its bin folder on PATH"
	command -v go >/dev/null 2>&1 || stop "there is no go command: $get"
	# Outside the module, where an old go does not stumble over go.mod before it says how old it is.
	have=$(cd / && GOTOOLCHAIN=local go env GOVERSION) || stop "go env does not work: $get"
	have=${have#go}
	older "$have" "$want" || return 0
	# From 1.21 on, go fetches a newer one by itself unless it is told not to.
	if older "$have" 1.21 || [ "$(cd / && go env GOTOOLCHAIN)" = local ]; then
		stop "go is $have and the program needs $want: $get"
	fi
}

any_file() {
	for file in "$@"; do
		[ -e "$file" ] && return 0
	done
	return 1
}

# have THING: it is on this machine. A library is a pkg-config module.
have() {
	case $1 in
	certificates)
		any_file "${SSL_CERT_FILE:-}" /etc/ssl/certs/*.crt /etc/ssl/certs/*.pem /etc/pki/tls/certs/*.crt \
			/etc/pki/ca-trust/extracted/pem/*.pem /etc/ssl/*.pem
		;;
	compiler)
		# A Debian gcc without libc6-dev compiles nothing.
		printf '#include <stdlib.h>\n' | ${CC:-gcc} -E - >/dev/null 2>&1
		;;
	pkg-config) command -v "${PKG_CONFIG:-pkg-config}" >/dev/null 2>&1 ;;
	plugs) command -v xrandr >/dev/null 2>&1 ;; # not called xrandr, which is the library
	dummy) any_file /usr/lib*/xorg/modules/drivers/dummy_drv.so /usr/lib/*/xorg/modules/drivers/dummy_drv.so ;;
	renderer)
		# Mesa's software rasteriser, under its names before and since Mesa 24.2.
		any_file /usr/lib*/dri/swrast_dri.so /usr/lib*/*/dri/swrast_dri.so /usr/lib*/libgallium* /usr/lib*/*/libgallium*
		;;
	chromium)
		for name in chromium chromium-browser google-chrome google-chrome-stable headless-shell; do
			command -v "$name" >/dev/null 2>&1 && return 0
		done
		return 1
		;;
	Xvfb | Xorg | openbox | xdotool | xclip | dbus-daemon | setxkbmap | rsvg-convert | pdftoppm) command -v "$1" >/dev/null 2>&1 ;;
	*) "${PKG_CONFIG:-pkg-config}" --exists "$1" 2>/dev/null ;;
	esac
}

# absent THING...: those that this machine lacks.
absent() {
	for thing in "$@"; do
		have "$thing" || printf '%s ' "$thing"
	done
}

# packages COLUMN THING...: who provides them, each once.
packages() {
	printf '%s' "$providers" | awk -v column="$1" -v things="$*" '
		BEGIN { n = split(things, list, " "); for (i = 2; i <= n; i++) wanted[list[i]] = 1 }
		NF && wanted[$1] { m = split($column, p, ","); for (i = 1; i <= m; i++) if (!seen[p[i]]++) printf "%s ", p[i] }'
}

# not_installed PACKAGE...: those that dpkg does not know as installed.
not_installed() {
	for package in "$@"; do
		case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
		*' installed') ;;
		*) printf '%s ' "$package" ;;
		esac
	done
}

# The lists are lists of words without blanks in them, so they are split on purpose.
# shellcheck disable=SC2046,SC2086
install_with_apt() {
	wanted=$(not_installed $(packages 2 $missing))
	[ -n "$wanted" ] || stop "pkg-config does not find $missing although the packages are installed: look at PKG_CONFIG_LIBDIR"
	command="apt-get install --no-install-recommends $wanted"
	root=
	if [ "$(id -u)" != 0 ]; then
		windowless='without root: the program also runs without its window: DISPLAY= WAYLAND_DISPLAY= make run'
		command -v sudo >/dev/null 2>&1 || stop "missing: $missing" "as root, run: $command" "$windowless"
		# A password that nobody is there to type would be waited for in vain.
		[ -t 0 ] || sudo -n true 2>/dev/null || stop "missing: $missing" "run: sudo $command" "$windowless"
		root=sudo
	fi
	echo "need.sh: missing: $missing"
	echo "need.sh: will install, with ${root:+$root }apt-get: $wanted"
	# Another apt at work, an unattended upgrade for one, is waited for.
	wait='-o DPkg::Lock::Timeout=600 -o Acquire::Retries=3'
	$root apt-get -qq $wait update || echo "need.sh: apt-get update failed; going on with the lists that are here" >&2
	$root env DEBIAN_FRONTEND=noninteractive apt-get -qq $wait install -y --no-install-recommends $wanted ||
		stop "apt-get failed; by hand: $command" "${windowless:-}"
	missing=$(absent $missing)
	[ -z "$missing" ] || stop "still missing after the installation: $missing"
}

writable
things=
for group in "$@"; do
	case $group in
	go)
		check_go
		things="$things certificates"
		;;
	c) things="$things compiler" ;;
	gl) things="$things compiler pkg-config $modules" ;;
	browser)
		# Ubuntu's is a snap, which not every machine can install.
		if have chromium || ! grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null; then
			things="$things chromium"
		else
			echo 'need.sh: there is no Chromium: the tests of pages in a browser are left out'
		fi
		;;
	drawers) things="$things rsvg-convert pdftoppm" ;;
	screen) things="$things renderer Xvfb openbox xdotool xclip dbus-daemon setxkbmap" ;;
	screens) things="$things Xorg dummy plugs" ;;
	*) stop "unknown group $group: go, c, gl, browser, drawers, screen or screens would be right" ;;
	esac
done

# shellcheck disable=SC2086
case $(uname -s) in
Linux)
	missing=$(absent $things)
	[ -n "$missing" ] || exit 0
	if command -v apt-get >/dev/null 2>&1; then
		install_with_apt
	elif command -v dnf >/dev/null 2>&1; then
		stop "missing: $missing" "run: sudo dnf install $(packages 3 $missing)"
	elif command -v pacman >/dev/null 2>&1; then
		stop "missing: $missing" "run: sudo pacman -S --needed $(packages 4 $missing)"
	else
		stop "missing: $missing" "install them the way this system does; docs/BUILDING.md names what to look for"
	fi
	;;
Darwin)
	# Cocoa and OpenGL come with the compiler.
	case $things in
	*Xvfb*) stop "this needs Xvfb, a virtual screen, which is on Linux only" ;;
	*compiler*) xcode-select -p >/dev/null 2>&1 || stop "there is no C compiler; run: xcode-select --install" ;;
	esac
	;;
MINGW* | MSYS* | CYGWIN*)
	case $things in
	*Xvfb*) stop "this needs Xvfb, a virtual screen, which is on Linux only" ;;
	*compiler*) have compiler || stop "there is no C compiler; run: pacman -S mingw-w64-x86_64-gcc" ;;
	esac
	;;
*)
	missing=$(absent $things)
	[ -z "$missing" ] || stop "missing: $missing" "install them the way this system does; docs/BUILDING.md names what to look for"
	;;
esac
