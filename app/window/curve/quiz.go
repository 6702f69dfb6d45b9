package curve

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"fyne.io/fyne/v2/driver/desktop"

	model "descentlab/app/curve"
	"descentlab/app/figure/curves"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
)

// quiz asks what is to be guessed first. A choice is answered, and tried: its rate is taken.
type quiz struct {
	room    *Room
	list    []model.Question
	asked   string // what the questions were made for
	at      int
	taken   int // -1: none yet
	over    int
	picture *graphic.Drawing
	next    *kit.IconButton
	full    fyne.CanvasObject
	box     *fyne.Container
}

func newQuiz(r *Room) *quiz {
	q := &quiz{room: r, taken: -1, over: -1}
	q.picture = graphic.NewPlainDrawing(fyne.NewSize(180, curves.QuizHeight), func(on plot.Canvas, scale float64) {
		if p, is := q.shown(scale); is {
			p.Draw(on)
		}
	})
	q.picture.OnPress = func(at fyne.Position) { q.answer(q.choiceAt(at)) }
	q.picture.OnHover = func(at fyne.Position, inside bool) {
		i := q.choiceAt(at)
		if !inside {
			i = -1
		}
		if q.over != i {
			q.over = i
			q.picture.Redraw()
		}
	}
	q.picture.Shape = func(fyne.Position) desktop.Cursor { return pointing(q.over >= 0) }
	q.next = kit.NewIconButton(kit.IconNext, words.T("Another question (Q)"), q.another)
	head := kit.NewHeading(words.T("Try it"))
	line := widgets.NewLine(head, head, q.next)
	q.full = kit.NewPanel(container.New(fynelayout.NewCustomPaddedVBoxLayout(4), line, q.picture), nil)
	q.box = container.NewStack()
	return q
}

// shown is the question as it is now; false if there is none.
func (q *quiz) shown(scale float64) (curves.Quiz, bool) {
	if len(q.list) == 0 {
		return curves.Quiz{}, false
	}
	return curves.Quiz{Question: q.list[q.at], Taken: q.taken, Hover: q.over, Look: q.room.look(scale)}, true
}

func (q *quiz) choiceAt(at fyne.Position) int {
	if p, is := q.shown(1); is {
		if i, hit := p.At(plot.Vec{X: float64(at.X), Y: float64(at.Y)}, float64(q.picture.Size().Width)); hit {
			return i
		}
	}
	return -1
}

// update asks anew where the curve, the start or the method is another: a rate alone, which an answer takes, changes nothing.
func (q *quiz) update(s model.State) {
	key := fmt.Sprint(s.Doc.Named, s.Curve.Formula, s.Doc.Start, s.Doc.Racers[0].Spec.Without("lr"))
	if key != q.asked {
		q.asked, q.taken, q.over = key, -1, -1
		q.list = s.Curve.Questions(s.Doc, s.Trials)
		q.at = min(q.at, max(len(q.list)-1, 0))
		q.box.Objects = nil
		if len(q.list) > 0 {
			q.box.Objects = []fyne.CanvasObject{q.full}
		}
		q.box.Refresh()
		q.room.left.box.Refresh() // it needs more height or less
	}
	kit.Enable(q.next, len(q.list) > 1)
	q.picture.Redraw()
}

// answer takes a choice, and tries it.
func (q *quiz) answer(i int) {
	if len(q.list) == 0 || i < 0 || i >= len(q.list[q.at].Choices) {
		return
	}
	q.taken = i
	eta := q.list[q.at].Choices[i].Eta
	q.room.edit("", func(d *model.Document) { d.SetEta(0, eta) })
	q.picture.Redraw()
}

// another asks the next question.
func (q *quiz) another() {
	if len(q.list) > 0 {
		q.at, q.taken, q.over = (q.at+1)%len(q.list), -1, -1
		q.picture.Redraw()
	}
}
