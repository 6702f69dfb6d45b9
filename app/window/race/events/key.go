package events

import (
	"fyne.io/fyne/v2"

	"descentlab/app/figure/story"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// Within hands the wheel over the key of the signs on to what scrolls the pane.
func (p *Pane) Within(around fyne.Scrollable) { p.key.Within(around) }

// makeKey makes the key of the signs, and the button that shows it.
func (p *Pane) makeKey() {
	p.key = graphic.NewPlainDrawing(fyne.NewSize(0, story.KeyHeight), func(on plot.Canvas, scale float64) {
		st := p.desk.Style()
		st.Scale = scale
		story.Key{Style: st}.Draw(on)
	})
	p.key.OnHover = func(at fyne.Position, inside bool) {
		text := ""
		if kind, is := story.KeyAt(float64(at.X), float64(at.Y), float64(p.key.Size().Width)); inside && is {
			text = story.Meaning(kind)
		}
		kit.ShowHint(p.key, text)
	}
	p.key.Hide()
	p.signs = kit.NewButton(words.T("Signs"), kit.IconEye, words.T("What the signs on the time, the map and the charts stand for"),
		func() { p.desk.Lab().Look(func(v *lab.View) { v.Signs = !v.Signs }) })
}

// showKey shows the key, or takes it away.
func (p *Pane) showKey(shown bool) {
	if p.key.Visible() != shown {
		p.signs.SetOn(shown)
		layout.SetShown(p.key, shown)
		p.box.Refresh()
		p.desk.Relayout()
	}
}
