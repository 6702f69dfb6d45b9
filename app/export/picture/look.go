package picture

import (
	"math"

	"descentlab/app/words"
)

// A Look is how a picture is wanted. What is zero is as it suits the picture.
type Look struct {
	W, H        int     // its size, in units; W alone: in the picture's own shape
	Scale       float64 // pixels of a unit, where there are pixels
	Dark        bool    // the dark theme
	Colours     string  // the set of colours, one of ColourSets; "": the usual one
	Transparent bool    // there is nothing behind maps and texts
	Frames      int     // of a picture that moves
	Rate        float64 // of these, in a second
}

// What a picture can be.
const (
	LeastSide  = 16      // units
	MostSide   = 10000   // units
	MostScale  = 8       // pixels of a unit
	MostPixels = 1 << 26 // in all
	MostFrames = 2000
	MostRate   = 50  // frames a second: what browsers show of a GIF
	usualScale = 1.5 // of a picture of its own size
	usualRate  = 20  // frames a second
)

// Check says what is wrong with a look.
func (l Look) Check() error {
	switch {
	case (l.W != 0 || l.H != 0) && (min(l.W, l.H) < LeastSide || max(l.W, l.H) > MostSide):
		return words.Errorf("the size must be from %d to %d each way; got %dx%d", LeastSide, MostSide, l.W, l.H)
	case l.Scale < 0 || l.Scale > MostScale || math.IsNaN(l.Scale):
		return words.Errorf("the scale must be over 0 and at most %d; got %v", MostScale, l.Scale)
	case l.pixels() > MostPixels:
		return words.Errorf("%dx%d at scale %v are %.0f million pixels; a picture has at most %d million", l.W, l.H, l.Scale,
			l.pixels()/1e6, MostPixels/1_000_000)
	case l.Frames < 0 || l.Frames > MostFrames:
		return words.Errorf("the frames must be from 1 to %d; got %d", MostFrames, l.Frames)
	case l.Rate < 0 || l.Rate > MostRate || math.IsNaN(l.Rate):
		return words.Errorf("there may be up to %d frames a second; got %v", MostRate, l.Rate)
	}
	return nil
}

func (l Look) pixels() float64 { return float64(l.W) * float64(l.H) * l.Scale * l.Scale }

// For is the look with all that a picture has for want of a wish.
func (l Look) For(p Picture) (Look, error) { return l.filled(p.W, p.H) }

// Pixels is how many pixels a picture of a look that is filled in has each way.
func (l Look) Pixels() (w, h int) { return l.size() }

// filled is the look of a picture of a size of its own, in units.
func (l Look) filled(w, h float64) (Look, error) {
	own := l.W == 0
	switch {
	case own:
		l.W, l.H = int(math.Round(w)), int(math.Round(h))
	case l.H == 0:
		l.H = int(math.Round(float64(l.W) * h / w))
	}
	switch {
	case l.Scale != 0:
	case own:
		l.Scale = usualScale
	default:
		l.Scale = 1
	}
	if l.Rate == 0 {
		l.Rate = usualRate
	}
	return l, l.Check()
}

// size is that of a picture, in pixels.
func (l Look) size() (w, h int) {
	return max(int(math.Round(float64(l.W)*l.Scale)), 1), max(int(math.Round(float64(l.H)*l.Scale)), 1)
}
