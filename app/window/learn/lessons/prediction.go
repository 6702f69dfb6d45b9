package lessons

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson/quiz"
	"descentlab/app/window/desk"
	"descentlab/app/window/learn/ask"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// A prediction is made on the map or the time line, before the run is seen: the lab has the question's experiment, in which
// nobody is drawn until there is an answer.
type prediction struct {
	asking   *asking
	row      *questionRow
	path     []surfaces.Point // of a sketch
	at       *surfaces.Point  // of a minimum that was picked
	back     string           // the scene that was seen before
	revealed bool
	speed    float64 // of playback, before
}

// predicting is what the keys of scenes begin with that are seen while a prediction is made.
const predicting = "?"

// begin puts the question's experiment into the lab, without its runs.
func (a *asking) begin(q *questionRow) {
	a.cancel()
	v := a.room.living
	p := &prediction{asking: a, row: q, back: v.scene, speed: v.desk.lab.State().Speed}
	a.now = p
	doc := beside(q.of.Doc)
	for i := range doc.Racers {
		doc.Racers[i].Hidden = true
	}
	doc.Look.Ground, doc.Look.SideBySide = setup.GroundHeights, false
	key := predicting + strconv.Itoa(q.number)
	delete(v.moments, key)
	v.show(key, doc)
	v.desk.lab.Seek(0)
	p.show()
	v.hide(true)
	a.room.page.reveal(q, 0, q.height(a.room.page.width-2*textPad))
	a.room.header.update()
	a.room.desk.Ring(map[quiz.Kind]string{quiz.Mark: "time"}[q.of.Kind])
}

// cancel gives up predicting, or ends looking at what has come of it.
func (a *asking) cancel() {
	p := a.now
	if p == nil {
		return
	}
	a.now = nil
	v := a.room.living
	v.desk.lab.SetSpeed(p.speed)
	v.maps.Lay(nil)
	v.hide(false)
	a.room.desk.Ring("")
	if s := p.row.card.State(); s.Armed || s.Busy {
		s.Armed, s.Busy, s.Ready = false, false, false
		if before, is := a.room.study.Answer(p.row.number); is {
			s.Given = &before.Answer
		}
		p.row.card.Set(s)
	}
	a.room.showScene(p.back)
}

// check gives the answer that has been predicted.
func (a *asking) check(q *questionRow) {
	if p := a.now; p != nil && p.row == q && p.ready() {
		a.answer(q, p.answer())
	}
}

// answer is what has been predicted.
func (p *prediction) answer() quiz.Answer {
	switch p.row.of.Kind {
	case quiz.Mark:
		return quiz.Answer{Number: float64(p.asking.room.living.desk.lab.State().Step())}
	case quiz.Basin:
		return quiz.Answer{At: *p.at}
	}
	return quiz.Answer{Path: p.path}
}

func (p *prediction) ready() bool {
	switch p.row.of.Kind {
	case quiz.Mark:
		return p.asking.room.living.desk.lab.State().Step() > 0
	case quiz.Basin:
		return p.at != nil
	}
	return len(p.path) > 1
}

// show says how to predict, and what has been.
func (p *prediction) show() {
	if p.revealed {
		return
	}
	s := ask.State{Armed: true, Ready: p.ready(), Progress: p.tells()}
	if old := p.row.card.State(); old.Solved != nil {
		s.Solved = old.Solved
	}
	if old := p.row.card.State(); old.Armed == s.Armed && old.Ready == s.Ready && old.Progress == s.Progress {
		return
	}
	p.row.card.Set(s)
}

// tells is what there is to be done.
func (p *prediction) tells() string {
	name := p.row.of.Doc.Names()[p.row.of.Racer] // as the lab has it
	switch p.row.of.Kind {
	case quiz.Mark:
		step := p.asking.room.living.desk.lab.State().Step()
		return words.T("Drag the playhead below the map to the step at which you expect %s to break off. It stands at step %d.",
			name, step)
	case quiz.Basin:
		if p.at == nil {
			return words.T("Click the minimum in which you expect %s to settle.", name)
		}
		return words.T("Picked: see whether %s settles there, or click another one.", name)
	}
	if len(p.path) < 2 {
		return words.T("Draw the way of %s on the map, from the ring at its start on.", name)
	}
	return words.T("Drawn: see the way of %s, or draw another one.", name)
}

// drawn is what has been predicted, on the map.
func (p *prediction) drawn() []plot.Curve {
	ink := p.asking.room.desk.Palette().Accent
	switch {
	case len(p.path) > 0:
		return []plot.Curve{{Pts: p.path, Color: ink, Width: 3}}
	case p.at != nil:
		view := p.asking.room.living.desk.lab.State().Shown
		const around, radius = 32, 13
		ring := make([]plot.Point, around+1)
		for i := range ring {
			angle := 2 * math.Pi * float64(i) / around
			ring[i] = plot.Point{X: p.at.X + radius*view.UnitX*math.Cos(angle), Y: p.at.Y + radius*view.UnitY*math.Sin(angle)}
		}
		return []plot.Curve{{Pts: ring, Color: ink, Width: 3}}
	}
	return nil
}

// revealTime is about how long the run takes that follows an answer, in seconds.
const revealTime = 4

// paceOf is the speed, of those that can be picked, at which so many steps take about that time.
func paceOf(steps int) float64 {
	want := float64(steps) / lab.StepsPerSecond / revealTime
	for _, v := range widgets.Speeds {
		if v >= want/1.5 {
			return v
		}
	}
	return widgets.Speeds[len(widgets.Speeds)-1]
}

// reveal lets the run go over what was predicted.
func (p *prediction) reveal() {
	p.revealed = true
	p.asking.room.living.hide(false)
	l := p.asking.room.living.desk.lab
	p.asking.room.desk.Ring("")
	p.asking.room.desk.Say(l.Edit("", func(e *setup.Experiment) { e.Racers[p.row.of.Racer].Hidden = false }))
	l.SetSpeed(paceOf(p.row.of.Doc.Steps))
	l.Seek(0)
	l.Play()
}

// A predictor is the tool in hand: while nothing is predicted it moves the start, as on other maps.
type predictor struct {
	desk.Tool
	room *Room
}

// Press picks, or draws.
func (t *predictor) Press(press graphic.Press) graphic.Drag {
	p := t.room.asking.now
	if p == nil {
		return t.Tool.Press(press)
	}
	if !press.Primary() || p.revealed || press.Double {
		return nil
	}
	switch p.row.of.Kind {
	case quiz.Basin:
		at := press.At
		if press.Near != nil {
			at = press.Near.At
		}
		p.at = &at
		p.lay()
		return graphic.Spent{}
	case quiz.Sketch:
		s := &sketch{of: p}
		s.add(press.Held)
		return s
	}
	return nil
}

// Hand is a hand over what can be picked.
func (t *predictor) Hand(press graphic.Press, dragging bool) bool {
	p := t.room.asking.now
	if p == nil {
		return t.Tool.Hand(press, dragging)
	}
	return p.row.of.Kind == quiz.Basin && press.Near != nil
}

// Bar is none.
func (t *predictor) Bar() fyne.CanvasObject { return nil }

// lay draws what has been predicted.
func (p *prediction) lay() {
	p.asking.room.living.maps.Lay(p.drawn())
	p.show()
}

// A sketch is a way that is being drawn.
type sketch struct {
	of   *prediction
	path []surfaces.Point
}

// add goes on to a place, if it is some way off.
func (s *sketch) add(at surfaces.Point) {
	view := s.of.asking.room.living.desk.lab.State().Shown
	const apart = 3 // units of the window
	if n := len(s.path); n > 0 {
		last := s.path[n-1]
		if math.Hypot((at.X-last.X)/view.UnitX, (at.Y-last.Y)/view.UnitY) < apart || n >= quiz.MaxPoints/4 {
			return
		}
	}
	s.path = append(s.path, at)
	s.of.path = s.path
	s.of.lay()
}

// Move draws on.
func (s *sketch) Move(m graphic.Motion) { s.add(m.At) }

// End leaves the way as it is drawn.
func (s *sketch) End(m graphic.Motion) bool {
	s.add(m.At)
	return false
}
