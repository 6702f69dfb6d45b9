package plot

// A Field is a surface ready to be drawn: its values, levels and isolines. It is
// not changed once made, and shared by pointer.
type Field struct {
	Grid    *Grid
	Levels  []float64 // ascending
	Lines   []Line
	Spacing Spacing // of the levels
	lo, hi  float64 // the least and the greatest finite value; NaN if there is none
}

// NewField finds about n levels of the given spacing and their isolines.
func NewField(g *Grid, n int, s Spacing) *Field {
	levels := g.Levels(n, s)
	lo, hi := g.Range()
	return &Field{Grid: g, Levels: levels, Lines: g.Isolines(levels), Spacing: s, lo: lo, hi: hi}
}
