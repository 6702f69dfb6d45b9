package kit

import (
	"slices"
	"strings"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A label that gets less room than it needs is cut, and has all of it in its hint; a number loses digits.
func TestLabelGivesWay(t *testing.T) {
	var l *Label
	widgettest.In(t, func() *fyne.Container {
		l = NewLabel("down one way, up the other")
		return container.NewWithoutLayout(l)
	})
	l.Resize(fyne.NewSize(400, 20))
	if got := widgettest.Read(l); !slices.Equal(got, []string{"down one way, up the other"}) || l.Hint() != "" {
		t.Errorf("with much room it says %q, hint %q", got, l.Hint())
	}
	l.Resize(fyne.NewSize(80, 20))
	if got := widgettest.Read(l); len(got) != 1 || !strings.HasSuffix(got[0], "…") || l.Hint() != l.Text() {
		t.Errorf("with little room it says %q, hint %q", got, l.Hint())
	}
	l.Brief = "down, up"
	l.Resize(fyne.NewSize(81, 20))
	if got := widgettest.Read(l); !slices.Equal(got, []string{"down, up"}) || l.Hint() != l.Text() {
		t.Errorf("with few words for it it says %q, hint %q", got, l.Hint())
	}
	l.Brief = ""
	l.Set("-0.000123456", nil)
	l.Resize(fyne.NewSize(60, 20))
	if got := widgettest.Read(l); !slices.Equal(got, []string{"-0.000123"}) {
		t.Errorf("of a number it says %q", got)
	}
}

// A paragraph takes the room of its lines whatever it says, and an idea that of the lines that it needs.
func TestParagraphKeepsItsRoom(t *testing.T) {
	var p, idea *Paragraph
	w := widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(300, 300), func() fyne.CanvasObject {
		p, idea = NewParagraph(2, "brief"), NewIdea("Where does each racer end for every learning rate, and how fast is it there?")
		return container.NewVBox(p, idea)
	})
	two := p.MinSize().Height
	p.Set(strings.Repeat("a long sentence ", 40))
	if got := widgettest.Read(p); p.MinSize().Height != two || len(got) != 2 || !strings.HasSuffix(got[1], "…") || p.Hint() == "" {
		t.Errorf("a long text is %v high, before %v: %q", p.MinSize().Height, two, got)
	}
	p.Set("")
	if got := widgettest.Read(p); p.MinSize().Height != two || len(got) != 0 {
		t.Errorf("without a text it is %v high: %q", p.MinSize().Height, got)
	}
	wide := idea.MinSize().Height
	w.Resize(fyne.NewSize(190, 300))
	if narrow := idea.MinSize().Height; narrow <= wide || len(widgettest.Read(idea)) != 3 {
		t.Errorf("an idea is %v high, in less width %v: %q", wide, narrow, widgettest.Read(idea))
	}
}
