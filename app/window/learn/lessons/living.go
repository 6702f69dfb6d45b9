package lessons

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/window/race/charts"
	"descentlab/app/window/race/maps"
	"descentlab/app/window/race/transport"
	"descentlab/app/words"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

// living is the lab beside the text: map, time, the settings that the text names, and the losses. It is a lab like that of the
// race, with an experiment of the lesson in it; each has an undo of its own, which waits while another one is seen.
type living struct {
	desk   *place
	maps   *maps.Pane
	time   *transport.Pane
	chart  *charts.Pane
	knobs  *knobs
	later  *kit.Label // in the place of the losses, while a prediction is made
	ticker *desk.Ticker
	box    *fyne.Container

	scene   string // the key of the experiment that is seen; "": none
	moments map[string]lab.Moment
	rests   bool // its race was under way when the room was left
}

// newLiving is a lab on the experiment of a first scene. Heard is told of every state.
func newLiving(r *Room, doc setup.Experiment, heard func(lab.State, lab.Change)) *living {
	d := &place{Frame: r.desk, lab: lab.New(beside(doc), r.desk.Post), still: container.NewVScroll(container.NewWithoutLayout())}
	v := &living{desk: d, moments: map[string]lab.Moment{}, maps: maps.New(d, r.tools(d)), time: transport.New(d),
		chart: charts.New(d), knobs: newKnobs(d)}
	v.ticker = desk.NewTicker(desk.Playback(d.lab, r.desk.Still))
	v.later = kit.NewLabel(words.T("The losses come with the run."))
	v.later.Muted, v.later.Align = true, fyne.TextAlignCenter
	v.later.Hide()
	chart := kit.NewPanel(container.NewStack(v.chart.Object(), v.later), nil)
	v.box = container.New(labLayout{v.knobs}, v.maps.Object(), v.time.Object(), v.knobs.panel, chart)
	d.box = v.box
	d.Mark("lesson-map", func() fyne.CanvasObject { return v.maps.Object() })
	for name, object := range map[string]fyne.CanvasObject{"chart": chart, "time": v.time.Object(), "step": v.time.Object()} {
		d.Mark(name, func() fyne.CanvasObject { return object })
	}
	d.lab.OnChange(func(s lab.State, c lab.Change) {
		v.update(s, c)
		heard(s, c)
	})
	return v
}

// beside is an experiment as it is seen beside a text: with the curves of its losses, whatever panel it was saved with.
func beside(doc setup.Experiment) setup.Experiment {
	doc = doc.Clone()
	doc.Look.Panel, doc.Look.Large = setup.PanelCharts, false
	return doc
}

// update hands a state to the panes.
func (v *living) update(s lab.State, c lab.Change) {
	for _, p := range []desk.Pane{v.maps, v.time, v.chart, v.knobs} {
		p.Update(s, c)
	}
	v.ticker.Run(s.Playing)
}

// show puts a scene into the lab: as the reader has left it, or else that document, already run.
func (v *living) show(scene string, doc setup.Experiment) {
	if scene == v.scene {
		return
	}
	if v.scene != "" {
		v.moments[v.scene] = v.desk.lab.Moment()
	}
	v.scene = scene
	m, seen := v.moments[scene]
	if !seen {
		m = lab.First(beside(doc))
	}
	v.desk.lab.Look(func(view *lab.View) { *view = lab.NewView() })
	v.desk.lab.Pause()
	v.desk.lab.Return(m)
	v.desk.lab.Seek(float64(v.desk.lab.State().Doc.Steps))
}

// hide takes the losses away while a prediction is made, or shows them again.
func (v *living) hide(hidden bool) {
	layout.SetShown(v.chart.Object(), !hidden)
	layout.SetShown(v.later, hidden)
	v.knobs.cover(v.predicts())
}

// predicts tells whether the lab has the experiment of a question.
func (v *living) predicts() bool { return strings.HasPrefix(v.scene, predicting) }

// forget drops what was made of all scenes: they are those of another lesson.
func (v *living) forget() {
	v.moments, v.scene = map[string]lab.Moment{}, ""
}

// enter goes on with what was under way.
func (v *living) enter() {
	if v.rests {
		v.rests = false
		v.desk.lab.Resume()
	}
}

// leave lets it rest while nobody sees it.
func (v *living) leave() {
	v.desk.lab.Pause()
	v.ticker.Run(false)
	v.desk.lab.Look(func(view *lab.View) { view.Cross, view.Hover = nil, "" })
	v.rests = v.desk.lab.State().Busy
	v.desk.lab.Halt()
}

// restyle draws everything anew.
func (v *living) restyle() {
	v.knobs.rebuild()
	v.update(v.desk.lab.State(), lab.Everything)
}
