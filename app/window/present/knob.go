package present

import (
	"fmt"
	"image/color"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// A knob is the slider of one setting of a racer: the one that is singled out, or the one that the headline is about. Below its
// track a ribbon says where the run would end with every value.
type knob struct {
	show   *Show
	names  map[int]string // of the setting that was chosen, by the racer's slot
	kept   int            // slot of the racer that was moved last; -1: none
	held   bool
	pushes int
	ribbon *ribbon
	panel  *graphic.Drawing
}

func newKnob(s *Show) *knob {
	k := &knob{show: s, names: map[int]string{}, kept: -1}
	k.panel = s.draw(k.draw)
	k.ribbon = newRibbon(s, k.panel.Redraw)
	k.panel.OnPress = k.press
	k.panel.OnDrag = func(at fyne.Position) {
		if k.held {
			k.drag(at)
		}
	}
	k.panel.OnRelease = func() {
		if k.held {
			k.held = false
			s.of.Lab.Seal()
		}
	}
	return k
}

func (k *knob) object() fyne.CanvasObject { return k.panel }

func (k *knob) update(c lab.Change) {
	if c&^lab.HeadChanged == 0 {
		return
	}
	if of, ok := k.of(); ok {
		k.ribbon.ask(k.show.state, of)
	}
	k.panel.Redraw()
}

// A setting is a knob of a racer with its value.
type setting struct {
	racer int // in the document
	slot  int
	knob  optim.Knob
	spec  widgets.KnobSpec
	value float64
	color color.RGBA
}

// of is the setting that the slider is of, if there is any. It stays with the racer whose setting was moved: the headline may be
// about another one by what has come of that.
func (k *knob) of() (setting, bool) {
	s := &k.show.state
	doc, drawn := &s.Doc, figure.Drawn(&s.Doc)
	if len(drawn) == 0 {
		return setting{}, false
	}
	racer := drawn[0]
	for _, slot := range []int{s.View.Pinned, k.kept, k.show.head.Slot} {
		if i := doc.RacerAt(slot); i >= 0 && slices.Contains(drawn, i) {
			racer = i
			break
		}
	}
	list := settable(doc.Racers[racer].Spec)
	if len(list) == 0 {
		return setting{}, false
	}
	slot := doc.Racers[racer].Slot
	at := max(slices.IndexFunc(list, func(q optim.Knob) bool { return q.Name == k.names[slot] }), 0)
	one := setting{racer: racer, slot: slot, knob: list[at], color: k.show.frame.Palette().Racer(slot)}
	one.spec = desk.KnobSpec(one.knob, one.color)
	one.value = doc.Racers[racer].Spec.GetFor(one.knob.Name, doc.Steps).Num
	return one, true
}

// settable are the knobs of a racer that a slider can set: its first one, and the others that matter most.
func settable(spec optim.Spec) (list []optim.Knob) {
	number := func(q optim.Knob) bool { return q.Kind == optim.Real || q.Kind == optim.Integer }
	if first, ok := figure.FirstKnob(spec); ok {
		list = append(list, first)
	}
	for _, q := range figure.MainKnobs(spec) {
		if number(q) && !slices.ContainsFunc(list, func(o optim.Knob) bool { return o.Name == q.Name }) {
			list = append(list, q)
		}
	}
	return list
}

// turn takes the next of the racer's settings.
func (k *knob) turn() {
	one, ok := k.of()
	if !ok {
		return
	}
	list := settable(k.show.state.Doc.Racers[one.racer].Spec)
	at := slices.IndexFunc(list, func(q optim.Knob) bool { return q.Name == one.knob.Name })
	k.names[one.slot] = list[(at+1)%len(list)].Name
	k.update(lab.ViewChanged)
}

// pushShare is how far a key moves the slider, as a part of its track.
const pushShare = 0.01

// push moves the slider by so many keys.
func (k *knob) push(by float64) {
	if one, ok := k.of(); ok {
		k.set(one, one.spec.Step(one.value, by*pushShare))
		k.sealLater(editKey(one))
	}
}

// sealLater makes pushes that follow one another one undo.
func (k *knob) sealLater(key string) {
	k.pushes++
	last := k.pushes
	time.AfterFunc(sealPause, func() {
		k.show.frame.Post(func() {
			if k.pushes == last {
				k.show.of.Lab.SealRun(key)
			}
		})
	})
}

// sealPause is how long the pushes may rest.
const sealPause = 600 * time.Millisecond

func editKey(one setting) string { return fmt.Sprintf("racer %d %s", one.slot, one.knob.Name) }

// set gives the racer the value.
func (k *knob) set(one setting, v float64) {
	k.kept = one.slot
	k.show.edit(editKey(one), func(e *setup.Experiment) {
		if i := e.RacerAt(one.slot); i >= 0 {
			e.Racers[i].Spec = e.Racers[i].Spec.With(one.knob.Name, optim.Num(v))
		}
	})
}

// Where the panel has its parts.
const (
	trackLeft  = 32
	trackAt    = 70
	trackThick = 10
	thumb      = 14
	ribbonTop  = 92
	ribbonHigh = 28
)

// press takes hold of the slider, or, above it, takes the next setting.
func (k *knob) press(at fyne.Position) {
	if float64(at.Y) < (trackAt-2*thumb)*k.show.k {
		k.turn()
		return
	}
	k.held = true
	k.drag(at)
}

func (k *knob) drag(at fyne.Position) {
	one, ok := k.of()
	if wide := float64(k.panel.Size().Width)/k.show.k - 2*trackLeft; ok && wide > 0 {
		place := (float64(at.X)/k.show.k - trackLeft) / wide
		k.set(one, one.spec.At(max(0, min(place, 1))))
	}
}

func (k *knob) draw(b *brush) {
	one, ok := k.of()
	p := b.palette
	if !ok {
		b.framed(0, 0, b.w, b.h, 8, 1, p.Panel, p.Border)
		return
	}
	b.framed(0, 0, b.w, b.h, 8, 1.5, p.Panel, one.color)
	number := face{size: 38, bold: true, ink: one.color, align: plot.AlignRight}
	value := words.Digits(one.value, 4)
	b.text(value, b.w-trackLeft, 46, number)
	name := face{size: 27, bold: true, ink: p.Text}
	quiet := face{size: 22, ink: p.Muted}
	room := b.w - 2*trackLeft - b.width(value, number) - 20
	text := b.fit(room, name, one.knob.Name)
	b.text(text, trackLeft, 42, name)
	racer := k.show.state.Doc.Names()[one.racer]
	if x := b.width(text, name) + 16; b.width(racer, quiet) <= room-x {
		b.text(racer, trackLeft+x, 42, quiet)
	}
	wide, place := b.w-2*trackLeft, one.spec.Place(one.value)
	x := trackLeft + place*wide
	b.box(trackLeft, trackAt-trackThick/2, wide, trackThick, trackThick/2, p.Border)
	b.box(trackLeft, trackAt-trackThick/2, max(place*wide, trackThick), trackThick, trackThick/2, one.color)
	k.ribbon.draw(b, box{trackLeft, ribbonTop, wide, ribbonHigh}, x)
	at := b.at(x, trackAt)
	b.on.Circle(at, thumb*b.k, 0, one.color)
	b.on.Circle(at, (thumb-4)*b.k, 0, color.RGBA{255, 255, 255, 255})
}
