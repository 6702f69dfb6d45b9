package kit

import (
	"descentlab/widgets/plot"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// A Widget is what the widgets that consist of Parts are built on: a panel's sheet can draw them.
type Widget struct {
	widget.BaseWidget

	parts *Parts
}

// Consists is for CreateRenderer: the parts are the renderer.
func (w *Widget) Consists(p *Parts) fyne.WidgetRenderer {
	if w.parts != nil {
		w.parts.leave(w.parts.sheet)
	}
	w.parts = p
	return p
}

// Inside is what it consists of, once it has been shown.
func (w *Widget) Inside() []fyne.CanvasObject {
	if w.parts == nil {
		return nil
	}
	return w.parts.Drawn
}

// shownParts is what the widget consists of, nil before it has been shown.
func (w *Widget) shownParts() *Parts { return w.parts }

// An onSheet says whether a part is drawn by a sheet, and of a text, which one has been looked at for that.
type onSheet struct {
	is   bool
	text string
}

// enter leaves to a sheet what that can draw.
func (p *Parts) enter(s *sheet, font *plot.Font) {
	fresh := p.sheet != s
	if fresh {
		p.leave(p.sheet)
		p.sheet, p.on = s, make([]onSheet, len(p.Drawn))
	}
	changed := fresh
	for i, o := range p.Drawn {
		was := p.on[i]
		if t, ok := o.(*canvas.Text); ok {
			if !fresh && t.Text == was.text {
				continue
			}
			p.on[i].text = t.Text
		} else if !fresh && was.is {
			continue
		}
		if p.on[i].is = drawable(o, font); p.on[i].is != was.is {
			changed = true
		}
	}
	if changed {
		p.part()
	}
}

// part notes who draws what.
func (p *Parts) part() {
	p.rest = nil
	for i, o := range p.Drawn {
		if p.on[i].is {
			onSheets[o] = p.sheet
		} else {
			delete(onSheets, o)
			p.rest = append(p.rest, o)
		}
	}
}

// leave gives everything back to Fyne, if it lies on that sheet.
func (p *Parts) leave(s *sheet) {
	if s == nil || p.sheet != s {
		return
	}
	p.sheet, p.on, p.rest = nil, nil, nil
	for _, o := range p.Drawn {
		delete(onSheets, o)
	}
}

// A sheetRenderer looks what has changed on a sheet whenever Fyne asks what there is to paint.
type sheetRenderer struct {
	sheet *sheet
	Parts
}

// newSheetRenderer is the renderer of what is drawn by a sheet, or by its own parts if that is nil.
func newSheetRenderer(s *sheet, parts Parts) fyne.WidgetRenderer {
	r := &sheetRenderer{s, parts}
	if s != nil {
		r.Drawn, r.Forget = s.drawn(), s.forget
	}
	return r
}

// Objects is called by Fyne.
func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	if r.sheet != nil {
		r.sheet.look()
	}
	return r.Drawn
}
