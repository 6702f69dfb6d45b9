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
	rows   []string // of the arrows
	curves []plot.Curve
	rims   []string   // rows of the curves; "" of those that belong to none
	units  geom.Point // of the plane for a unit of the window, in either direction
	step   *xray.Step
	hot    string  // the mark that is to be looked at
	swell  float64 // by what part it is wider, as it pulses
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
	o.step = &step
	if mark := step.Mark(s.View.Inside.Stage); s.View.Inside.Shows(mark) {
		o.hot, o.swell = mark, swell(s.View.Inside.Pulse)
	}
	o.draw(s.View.Inside, Look{Style: plot.Style{Palette: palette}})
	return o
}

// draw makes the marks that are switched on, in slow motion those of the phases so far.
func (o *Overlay) draw(in lab.Inside, l Look) {
	step, until := o.step, xray.Phases
	if in.Slow > 0 {
		until, _ = xray.Pace(in.Slow)
	}
	if in.Shows(lab.InsideModel) && until >= xray.Look {
		o.model(l)
	}
	if in.Shows(lab.InsideRates) && until >= xray.Form {
		o.rates(l)
	}
	long := math.Max(o.length(step.Downhill), o.lengthOf(step.Momentum))
	if in.Shows(lab.InsideUsual) && step.Usual != nil && until >= xray.Remember {
		o.squares(long, l)
	}
	if in.Shows(lab.InsideSlope) {
		o.scaled(step.Downhill, long, step.Downward, xray.Slope, lab.InsideSlope, l)
	}
	if in.Shows(lab.InsidePull) && step.Momentum != nil && until >= xray.Remember {
		o.scaled(*step.Momentum, long, step.Pull, xray.First, lab.InsidePull, l)
	}
	if in.Shows(lab.InsideNewton) && step.Model.Faults == "" && until >= xray.Form {
		o.sized(step.Model.Newton, words.T("Newton step"), xray.Plain, lab.InsideNewton, l)
	}
	if in.Shows(lab.InsideStep) && until >= xray.Move {
		o.sized(step.Shift, words.T("step"), xray.Racer, lab.InsideStep, l)
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
func (o *Overlay) scaled(v geom.Point, longest float64, markup string, ink xray.Ink, mark string, l Look) {
	long, label := o.length(v), plain(markup)
	if long == 0 || longest == 0 {
		return
	}
	if long < ownScale*longest {
		times := nice(0.4 * longest / long)
		long, label = times*long, label+" × "+factorText(times)
	}
	o.add(v, longArrow*long/longest, label, ink, mark, l)
}

// sized adds an arrow as long as what it stands for, as many times as its label tells.
func (o *Overlay) sized(v geom.Point, label string, ink xray.Ink, mark string, l Look) {
	long := o.length(v)
	if long == 0 {
		return
	}
	if long < stepArrow/2 || ink == xray.Plain && long > 2*stepArrow {
		times := nice(stepArrow / long)
		long, label = times*long, label+" × "+factorText(times)
	}
	o.add(v, long, label, ink, mark, l)
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

func (o *Overlay) add(v geom.Point, long float64, label string, ink xray.Ink, mark string, l Look) {
	if long < leastArrow {
		return
	}
	o.label(plot.Arrow{Along: v, Long: long, Off: headRoom, Label: label, Color: l.Ink(ink, o.step.Slot)}, mark)
}

// label adds an arrow, or a label alone, of a mark.
func (o *Overlay) label(a plot.Arrow, mark string) {
	a.At = o.step.From
	switch o.hot {
	case mark:
		a.Strong, a.Swell = true, o.swell
	case "":
	default:
		a.Faint = true // another one is to be looked at
	}
	o.arrows, o.rows = append(o.arrows, a), append(o.rows, o.step.RowOf(mark))
}

// curve adds a closed curve of a mark.
func (o *Overlay) curve(c plot.Curve, mark string) {
	switch o.hot {
	case mark:
		c.Width *= 1.75 * (1 + o.swell)
	case "":
	default:
		c.Color, c.Fill = plot.Faded(c.Color, 0.35), plot.Faded(c.Fill, 0.35)
	}
	o.curves, o.rims = append(o.curves, c), append(o.rims, o.step.RowOf(mark))
}

// pulseWaves are the waves of a pulse.
const pulseWaves = 2

// swell is by what part a mark is wider that has pulsed for so many seconds.
func swell(seconds float64) float64 {
	wave := math.Sin(pulseWaves * math.Pi * math.Min(seconds/xray.PulseTime, 1))
	return wave * wave
}

// rates adds the ellipse of effective rates.
func (o *Overlay) rates(l Look) {
	step, r := o.step, o.step.Rates
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
	ink := l.Ink(xray.Rates, step.Slot)
	o.curve(plot.Curve{Pts: ring, Color: ink, Width: 2}, lab.InsideRates)
	o.label(plot.Arrow{
		Along: geom.Point{X: -o.units.X, Y: o.units.Y}, Off: ratesRadius * math.Max(r.Y/most, 0.4), Label: words.T("rates"), Color: ink,
	}, lab.InsideRates)
}

// Onto puts the marks onto the map of a racer, or on that of all (-1).
func (o *Overlay) Onto(scene *plot.Scene, s *lab.State, racer int) {
	scene.Arrows = nil
	if o.slot < 0 || racer >= 0 && s.TapeDoc.Racers[racer].Slot != o.slot {
		return
	}
	scene.Curves, scene.Arrows = append(scene.Curves, o.curves...), o.arrows
}

// At is the row whose arrow, ring or square is at a place; "" if there is none.
func (o Overlay) At(p geom.Point) string {
	best, row := reachArrow, ""
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
			best, row = off, o.rows[i]
		}
	}
	for i, c := range o.curves {
		if o.rims[i] == "" {
			continue
		}
		for k := 1; k < len(c.Pts); k++ {
			if off := o.apart(p, c.Pts[k-1], c.Pts[k]); off < best {
				best, row = off, o.rims[i]
			}
		}
	}
	return row
}

// apart is how far a place is from a stretch, in units of the window.
func (o *Overlay) apart(p, a, b geom.Point) float64 {
	px, py := (p.X-a.X)/o.units.X, (p.Y-a.Y)/o.units.Y
	bx, by := (b.X-a.X)/o.units.X, (b.Y-a.Y)/o.units.Y
	along := 0.0
	if long := bx*bx + by*by; long > 0 {
		along = math.Min(math.Max((px*bx+py*by)/long, 0), 1)
	}
	return math.Hypot(px-along*bx, py-along*by)
}
