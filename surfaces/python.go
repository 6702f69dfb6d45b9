package surfaces

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"descentlab/internal/say"

	"descentlab/surfaces/expr"
)

// A Python is a loss as PyTorch code.
type Python struct {
	Data []string // statements that make the tensor data of the examples; none without
	Body []string // of a function of p, the tensor of x and y; it uses data and pick, which says which examples count
}

// maxWritten is the largest number of examples that are written into a program.
const maxWritten = 1000

// Python writes the surface as PyTorch code at the given parameters. It fails as Probe does, and where the examples are
// too many to be written down.
func (s Surface) Python(params map[string]float64) (code Python, err error) {
	if s, err = s.At(params); err != nil {
		return code, err
	}
	names, values, err := s.bind(params)
	if err != nil {
		return code, err
	}
	if err := s.Transform.Check(); err != nil {
		return code, err
	}
	if s.Data == nil {
		code.Body, err = expr.Python(s.Transform.toFormula(), s.Formula, names, values)
		return code, err
	}
	if err := s.Data.Check(); err != nil {
		return code, err
	}
	if n := s.Data.Len(); n > maxWritten {
		return code, say.Errorf("data: %d examples are too many to be written into a program; at most %d are", n, maxWritten)
	}
	more, statistics := s.Data.statistics()
	code.Data = s.Data.python()
	code.Body, err = expr.PythonMean(s.Transform.toFormula(), s.Formula, s.Data.names(), append(names, more...),
		append(values, statistics...))
	return code, err
}

// python writes the columns.
func (d *Dataset) python() []string {
	lines := []string{"# " + d.Title + ": " + strings.Join(d.names(), ", "), "data = torch.tensor(["}
	for _, c := range d.Columns {
		texts := make([]string, len(c.Values))
		for i, v := range c.Values {
			texts[i] = strconv.FormatFloat(v, 'g', -1, 64)
		}
		for row := range slices.Chunk(texts, 16) {
			lines = append(lines, "    "+strings.Join(row, ", ")+",")
		}
	}
	return append(lines, fmt.Sprintf("]).reshape(%d, %d).double()", len(d.Columns), d.Len()), "pick = slice(None)  # all examples")
}
