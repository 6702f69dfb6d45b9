package handin

import (
	"encoding/json"
	"fmt"
	"math"

	"descentlab/internal/strict"
)

// number is a loss in a file: infinite ones are texts, as in other files, and so is what is no number.
type number float64

// Shape says that a number may stand there, or a text.
func (number) Shape() any { return strict.Wide(0) }

// MarshalJSON writes the number.
func (n number) MarshalJSON() ([]byte, error) {
	if math.IsNaN(float64(n)) {
		n = number(math.Inf(1)) // a run that has left the numbers has no loss: it is beyond all of them
	}
	return strict.Wide(n).MarshalJSON()
}

// UnmarshalJSON reads it.
func (n *number) UnmarshalJSON(data []byte) error {
	return json.Unmarshal(data, (*strict.Wide)(n))
}

func index(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }
