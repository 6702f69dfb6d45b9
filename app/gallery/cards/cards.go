// Package cards lays the gallery's experiments out as cards in rows: which are shown, in what order, where each lies, which has
// the focus. It draws nothing.
package cards

import (
	"math"
	"slices"
	"strings"

	"descentlab/app/gallery"
	"descentlab/app/words"
	"descentlab/internal/geom"
)

// The size of a card and what lies between two, in units.
const (
	Width, Height = 325.0, 255.0
	Gap           = 16.0
)

// An Order is how the cards are sorted.
type Order int

// The orders.
const (
	Teaching Order = iota // as a course would show them
	ByTitle
	MostClaims // first
	orders
)

// Orders are all of them.
func Orders() (list []Order) {
	for o := range orders {
		list = append(list, o)
	}
	return list
}

// String is what an order is called.
func (o Order) String() string {
	switch o {
	case ByTitle:
		return words.T("by title")
	case MostClaims:
		return words.T("most claims first")
	}
	return words.T("in teaching order")
}

// A Wall is the cards of a list of experiments. It is a value: what changes it gives another one.
type Wall struct {
	list []gallery.Exhibit // all
	asks asks

	Shown   []gallery.Exhibit // that the search leaves, in order; not to be changed
	Columns int
	Focus   int // of those shown; -1 if none has it
}

// asks is what decides which cards are shown, and in what order.
type asks struct {
	query, tag string
	order      Order
}

// New is the wall of all experiments of a list, so wide.
func New(list []gallery.Exhibit, width float64) Wall {
	return Wall{list: list, Focus: -1}.find().Resize(width)
}

// Columns is how many cards lie side by side: at least one.
func Columns(width float64) int {
	return max(int(math.Floor((width+Gap)/(Width+Gap))), 1)
}

// Resize is the wall at another width.
func (w Wall) Resize(width float64) Wall {
	w.Columns = Columns(width)
	return w
}

// Search is the wall with what has the words and the tag; "" is any. Who has the focus keeps it while it is shown.
func (w Wall) Search(query, tag string) Wall {
	w.asks.query, w.asks.tag = query, tag
	return w.find()
}

// Sort is the wall in another order.
func (w Wall) Sort(o Order) Wall {
	w.asks.order = o
	return w.find()
}

// Query, Tag and Order are what was asked for.
func (w Wall) Query() string { return w.asks.query }

// Tag is the tag that all shown have; "" if it is not asked for.
func (w Wall) Tag() string { return w.asks.tag }

// Order is that of the cards.
func (w Wall) Order() Order { return w.asks.order }

// find looks for what is to be shown.
func (w Wall) find() Wall {
	focused := w.Key()
	w.Shown = gallery.Search(w.list, w.asks.query, w.asks.tag)
	switch w.asks.order {
	case ByTitle:
		slices.SortStableFunc(w.Shown, func(a, b gallery.Exhibit) int {
			return strings.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title))
		})
	case MostClaims:
		slices.SortStableFunc(w.Shown, func(a, b gallery.Exhibit) int { return len(b.Claims) - len(a.Claims) })
	}
	return w.FocusOn(focused)
}

// Key is that of the card with the focus; "" if none has it.
func (w Wall) Key() string {
	if w.Focus < 0 {
		return ""
	}
	return w.Shown[w.Focus].Key
}

// FocusOn is the wall with the focus on the card with a key; on none if that is not shown.
func (w Wall) FocusOn(key string) Wall {
	w.Focus = slices.IndexFunc(w.Shown, func(e gallery.Exhibit) bool { return e.Key == key })
	return w
}

// Rows is how many rows of cards there are.
func (w Wall) Rows() int { return (len(w.Shown) + w.Columns - 1) / w.Columns }

// Size is how much room all cards take.
func (w Wall) Size() (width, height float64) {
	return float64(w.Columns)*(Width+Gap) - Gap, max(float64(w.Rows())*(Height+Gap)-Gap, 0)
}

// Place is the upper left corner of a card.
func (w Wall) Place(i int) geom.Point {
	return geom.Point{X: float64(i%w.Columns) * (Width + Gap), Y: float64(i/w.Columns) * (Height + Gap)}
}

// At is the card that lies at a place; -1 if there is none.
func (w Wall) At(p geom.Point) int {
	column, row := int(math.Floor(p.X/(Width+Gap))), int(math.Floor(p.Y/(Height+Gap)))
	i := row*w.Columns + column
	if column < 0 || column >= w.Columns || row < 0 || i >= len(w.Shown) {
		return -1
	}
	if at := w.Place(i); p.X >= at.X+Width || p.Y >= at.Y+Height {
		return -1
	}
	return i
}

// Seen are the cards from and up to, but without to, of which something is seen between two heights.
func (w Wall) Seen(top, bottom float64) (from, to int) {
	first := max(int(math.Floor((top+Gap)/(Height+Gap))), 0)
	last := int(math.Ceil(bottom / (Height + Gap)))
	n := len(w.Shown)
	return min(first*w.Columns, n), min(max(last*w.Columns, 0), n)
}

// A Move is where the focus is to go.
type Move int

// The moves.
const (
	Left Move = iota
	Right
	Up
	Down
	First
	Last
)

// Go is the wall with its focus moved; from none it goes to the first card. Where there is no card it stays.
func (w Wall) Go(m Move) Wall {
	n := len(w.Shown)
	if n == 0 {
		return w
	}
	if w.Focus < 0 {
		w.Focus = 0
		if m == Last {
			w.Focus = n - 1
		}
		return w
	}
	to := w.Focus
	switch m {
	case Left:
		to--
	case Right:
		to++
	case Up:
		to -= w.Columns
	case Down:
		if to += w.Columns; to >= n && w.Focus/w.Columns < w.Rows()-1 {
			to = n - 1 // the last row is not full
		}
	case First:
		to = 0
	case Last:
		to = n - 1
	}
	if to >= 0 && to < n {
		w.Focus = to
	}
	return w
}

// Reveal is how far to scroll so that the card with the focus is seen whole in so high a window, as little as may be.
func (w Wall) Reveal(scrolled, window float64) float64 {
	if w.Focus < 0 {
		return scrolled
	}
	top := w.Place(w.Focus).Y
	switch {
	case top < scrolled || Height > window:
		return top
	case top+Height > scrolled+window:
		return top + Height - window
	}
	return scrolled
}
