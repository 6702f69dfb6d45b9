package figure

import (
	"fmt"
	"testing"
)

// TestShortNames: shorter names keep their numbers and tell the racers apart.
func TestShortNames(t *testing.T) {
	names := []string{"SGD", "Nesterov momentum", "Momentum 1", "Momentum 2", "Newton", "Newton with line search", "Adam ↑"}
	want := "[[] [Nesterov] [Mome 1] [Mome 2] [] [] []]"
	if got := fmt.Sprint(ShortNames(names)); got != want {
		t.Errorf("%v, want %v", got, want)
	}
	if got := ShortName(names, 1); got != "Nesterov" || ShortName(names, 0) != "" {
		t.Errorf("%q", got)
	}
}
