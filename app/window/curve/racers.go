package curve

import (
	"fmt"
	"slices"

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
	for _, r := range s.Doc.Shown() {
		key += fmt.Sprintf(" %s/%d", r.Spec.Method, r.Slot)
	}
	return key + fmt.Sprint(s.Doc.SideBySide)
}

// methods are all that can descend.
func methods() []picker.Item {
	var list []picker.Item
	for _, m := range optim.Methods() {
		called := model.Racer{Spec: optim.Spec{Method: m.Key}}.Called()
		list = append(list, picker.Item{Key: m.Key, Title: called, Note: words.T(m.Idea), Group: words.T(m.Family.String())})
	}
	return list
}

// build makes the rows.
func (p *racers) build(s model.State, start fyne.CanvasObject) {
	p.pickers, p.rates = nil, nil
	palette := p.room.desk.Palette()
	var rows []fyne.CanvasObject
	for i, r := range s.Doc.Shown() {
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
	if n := len(s.Doc.Racers); s.Doc.SideBySide && n < model.MaxRacers && n < len(companions) {
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
		if k == nil || i+1 >= len(s.Doc.Racers) {
			continue
		}
		if eta, rated := s.Doc.Eta(i + 1); rated {
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

// companions are the methods of further balls, in the order in which they come.
var companions = []string{"momentum", "adam", "rmsprop", "nesterov", "adagrad", "newton", "lion", "sgd"}

// beside shows all balls side by side, or the first alone. The first time, another one comes along.
func (p *racers) beside(side bool) {
	s := p.room.lab.State()
	p.room.amend("", func(d *model.Document) {
		if d.SideBySide = side; side && len(d.Racers) == 1 {
			join(s.Curve, d)
		}
	})
}

// another adds a ball.
func (p *racers) another() {
	s := p.room.lab.State()
	p.room.amend("", func(d *model.Document) { join(s.Curve, d) })
}

// join adds a ball of the next method that is not there, at a rate that gets there soon.
func join(on *model.Curve, d *model.Document) {
	for _, key := range companions {
		there := slices.ContainsFunc(d.Racers, func(r model.Racer) bool { return r.Spec.Method == key })
		if spec, err := optim.ParseSpec(key); err == nil && !there {
			d.Racers = append(d.Racers, model.Racer{Spec: on.Suited(spec, d.Start), Slot: d.FreeSlot()})
			return
		}
	}
}

// remove takes a ball away.
func (p *racers) remove(i int) {
	p.room.amend("", func(d *model.Document) { d.Racers = append(d.Racers[:i:i], d.Racers[i+1:]...) })
}
