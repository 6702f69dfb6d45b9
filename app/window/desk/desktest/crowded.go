package desktest

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"descentlab/widgets/field"
)

// Settle lays an object out anew until everything has the place that it wants: the window's driver does that whenever a least
// size has changed, the one of tests does not.
func Settle(o fyne.CanvasObject) {
	for range 3 {
		Walk(o, false, func(o fyne.CanvasObject) {
			switch o := o.(type) {
			case *fyne.Container:
				if o.Layout != nil {
					o.Layout.Layout(o.Objects, o.Size())
				}
			case fyne.Widget:
				test.WidgetRenderer(o).Layout(o.Size())
			}
		})
	}
}

// Crowded tells which texts of an object cannot be read as a whole: those that are cut, that end outside of what they stand in or
// of the window, and that stand on one another. What scrolls may end below. Texts of tables and pictures are not among them, nor
// what is typed, of which a part is seen.
func Crowded(o fyne.CanvasObject, size fyne.Size) (told []string) {
	var texts []placed
	look(o, fyne.Position{}, box{0, 0, size.Width, size.Height}, func(p placed) {
		if cutOff.MatchString(p.text) {
			told = append(told, fmt.Sprintf("%q is cut", p.text))
		}
		const slack = 1
		if p.at.x0 < p.in.x0-slack || p.at.x1 > p.in.x1+slack {
			told = append(told, fmt.Sprintf("%q ends outside of what it stands in", p.text))
		}
		p.at = p.at.within(p.in)
		for _, other := range texts {
			both := p.at.within(other.at)
			if both.x1-both.x0 > 1 && both.y1-both.y0 > 5 && p.text != other.text {
				told = append(told, fmt.Sprintf("%q stands on %q", p.text, other.text))
			}
		}
		texts = append(texts, p)
	})
	return told
}

// cutOff is a text that is cut; that of a menu, which opens something, has a blank before its dots.
var cutOff = regexp.MustCompile(`[^ ]…$`)

// A box is a rectangle of the window.
type box struct{ x0, y0, x1, y1 float32 }

func (b box) within(c box) box {
	return box{max(b.x0, c.x0), max(b.y0, c.y0), min(b.x1, c.x1), min(b.y1, c.y1)}
}

func (b box) empty() bool { return b.x0 >= b.x1 || b.y0 >= b.y1 }

// A placed text: where it is, and where it can be seen.
type placed struct {
	text   string
	at, in box
}

// look calls f with the texts that are seen of an object.
func look(o fyne.CanvasObject, from fyne.Position, in box, f func(placed)) {
	if o == nil || !o.Visible() {
		return
	}
	from = from.Add(o.Position())
	here := box{from.X, from.Y, from.X + o.Size().Width, from.Y + o.Size().Height}
	switch o := o.(type) {
	case *canvas.Text:
		if p := (placed{o.Text, extent(o, here), in}); strings.TrimSpace(o.Text) != "" && opaque(o) && !p.at.within(in).empty() {
			f(p)
		}
	case *fyne.Container:
		for _, part := range o.Objects {
			look(part, from, in, f)
		}
	case *widget.Entry, *field.Formula:
	case fyne.Widget:
		if _, scrolls := o.(*container.Scroll); scrolls || strings.Contains(reflect.TypeOf(o).String(), "Scroll") || nested(o) {
			in = in.within(here)
		}
		for _, part := range test.WidgetRenderer(o).Objects() {
			look(part, from, in, f)
		}
	}
}

// nested tells whether a widget is made of one that scrolls.
func nested(o fyne.Widget) bool {
	t := reflect.TypeOf(o).Elem()
	if t.Kind() != reflect.Struct {
		return false
	}
	f, has := t.FieldByName("Scroll")
	return has && f.Anonymous
}

// extent is what a text covers of its place.
func extent(t *canvas.Text, here box) box {
	need := fyne.MeasureText(t.Text, t.TextSize, t.TextStyle)
	x, y := here.x0, here.y0+(here.y1-here.y0-need.Height)/2
	switch t.Alignment {
	case fyne.TextAlignCenter:
		x += (here.x1 - here.x0 - need.Width) / 2
	case fyne.TextAlignTrailing:
		x = here.x1 - need.Width
	}
	return box{x, y, x + need.Width, y + need.Height}
}

func opaque(t *canvas.Text) bool {
	if t.Color == nil {
		return false
	}
	_, _, _, alpha := t.Color.RGBA()
	return alpha > 0
}
