package kit

import (
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2/container"
)

func TestPanelAccent(t *testing.T) {
	label := container.NewVBox()
	p, _ := widgettest.In(t, func() *Panel { return NewPanel(label, nil) })
	without := label.Position().X
	p.SetAccent(plot.DarkPalette().Accent)
	if label.Position().X != without+panelAccent || !p.edge.Visible() {
		t.Errorf("content at %v, without an accent at %v: want room for the bar", label.Position().X, without)
	}
	p.SetAccent(nil)
	if label.Position().X != without || p.edge.Visible() {
		t.Error("the bar stays")
	}
}
