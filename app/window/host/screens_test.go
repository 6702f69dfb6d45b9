package host

import "testing"

// TestBeside: what is presented fills the screen that the window is not on, wherever that lies; one that repeats the window's is
// no other, and without another it is the window's.
func TestBeside(t *testing.T) {
	first, right := Place{0, 0, 1440, 900}, Place{1440, 0, 1920, 1080}
	left, below := Place{-1920, 0, 1920, 1080}, Place{200, 900, 1024, 768}
	for _, c := range []struct {
		says    string
		window  Place
		screens []Place
		want    Place
	}{
		{"right of it", Place{100, 80, 1200, 700}, []Place{first, right}, right},
		{"left of it", Place{100, 80, 1200, 700}, []Place{first, left}, left},
		{"below it", Place{0, 0, 1440, 900}, []Place{first, below}, below},
		{"the window is on the second", Place{1500, 10, 1200, 700}, []Place{first, right}, first},
		{"most of the window is on the second", Place{1300, 10, 1200, 700}, []Place{first, right}, first},
		{"the window is on none", Place{9000, 10, 1200, 700}, []Place{first, right}, right},
		{"one alone", Place{100, 80, 1200, 700}, []Place{first}, first},
		{"one that repeats it", Place{100, 80, 1200, 700}, []Place{first, {0, 0, 1024, 768}}, first},
		{"a third beside one that repeats it", Place{100, 80, 1200, 700}, []Place{first, {0, 0, 1024, 768}, below}, below},
	} {
		if got := beside(c.window, c.screens); got != c.want {
			t.Errorf("%s: %v, expected %v", c.says, got, c.want)
		}
	}
}
