package curve

import model "descentlab/app/curve"

// A draft is what would be seen if the document were changed, while the hand has not let go: the run that there is stays until
// then.
type draft struct {
	change func(*model.Document)
	state  model.State
}

// state is what is seen: that of the lab, or what is tried.
func (r *Room) state() model.State {
	if r.draft != nil {
		return r.draft.state
	}
	return r.lab.State()
}

// led is the part of the racer whose steps are solved by hand.
func (r *Room) led() model.State {
	s := r.state()
	return s.Of(min(r.chosen, len(s.Runs)-1))
}

// try shows what a change of the document would do, from the start on.
func (r *Room) try(change func(*model.Document)) {
	state, err := r.lab.Draft(change)
	r.desk.Say(err)
	if err != nil {
		return
	}
	state.Done = r.lab.State().Done // as far as the charts reach
	r.hold.stop()
	r.draft = &draft{change, state}
	r.update()
}

// take makes the change that is tried, as one to be undone.
func (r *Room) take() {
	if d := r.draft; d != nil {
		r.draft = nil
		r.edit("", d.change)
	}
}

// drop leaves it, and tells whether there was one.
func (r *Room) drop() bool {
	if r.draft == nil {
		return false
	}
	r.draft = nil
	r.update()
	return true
}

// choose has the steps of one of the balls solved by hand.
func (r *Room) choose(of int) {
	if of = max(0, min(of, len(r.state().Runs)-1)); of != r.chosen {
		r.chosen = of
		r.update()
		r.desk.Changed()
	}
}
