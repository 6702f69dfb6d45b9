package resources

import (
	"path"
	"strings"
)

// Key is the key of what a file of this package holds: "speed-limit" of "experiments/110-speed-limit.json". The numbers before
// names are for the order.
func Key(name string) string {
	base := path.Base(name)
	return strings.TrimLeft(strings.TrimSuffix(base, path.Ext(base)), "0123456789-")
}
