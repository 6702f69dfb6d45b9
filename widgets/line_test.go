package widgets

import (
	"strings"
	"testing"

	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/picker"
	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// lineOf returns a line of a picker, a stretching curve and a button in a row of a card of that width.
func lineOf(t *testing.T, width float32) (p *picker.Picker, c *graphic.Curve, b *kit.Button, row *Row) {
	t.Helper()
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(width, 40), func() fyne.CanvasObject {
		p = picker.New([]picker.Item{{Key: "none", Title: "none"}, {Key: "long", Title: "Cosine with restarts"}})
		p.SetSelected("none")
		c, b = graphic.NewCurve(), kit.NewIconButton(kit.IconMore, "", nil)
		row = NewRow("schedule", "", NewLine(c, p, c, b))
		return container.NewWithoutLayout(row)
	})
	row.Resize(fyne.NewSize(width, kit.RowHeight))
	return p, c, b, row
}

// A long title never widens what the picker stands in; it is shown in full where there is room and cut where not.
func TestPickerTitleWidensNothing(t *testing.T) {
	for width, cut := range map[float32]bool{400: false, 240: true} {
		p, curve, button, row := lineOf(t, width)
		least := row.MinSize()
		p.SetSelected("long")
		if row.MinSize() != least || p.MinSize().Width > 64 {
			t.Errorf("at %v: the long title asks for %v, a short one for %v", width, row.MinSize(), least)
		}
		if got := widgettest.Read(p); len(got) != 1 || strings.HasSuffix(got[0], "…") != cut {
			t.Errorf("at %v: shown as %q", width, got)
		}
		if found := outside(p, 0, p.Size().Width, ""); len(found) > 0 {
			t.Errorf("at %v: %q", width, found)
		}
		if right := LabelWidth + button.Position().X + button.Size().Width; right > width+0.1 || right < width-0.1 {
			t.Errorf("at %v: the line ends at %v", width, right)
		}
		if curve.Size().Width < curve.MinSize().Width {
			t.Errorf("at %v: the curve is %v wide", width, curve.Size().Width)
		}
	}
}

func TestLineFollowsTheTitle(t *testing.T) {
	p, curve, button, _ := lineOf(t, 400)
	short, at := p.Size().Width, button.Position()
	p.SetSelected("long")
	if p.Size().Width <= short || p.Size().Width != p.PreferredWidth() {
		t.Errorf("the picker is %v wide, was %v and prefers %v", p.Size().Width, short, p.PreferredWidth())
	}
	p.SetItems([]picker.Item{{Key: "long", Title: "cos"}})
	if p.Size().Width != short {
		t.Errorf("the picker stays %v wide for a short title, want %v", p.Size().Width, short)
	}
	curve.Hide()
	p.SetSelected("none")
	if button.Position() != at {
		t.Errorf("without the curve the button has moved from %v to %v", at, button.Position())
	}
}

func TestLineWithoutRoom(t *testing.T) {
	a, b := kit.NewButton("a", "", "", nil), kit.NewButton("b", "", "", nil)
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(10, 40), func() fyne.CanvasObject { return NewLine(nil, a, b) })
	if a.Size().Width != a.MinSize().Width || b.Position().X <= a.Size().Width {
		t.Errorf("a is %v wide, b at %v: want their least widths, side by side", a.Size().Width, b.Position().X)
	}
}

// A choice of long names needs no more than one of short names.
func TestChoiceTitleWidensNothing(t *testing.T) {
	short, long := NewChoice("mode", "", []string{"a"}), NewChoice("mode", "", []string{strings.Repeat("long ", 20)})
	if short.MinSize() != long.MinSize() {
		t.Errorf("%v for a short name, %v for a long one", short.MinSize(), long.MinSize())
	}
	c, _ := widgettest.In(t, func() *Choice { return long })
	if right := c.picker.Position().X + c.picker.Size().Width; right > c.Size().Width {
		t.Errorf("the picker ends at %v in a row of %v", right, c.Size().Width)
	}
}

// What is hidden before the object that stretches leaves no gap, and what comes after it ends with the line.
func TestLineThatBeginsWithSpace(t *testing.T) {
	var line *fyne.Container
	tabs, space := NewSegmented("loss", "arrivals"), container.NewWithoutLayout()
	button := kit.NewButton("Paint", "", "", nil)
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(300, 40), func() fyne.CanvasObject {
		line = NewLine(space, button, space, tabs)
		return container.NewWithoutLayout(line)
	})
	button.Hide()
	for _, width := range []float32{line.MinSize().Width, 300} {
		line.Resize(fyne.NewSize(width, 30))
		if right := tabs.Position().X + tabs.Size().Width; right > width+0.1 || right < width-0.1 {
			t.Errorf("the line is %v wide, and ends at %v", width, right)
		}
	}
}

// TestLabelsYieldInALine: one that may has the width of its text where there is room, and is cut where there is none.
func TestLabelsYieldInALine(t *testing.T) {
	title, rest := kit.NewLabel("old future from 12"), kit.NewLabel("0.9, to A")
	title.Least, title.Yields, rest.Least = 40, true, 1
	line := NewLine(rest, title, rest)
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(400, 40), func() fyne.CanvasObject {
		return container.NewWithoutLayout(line)
	})
	if least := line.MinSize().Width; least > 60 {
		t.Errorf("it asks for %v", least)
	}
	for width, whole := range map[float32]bool{300: true, 80: false} {
		line.Resize(fyne.NewSize(width, 24))
		if got := title.Size().Width >= title.Width(); got != whole {
			t.Errorf("at %v the title is %v wide, its text %v", width, title.Size().Width, title.Width())
		}
	}
}
