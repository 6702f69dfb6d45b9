package descent

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/game"
	"descentlab/app/game/board"
	"descentlab/app/game/course"
	"descentlab/app/game/picture"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/picker"
	"descentlab/widgets/plot"
)

// controls are what a level is played by: its buttons, what is set before they are pressed, and its numbers.
type controls struct {
	room    *Room
	of      *game.Level // that they were made for
	keys    []*key
	sizes   *widgets.Segmented // nil: there are none
	label   *kit.Label         // over the sizes
	method  *widgets.Choice    // nil: there is no choice
	knobs   []*widgets.Knob
	numbers *graphic.Drawing
	set     []fyne.CanvasObject // what can be set, in its order
	inner   *fyne.Container
	panel   *kit.Panel
}

// A key is a large button.
type key struct {
	board.Key
	picture *graphic.Drawing
}

func newControls(r *Room) *controls {
	c := &controls{room: r}
	c.numbers = graphic.NewPlainDrawing(fyne.NewSize(100, 60), func(on plot.Canvas, scale float64) {
		board.Numbers{Course: r.shown()}.Draw(on, r.style(scale))
	})
	c.inner = container.New(bar{c})
	c.panel = kit.NewPanel(c.inner, nil)
	return c
}

// update shows the course; another level has other controls.
func (c *controls) update() {
	now := c.room.course
	if c.of != now.Level {
		c.of = now.Level
		c.rebuild(now)
	}
	for i, b := range now.Buttons() {
		c.keys[i].Button = b
		c.keys[i].picture.Redraw()
	}
	if c.sizes != nil {
		c.sizes.SetSelected(now.Size)
	}
	if c.method != nil {
		c.method.SetChosen(now.Method)
	}
	for i, k := range now.Knobs() {
		c.knobs[i].SetValue(now.Values[k.Name])
	}
	c.numbers.Redraw()
}

// button is the one of a key of the game; nil if the level has none.
func (c *controls) button(name string) fyne.CanvasObject {
	for _, k := range c.keys {
		if k.Do == name {
			return k.picture
		}
	}
	return nil
}

// rebuild makes the controls of the level.
func (c *controls) rebuild(now course.Course) {
	c.keys, c.sizes, c.label, c.method, c.knobs, c.set, c.inner.Objects = nil, nil, nil, nil, nil, nil, nil
	for _, b := range now.Buttons() {
		k := c.key(b)
		c.keys = append(c.keys, k)
		c.inner.Add(k.picture)
	}
	if sizes := now.Sizes(); len(sizes) > 0 {
		c.sizes = widgets.NewSegmented(sizes...)
		c.sizes.Even = true
		c.sizes.OnChanged = func(i int) { c.room.do(func(k *course.Course) error { k.Resize(i - k.Size); return nil }) }
		c.label = kit.NewLabel("")
		c.label.Muted, c.label.Small, c.label.Align = true, true, fyne.TextAlignCenter
		c.set = append(c.set, c.label, c.sizes)
	}
	if methods := now.Methods(); len(methods) > 0 {
		c.method = widgets.NewChoice(words.T("method"), words.T("The optimizer that runs from the hidden starts"), methods)
		c.method.SetItems(methodItems(methods))
		c.method.SetLabelWidth(knobLabel)
		c.method.OnChanged = func(m string) { c.room.do(func(k *course.Course) error { return k.Choose(m) }) }
		c.set = append(c.set, c.method)
	}
	for _, k := range now.Knobs() {
		c.knobs = append(c.knobs, c.knob(k))
		c.set = append(c.set, c.knobs[len(c.knobs)-1])
	}
	if _, probing := now.Level.Way.(game.Probing); probing {
		c.set = append(c.set, graphic.NewPlainDrawing(fyne.NewSize(100, 26), func(on plot.Canvas, scale float64) {
			picture.Legend{Level: now.Level}.Draw(on, c.room.style(scale))
		}))
	}
	for _, o := range c.set {
		c.inner.Add(o)
	}
	if now.Level.Ground.Flat {
		c.inner.Add(c.numbers)
	}
	c.panel.Refresh()
}

// sizeLabel is what the sizes are of, with the keys that change them; a short one where there is little room.
func sizeLabel(l *game.Level, room float32) string {
	w, ok := l.Way.(game.Walk)
	switch rate := ok && w.Deed == game.Step; {
	case rate && room < 120:
		return words.T("rate   ↑ ↓")
	case rate:
		return words.T("learning rate   ↑ ↓")
	case room < 100:
		return words.T("size   ↑ ↓")
	}
	return words.T("step size   ↑ ↓")
}

// methodItems are methods as choices.
func methodItems(methods []string) (list []picker.Item) {
	for _, m := range methods {
		list = append(list, picker.Item{Key: m, Title: course.MethodTitle(m)})
	}
	return list
}

// key makes a button.
func (c *controls) key(b course.Button) *key {
	k := &key{Key: board.Key{Button: b}}
	draw := func(on plot.Canvas, scale float64) { k.Draw(on, c.room.style(scale)) }
	k.picture = graphic.NewPlainDrawing(fyne.NewSize(60, 28), draw)
	k.picture.OnPress = func(fyne.Position) {
		if k.Enabled {
			c.room.press(k.Do)
		}
	}
	k.picture.OnHover = func(_ fyne.Position, inside bool) {
		if k.Hover != inside {
			k.Hover = inside
			k.picture.Redraw()
		}
	}
	k.picture.Shape = func(fyne.Position) desktop.Cursor {
		if k.Enabled {
			return desktop.PointerCursor
		}
		return desktop.DefaultCursor
	}
	return k
}

const knobLabel = 86

// knob makes the control of a knob. What is dragged goes from value to value.
func (c *controls) knob(k game.Knob) *widgets.Knob {
	first, last := k.Values[0], k.Values[len(k.Values)-1]
	spec := widgets.KnobSpec{
		Label: k.Label.String(), Min: first, Max: last, Low: first, High: last, Default: k.Default, Slim: true,
		Help: help(k.Label.String(), words.T("%d values from %s to %s", len(k.Values), words.Digits(first, 4), words.Digits(last, 4))),
	}
	if first > 0 && last/first >= 100 {
		spec.Scale = widgets.Log
	}
	knob := widgets.NewKnob(spec)
	knob.SetLabelWidth(knobLabel)
	knob.OnChanged = func(v float64, done bool) {
		c.room.do(func(to *course.Course) error { return to.Set(k.Name, v) })
		if done {
			c.room.past.Seal()
		}
	}
	knob.OnError = func(message string) { kit.ShowFault(knob, message) }
	return knob
}

// help is what a knob means, as far as it is a word of the glossary, and which values it has.
func help(label, values string) string {
	if meaning := words.Meaning(label); meaning != "" {
		return meaning + "\n" + values
	}
	return values
}

// bar lays the controls out: buttons at the left, with what is set between or beside them, and the numbers at the right.
type bar struct{ controls *controls }

// Layout places them.
func (b bar) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	c := b.controls
	tall := size.Height >= 90
	wide := min(168, size.Width*0.155+12*max(0, (size.Width-612)/60))
	if !tall {
		wide = 124
	}
	left, right := float32(0), size.Width
	if c.of != nil && c.of.Ground.Flat {
		numbers := max(min(270, size.Width*0.4), 168)
		right -= numbers
		place(c.numbers, right, 0, numbers, size.Height)
		right -= 20
	}
	for i, k := range c.keys {
		if i == 0 {
			place(k.picture, 0, 0, wide, size.Height)
			left = wide + 20
			continue
		}
		place(k.picture, right-wide, 0, wide, size.Height) // beyond what is set
		right -= wide + 20
	}
	if c.label != nil {
		c.label.Set(sizeLabel(c.of, right-left), nil)
	}
	if tall || right-left < rowLeast {
		b.column(left, right, size.Height)
		return
	}
	b.row(left, right, size.Height)
}

// apart is between what is set, in a column.
const apart = 6

// column lays out what is set below one another, in the middle of the height.
func (b bar) column(left, right, height float32) {
	y := max((height-b.controls.columnHeight())/2, 0)
	for _, o := range b.controls.set {
		h := o.MinSize().Height
		place(o, left, y, right-left, h)
		y += h + apart
	}
}

// columnHeight is what that needs.
func (c *controls) columnHeight() float32 {
	need := float32(-apart)
	for _, o := range c.set {
		need += o.MinSize().Height + apart
	}
	return need
}

// side is what buttons of a low bar take up at the left, or the right.
const (
	side     = 124 + 20
	rowLeast = 560 // the width for what is set side by side
)

// least is the height that the controls below a map need in a width.
func (c *controls) least(width float32) float32 {
	if len(c.set) < 2 || width-2*kit.PanelPad-side*float32(len(c.keys)) >= rowLeast {
		return barHeight
	}
	return max(barHeight, c.columnHeight()+2*kit.PanelPad)
}

// row lays it out side by side.
func (b bar) row(left, right, height float32) {
	n := float32(len(b.controls.set))
	wide := (right - left - 20*(n-1)) / n
	for i, o := range b.controls.set {
		h := min(o.MinSize().Height, height)
		place(o, left+float32(i)*(wide+20), (height-h)/2, wide, h)
	}
}

// MinSize asks for little.
func (bar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 28) }
