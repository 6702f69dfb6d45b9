package picture

import (
	"context"
	"image"
	"image/draw"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
)

// A Film is a picture that moves, from moment 0 to a last one, which the picture itself shows.
type Film struct {
	Picture
	Last int // the number of the last moment
	// Project makes ready to draw moments over the whole of a canvas, again and again; they may lie between two. The error is
	// the context's.
	Project func(ctx context.Context, on Screen, st plot.Style) (Projector, error)
}

// A Projector draws a moment.
type Projector func(moment float64) error

// A Screen is what moments are drawn on: a canvas over the pixels of an image, in which a moment finds what the one before left.
type Screen struct {
	plot.Canvas
	Pixels *image.RGBA
	Clear  bool // there is no ground: what is drawn lies over nothing
}

// filmFormats are the kinds of files for what moves; each adds itself in a file of its own.
var filmFormats []FilmFormat

// A FilmFormat is a kind of file for films.
type FilmFormat struct {
	Ending string
	write  func(*Sink, Film, Look) error
}

func addFilm(ending string, write func(*Sink, Film, Look) error) struct{} {
	filmFormats = append(filmFormats, FilmFormat{ending, write})
	return struct{}{}
}

// FilmFormats are all formats for films.
func FilmFormats() []FilmFormat { return filmFormats }

// usualFrames is how many frames a film has at most if nobody says how many.
const usualFrames = 200

// Write writes a film in a format.
func (f FilmFormat) Write(to *Sink, film Film, look Look) error {
	look, err := look.ForFilm(film)
	if err != nil {
		return err
	}
	return f.write(to, film, look)
}

// ForFilm is the look with all that a film has for want of a wish.
func (l Look) ForFilm(f Film) (Look, error) {
	if l.Scale == 0 {
		l.Scale = 1
	}
	l, err := l.filled(filmSide, filmSide)
	if l.Frames == 0 {
		l.Frames = min(f.Last+1, usualFrames)
	}
	return l, err
}

// Plays is how long a film of a look plays before it begins again, in seconds, with the time that its last frame stays.
func (l Look) Plays() float64 { return l.until(l.Frames - 1) }

// filmSide is the side of a film whose size nobody says, in units: what fits into a page and a message.
const filmSide = 640

// frames draws the frames of a film one after the other: each of them is in the same image, which show must not keep.
func (f Film) frames(to *Sink, look Look, show func(i int, frame *image.RGBA) error) error {
	st, err := look.style()
	if err != nil {
		return err
	}
	w, h := look.size()
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	on := Screen{Canvas: raster.New(dst), Pixels: dst, Clear: look.Transparent}
	if look.Transparent {
		on.Canvas = clear{on.Canvas}
	}
	project, err := f.Project(to.Context, on, st)
	if err != nil {
		return err
	}
	for i := range look.Frames {
		if look.Transparent {
			draw.Draw(dst, dst.Rect, image.Transparent, image.Point{}, draw.Src)
		}
		if err := project(f.moment(i, look.Frames)); err != nil {
			return err
		}
		if err := show(i, dst); err != nil {
			return err
		}
		if err := to.Reached(float64(i+1) / float64(look.Frames+1)); err != nil {
			return err
		}
	}
	return nil
}

// moment is that of frame i of n: from the first to the last, which a single frame shows.
func (f Film) moment(i, n int) float64 {
	if i == n-1 {
		return float64(f.Last)
	}
	return float64(f.Last) * float64(i) / float64(n-1)
}

// hold is how long the last frame stays before all begins again, in seconds.
const hold = 1.5

// until is when frame i of a film ends, in seconds from its beginning.
func (l Look) until(i int) float64 {
	t := float64(i+1) / l.Rate
	if i == l.Frames-1 {
		t += hold
	}
	return t
}
