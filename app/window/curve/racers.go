package curve

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	model "descentlab/app/curve"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/picker"
	"descentlab/widgets/plot"
)

// racers are who descends: the first is the one whose steps are solved by hand, the others are balls beside it.
type racers struct {
	room    *Room
	pickers []*picker.Picker
	rates   []*widgets.Knob // of the racers after the first; nil for one without
	add     *kit.Button
	box     *fyne.Container
}

func newRacers(r *Room) *racers {
	p := &racers{room: r, box: container.NewStack()}
	p.add = kit.NewButton(words.T("Another ball"), kit.IconAdd, words.T("Let another method descend beside it"), p.another)
	return p
}

// makingOf tells apart what the rows are made for.
func (p *racers) makingOf(s model.State) string {
	key := ""
	for _, r := range s.Doc.Racers {
		key += fmt.Sprintf(" %s/%d", r.Spec.Method, r.Slot)
	}
	return key
}

// methods are all that can descend.
func methods() []picker.Item {
	var list []picker.Item
	for _, m := range optim.Methods() {
		title := m.Title
		if m.Key == "sgd" {
			title = words.T("Gradient descent")
		}
		list = append(list, picker.Item{Key: m.Key, Title: title, Note: m.Idea, Group: m.Family.String()})
	}
	return list
}

// build makes the rows.
func (p *racers) build(s model.State, start fyne.CanvasObject) {
	p.pickers, p.rates = nil, nil
	palette := p.room.desk.Palette()
	var rows []fyne.CanvasObject
	for i, r := range s.Doc.Racers {
		choose := picker.New(methods())
		choose.Plain = true
		choose.SetSelected(r.Spec.Method)
		choose.OnPicked = func(key string) { p.take(i, key) }
		p.pickers = append(p.pickers, choose)
		glyph, ink := plot.RacerGlyph(r.Slot), palette.Racer(r.Slot)
		if i == 0 {
			glyph, ink = plot.Disc, palette.Accent
		}
		line := []fyne.CanvasObject{graphic.NewBadge(glyph, ink), choose}
		if i > 0 {
			line = append(line, kit.NewIconButton(kit.IconRemove, words.T("Take this ball away"), func() { p.remove(i) }))
		}
		rows = append(rows, widgets.NewLine(choose, line...))
		if i == 0 {
			rows = append(rows, start)
			continue
		}
		p.rates = append(p.rates, p.rate(s, i))
		if k := p.rates[i-1]; k != nil {
			rows = append(rows, k)
		}
	}
	if len(s.Doc.Racers) < model.MaxRacers {
		rows = append(rows, p.add)
	}
	p.box.Objects = []fyne.CanvasObject{
		kit.NewPanel(container.New(fynelayout.NewCustomPaddedVBoxLayout(4), rows...), palette.Accent),
	}
	p.box.Refresh()
}

// rate is the knob of a racer beside the first; nil if it has no learning rate.
func (p *racers) rate(s model.State, i int) *widgets.Knob {
	eta, rated := s.Doc.Eta(i)
	if !rated {
		return nil
	}
	return p.room.left.knob(widgets.KnobSpec{
		Label: "η", Help: words.T("The learning rate of this ball"), Min: 1e-4, Max: 100, Low: 0, High: 1e12, OpenLow: true,
		Default: eta, Scale: widgets.Log, Color: p.room.desk.Palette().Racer(s.Doc.Racers[i].Slot), Slim: true,
	}, fmt.Sprintf("rate %d", i), func(d *model.Document, v float64) { d.SetEta(i, p.room.rounded(v)) })
}

// update shows the rates.
func (p *racers) update(s model.State) {
	for i, k := range p.rates {
		if eta, rated := s.Doc.Eta(i + 1); rated && k != nil {
			k.SetValue(eta)
		}
	}
}

// take gives a racer another method, at a rate that gets there soon.
func (p *racers) take(i int, key string) {
	s := p.room.lab.State()
	if s.Doc.Racers[i].Spec.Method == key {
		return
	}
	p.room.edit("", func(d *model.Document) {
		d.Racers[i].Spec = s.Curve.Suited(d.Racers[i].Spec.WithMethod(key), d.Start)
	})
}

// another adds a ball of the next method that is not there: momentum, then Adam, and so on.
func (p *racers) another() {
	s := p.room.lab.State()
	for _, key := range []string{"momentum", "adam", "rmsprop", "nesterov", "adagrad", "newton", "lion", "sgd"} {
		there := false
		for _, r := range s.Doc.Racers {
			there = there || r.Spec.Method == key
		}
		if spec, err := optim.ParseSpec(key); err == nil && !there {
			p.room.edit("", func(d *model.Document) {
				d.Racers = append(d.Racers, model.Racer{Spec: s.Curve.Suited(spec, d.Start), Slot: d.FreeSlot()})
			})
			return
		}
	}
}

// remove takes a ball away.
func (p *racers) remove(i int) {
	p.room.edit("", func(d *model.Document) { d.Racers = append(d.Racers[:i:i], d.Racers[i+1:]...) })
}
