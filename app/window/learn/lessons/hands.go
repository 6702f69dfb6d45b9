package lessons

import (
	"net/url"
	"time"

	"fyne.io/fyne/v2"

	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/lesson/measure"
	"descentlab/widgets/gesture"
)

// scrubbing is a number of the text that is being moved.
type scrubbing struct {
	run  *lesson.Run // nil: none
	from float64
}

// scrub moves a number of the text by so many small steps since the gesture began.
func (r *Room) scrub(run *lesson.Run, steps float64, done bool) {
	if run.Kind != lesson.Scrub || r.predicts() {
		return
	}
	r.showScene(run.Scene)
	doc := r.docOf(run.Scene)
	if r.scrubs.run != run {
		r.endScrub()
		from, err := run.Field.Get(&doc)
		if err != nil {
			r.desk.Say(err)
			return
		}
		*r.scrubs = scrubbing{run, from}
	}
	if !done {
		v, err := run.Field.Nudged(&doc, r.scrubs.from, steps)
		if err != nil {
			r.desk.Say(err)
			return
		}
		r.setField(run.Scene, run.Field, v)
		return
	}
	r.endScrub()
}

// endScrub ends the gesture: it is one undo.
func (r *Room) endScrub() {
	if r.scrubs != nil && r.scrubs.run != nil {
		r.scrubs.run = nil
		r.living.desk.lab.Seal()
	}
}

// reset gives a number of the text the value that the lesson begins with.
func (r *Room) reset(run *lesson.Run) {
	s := r.lesson().Scene(run.Scene)
	if s == nil || r.predicts() {
		return
	}
	if v, err := run.Field.Get(&s.Doc); err == nil {
		r.endScrub()
		r.setField(run.Scene, run.Field, v)
		r.living.desk.lab.Seal()
	}
}

// setField sets the lab at once.
func (r *Room) setField(scene string, f measure.Field, v float64) {
	r.showScene(scene)
	var wrong error
	err := r.living.desk.lab.Edit(editOf(f), func(e *setup.Experiment) { wrong = f.Set(e, v) })
	if wrong != nil {
		err = wrong
	}
	r.desk.Say(err)
}

// racerOf is the slot of the racer that a field of a scene is of.
func (r *Room) racerOf(scene string, f measure.Field) (slot int, is bool) {
	doc := r.docOf(scene)
	if f.Of == "" || f.Of == "param" {
		return 0, false
	}
	i, err := measure.Racer(&doc, f.Of)
	if err != nil {
		return 0, false
	}
	return doc.Racers[i].Slot, true
}

// ringTime is how long rings lie round what the text has pointed at.
const ringTime = 4 * time.Second

// press does what a link does.
func (r *Room) press(run *lesson.Run) {
	switch run.Kind {
	case lesson.Load:
		r.asking.cancel()
		r.showScene(run.Scene)
	case lesson.Point:
		r.asking.cancel()
		if _, err := measure.ParseField(run.Control); err == nil {
			r.showScene(run.Scene)
		}
		r.desk.Ring(run.Control)
		gesture.After(ringTime, func() { r.desk.Ring("") })
	case lesson.Link:
		if u, err := url.Parse(run.Control); err == nil {
			r.desk.Say(fyne.CurrentApp().OpenURL(u))
		}
	}
}
