package setup

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"descentlab/surfaces"
)

// LoadData reads the user's examples from a CSV file; the error names the file, the line and the column, or is that of the
// context. A table of very many rows is sampled: see Dataset.Of.
func LoadData(ctx context.Context, path string) (*surfaces.Dataset, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	d, err := surfaces.ReadCSV(stoppable{f, ctx})
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	name := filepath.Base(path)
	d.Name, d.Title, d.Cite = name, strings.TrimSuffix(name, filepath.Ext(name)), "your file "+name
	return d, nil
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
