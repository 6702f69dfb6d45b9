package settings

import (
	"math"
	"os"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"descentlab/app/window/host"
)

// TextSizes are the sizes of text that can be chosen, in percent. What stands around a text grows along, so that at every size
// all of it has its room; the columns scroll, and the maps give way.
var TextSizes = []int{90, 100, 110, 120, 130, 140, 150, 160}

// UsualText is the size of text that nobody has chosen.
const UsualText = 100

// TextKey is where the choice is kept, in the program's settings: it holds for every window.
const TextKey = "text size"

// ChosenText is the size of text that was chosen last.
func ChosenText(a fyne.App) int {
	percent := a.Preferences().IntWithFallback(TextKey, UsualText)
	if !slices.Contains(TextSizes, percent) {
		return UsualText
	}
	return percent
}

// An Enlargement is how much larger than usual texts are. The scale below it is the display's, or what the user has told Fyne.
type Enlargement struct {
	app     fyne.App
	percent int
	scale   float64

	size fyne.Size // of the window, with usual texts, when it was opened or they were changed last
	at   time.Time // when that was
}

// settling is how long the display may take to give the window the size that it is asked for.
const settling = 3 * time.Second

// Unenlarged is none, whatever the display's scale.
func Unenlarged(a fyne.App) *Enlargement { return &Enlargement{app: a, percent: UsualText, scale: 1} }

// NewEnlargement begins at a size of text, before there is a window, that is to be of that size with usual texts.
func NewEnlargement(a fyne.App, percent int, window fyne.Size) *Enlargement {
	e := &Enlargement{app: a, percent: percent, scale: 1, size: window}
	if v, err := strconv.ParseFloat(os.Getenv(host.ScaleVariable), 64); err == nil {
		e.scale = v
	} else if v := float64(a.Settings().Scale()); v > 0 {
		e.scale = v
	}
	if percent != UsualText {
		e.take()
	}
	return e
}

// take tells Fyne, which looks at its variable whenever its settings change.
func (e Enlargement) take() { host.TakeScale(host.Within(e.scale * float64(e.percent) / UsualText)) }

// usual is a length of the window as it would be with texts of the usual size, in whole units.
func (e Enlargement) usual(units float32) float32 {
	return float32(math.Round(float64(units) * float64(e.percent) / UsualText))
}

// Kept is the size of the window that the next start is to have. Where Fyne has rounded up the one that it was asked for, it is
// that: else the window would grow from start to start.
func (e Enlargement) Kept(size fyne.Size) fyne.Size {
	const rounded = 2
	size = fyne.NewSize(e.usual(size.Width), e.usual(size.Height))
	if w, h := size.Width-e.size.Width, size.Height-e.size.Height; max(w, -w) <= rounded && max(h, -h) <= rounded {
		return e.size
	}
	return size
}

// Own is the other way round, and a hair less, for Fyne takes the next larger number of pixels.
func (e Enlargement) Own(units float32) float32 {
	if e.percent == UsualText {
		return units
	}
	const hair = 0.02
	return units*UsualText/float32(e.percent) - hair
}

// Percent is the size of text.
func (e Enlargement) Percent() int { return e.percent }

// Set gives all texts another size, once Fyne looks at its settings, and the window the one that leaves it as large as it is on
// the screen. It tells whether it is another one.
func (e *Enlargement) Set(percent int, win fyne.Window) bool {
	if percent == e.percent || !slices.Contains(TextSizes, percent) {
		return false
	}
	if now := time.Now(); now.Sub(e.at) > settling {
		size := win.Canvas().Size()
		e.size, e.at = fyne.NewSize(e.usual(size.Width), e.usual(size.Height)), now
	}
	e.percent = percent
	e.take()
	e.app.Preferences().SetInt(TextKey, percent)
	return true
}

// Fit resizes the window to that.
func (e *Enlargement) Fit(win fyne.Window) {
	if !win.FullScreen() {
		win.Resize(fyne.NewSize(e.Own(e.size.Width), e.Own(e.size.Height)))
	}
}

// Stepped is the size that is so many sizes larger.
func (e Enlargement) Stepped(by int) int {
	i := slices.Index(TextSizes, e.percent) + by
	return TextSizes[max(0, min(i, len(TextSizes)-1))]
}
