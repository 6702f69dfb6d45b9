package plane

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/picker"
)

// build makes the controls: pickers above the map, what the colours tell below it.
func (p *Pane) build() {
	p.buildPickers()
	p.buildMap()
	p.hint = canvas.NewText(words.T("wheel: zoom · double click: back"), color.Transparent)
	p.hint.TextSize, p.hint.Alignment = figure.SmallText, fyne.TextAlignTrailing
	p.spare = container.New(layout.Spare{}, p.hint)
	space := fynelayout.NewSpacer()
	idea := kit.NewIdea(words.T("Where does one racer end for all values of two settings? The ring is the present one:" +
		" drag it, and the race follows."))
	head := container.NewVBox(idea, widgets.NewLine(space, p.whose, space, p.across, p.up))
	foot := container.NewVBox(widgets.NewLine(p.spare, p.shows, p.spare), p.foot.Box)
	p.box = container.NewBorder(head, foot, nil, nil, p.m)
}

func (p *Pane) buildPickers() {
	p.whose, p.across, p.up = picker.New(nil), picker.New(nil), picker.New(nil)
	p.shows = picker.New(colours())
	p.whose.Plain = true
	p.across.Prefix, p.up.Prefix, p.shows.Prefix = words.T("x: "), words.T("y: "), words.T("colour: ")
	look := func(f func(l *setup.Look, key string)) func(key string) {
		return func(key string) { p.desk.Edit("", func(e *setup.Experiment) { f(&e.Look, key) }) }
	}
	p.whose.OnPicked = desk.PickRacer(p.desk)
	p.across.OnPicked = look(func(l *setup.Look, key string) { l.PlaneX = key })
	p.up.OnPicked = look(func(l *setup.Look, key string) { l.PlaneY = key })
	p.shows.OnPicked = look(func(l *setup.Look, key string) {
		if key == ends {
			key = setup.PlaneShowsEnds
		}
		l.PlaneShows = key
	})
}

// knobItems are knobs as choices.
func knobItems(list []optim.Knob) []picker.Item {
	items := make([]picker.Item, len(list))
	for i, k := range list {
		items[i] = picker.Item{Key: k.Name, Title: k.Name, Note: k.Help}
	}
	return items
}

func (p *Pane) buildMap() {
	p.m = graphic.NewMap(p.desk.Style)
	p.m.OnView, p.m.OnHover = p.zoom, p.hover
	var pressed lab.Moment
	p.m.Tool = &graphic.StartTool{
		OnStart:   p.set,
		OnPress:   func() { pressed = p.desk.Lab().Moment() },
		OnRetract: func() { p.desk.Lab().Return(pressed) },
	}
	p.m.OnRestore = func() { p.axes = p.knobs.home; p.refresh() }
	p.m.OnResize = func(w, h int, _ float64) { p.w, p.h = w, h; p.refresh() }
	p.m.OnKey, p.m.OnRune = p.desk.Key, p.desk.Rune
}
