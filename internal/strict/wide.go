package strict

import (
	"encoding/json"
	"math"
)

// Wide is a number in a file that may be infinite: then it stands there as the text "Infinity" or "-Infinity", for which JSON
// has no number and which Python's float reads.
type Wide float64

// infinite are the numbers that have a name.
var infinite = map[string]float64{"Infinity": math.Inf(1), "-Infinity": math.Inf(-1)}

// MarshalJSON writes the number, or the name of an infinite one. Minus zero is 0. NaN is an error.
func (n Wide) MarshalJSON() ([]byte, error) {
	for name, v := range infinite {
		if v == float64(n) {
			return json.Marshal(name)
		}
	}
	return json.Marshal(float64(n) + 0)
}

// UnmarshalJSON reads what MarshalJSON writes, from text that has passed Check.
func (n *Wide) UnmarshalJSON(data []byte) error {
	var name string
	if json.Unmarshal(data, &name) == nil {
		if v, known := infinite[name]; known {
			*n = Wide(v)
			return nil
		}
	}
	return json.Unmarshal(data, (*float64)(n))
}
