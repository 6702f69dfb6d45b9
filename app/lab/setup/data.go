package setup

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"descentlab/app/words"
	"descentlab/surfaces"
)

// Examples are the user's, as they have been read.
type Examples struct {
	*surfaces.Dataset
	Remarks []string // what somebody who knows the file should know of its reading
}

// LoadData reads the user's examples from a table in a text file, from the columns that are named or numbered; without any it has
// two or three. The error names the file, the line and the column, or is that of the context; it wraps a *table.WideError if
// columns are to be chosen. A table of very many rows is sampled: see Dataset.Of.
func LoadData(ctx context.Context, path string, columns ...string) (Examples, error) {
	f, err := os.Open(path)
	if err != nil {
		return Examples{}, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return Examples{}, words.Errorf("%s: this is a folder; a table in a file is needed", path)
	}
	d, remarks, err := surfaces.ReadCSV(stoppable{f, ctx}, columns...)
	if ctx.Err() != nil {
		return Examples{}, ctx.Err()
	}
	if err != nil {
		return Examples{}, fmt.Errorf("%s: %w", path, err)
	}
	name := filepath.Base(path)
	d.Name, d.Title, d.Cite = name, strings.TrimSuffix(name, filepath.Ext(name)), "your file "+name
	if len(columns) > 0 {
		d.Cite += ", columns " + strings.Join(columns, ", ")
	}
	return Examples{d, remarks}, nil
}

// stoppable is a reader that ends when its context does.
type stoppable struct {
	io.Reader
	ctx context.Context
}

func (s stoppable) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.Reader.Read(p)
}
