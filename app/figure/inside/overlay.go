package inside

import (
	"math"
	"strconv"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/lab/xray"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// An Overlay is what the maps show of a step: nothing while its pane is not open.
type Overlay struct {
	slot   int
	arrows []plot.Arrow
	keys   []string // of the arrows' stages
	curves []plot.Curve
	units  geom.Point // of the plane for a unit of the window, in either direction
}

// Lengths on the map, in units.
const (
	longArrow   = 92.0 // the longer one of slope and memory
	stepArrow   = 64.0 // a step is made no longer than that
	leastArrow  = 2.0
	ratesRadius = 27.0
	modelRadius = 128.0
	headRoom    = 9.0 // below a racer's head
	ownScale    = 1.0 / 20
	reachArrow  = 7.0 // of the pointer
)

// OnMap is what the maps of a state show of the step that is looked into.
func OnMap(s lab.State, palette *plot.Palette) Overlay {
	o := Overlay{slot: -1, units: geom.Point{X: s.Shown.UnitX, Y: s.Shown.UnitY}}
	if s.Panel() != setup.PanelStep || s.Tape == nil || !(o.units.X > 0) || !(o.units.Y > 0) || s.View.Working {
		return o
	}
	o.slot = xray.Subject(s)
	step := xray.Of(s, o.slot)
	if step.Said != "" || !xray.Finite(step.From) {
		return o
	}
	look := Look{Style: plot.Style{Palette: palette}}
	o.draw(&step, s.View.Inside, look)
	return o
}

// draw makes the marks that are switched on, in slow motion those of the phases so far.
func (o *Overlay) draw(step *xray.Step, in lab.Inside, l Look) {
	until := xray.Phases
	if in.Slow > 0 {
		until, _ = xray.Pace(in.Slow)
	}
	if in.Shows(lab.InsideModel) && until >= xray.Look {
		o.model(step, l)
	}
	if in.Shows(lab.InsideRates) && until >= xray.Form {
		o.rates(step, in, l)
	}
	long := math.Max(o.length(step.Downhill), o.lengthOf(step.Momentum))
	if in.Shows(lab.InsideSlope) {
		o.scaled(step, step.Downhill, long, step.Downward, xray.Slope, xray.KeySlope, in, l)
	}
	if in.Shows(lab.InsidePull) && step.Momentum != nil && until >= xray.Remember {
		o.scaled(step, *step.Momentum, long, step.Pull, xray.First, step.Momentary(), in, l)
	}
	if in.Shows(lab.InsideNewton) && step.Model.Faults == "" && until >= xray.Form {
		o.sized(step, step.Model.Newton, words.T("Newton step"), xray.Plain, "", in, l)
	}
	if in.Shows(lab.InsideStep) && until >= xray.Move {
		o.sized(step, step.Shift, words.T("step"), xray.Racer, xray.KeyMove, in, l)
	}
}

// length is that of a vector of the plane on the maps, in units; 0 if it has none.
func (o *Overlay) length(v geom.Point) float64 {
	if long := math.Hypot(v.X/o.units.X, v.Y/o.units.Y); geom.Finite(long) {
		return long
	}
	return 0
}

func (o *Overlay) lengthOf(v *geom.Point) float64 {
	if v == nil {
		return 0
	}
	return o.length(*v)
}

// scaled adds an arrow on a scale on which the longest one, which is so long in units of the map, has a set length. One that
// could not be seen on it has a scale of its own, which its label tells.
func (o *Overlay) scaled(
	step *xray.Step, v geom.Point, longest float64, markup string, ink xray.Ink, key string, in lab.Inside, l Look,
) {
	long, label := o.length(v), plain(markup)
	if long == 0 || longest == 0 {
		return
	}
	if long < ownScale*longest {
		times := nice(0.4 * longest / long)
		long, label = times*long, label+" × "+factorText(times)
	}
	o.add(step, v, longArrow*long/longest, label, ink, key, in, l)
}

// sized adds an arrow as long as what it stands for, as many times as its label tells.
func (o *Overlay) sized(step *xray.Step, v geom.Point, label string, ink xray.Ink, key string, in lab.Inside, l Look) {
	long := o.length(v)
	if long == 0 {
		return
	}
	if long < stepArrow/2 || ink == xray.Plain && long > 2*stepArrow {
		times := nice(stepArrow / long)
		long, label = times*long, label+" × "+factorText(times)
	}
	o.add(step, v, long, label, ink, key, in, l)
}

// nice is the greatest number of one digit that is not greater than a factor.
func nice(factor float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(factor)))
	return math.Max(math.Floor(factor/unit+1e-9), 1) * unit
}

// factorText writes a factor of one digit.
func factorText(times float64) string {
	if times >= 1 && times < 1e5 {
		return strconv.FormatFloat(times, 'f', 0, 64)
	}
	return words.ShortTo(times, 1)
}

func (o *Overlay) add(
	step *xray.Step, v geom.Point, long float64, label string, ink xray.Ink, key string, in lab.Inside, l Look,
) {
	if long < leastArrow {
		return
	}
	o.arrows = append(o.arrows, plot.Arrow{
		At: step.From, Along: v, Long: long, Off: headRoom, Label: label, Color: l.Ink(ink, step.Slot),
		Strong: key != "" && in.Stage == key, Faint: o.faint(key, in),
	})
	o.keys = append(o.keys, key)
}

// faint tells whether another mark is the one to look at.
func (o *Overlay) faint(key string, in lab.Inside) bool {
	switch in.Stage {
	case xray.KeySlope, xray.KeyMove, xray.KeyRates:
		return in.Stage != key
	}
	return false
}

// rates adds the ellipse of effective rates.
func (o *Overlay) rates(step *xray.Step, in lab.Inside, l Look) {
	r := step.Rates
	if r.Said != "" {
		return
	}
	most := math.Max(r.X, r.Y)
	ring := make([]plot.Point, 65)
	for i := range ring {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(len(ring)-1))
		ring[i] = plot.Point{
			X: step.From.X + o.units.X*ratesRadius*r.X/most*cos, Y: step.From.Y + o.units.Y*ratesRadius*r.Y/most*sin,
		}
	}
	width, ink := 2.0, l.Ink(xray.Rates, step.Slot)
	if in.Stage == xray.KeyRates {
		width = 3.5
	}
	o.curves = append(o.curves, plot.Curve{Pts: ring, Color: ink, Width: width})
	o.arrows = append(o.arrows, plot.Arrow{
		At: step.From, Along: geom.Point{X: -o.units.X, Y: o.units.Y}, Off: ratesRadius * math.Max(r.Y/most, 0.4),
		Label: words.T("rates"), Color: ink, Strong: in.Stage == xray.KeyRates, Faint: o.faint(xray.KeyRates, in),
	})
	o.keys = append(o.keys, xray.KeyRates)
}

// Onto puts the marks onto the map of a racer, or on that of all (-1).
func (o *Overlay) Onto(scene *plot.Scene, s *lab.State, racer int) {
	scene.Arrows = nil
	if o.slot < 0 || racer >= 0 && s.TapeDoc.Racers[racer].Slot != o.slot {
		return
	}
	scene.Curves, scene.Arrows = append(scene.Curves, o.curves...), o.arrows
}

// At is the key of the stage whose arrow or ring is at a place; "" if there is none.
func (o Overlay) At(p geom.Point) string {
	best, key := reachArrow, ""
	for i, a := range o.arrows {
		d := geom.Point{X: (p.X - a.At.X) / o.units.X, Y: (p.Y - a.At.Y) / o.units.Y}
		along := geom.Point{X: a.Along.X / o.units.X, Y: a.Along.Y / o.units.Y}
		long := math.Hypot(along.X, along.Y)
		along = geom.Point{X: along.X / long, Y: along.Y / long}
		t := d.X*along.X + d.Y*along.Y
		if a.Long == 0 || t < a.Off || t > a.Long {
			continue
		}
		if off := math.Abs(d.X*along.Y - d.Y*along.X); off < best {
			best, key = off, o.keys[i]
		}
	}
	return key
}
