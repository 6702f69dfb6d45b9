package maps

import (
	"cmp"
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/surfaces"
)

// A walk is the cross on its way over the map by keys: from point to point, along the slope and across it.
type walk struct {
	on bool // the cross was put where it is by a key
}

// stride is how far an arrow moves the cross, in units of the window.
const stride = 6

// stops are the points that are seen, in the order of a walk: minima first, the lowest before the others, then saddles, then
// maxima.
func (p *Pane) stops() []lab.Place {
	if p.state.Field == nil || p.w == 0 {
		return nil
	}
	view := p.view()
	list := slices.DeleteFunc(slices.Clone(p.state.Field.Places), func(at lab.Place) bool { return !view.Contains(at.At) })
	rank := map[surfaces.Kind]int{surfaces.Minimum: 0, surfaces.Saddle: 1, surfaces.Maximum: 2}
	order := func(at lab.Place) int {
		if r, known := rank[at.Kind]; known {
			return r
		}
		return len(rank)
	}
	slices.SortStableFunc(list, func(a, b lab.Place) int { return cmp.Compare(order(a), order(b)) })
	return list
}

// stop is the index of the next point of a walk, or of the one before, and whether there is one.
func (p *Pane) stop(back bool) (stops []lab.Place, at int, is bool) {
	stops = p.stops()
	at = -1
	if p.walk.on {
		at = slices.IndexFunc(stops, func(of lab.Place) bool { return of.Name == p.state.View.Hover })
	}
	if back {
		at--
	} else {
		at++
	}
	return stops, at, at >= 0 && at < len(stops)
}

// tabs tells whether Tab has somewhere to go on the map. Where it has not, the cross does not stay behind.
func (p *Pane) tabs(back bool) bool {
	_, _, is := p.stop(back)
	if !is {
		p.letGo()
	}
	return is
}

// use does what a key means on a map, and tells whether it means anything.
func (p *Pane) use(name fyne.KeyName, shift bool) bool {
	switch name {
	case fyne.KeyTab:
		if stops, at, is := p.stop(shift); is {
			p.cross(stops[at].At, stops[at].Name)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if !p.walk.on || p.state.View.Cross == nil {
			return false
		}
		p.startAt(p.here())
	case fyne.KeyEscape:
		return p.letGo()
	case fyne.KeyUp:
		return p.step(0, 1, shift)
	case fyne.KeyDown:
		return p.step(0, -1, shift)
	case fyne.KeyLeft:
		return p.step(-1, 0, shift)
	case fyne.KeyRight:
		return p.step(1, 0, shift)
	default:
		return false
	}
	return true
}

// cross puts the cross somewhere, on the point of that name if it has one.
func (p *Pane) cross(at geom.Point, name string) {
	p.walk.on = true
	p.desk.Lab().Look(func(v *lab.View) { v.Cross, v.Hover = &at, name })
}

// letGo takes the cross away that keys have put there, and tells whether they have.
func (p *Pane) letGo() bool {
	if !p.walk.on {
		return false
	}
	p.walk.on = false
	p.desk.Lab().Look(func(v *lab.View) { v.Cross, v.Hover = nil, "" })
	return true
}

// halvings is how often a step is halved at most that would lead over the bottom or the top.
const halvings = 6

// step moves the cross: up the slope and across it, seen uphill, or plainly along the axes. A relief is turned by the arrows.
func (p *Pane) step(across, up float64, plain bool) bool {
	if p.reliefed() || p.w == 0 || p.state.Field == nil {
		return false
	}
	at := p.here()
	ux, uy := p.units()
	probe := p.state.Field.Probe.Fork()
	before, fx, fy := probe.Grad(at.X, at.Y)
	// Uphill as it is seen, where units along x and y may differ; the way is as long everywhere.
	sx, sy := fx*ux, fy*uy
	steep := math.Hypot(sx, sy)
	if plain || !(steep > 0) || math.IsInf(steep, 0) {
		p.crossAt(geom.Point{X: at.X + across*stride*ux, Y: at.Y + up*stride*uy})
		return true
	}
	sx, sy = sx/steep, sy/steep
	long := float64(stride)
	for range halvings {
		to := geom.Point{X: at.X + (up*sx+across*sy)*long*ux, Y: at.Y + (up*sy-across*sx)*long*uy}
		if f := probe.Value(to.X, to.Y); across != 0 || (f-before)*up > 0 {
			p.crossAt(to)
			break
		}
		long /= 2
	}
	return true
}

// crossAt puts the cross somewhere in the window, and says which point is there.
func (p *Pane) crossAt(at geom.Point) {
	v := p.view()
	at.X, at.Y = min(max(at.X, v.X0), v.X1), min(max(at.Y, v.Y0), v.Y1)
	name := ""
	if place := p.placeNear(at); place != nil {
		name = place.Name
	}
	p.cross(at, name)
}

// met says where the cross is on its walk, in ever fewer words; nil: there is no walk.
func (p *Pane) met() []string {
	at := p.state.View.Cross
	if !p.walk.on || at == nil || p.state.Field == nil {
		return nil
	}
	f, fx, fy := p.state.Field.Probe.Fork().Grad(at.X, at.Y)
	what, slope := words.T("cross"), words.Digits(math.Hypot(fx, fy), 3)
	if place := p.state.Field.Named(p.state.View.Hover); place != nil {
		what = place.Label()
		switch { // a computed gradient is nothing but rounding there
		case place.Kink:
			slope = words.T("jumps")
		case !place.Border:
			slope = words.Digits(0, 3)
		}
	}
	where := words.T("(%s, %s)", words.Digits(at.X, 4), words.Digits(at.Y, 4))
	height := words.Digits(f, 4)
	return []string{
		words.T("%s at %s, height %s, slope %s", what, where, height, slope), words.T("%s at %s, height %s", what, where, height),
		what + " " + where, what,
	}
}
