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

// WriteFile writes a whole file, or leaves the old one as it was: see Pending.
func WriteFile(path string, data []byte) error {
	f, err := Create(path)
	if err != nil {
		return err
	}
	defer f.Discard()
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Commit()
}

// linked is where a path leads, through all the links, also if nothing is there yet.
func linked(path string) (string, error) {
	const most = 40 // as the kernel's
	for range most {
		folder, name := filepath.Split(path)
		to, err := os.Readlink(path)
		switch {
		case err == nil && filepath.IsAbs(to):
			path = to
		case err == nil:
			path = folder + to
		default: // no link, or nothing at all
			if !strings.Contains(folder, "..") {
				return path, nil
			}
			real, err := filepath.EvalSymlinks(folder) // what is above a folder that is a link, its name does not tell
			if err != nil {
				return path, nil
			}
			return filepath.Join(real, name), nil
		}
	}
	return "", words.Fault("the link leads in a circle")
}

// NoFile says what a path leads to that is there and no file, such as a folder or /dev/null.
func NoFile(path string) error {
	switch info, err := os.Stat(path); {
	case err != nil || info.Mode().IsRegular():
		return nil
	case info.IsDir():
		return words.Fault("it is a folder")
	default:
		return words.Fault("it is no file")
	}
}

// SetAside renames a file that is in the way to a free name beside it, in which a word says why, and returns that name: nothing
// that the user made is overwritten. What is no file, or a link to such, stays where it is.
func SetAside(path, why string) (string, error) {
	if err := NoFile(path); err != nil {
		return "", err
	}
	ext := filepath.Ext(path)
	stem := strings.TrimSuffix(path, ext)
	for i := 1; ; i++ {
		aside := fmt.Sprintf("%s.%s-%d%s", stem, why, i, ext)
		switch _, err := os.Lstat(aside); {
		case err == nil: // taken
		case errors.Is(err, fs.ErrNotExist):
			return aside, os.Rename(path, aside)
		default: // nothing can be told of this folder
			return "", err
		}
	}
}
