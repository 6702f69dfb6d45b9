package curve

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	model "descentlab/app/curve"
	"descentlab/app/figure/curves"
	"descentlab/app/window/desk"
	"descentlab/internal/geom"
	"descentlab/widgets/plot"
	"descentlab/widgets/skin"
)

var _ desk.Room = (*Room)(nil)

// A Room fills the window below the header. It shows the state of its lab; all that is done changes that, and is shown then.
type Room struct {
	desk   desk.Frame
	lab    *model.Lab
	view   geom.Rect // the window of the curve
	home   string    // what it was made for: the curve
	shown  curves.Shown
	linear bool       // the loss, in the small chart
	lit    model.Role // what the pointer is on
	chosen int        // the racer, of those that are shown, whose steps are solved by hand
	draft  *draft     // what is tried by hand; nil: nothing

	header *header
	left   *controls
	stage  *stage
	right  *readouts
	hold   *hold
	box    *fyne.Container
}

// newRoom makes the room of what was kept.
func newRoom(f desk.Frame, said fyne.CanvasObject, k kept) (*Room, error) {
	l, err := model.NewLab(k.Document)
	if err != nil {
		return nil, err
	}
	r := &Room{desk: f, lab: l, shown: shownOf(k), linear: k.Linear, chosen: k.Chosen}
	l.Seek(k.Done)
	l.Seek(k.Step)
	r.fit()
	r.hold = newHold(r)
	r.header = newHeader(r)
	r.left = newControls(r)
	r.stage = newStage(r)
	r.right = newReadouts(r)
	r.box = container.New(columns{}, r.left.box, container.NewStack(r.stage.box, said), r.right.box)
	l.OnChange(func(model.State) { r.changed() })
	r.update()
	f.Mark("curve-plot", func() fyne.CanvasObject { return r.stage.tiles[0].picture })
	f.Mark("curve-step", func() fyne.CanvasObject { return r.left.step })
	return r, nil
}

// changed shows another state, and has it kept.
func (r *Room) changed() {
	if s := r.lab.State(); s.Curve.Formula != r.home {
		r.fit()
	}
	r.update()
	r.desk.Changed()
}

// fit shows all of the curve.
func (r *Room) fit() {
	s := r.lab.State()
	r.view, r.home = s.Curve.Window(s.Doc.Start), s.Curve.Formula
}

// fitWay shows all of the way so far, and the curve about it.
func (r *Room) fitWay() {
	r.fit()
	s := r.lab.State()
	for _, run := range s.Runs {
		for _, row := range run.Rows(s.Done) {
			if math.Abs(row.W) < 1e6 && row.Loss < 1e12 {
				r.view = grown(r.view, row.W, row.Loss)
			}
		}
	}
	r.stage.update()
}

// grown is a window that holds a place, with some room about it.
func grown(v geom.Rect, x, y float64) geom.Rect {
	wide, high := 0.05*(v.X1-v.X0), 0.06*(v.Y1-v.Y0)
	v.X0, v.X1 = math.Min(v.X0, x-wide), math.Max(v.X1, x+wide)
	v.Y0, v.Y1 = math.Min(v.Y0, y-high), math.Max(v.Y1, y+high)
	return v
}

// update shows the state everywhere.
func (r *Room) update() {
	s := r.state()
	r.header.update(s)
	r.left.update(s)
	r.stage.update()
	r.right.update(s)
}

// edit changes the document, and says what is wrong with the change.
func (r *Room) edit(key string, f func(*model.Document)) {
	r.hold.stop()
	r.draft = nil
	r.desk.Say(r.lab.Edit(key, f))
}

// amend changes the document, and goes as many steps as there were.
func (r *Room) amend(key string, f func(*model.Document)) {
	r.hold.stop()
	r.draft = nil
	r.desk.Say(r.lab.Amend(key, f))
}

// reseed draws the noise of the batches anew, for as many steps as were made.
func (r *Room) reseed() { r.amend("", func(d *model.Document) { d.Seed++ }) }

// look is how the pictures look, so many device units a unit.
func (r *Room) look(scale float64) curves.Look {
	style := r.desk.Style()
	style.Scale = scale
	return curves.Look{Style: style, Italic: r.italic()}
}

// italic is the font of letters.
func (r *Room) italic() *plot.Font {
	if r.left == nil {
		return nil
	}
	return skin.TypefaceIn(r.left.step, fyne.TextStyle{Italic: true})
}

// light shows what a term stands for in all pictures.
func (r *Room) light(role model.Role) {
	if r.lit != role {
		r.lit = role
		r.stage.redraw()
		r.right.redraw()
	}
}

// Object is what is seen of it.
func (r *Room) Object() fyne.CanvasObject { return r.box }

// Header is what it has in the bar.
func (r *Room) Header() desk.Header { return r.header.Header }

// Enter shows what there is.
func (r *Room) Enter() { r.update() }

// Leave stops what moves.
func (r *Room) Leave() {
	r.hold.stop()
	r.hold.key = ""
	r.hold.rest()
	r.drop()
	r.light(model.Plain)
}

// Restyle draws everything anew.
func (r *Room) Restyle() {
	r.left.rebuild()
	r.left.shown = false
	r.update()
}

// Undo takes the last edit back.
func (r *Room) Undo() {
	r.hold.stop()
	r.lab.Undo()
}

// Redo makes it again.
func (r *Room) Redo() {
	r.hold.stop()
	r.lab.Redo()
}

// CanUndo tells whether there is an edit to take back.
func (r *Room) CanUndo() bool { return r.lab.CanUndo() }

// CanRedo tells whether one has been taken back last.
func (r *Room) CanRedo() bool { return r.lab.CanRedo() }
