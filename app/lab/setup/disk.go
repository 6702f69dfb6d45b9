package setup

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"descentlab/app/words"
)

// Save writes a value as JSON, as whole as WriteFile does.
func Save(path string, v any) error {
	data, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	return WriteFile(path, append(data, '\n'))
}

// WriteFile writes data to a temporary name beside path, syncs it and renames it, so that a full disk or a lost
// power line leaves the old file as it was.
func WriteFile(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err == nil {
		if err = commit(f, path, data); err != nil {
			os.Remove(f.Name())
		}
	}
	if err != nil {
		return words.Errorf("%s was not written: %w", path, err)
	}
	return nil
}

// commit fills a new file, makes sure that it is on the disk, and gives it its name.
func commit(f *os.File, path string, data []byte) error {
	_, err := f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return err
	}
	// A temporary file is for its owner alone; what the user saves may be read by others.
	if err := os.Chmod(f.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// SetAside renames a file that cannot be used to a free name beside it and returns that name, so that nothing the
// user made is overwritten.
func SetAside(path string) (string, error) {
	ext := filepath.Ext(path)
	stem := strings.TrimSuffix(path, ext)
	for i := 1; ; i++ {
		aside := fmt.Sprintf("%s.unreadable-%d%s", stem, i, ext)
		if _, err := os.Lstat(aside); errors.Is(err, fs.ErrNotExist) {
			return aside, os.Rename(path, aside)
		}
	}
}
