package cli

import (
	"strings"
	"testing"
)

// TestCriticalWithinABox: minima on the border are marked as such, and the sentence says how many there are.
func TestCriticalWithinABox(t *testing.T) {
	for _, c := range []struct {
		args []string
		says []string
	}{
		{[]string{"x^2-y^2", "-bounds", "-1,1,-1,1"}, []string{
			"minimum  0  -1  -1         -         -  lowest, on the border of the box",
			"On the border of the box there are 2 minima and no other, which is proven.", "x from −1 to 1"}},
		{[]string{"2*x+3*y", "-bounds", "0,inf,-1,inf"}, []string{"minimum  0  -1  -3",
			"On the border of the box there is 1 minimum and no other, which is proven."}},
		{[]string{"x^2+y^2", "-bounds", "-1,1,-1,1"}, []string{"On the border of the box there is no minimum, which is proven."}},
		{[]string{"sin(x)+sin(y)", "-bounds", "0:2*pi, 0:2*pi"}, []string{ // all of the box, beyond the formula's window
			"minimum  4.71239  4.71239  -2", "x from 0 to 6.283, y from 0 to 6.283"}},
		{[]string{"x^2+y^2", "-bounds", "5,inf,-inf,1"}, []string{"minimum  5  0  25", "x from 5 to 11, y from −5 to 1"}},
		{[]string{"x^2+y^2", "-bounds", "-9,9,-9,9", "-view", "-1,1,-1,1"}, []string{"x from −1 to 1, y from −1 to 1"}},
		{[]string{"(x-3)^2+(y-0.2)^2", "-bounds", "-1,1,-1,1", "-json"}, []string{`"box": true`, `"lowest": true`}},
	} {
		out, err := cli(t, append([]string{"critical"}, c.args...)...)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range c.says {
			if !strings.Contains(out, text) {
				t.Errorf("%q: no %q in\n%s", c.args, text, out)
			}
		}
	}
}
