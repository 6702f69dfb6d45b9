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
// power line leaves the old file as it was. A file that is there keeps its permissions; a link is written through, and so is
// what is no file, such as a device.
func WriteFile(path string, data []byte) error {
	target, err := linked(path)
	if err == nil {
		err = writeTarget(target, data)
	}
	if err != nil {
		return words.Errorf("%s was not written: %w", path, err)
	}
	return nil
}

// linked is where a path leads, through all the links, also if nothing is there yet.
func linked(path string) (string, error) {
	const most = 40 // as the kernel's
	for range most {
		to, err := os.Readlink(path)
		if err != nil {
			return path, nil // no link, or nothing at all
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		path = to
	}
	return "", words.Fault("the link leads in a circle")
}

func writeTarget(path string, data []byte) error {
	mode := fs.FileMode(0o644) // what the user saves may be read by others
	switch info, err := os.Stat(path); {
	case err != nil:
	case info.IsDir():
		return words.Fault("it is a folder")
	case !info.Mode().IsRegular():
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		_, err = f.Write(data)
		return errors.Join(err, f.Close())
	default:
		mode = info.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	if err = commit(f, path, data, mode); err != nil {
		os.Remove(f.Name())
	}
	return err
}

// commit fills a new file, makes sure that it is on the disk, and gives it its name.
func commit(f *os.File, path string, data []byte, mode fs.FileMode) error {
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
	// A temporary file is for its owner alone.
	if err := os.Chmod(f.Name(), mode); err != nil {
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
		switch _, err := os.Lstat(aside); {
		case err == nil: // taken
		case errors.Is(err, fs.ErrNotExist):
			return aside, os.Rename(path, aside)
		default: // nothing can be told of this folder
			return "", err
		}
	}
}
