package scenes

import (
	"descentlab/app/describe"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
)

// Basins describes from how many starts the racer that is looked at ends where; nil basins are none yet.
func Basins(s lab.State, b *figure.Basins) describe.Description {
	racer := s.Doc.Subject()
	title := words.T("Where they end")
	switch {
	case racer < 0:
		return nothing(title, words.T("Nobody races: there are no basins."))
	case b == nil:
		return nothing(title, words.T("The runs of %s from all over the window are still being made.", s.Doc.Names()[racer]))
	}
	d := describe.Description{Title: words.T("Basins of %s on %s", s.Doc.Names()[racer], surface(s))}
	if !b.Done() {
		d.Text = words.T("Some of the %s of %s from all over the window, %s, have been made; the others are under way.",
			words.Runs(b.W*b.H), s.Doc.Names()[racer], words.Window(b.View))
		return d
	}
	list, boundary := lab.Shares(b.Sheet, b.Places)
	n := b.W * b.H
	d.Text = describe.Paragraph(
		words.T("%s of %s, each of %s, from a grid of %d by %d starts all over the window, %s.", words.Runs(n), s.Doc.Names()[racer],
			words.Steps(b.Steps), b.W, b.H, words.Window(b.View)),
		words.T("They end: %s.", shares(list)),
		words.T("%s of the starts have a neighbour that ends otherwise.", words.Percent(boundary)))
	d.Table = Shares(b.Sheet, b.Places)
	return d
}
