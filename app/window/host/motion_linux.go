package host

import (
	"os"
	"path/filepath"
	"strconv"

	"github.com/rymdport/portal/settings"
)

// CalmSystem tells whether the desktop asks programs to move as little as may be, by its portal: by the wish of that name or,
// where there is none, by GNOME's switch of animations. It may take a moment.
func CalmSystem() bool {
	if !hasBus() { // else it would be started
		return false
	}
	if wish, err := settings.ReadOne("org.freedesktop.appearance", "reduced-motion"); err == nil {
		return calmWish(wish)
	}
	animate, err := settings.ReadOne("org.gnome.desktop.interface", "enable-animations")
	return err == nil && calmSwitch(animate)
}

// calmWish reads the portal's wish: 1 asks for less.
func calmWish(v any) bool { n, is := v.(uint32); return is && n == 1 }

// calmSwitch reads GNOME's switch.
func calmSwitch(v any) bool { on, is := v.(bool); return is && !on }

// hasBus tells whether there is a bus of the user's session.
func hasBus() bool {
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	dir := os.Getenv("XDG_RUNTIME_DIR")
	if dir == "" {
		dir = filepath.Join("/run/user", strconv.Itoa(os.Getuid()))
	}
	_, err := os.Stat(filepath.Join(dir, "bus"))
	return err == nil
}
