package export

import (
	"encoding/json"
	"io"
	"math"
)

// Number prints as JSON so that it reads back exactly; what JSON has no number for is null.
type Number float64

// MarshalJSON writes the number, or null for NaN and infinities.
func (n Number) MarshalJSON() ([]byte, error) {
	if v := float64(n); math.IsNaN(v) || math.IsInf(v, 0) {
		return []byte("null"), nil
	}
	return json.Marshal(float64(n))
}

// Numbers are numbers for JSON; none is an empty list.
func Numbers(v ...float64) []Number {
	out := make([]Number, len(v))
	for i := range v {
		out[i] = Number(v[i])
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
