package measure

import "testing"

// TestNudged: a small step is small for what the value is, and it never leaves what may be set.
func TestNudged(t *testing.T) {
	doc := raced(t, "sgd lr=0.019", "adam lr=0.1")
	for _, c := range []struct {
		field             string
		from, steps, want float64
	}{
		{"racer.lr", 0.019, 0, 0.019}, {"racer.lr", 0.019, 1, 0.0191}, {"racer.lr", 0.019, 10, 0.02}, {"racer.lr", 0.019, -10, 0.0181},
		{"racer.lr", 0.019, 0.5, 0.01905}, {"steps", 30, 1, 31}, {"steps", 400, 2, 420}, {"steps", 3, -9, 1},
		{"noise", 0, 1, 0.001}, {"noise", 0, -5, 0}, {"start.x", 8, -3, 7.97}, {"start.x", -0.5, 1, -0.499},
		{"adam.beta1", 0.9, 10, 0.9049}, {"adam.beta1", 0.9, -10, 0.895}, {"batch", 1, 3, 4}, {"turn", 0, 1, 0.1},
	} {
		f, err := ParseField(c.field)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := f.Nudged(&doc, c.from, c.steps); err != nil || got != c.want {
			t.Errorf("%s from %v by %v is %v, %v; want %v", c.field, c.from, c.steps, got, err, c.want)
		}
	}
	if _, err := (Field{Of: "racer9", Name: "lr"}).Nudged(&doc, 1, 1); err == nil {
		t.Error("a racer that is not there is nudged")
	}
}
