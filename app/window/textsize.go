package window

import (
	"math"
	"os"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"descentlab/app/window/host"
)

// textSizes are the sizes of text that can be chosen, in percent. What stands around a text grows along, so that at every size
// all of it has its room; the columns scroll, and the maps give way.
var textSizes = []int{90, 100, 110, 120, 130, 140, 150, 160}

// usualText is the size of text that nobody has chosen.
const usualText = 100

// textKey is where the choice is kept, in the program's settings: it holds for every window.
const textKey = "text size"

// chosenText is the size of text that was chosen last.
func chosenText(a fyne.App) int {
	percent := a.Preferences().IntWithFallback(textKey, usualText)
	if !slices.Contains(textSizes, percent) {
		return usualText
	}
	return percent
}

// An enlargement is how much larger than usual texts are. The scale below it is the display's, or what the user has told Fyne.
type enlargement struct {
	percent int
	scale   float64

	size fyne.Size // of the window, with usual texts, when it was opened or they were changed last
	at   time.Time // when that was
}

// settling is how long the display may take to give the window the size that it is asked for.
const settling = 3 * time.Second

// newEnlargement begins at a size of text, before there is a window.
func newEnlargement(a fyne.App, percent int) enlargement {
	e := enlargement{percent: percent, scale: 1}
	if v, err := strconv.ParseFloat(os.Getenv(host.ScaleVariable), 64); err == nil {
		e.scale = v
	} else if v := float64(a.Settings().Scale()); v > 0 {
		e.scale = v
	}
	if percent != usualText {
		e.take()
	}
	return e
}

// take tells Fyne, which looks at its variable whenever its settings change.
func (e enlargement) take() { host.TakeScale(host.Within(e.scale * float64(e.percent) / usualText)) }

// usual is a length of the window as it would be with texts of the usual size, in whole units.
func (e enlargement) usual(units float32) float32 {
	return float32(math.Round(float64(units) * float64(e.percent) / usualText))
}

// kept is the size of the window that the next start is to have. Where Fyne has rounded up the one that it was asked for, it is
// that: else the window would grow from start to start.
func (e enlargement) kept(size fyne.Size) fyne.Size {
	const rounded = 2
	size = fyne.NewSize(e.usual(size.Width), e.usual(size.Height))
	if w, h := size.Width-e.size.Width, size.Height-e.size.Height; max(w, -w) <= rounded && max(h, -h) <= rounded {
		return e.size
	}
	return size
}

// own is the other way round, and a hair less, for Fyne takes the next larger number of pixels.
func (e enlargement) own(units float32) float32 {
	if e.percent == usualText {
		return units
	}
	const hair = 0.02
	return units*usualText/float32(e.percent) - hair
}

// setText gives all texts another size, at once. The window stays as large as it is on the screen.
func (u *ui) setText(percent int) {
	if percent == u.text.percent || !slices.Contains(textSizes, percent) {
		return
	}
	t := &u.text
	if now := time.Now(); now.Sub(t.at) > settling {
		size := u.win.Canvas().Size()
		t.size, t.at = fyne.NewSize(t.usual(size.Width), t.usual(size.Height)), now
	}
	t.percent = percent
	t.take()
	u.app.Preferences().SetInt(textKey, percent)
	u.app.Settings().SetTheme(u.look.theme)
	if !u.win.FullScreen() {
		u.win.Resize(fyne.NewSize(t.own(t.size.Width), t.own(t.size.Height)))
	}
	u.restyle()
	if u.settings != nil {
		u.settings.text.SetSelected(slices.Index(textSizes, percent))
	}
}

// stepText makes texts larger or smaller by so many sizes.
func (u *ui) stepText(by int) {
	i := slices.Index(textSizes, u.text.percent) + by
	u.setText(textSizes[max(0, min(i, len(textSizes)-1))])
}
