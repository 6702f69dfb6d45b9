package widgets

import (
	"fmt"
	"math"
	"strconv"

	"descentlab/internal/say"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/picker"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// TransportState is what a Transport shows.
type TransportState struct {
	Head    float64 // in steps, 0 to Steps; fractions between steps
	Steps   int
	Playing bool
	Speed   float64 // one of Speeds
	Loop    bool
}

// Speeds are the rates of playback that can be picked.
var Speeds = []float64{0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 100}

var _ fyne.Widget = (*Transport)(nil)

// A Transport plays a recorded history: a disc to play, buttons, a slider to scrub with, the step, the speed.
type Transport struct {
	kit.Widget

	OnPlay         func()          // play or pause was clicked
	OnSeek         func(t float64) // the slider was moved to step t
	OnStep         func(d int)     // d steps forward or, negative, back
	OnStart, OnEnd func()          // to the first, the last step
	OnSpeed        func(v float64)
	OnLoop         func(on bool)

	// Over gives the room over the slider, which then runs lower, to marks of what stands at its steps, the first of which is so far
	// from the left; it tells whether there are any. May be nil.
	Over func(x, y, width, height, first float32) bool

	state              TransportState
	fit                transportFit
	play               *kit.Button
	start, back        *kit.IconButton
	forward, end, loop *kit.IconButton
	scrub              *slider
	step               *stepText
	speed              *picker.Picker
}

// NewTransport returns a transport for a history of no steps at speed 1.
func NewTransport() *Transport {
	t := &Transport{state: TransportState{Speed: 1}, step: newStepText()}
	t.play = kit.NewDisc(kit.IconPlay, say.T("Play (Space)"), func() { kit.Call(t.OnPlay) })
	t.start = kit.NewIconButton(kit.IconStart, say.T("To the start (Home)"), func() { kit.Call(t.OnStart) })
	t.back = kit.NewIconButton(kit.IconStepBack, say.T("One step back (,)"), func() { t.byStep(-1) })
	t.forward = kit.NewIconButton(kit.IconStepForward, say.T("One step on (.)"), func() { t.byStep(1) })
	t.end = kit.NewIconButton(kit.IconEnd, say.T("To the end (End)"), func() { kit.Call(t.OnEnd) })
	t.loop = kit.NewIconButton(kit.IconLoop, say.T("Play again from the start at the end"), func() {
		if t.OnLoop != nil {
			t.OnLoop(!t.state.Loop)
		}
	})
	t.scrub = newSlider(nil)
	t.scrub.onMove = func(position float64, _ bool) { t.seek(position * float64(t.state.Steps)) }
	t.scrub.onStep = func(steps float64) { t.byStep(int(math.Copysign(math.Max(math.Round(math.Abs(steps)), 1), steps))) }
	t.speed = picker.New(speedItems())
	t.speed.SetSelected(speedKey(1))
	t.speed.SetHint(say.T("Speed of playback"))
	t.speed.OnPicked = func(key string) {
		if v, err := strconv.ParseFloat(key, 64); err == nil && t.OnSpeed != nil {
			t.OnSpeed(v)
		}
	}
	t.ExtendBaseWidget(t)
	return t
}

// Disc is the button that plays.
func (t *Transport) Disc() fyne.CanvasObject { return t.play }

func speedKey(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

func speedItems() []picker.Item {
	items := make([]picker.Item, len(Speeds))
	for i, v := range Speeds {
		items[i] = picker.Item{Key: speedKey(v), Title: speedKey(v) + "×"}
	}
	return items
}

func (t *Transport) byStep(d int) {
	if t.OnStep != nil {
		t.OnStep(d)
	}
}

func (t *Transport) seek(head float64) {
	if t.OnSeek != nil {
		t.OnSeek(head)
	}
}

// SetState shows a state; nothing is told to anyone. It is meant to be called for every frame and touches only what
// differs.
func (t *Transport) SetState(s TransportState) {
	old := t.state
	t.state = s
	position := 0.0
	if s.Steps > 0 {
		position = s.Head / float64(s.Steps)
	}
	t.scrub.set(position, 0)
	if s.Playing != old.Playing {
		icon, hint := kit.IconPlay, say.T("Play (Space)")
		if s.Playing {
			icon, hint = kit.IconPause, say.T("Pause (Space)")
		}
		t.play.SetIcon(icon, hint)
	}
	if s.Speed != old.Speed {
		t.speed.SetSelected(speedKey(s.Speed))
	}
	t.loop.SetOn(s.Loop)
	if s.Steps != old.Steps {
		t.Refresh()
		t.layout(t.Size())
	} else if math.Floor(s.Head) != math.Floor(old.Head) {
		t.refresh()
	}
}

// label is the step as text.
func (t *Transport) label(step int, fit transportFit) string {
	switch {
	case fit >= noTotal:
		return strconv.Itoa(step)
	case fit >= noEnds:
		return fmt.Sprintf("%d / %d", step, t.state.Steps)
	}
	return say.T("step %d / %d", step, t.state.Steps)
}

// CreateRenderer is called by Fyne.
func (t *Transport) CreateRenderer() fyne.WidgetRenderer {
	t.refresh()
	drawn := []fyne.CanvasObject{t.play, t.start, t.back, t.forward, t.end, t.scrub}
	for _, text := range t.step.parts() {
		drawn = append(drawn, text)
	}
	return t.Consists(&kit.Parts{
		Drawn:   append(drawn, t.loop, t.speed),
		Least:   func() fyne.Size { return fyne.NewSize(t.taken(onlyScrub)+t.scrub.MinSize().Width, kit.DiscSize+2) },
		Arrange: t.layout,
		Paint:   t.refresh,
	})
}

// labelWidth is the width of the longest step, so that nothing moves while the head does.
func (t *Transport) labelWidth(fit transportFit) float32 {
	return t.step.widthOf(t.label(t.state.Steps, fit), t.state.Steps, t.Theme())
}

func (t *Transport) speedWidth() float32 {
	widest := fyne.MeasureText("0.25×", t.Theme().Size(theme.SizeNameText), fyne.TextStyle{}).Width
	return widest + 2*kit.ControlPad + picker.ArrowSize + 6
}

// A transportFit says which parts of a transport give way to its slider.
type transportFit int

const (
	allParts  transportFit = iota
	noEnds                 // the buttons to the start and the end, for which the slider stands in; the step is shorter
	noLoop                 // and the loop button
	noTotal                // and how many steps there are
	noSingles              // and the buttons of single steps, which the arrow keys make
	onlyScrub              // and the step: nothing but slider, play and speed
)

const (
	scrubLeast = 190 // width of the slider below which the ends give way
	scrubSmall = 56  // and below which other parts do
	partGap    = 8   // round the slider, and beside the disc
	scrubLow   = 10  // by how much the slider stands lower with something over it
	overTop    = 1   // above that
)

// fitFor is the fit that leaves enough of the slider at a width.
func (t *Transport) fitFor(width float32) transportFit {
	if width-t.taken(allParts) >= scrubLeast {
		return allParts
	}
	for fit := noEnds; fit < onlyScrub; fit++ {
		if width-t.taken(fit) >= scrubSmall {
			return fit
		}
	}
	return onlyScrub
}

// taken is the width that all parts but the slider take.
func (t *Transport) taken(fit transportFit) float32 {
	width := kit.DiscSize + t.speedWidth() + 3*partGap - 2*inset
	if fit < noSingles {
		width += 2 * kit.ControlHeight
	}
	if fit < noEnds {
		width += 2 * kit.ControlHeight
	}
	if fit < noLoop {
		width += kit.ControlHeight
	}
	if fit < onlyScrub {
		width += t.labelWidth(fit) + partGap
	}
	return width
}

// Settle lays it out anew: there are marks over the slider, or none any more.
func (t *Transport) Settle() { t.layout(t.Size()) }

// layout lays the parts that fit out in a row.
func (t *Transport) layout(size fyne.Size) {
	t.fit = t.fitFor(size.Width)
	layout.SetShown(t.start, t.fit < noEnds)
	layout.SetShown(t.end, t.fit < noEnds)
	layout.SetShown(t.back, t.fit < noSingles)
	layout.SetShown(t.forward, t.fit < noSingles)
	layout.SetShown(t.loop, t.fit < noLoop)
	t.step.show(t.fit < onlyScrub)
	t.refresh()
	var x float32
	put := func(o fyne.CanvasObject, width, height float32) {
		if o.Visible() {
			kit.Place(o, x, (size.Height-height)/2, width, height)
			x += width
		}
	}
	put(t.play, kit.DiscSize, kit.DiscSize)
	x += partGap
	for _, b := range []*kit.IconButton{t.start, t.back, t.forward, t.end} {
		put(b, kit.ControlHeight, kit.ControlHeight)
	}
	x += partGap - inset
	left := x
	put(t.scrub, max(size.Width-t.taken(t.fit), t.scrub.MinSize().Width), kit.ControlHeight)
	if t.Over != nil && t.Over(left, overTop, x-left, size.Height/2-overTop, t.scrub.x(0)) {
		kit.Place(t.scrub, left, (size.Height-kit.ControlHeight)/2+scrubLow, x-left, kit.ControlHeight)
	}
	x += partGap - inset
	if t.fit < onlyScrub {
		x += t.labelWidth(t.fit)
		t.step.place(x, size.Height)
		x += partGap
	}
	put(t.loop, kit.ControlHeight, kit.ControlHeight)
	put(t.speed, t.speedWidth(), kit.ControlHeight)
}

func (t *Transport) refresh() {
	for _, b := range []*kit.IconButton{t.start, t.back, t.forward, t.end} {
		b.SetColor(skin.Ink(t, theme.ColorNameForeground))
	}
	step := int(t.state.Head)
	t.step.set(t.label(step, t.fit), step, t)
}
