package setup

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"descentlab/app/words"
	"descentlab/internal/strict"
)

// MaxFileSize is the size of the largest file that is read, in bytes.
const MaxFileSize = 4 << 20

// ReadFile reads a file that is not larger than those of this program are.
func ReadFile(path string) ([]byte, error) { return ReadUpTo(path, MaxFileSize) }

// ReadUpTo reads a file that has not more than so many bytes.
func ReadUpTo(path string, most int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, words.Errorf("%s: this is a folder; a file is needed", path)
	}
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(data)) > most {
		err = TooLarge(path, most)
	}
	return data, err
}

// TooLarge says that a file has more than so many bytes.
func TooLarge(path string, most int64) error {
	return words.Errorf("%s: larger than %d MiB; not a file of Descent Lab", path, most>>20)
}

// FormatOf is what a file says of itself that it is of; "" if it says nothing, or cannot be read. A pipe is left as it is, for it
// can be read but once.
func FormatOf(path string) string {
	if NoFile(path) != nil {
		return ""
	}
	data, err := ReadFile(path)
	if err != nil {
		return ""
	}
	return FormatIn(data)
}

// FormatIn is FormatOf for what stands in the file.
func FormatIn(data []byte) string {
	text, err := strict.Text(data)
	var head struct{ Format string }
	if err != nil || json.Unmarshal(text, &head) != nil {
		return ""
	}
	return head.Format
}

// Decode reads the JSON of a file of a format, and lets v say by a method CheckFile what of it cannot be. The error names the
// file, says where in it what is wrong, and what would be right.
func Decode(path string, data []byte, format string, v any) error {
	if err := decode(data, format, v); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// decode is Decode without the name.
func decode(data []byte, format string, v any) error {
	text, err := strict.Text(data)
	if err == nil {
		err = checkFormat(text, format)
	}
	if err == nil {
		err = strict.Check(text, v)
	}
	if err != nil {
		return err
	}
	err = json.Unmarshal(text, v)
	if checked, is := v.(interface{ CheckFile() error }); is && err == nil {
		err = checked.CheckFile()
	}
	if place := (*misplaced)(nil); errors.As(err, &place) {
		return strict.Locate(text, v, place.path, place.err)
	}
	return err
}

// checkFormat says what is wrong with a text that should be of a format, by what it says of itself. What is not even JSON or has
// no such keys in the right place is for strict.Check to tell.
func checkFormat(text []byte, format string) error {
	var head struct{ Format, Version json.RawMessage }
	if json.Unmarshal(text, &head) != nil {
		return nil
	}
	var got string
	var version int
	if len(head.Format) > 0 && json.Unmarshal(head.Format, &got) != nil ||
		len(head.Version) > 0 && json.Unmarshal(head.Version, &version) != nil {
		return nil
	}
	return checkHeader(got, format, version)
}

// checkHeader says what is wrong with a file that should be of a format, by what it says of itself.
func checkHeader(format, want string, version int) error {
	switch {
	case format == "":
		return words.Errorf("not a %s file (it has no \"format\": %q)", want, want)
	case format != want:
		return words.Errorf("not a %s file (its \"format\" is %.40q)", want, format)
	case version > FileVersion:
		return words.Errorf("written by a newer Descent Lab (file version %d; this one reads up to %d)", version, FileVersion)
	case version < 1:
		return words.Errorf("file version %d does not exist; write \"version\": %d", version, FileVersion)
	}
	return nil
}

// A misplaced is an error about what stands at a path of keys in the document's file, as in "racers[2].slot". It reads as the
// error does, for the document may have come from elsewhere.
type misplaced struct {
	path string
	err  error
}

func (m *misplaced) Error() string { return m.err.Error() }
func (m *misplaced) Unwrap() error { return m.err }

// At says at which path of keys an error has its cause: within this path if the error says already where; nil is none. It
// reads as before, but Decode tells the line and the column.
func At(path string, err error) error {
	if err == nil {
		return nil
	}
	inner, is := err.(*misplaced)
	switch {
	case !is:
		return &misplaced{path, err}
	case strings.HasPrefix(inner.path, "["):
		return &misplaced{path + inner.path, inner.err}
	}
	return &misplaced{path + "." + inner.path, inner.err}
}
