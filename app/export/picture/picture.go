// Package picture writes pictures into files: one table of formats, each of which takes every picture. A picture draws itself on
// a canvas, whatever becomes of that.
package picture

import (
	"context"
	"io"
	"slices"
	"strings"

	"descentlab/app/figure"
	"descentlab/widgets/plot"
)

// A Picture is what can be drawn at any size, in either theme.
type Picture struct {
	Title string  // what it shows, for whoever cannot see it
	Notes []Note  // what it follows from
	W, H  float64 // the size that suits it, in units

	Carried Carried // a file that goes with it, where a format has room for one: PDF

	// Draw draws it over the whole of a canvas of any size. The error is the context's.
	Draw func(ctx context.Context, on plot.Canvas, st plot.Style) error
}

// Carried is a file that is attached to a picture; none if there is no text.
type Carried struct {
	Name string
	Text []byte
}

// A Note is one of the things that are told with a picture, in the file beside it: the experiment's seed, say.
type Note struct {
	Key  string // "seed"; of a PNG at most 79 letters of Latin-1
	Text string
}

// A Sink is where a file goes.
type Sink struct {
	io.Writer
	Context context.Context
	Reached func(part float64) error // hears how much is written, 0 to 1; its error ends the writing
}

// A Format is a kind of file for pictures.
type Format struct {
	Ending string // of files: a dot and small letters
	write  func(*Sink, Picture, Look) error
}

// formats are all of them; each adds itself in a file of its own.
var formats []Format

func add(ending string, write func(*Sink, Picture, Look) error) struct{} {
	formats = append(formats, Format{ending, write})
	return struct{}{}
}

// Formats are all formats.
func Formats() []Format { return formats }

// Endings are those of all formats, or of those for what moves.
func Endings(moving bool) (list []string) {
	for _, f := range formats {
		if !moving {
			list = append(list, f.Ending)
		}
	}
	for _, f := range filmFormats {
		list = append(list, f.Ending)
	}
	return list
}

// Has tells whether files with an ending hold pictures, or such as move.
func Has(ending string, moving bool) bool {
	return slices.Contains(Endings(moving), strings.ToLower(ending))
}

// Write writes a picture in a format.
func (f Format) Write(to *Sink, p Picture, look Look) error {
	look, err := look.filled(p.W, p.H)
	if err != nil {
		return err
	}
	return f.write(to, p, look)
}

// ColourSets are the sets of colours beside the usual one: for eyes that tell other colours apart than most.
func ColourSets() (list []string) {
	for _, c := range plot.ColourSets()[1:] {
		list = append(list, string(c))
	}
	return list
}

// style is how pictures of a look are drawn.
func (l Look) style() (plot.Style, error) {
	font, err := figure.Font()
	palette := plot.NewPalette(plot.Colours(l.Colours), l.Dark)
	return plot.Style{Palette: palette, Font: font, Scale: l.Scale, TextSize: figure.SmallText}, err
}

// draw draws a picture on a canvas of its size.
func (p Picture) draw(ctx context.Context, on plot.Canvas, look Look) error {
	st, err := look.style()
	if err != nil {
		return err
	}
	if look.Transparent {
		on = clear{on}
	}
	return p.Draw(ctx, on, st)
}
