package skin

import (
	"descentlab/widgets/plot"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Recolour gives the theme the colours of another palette and paints all windows in them.
//
// A second SetTheme would do so too, but with it Fyne reads its fonts anew, and what shapes its texts (the plans of
// go-text/typesetting's harfbuzz.Buffer) keeps every font that it has ever seen: some 4 MB at each change.
func (t *Theme) Recolour(p *plot.Palette) {
	t.colors = colorsOf(p)
	forgetIcons(t)
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		Repaint(w.Content())
		for _, o := range w.Canvas().Overlays().List() {
			Repaint(o)
		}
	}
}

// Repaint paints an object and all that stands in it in the present colours: one that was in no window when they changed.
func Repaint(o fyne.CanvasObject) {
	recolouring = true
	defer func() { recolouring = false }()
	repaint(o)
}

// recolouring is while windows are painted in other colours. It belongs to the goroutine of the window.
var recolouring bool

// RefreshParts is for the Refresh of renderers: it refreshes what a widget consists of while the colours change. At other
// times it does nothing, for then the parts see to themselves.
func RefreshParts(parts []fyne.CanvasObject) {
	if recolouring {
		for _, o := range parts {
			repaint(o)
		}
	}
}

// repaint refreshes an object and all that stands in it, seen or not.
func repaint(o fyne.CanvasObject) {
	switch o := o.(type) {
	case nil:
		return
	case *fyne.Container: // whose Refresh would go through the widgets, but not into what is scrolled in them
		for _, child := range o.Objects {
			repaint(child)
		}
		return
	case *container.Scroll:
		repaint(o.Content)
	case *container.Clip:
		repaint(o.Content)
	case *widget.PopUp:
		repaint(o.Content)
	}
	o.Refresh()
}

// forgetIcons makes Fyne draw its icons anew: it keeps their pixels by names that do not tell the colours. It does so whenever
// something gets a theme of its own; here that is something without a size or a text, which Fyne forgets again.
func forgetIcons(t fyne.Theme) { container.NewThemeOverride(newNothing(), t) }

// nothing is a widget that shows nothing.
type nothing struct{ widget.BaseWidget }

func newNothing() *nothing {
	n := &nothing{}
	n.ExtendBaseWidget(n)
	return n
}

// CreateRenderer is called by Fyne.
func (n *nothing) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
