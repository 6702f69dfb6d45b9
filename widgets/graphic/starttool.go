package graphic

import "descentlab/widgets/plot"

// A StartTool drags the start of a scene, and picks its marks. Its zero value does so without telling anyone.
type StartTool struct {
	// OnStart tells of a new start: where the primary button goes down, where it is dragged to (done is false until it is
	// released), and where a drag of the start's handle leads. Places are in the plane of the scene.
	OnStart func(p plot.Point, done bool)
	// OnPick tells of a click on a mark of the scene, which moves no start, or, with nil, of a press beside all of them and
	// beside the handle. If it is nil, marks are like any other place. With Ctrl, Cmd or Alt held a click sets the start exactly
	// onto the mark instead.
	OnPick func(mark *plot.Mark)
	// OnPress tells of a press that may set a start, before that is told; not of the second one of a double click.
	OnPress func()
	// OnRetract tells, before the map restores its window, that the first click of a double click had set a start: what has
	// come of it since OnPress is to be taken back, so that a double click on its own moves no start.
	OnRetract func()

	set bool // a start was told of since the last press that was no second one
}

var _ Tool = (*StartTool)(nil)

// startDrag is a press of a StartTool until its release.
type startDrag struct {
	tool  *StartTool
	press Press
	told  bool // a start was told of, so that a last word is due
}

// Press sets the start, unless it takes hold of it, is on a mark or the second one of a double click: then it depends on
// whether a drag follows.
func (t *StartTool) Press(p Press) Drag {
	if !p.Primary() {
		return nil
	}
	if !p.Double {
		t.set = false
		if t.OnPress != nil {
			t.OnPress()
		}
	}
	if t.OnPick == nil {
		p.Mark, p.Near = nil, nil
	}
	if p.Snaps() && p.Near != nil {
		t.tell(p.Near.At, true)
		return Spent{}
	}
	d := &startDrag{tool: t, press: p}
	if !p.Start && !p.Double && p.Mark == nil {
		t.pick(nil)
		d.tell(p.At, false)
	}
	return d
}

// Turn leaves the wheel to the map.
func (t *StartTool) Turn(Press, float64) bool { return false }

// Hand is over the handle of the start, and over marks that can be picked.
func (t *StartTool) Hand(p Press, dragging bool) bool {
	return dragging || p.Start || p.Mark != nil && t.OnPick != nil
}

func (t *StartTool) tell(at plot.Point, done bool) {
	t.set = true
	if t.OnStart != nil {
		t.OnStart(at, done)
	}
}

func (t *StartTool) pick(mark *plot.Mark) {
	if t.OnPick != nil {
		t.OnPick(mark)
	}
}

func (d *startDrag) tell(at plot.Point, done bool) {
	d.told = true
	d.tool.tell(at, done)
}

// Move carries the start along, once it is no click any more.
func (d *startDrag) Move(m Motion) {
	if !m.Click {
		d.tell(m.Held, false)
	}
}

// End leaves the start where it is, or picks the mark that was clicked. A double click takes back what its first click has
// set.
func (d *startDrag) End(m Motion) (restore bool) {
	switch {
	case d.press.Double && m.Click:
		if d.tool.set && d.tool.OnRetract != nil {
			d.tool.OnRetract()
		}
		return true
	case d.press.Mark != nil && m.Click:
		d.tool.pick(d.press.Mark)
	case d.told:
		d.tell(m.Held, true)
	}
	return false
}
