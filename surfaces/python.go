package surfaces

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"descentlab/surfaces/expr"
)

// Python writes the surface as the body of a Python function of p, the PyTorch tensor of x and y, at the given
// parameters; a mean over examples carries these with it. It fails as Probe does.
func (s Surface) Python(params map[string]float64) ([]string, error) {
	if _, err := s.Probe(params); err != nil {
		return nil, err
	}
	names, values, err := s.bind(params)
	if err != nil {
		return nil, err
	}
	over := s.Transform.toFormula()
	if s.Data == nil {
		return expr.Python(s.Formula, over, names, values)
	}
	more, statistics := s.Data.statistics()
	names, values = append(names, more...), append(values, statistics...)
	one, err := expr.Python(s.Formula, over, append(names, s.Data.names()...), values)
	if err != nil {
		return nil, err
	}
	return s.Data.pythonMean(one), nil
}

// pythonMean is the Python of a mean over the examples of what the given body returns for one of them. Without conditions
// PyTorch takes all examples at once.
func (d *Dataset) pythonMean(one []string) []string {
	var body []string
	for _, c := range d.Columns {
		texts := make([]string, len(c.Values))
		for i, v := range c.Values {
			texts[i] = strconv.FormatFloat(v, 'g', -1, 64)
		}
		body = append(body, fmt.Sprintf("%s = torch.tensor([%s], dtype=torch.float64)", c.Name, strings.Join(texts, ", ")))
	}
	if !slices.ContainsFunc(one, func(line string) bool { return strings.Contains(line, " if ") }) {
		last := len(one) - 1
		value := strings.TrimPrefix(one[last], "return ")
		return append(append(body, one[:last]...), "return ("+value+").mean()")
	}
	args := strings.Join(d.names(), ", ")
	body = append(body, "def one("+args+"):")
	for _, line := range one {
		body = append(body, "    "+line)
	}
	return append(body, "return sum(one(*example) for example in zip("+args+"))/"+strconv.Itoa(d.Len()))
}
