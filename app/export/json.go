package export

import (
	"encoding/json"
	"io"
	"math"
	"strconv"
	"strings"

	"descentlab/app/lab/setup"
	"descentlab/internal/geom"
)

// Number prints as JSON so that it reads back exactly. What JSON has no number for is one of the strings "Infinity",
// "-Infinity" and "NaN", which Python's float reads; null is never a number but says that there is none (see Known).
type Number float64

// MarshalJSON writes the number, or the name of what is no finite one. Minus zero is 0.
func (n Number) MarshalJSON() ([]byte, error) {
	switch v := float64(n); {
	case math.IsNaN(v):
		return []byte(`"NaN"`), nil
	case math.IsInf(v, 1):
		return []byte(`"Infinity"`), nil
	case math.IsInf(v, -1):
		return []byte(`"-Infinity"`), nil
	default:
		return json.Marshal(geom.Unsigned(v))
	}
}

// UnmarshalJSON reads what MarshalJSON writes. The error is strconv's, about what is no number.
func (n *Number) UnmarshalJSON(data []byte) error {
	text := strings.Trim(string(data), `"`)
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return err
	}
	*n = Number(v)
	return nil
}

// Numbers are numbers for JSON; none is an empty list.
func Numbers(v ...float64) []Number {
	out := make([]Number, len(v))
	for i := range v {
		out[i] = Number(v[i])
	}
	return out
}

// Known is a number that there may not be: NaN stands for its absence, and is null in JSON.
type Known float64

// MarshalJSON writes the number, or null if there is none.
func (n Known) MarshalJSON() ([]byte, error) {
	if math.IsNaN(float64(n)) {
		return []byte("null"), nil
	}
	return Number(n).MarshalJSON()
}

// UnmarshalJSON reads what MarshalJSON writes: null is NaN. The error is strconv's.
func (n *Known) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*n = Known(math.NaN())
		return nil
	}
	return (*Number)(n).UnmarshalJSON(data)
}

// allKnown are numbers of which some may be missing.
func allKnown(v ...float64) []Known {
	out := make([]Known, len(v))
	for i := range v {
		out[i] = Known(v[i])
	}
	return out
}

// PrintJSON writes a value for people and programs: indented, with a newline at its end.
func PrintJSON(out io.Writer, v any) error {
	data, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return err
	}
	_, err = out.Write(append(data, '\n'))
	return err
}

// place is a point as files have it.
func place(p geom.Point) []Number { return Numbers(p.X, p.Y) }

// bounds are the sides of the box in which racers are kept, or none.
func bounds(doc *setup.Experiment) []Number {
	if doc.Bounds == nil {
		return nil
	}
	b := *doc.Bounds
	return Numbers(b.X0, b.X1, b.Y0, b.Y1)
}
