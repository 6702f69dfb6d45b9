package command

import (
	"slices"
	"testing"

	"descentlab/app/window/desk"
)

// TestKeysAreToldOnce: commands that the hand does alike have one row, in which the keys stand once.
func TestKeysAreToldOnce(t *testing.T) {
	rows := rowsOf([]desk.Command{
		{Group: "start", Keys: []string{"Alt+Left"}, Hand: "Alt+arrows", Hint: "move the start"},
		{Group: "view", Keys: []string{"K"}, Hint: "show the key"},
		{Group: "start", Keys: []string{"Alt+Right"}, Hand: "Alt+arrows", Hint: "move the start"},
		{Group: "start", Hand: "drag", Hint: "move the start"},
	})
	want := []row{{"start", "Alt+arrows" + between + "drag", "move the start"}, {"view", "K", "show the key"}}
	if !slices.Equal(rows, want) {
		t.Errorf("the rows are %q, want %q", rows, want)
	}
}
