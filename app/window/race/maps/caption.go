package maps

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/words"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

// A caption counts what the maps mark, or says what is being made, and tells what a click does.
type caption struct {
	legend, hint *canvas.Text
	box          *fyne.Container
}

func newCaption() *caption {
	c := &caption{legend: canvas.NewText("", color.Transparent), hint: canvas.NewText("", color.Transparent)}
	c.hint.Alignment = fyne.TextAlignTrailing
	c.legend.TextSize, c.hint.TextSize = figure.SmallText, figure.SmallText
	c.box = container.New(layout.Caption{}, c.legend, c.hint)
	return c
}

func (p *Pane) setCaption() {
	muted := p.desk.Palette().Muted
	kit.SetText(p.caption.hint, p.hintText(), muted)
	kit.SetText(p.caption.legend, p.legendText(), muted)
}

// hintText says what a click does.
func (p *Pane) hintText() string {
	if p.state.View.Selected != nil {
		return words.T("Ctrl-click ✕: start on it · Esc: close")
	}
	return words.T("click: new start, or explain ⊙ ✕ △ · drag ◎ · wheel: zoom")
}

// legendText says what is under way, or what the maps mark.
func (p *Pane) legendText() string {
	if p.state.View.Working {
		return words.T("working … the next edit cancels it")
	}
	if done, telling := p.basins.work.Progress(); telling {
		progress := words.Progress(done.Part, done.Left, done.Sure)
		return words.T("mapping the basins of %s … %s (Esc stops)", p.basins.at, progress)
	}
	if p.basins.work.Stopped() {
		return words.T("mapping stopped; any change begins it anew")
	}
	return figure.Marked(p.state.Field)
}
