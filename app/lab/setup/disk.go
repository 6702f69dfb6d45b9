package setup

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"descentlab/app/words"
)

// maxFileSize is the size of the largest file that is read.
const maxFileSize = 4 << 20

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

func load(path string, v any) error {
	data, err := ReadFile(path)
	if err != nil {
		return err
	}
	return Decode(path, data, v)
}

// ReadFile reads a file that is not larger than those of this program are.
func ReadFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFileSize+1))
	if err == nil && len(data) > maxFileSize {
		err = words.Errorf("%s: larger than %d MiB; not a file of Descent Lab", path, maxFileSize>>20)
	}
	return data, err
}

// Decode reads the JSON of a file; the error names it.
func Decode(path string, data []byte, v any) error {
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("%s: %w", path, readable(err, data))
	}
	return nil
}

// readable turns the decoder's errors into what a person can act on.
func readable(err error, data []byte) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		if len(bytes.TrimSpace(data)) == 0 {
			return words.Fault("the file is empty")
		}
		if syntax.Error() == "unexpected end of JSON input" {
			return words.Fault("the file is cut off before its end")
		}
		line := 1 + bytes.Count(data[:min(int(syntax.Offset), len(data))], []byte("\n"))
		return words.Errorf("line %d: not JSON: %s", line, strings.TrimPrefix(syntax.Error(), "json: "))
	}
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return words.Errorf("%q must be a %s, not a %s", kind.Field, kind.Type, kind.Value)
	}
	return err
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
