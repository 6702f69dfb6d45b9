package exporting

import (
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"descentlab/app/export/picture"
	"descentlab/app/words"
)

// Choices are what the user has chosen last, whatever picture that was for. The program's settings keep them.
type Choices struct {
	Ending      string  `json:"ending"`
	Size        string  `json:"size"` // the key of a preset
	W           string  `json:"w"`    // of a size of the user's own, as typed
	H           string  `json:"h"`
	Unit        string  `json:"unit"`  // of that
	Scale       float64 `json:"scale"` // pixels of a unit
	FilmScale   float64 `json:"film"`  // of a film
	DPI         float64 `json:"dpi"`   // pixels of an inch, of a size in centimetres
	Theme       string  `json:"theme"` // "": that of the window
	Transparent bool    `json:"transparent"`
	Frames      string  `json:"frames"` // as typed; "": as it suits
	Rate        string  `json:"rate"`
}

// Units of a size, and themes.
const (
	pixels      = "px"
	centimetres = "cm"
	dark        = "dark"
	light       = "light"
)

const choicesKey = "export"

// usual are the choices of somebody who has made none.
func usual() Choices {
	return Choices{Ending: ".png", Size: ownSize, Unit: pixels, Scale: 2, FilmScale: 1, DPI: 300}
}

// recall are the choices that the program's settings keep. What cannot be read, or has been written by hand, is as usual.
func recall(kept fyne.Preferences) Choices {
	c := usual()
	if json.Unmarshal([]byte(kept.String(choicesKey)), &c) != nil {
		return usual()
	}
	if u := usual(); !slices.Contains(scales, c.Scale) || !slices.Contains(scales, c.FilmScale) ||
		!slices.Contains(densities, c.DPI) || c.Unit != pixels && c.Unit != centimetres {
		c.Scale, c.FilmScale, c.DPI, c.Unit = u.Scale, u.FilmScale, u.DPI, u.Unit
	}
	return c
}

// Recall is the look of a PNG picture as it was chosen last.
func Recall(h Host) (picture.Look, error) { return recall(h.Kept).Look(".png", h) }

// keep keeps them.
func (c Choices) keep(kept fyne.Preferences) {
	if data, err := json.Marshal(c); err == nil {
		kept.SetString(choicesKey, string(data))
	}
}

// scaleOf is the scale of files of an ending: films have one of their own.
func (c *Choices) scaleOf(ending string) *float64 {
	if isFilm(ending) {
		return &c.FilmScale
	}
	return &c.Scale
}

// Look is the picture that they are of, in a window, or what is wrong with them.
func (c Choices) Look(ending string, h Host) (picture.Look, error) {
	look := picture.Look{Scale: *c.scaleOf(ending), Dark: c.dark(h.Dark), Colours: h.Colours, Transparent: c.Transparent}
	if c.unit() == centimetres {
		look.Scale = c.DPI / picture.UnitsPerInch
	}
	var err error
	switch p := presetOf(c.Size); {
	case p.key == screenSize:
		look.W, look.H = int(h.Screen.Width), int(h.Screen.Height)
	case p.key == typedSize:
		if look.W, look.H, err = c.typed(); err != nil {
			return look, err
		}
	default:
		look.W, look.H = units(p.w, p.unit), units(p.h, p.unit)
	}
	if look.Frames, err = whole(c.Frames, picture.MostFrames); err != nil {
		return look, err
	}
	rate, err := numberOf(c.Rate)
	if c.Rate != "" && (err != nil || !(rate > 0) || rate > picture.MostRate) {
		return look, errors.New(words.T("frames a second must be over 0 and at most %d; got %q", picture.MostRate, c.Rate))
	}
	if look.Rate = rate; look.H != 0 {
		err = look.Check()
	} else {
		err = nil
	}
	return look, err
}

func (c Choices) dark(window bool) bool {
	if c.Theme == "" {
		return window
	}
	return c.Theme == dark
}

// unit is that of the size.
func (c Choices) unit() string {
	if p := presetOf(c.Size); p.unit != "" {
		return p.unit
	}
	return c.Unit
}

// Sides of a size in centimetres.
const (
	leastSide = 0.5
	mostSide  = 250
)

// typed is the size of the user's own, in units.
func (c Choices) typed() (w, h int, err error) {
	x, errX := numberOf(c.W)
	y, errY := numberOf(c.H)
	if errX != nil || errY != nil {
		return 0, 0, errors.New(words.T("the size must be two numbers, width and height; got %q and %q", c.W, c.H))
	}
	if c.Unit == centimetres {
		if min(x, y) < leastSide || max(x, y) > mostSide {
			return 0, 0, errors.New(words.T("the size must be from %s to %d cm each way; got %s × %s", words.Digits(leastSide, 2),
				mostSide, c.W, c.H))
		}
	} else if min(x, y) < picture.LeastSide || max(x, y) > picture.MostSide {
		return 0, 0, errors.New(words.T("the size must be from %d to %d pixels each way; got %s × %s", picture.LeastSide,
			picture.MostSide, c.W, c.H))
	}
	return units(x, c.Unit), units(y, c.Unit), nil
}

const inch = 2.54 // centimetres

// units is how many units a length has.
func units(length float64, unit string) int {
	if unit == centimetres {
		length *= picture.UnitsPerInch / inch
	}
	return int(math.Round(length))
}

// lengthOf is a number of units as a length, as it is typed.
func lengthOf(n int, unit string) string {
	if unit == centimetres {
		return words.Decimal(strconv.FormatFloat(math.Round(10*float64(n)*inch/picture.UnitsPerInch)/10, 'f', -1, 64))
	}
	return strconv.Itoa(n)
}

// numberOf reads a number, with a point or a comma.
func numberOf(text string) (float64, error) {
	v, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(text), ",", "."), 64)
	if err == nil && (math.IsNaN(v) || math.IsInf(v, 0)) {
		err = strconv.ErrRange
	}
	return v, err
}

// whole reads a number of frames; none is 0.
func whole(text string, most int) (int, error) {
	if text = strings.TrimSpace(text); text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > most {
		return 0, errors.New(words.T("the number of frames must be from 1 to %d; got %q", most, text))
	}
	return n, nil
}
