package lab

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"descentlab/surfaces"
)

// LoadData reads the user's examples from a CSV file; the error names the file, the line and the column. A table of very
// many rows is sampled: see Dataset.Of.
func LoadData(path string) (*surfaces.Dataset, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	d, err := surfaces.ReadCSV(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	name := filepath.Base(path)
	d.Name, d.Title, d.Cite = name, strings.TrimSuffix(name, filepath.Ext(name)), "your file "+name
	return d, nil
}
