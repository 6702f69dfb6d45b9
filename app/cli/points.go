package cli

import (
	"strings"

	"descentlab/app/cli/numerals"
	"descentlab/app/lab/setup"
	"descentlab/surfaces"
)

// pointFlag is a flag "x,y".
type pointFlag struct {
	surfaces.Point
	set bool
}

func (p *pointFlag) String() string { return "" }
func (p *pointFlag) Set(text string) error {
	v, err := numerals.Read(text, 2, "x", "y")
	if err != nil {
		return err
	}
	p.Point, p.set = surfaces.Point{X: v[0], Y: v[1]}, true
	return nil
}

// rectFlag is a flag "x0,x1,y0,y1".
type rectFlag struct {
	surfaces.Rect
	set bool
}

func (r *rectFlag) String() string { return "" }
func (r *rectFlag) Set(text string) error {
	v, err := numerals.Read(text, 4, "x0", "x1", "y0", "y1")
	if err != nil {
		return err
	}
	r.Rect, r.set = surfaces.Rect{X0: v[0], X1: v[1], Y0: v[2], Y1: v[3]}, true
	return r.Rect.Check()
}

// boxFlag is a flag "x0,x1,y0,y1" whose sides may be infinite, or "none".
type boxFlag struct{ box *surfaces.Rect }

func (b *boxFlag) String() string { return "" }
func (b *boxFlag) Set(text string) error {
	b.box = nil
	if strings.EqualFold(strings.TrimSpace(text), "none") {
		return nil
	}
	v, err := numerals.ReadSides(text, 4, "x0", "x1", "y0", "y1")
	if err != nil {
		return err
	}
	box := surfaces.Rect{X0: v[0], X1: v[1], Y0: v[2], Y1: v[3]}
	if err := box.CheckBox(); err != nil || box == setup.Everywhere {
		return err
	}
	b.box = &box
	return nil
}
