package resources

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Key is the key of what a file of this package holds: "speed-limit" of "experiments/110-speed-limit.json". The numbers before
// names are for the order.
func Key(name string) string {
	base := path.Base(name)
	return strings.TrimLeft(strings.TrimSuffix(base, path.Ext(base)), "0123456789-")
}

// Each reads the files that a pattern names, in the order of their names, until one is refused.
func Each(files fs.FS, pattern string, read func(name string, data []byte) error) error {
	names, err := fs.Glob(files, pattern)
	if err != nil {
		return err
	}
	slices.Sort(names)
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		if err := read(name, data); err != nil {
			return err
		}
	}
	return nil
}
