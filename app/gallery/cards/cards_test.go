package cards

import (
	"fmt"
	"testing"

	"descentlab/app/gallery"
	"descentlab/app/gallery/claim"
	"descentlab/internal/geom"
)

// some are n exhibits: e0, e1 ...; every third has the tag "third", and e2 is called "Zigzag".
func some(n int) (list []gallery.Exhibit) {
	for i := range n {
		e := gallery.Exhibit{Key: fmt.Sprintf("e%d", i), Title: fmt.Sprintf("No %02d", n-i), Tags: []string{"any"}}
		if i%3 == 0 {
			e.Tags = append(e.Tags, "third")
		}
		if i == 2 {
			e.Title = "Zigzag"
		}
		e.Claims = make([]claim.Claim, 1+i%4)
		list = append(list, e)
	}
	return list
}

func keys(w Wall) (text string) {
	for _, e := range w.Shown {
		text += e.Key + " "
	}
	return text
}

func TestColumns(t *testing.T) {
	for width, want := range map[float64]int{0: 1, 325: 1, 665: 1, 666: 2, 932: 2, 1007: 3, 1347: 3, 1348: 4, 1800: 5} {
		if got := Columns(width); got != want {
			t.Errorf("%g units wide there are %d columns, want %d", width, got, want)
		}
	}
}

// TestPlaces: every card is found where it lies, and nothing between them; those that are seen are no more than are there.
func TestPlaces(t *testing.T) {
	w := New(some(10), 1348)
	if width, height := w.Size(); width != 1348 || height != 3*255+2*16 || w.Rows() != 3 {
		t.Errorf("10 cards in 4 columns take %g x %g", width, height)
	}
	for i := range w.Shown {
		p := w.Place(i)
		for _, in := range []geom.Point{p, {X: p.X + Width - 1, Y: p.Y + Height - 1}} {
			if got := w.At(in); got != i {
				t.Errorf("at %v lies card %d, want %d", in, got, i)
			}
		}
		if got := w.At(geom.Point{X: p.X + Width + 1, Y: p.Y}); got != -1 {
			t.Errorf("right of card %d lies card %d", i, got)
		}
	}
	for _, out := range []geom.Point{{X: -1, Y: 5}, {X: 5, Y: -1}, {X: 700, Y: 600}, {X: 1400, Y: 5}, {X: 5, Y: 260}} {
		if got := w.At(out); got != -1 {
			t.Errorf("at %v lies card %d", out, got)
		}
	}
	for _, c := range []struct {
		top, bottom float64
		from, to    int
	}{{0, 100, 0, 4}, {0, 255, 0, 4}, {0, 280, 0, 8}, {260, 300, 4, 8}, {250, 900, 0, 10}, {5000, 6000, 10, 10}} {
		if from, to := w.Seen(c.top, c.bottom); from != c.from || to != c.to {
			t.Errorf("from %g to %g cards %d to %d are seen, want %d to %d", c.top, c.bottom, from, to, c.from, c.to)
		}
	}
}

// TestSearchAndSort: the words and the tag decide what is shown, and the order in which; the focus stays with its card.
func TestSearchAndSort(t *testing.T) {
	w := New(some(7), 800).FocusOn("e3")
	if got := keys(w.Search("", "third")); got != "e0 e3 e6 " || w.Search("", "third").Key() != "e3" {
		t.Errorf("with the tag: %s", got)
	}
	if got := w.Search("zigzag", ""); keys(got) != "e2 " || got.Focus != -1 || got.Key() != "" || got.Query() != "zigzag" {
		t.Errorf("the search finds %s, focus %d", keys(got), got.Focus)
	}
	if got := w.Search("zigzag", "").Search("", ""); keys(got) != keys(w) {
		t.Errorf("when nothing is asked any more there are %s", keys(got))
	}
	byTitle := w.Sort(ByTitle)
	if got := keys(byTitle); got != "e6 e5 e4 e3 e1 e0 e2 " || byTitle.Key() != "e3" || byTitle.Order() != ByTitle {
		t.Errorf("by title: %s, focus on %s", got, byTitle.Key())
	}
	if got := keys(w.Sort(MostClaims)); got != "e3 e2 e6 e1 e5 e0 e4 " {
		t.Errorf("most claims first: %s", got)
	}
	if got := keys(byTitle.Search("", "third")); got != "e6 e3 e0 " {
		t.Errorf("a search does not keep the order: %s", got)
	}
	if got := keys(byTitle.Sort(Teaching)); got != keys(w) {
		t.Errorf("in teaching order again: %s", got)
	}
	for i, a := range Orders() {
		for _, b := range Orders()[:i] {
			if a.String() == b.String() {
				t.Errorf("two orders are called %s", a)
			}
		}
	}
}

// TestFocus: the arrows go from card to card, and stay at the edges.
func TestFocus(t *testing.T) {
	w := New(some(7), 1010) // three columns
	for _, step := range []struct {
		move Move
		want int
	}{
		{Right, 0}, {Right, 1}, {Left, 0}, {Left, 0}, {Up, 0}, {Down, 3}, {Right, 4}, {Down, 6}, {Down, 6}, {Right, 6}, {Up, 3},
		{Last, 6}, {First, 0},
	} {
		if w = w.Go(step.move); w.Focus != step.want {
			t.Fatalf("move %d leads to %d, want %d", step.move, w.Focus, step.want)
		}
	}
	if got := New(some(7), 1010).Go(Last).Focus; got != 6 {
		t.Errorf("from none to the last: %d", got)
	}
	if got := w.Search("nothing", "").Go(Down); got.Focus != -1 || got.Rows() != 0 {
		t.Errorf("without cards the focus is on %d", got.Focus)
	}
	w = w.Go(Last)
	if got := w.Reveal(0, 300); got != w.Place(6).Y+Height-300 {
		t.Errorf("to reveal the last card it scrolls to %g", got)
	}
	if got := w.Go(First).Reveal(500, 300); got != 0 {
		t.Errorf("to reveal the first card it scrolls to %g", got)
	}
	if got := w.Reveal(500, 400); got != 500 {
		t.Errorf("a card that is seen scrolls to %g", got)
	}
}
