package lessons

import (
	"image/color"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/lesson/measure"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

var _ desk.Pane = (*knobs)(nil)

// knobs are the settings of the experiment that the text names: the text's numbers and these are one value.
type knobs struct {
	desk   *place
	scene  *lesson.Scene
	fields []measure.Field
	list   []*widgets.Knob
	marked map[string]bool
	grid   *fyne.Container
	note   *kit.Label // in the place of the rows, while nothing can be set
	panel  *kit.Panel
}

const (
	mostKnobs  = 4
	knobRow    = kit.RowHeight
	knobLabel  = 96
	twoColumns = 420 // width from which on there are two columns
)

func newKnobs(d *place) *knobs {
	k := &knobs{desk: d, marked: map[string]bool{}}
	k.grid = container.New(knobGrid{})
	k.note = kit.NewLabel(words.T("Nothing can be set while you predict."))
	k.note.Muted, k.note.Align, k.note.Least = true, fyne.TextAlignCenter, 1
	k.note.Hide()
	k.panel = kit.NewPanel(container.NewStack(k.grid, k.note), nil)
	return k
}

// Object is what is seen of it.
func (k *knobs) Object() fyne.CanvasObject { return k.panel }

// set shows the settings of a scene that a lesson names.
func (k *knobs) set(s *lesson.Scene, fields []measure.Field) {
	k.scene, k.fields = s, fields
	if len(k.fields) > mostKnobs {
		k.fields = k.fields[:mostKnobs]
	}
	k.rebuild()
}

// cover says that nothing can be set, or shows the rows again. The panel stays as it is, so that the map does not jump.
func (k *knobs) cover(covered bool) {
	layout.SetShown(k.grid, !covered)
	layout.SetShown(k.note, covered)
}

// rebuild makes the rows anew.
func (k *knobs) rebuild() {
	k.list, k.grid.Objects = nil, nil
	for _, f := range k.fields {
		w := k.row(f)
		k.list = append(k.list, w)
		k.grid.Objects = append(k.grid.Objects, w)
		if name := f.String(); !k.marked[name] {
			k.marked[name] = true
			k.desk.Mark(name, func() fyne.CanvasObject { return k.of(name) })
		}
	}
	layout.SetShown(k.panel, len(k.list) > 0)
	k.grid.Refresh()
	k.desk.Relayout()
	k.Update(k.desk.lab.State(), lab.DocChanged)
}

// of is the row of a field by its name; nil if there is none.
func (k *knobs) of(name string) fyne.CanvasObject {
	for i, f := range k.fields {
		if f.String() == name {
			return k.list[i]
		}
	}
	return nil
}

// row is the knob of a field.
func (k *knobs) row(f measure.Field) *widgets.Knob {
	doc := &k.scene.Doc
	of, _ := f.Knob(doc) // the lesson has been read with it
	spec := widgets.KnobSpec{
		Label: labelOf(doc, f), Help: words.T(of.Help), Domain: of.Domain().String(),
		Min: of.Min, Max: of.Max, Low: of.Low, High: of.High, OpenLow: of.OpenLow, OpenHigh: of.OpenHigh,
		Scale: scales[of.Scale], Integer: of.Kind == optim.Integer, Color: k.ink(f),
	}
	spec.Default, _ = f.Get(doc)
	w := widgets.NewKnob(spec)
	w.SetLabelWidth(knobLabel)
	w.OnChanged = func(v float64, done bool) {
		k.desk.Edit(editOf(f), func(e *setup.Experiment) { _ = f.Set(e, v) })
		if done {
			k.desk.lab.Seal()
		}
	}
	w.OnError = func(text string) { kit.ShowPassingFault(w, text) }
	return w
}

// scales are how sliders lie along the scales of knobs.
var scales = map[optim.Scale]widgets.Scale{optim.Linear: widgets.Linear, optim.Log: widgets.Log, optim.Nines: widgets.Nines}

// editOf is the key of edits of a field, which merge while a hand moves it.
func editOf(f measure.Field) string { return "lesson " + f.String() }

// labelOf is what a field of an experiment is called: with its racer if there are several, as the curves are called.
func labelOf(doc *setup.Experiment, f measure.Field) string {
	i, err := measure.Racer(doc, f.Of)
	if f.Of == "" {
		return ownName(f.Name)
	}
	if f.Of == "param" || err != nil || len(doc.Racers) < 2 {
		return f.Name
	}
	return doc.Names()[i] + " " + f.Name
}

// ownName is what a setting that an experiment has itself is called.
func ownName(name string) string {
	switch name {
	case "steps":
		return words.T("steps")
	case "batch":
		return words.T("batch")
	case "seed":
		return words.T("seed")
	case "noise":
		return words.T("noise")
	case "turn":
		return words.T("turn")
	case "stretch":
		return words.T("stretch")
	case "start.x":
		return words.T("start, x")
	case "start.y":
		return words.T("start, y")
	}
	return name
}

// ink is the colour of the racer.
func (k *knobs) ink(f measure.Field) color.Color {
	i, err := measure.Racer(&k.scene.Doc, f.Of)
	if f.Of == "" || f.Of == "param" || err != nil {
		return nil
	}
	return k.desk.Palette().Racer(k.scene.Doc.Racers[i].Slot)
}

// Update shows the values of a state.
func (k *knobs) Update(s lab.State, c lab.Change) {
	if c&lab.DocChanged == 0 || k.note.Visible() {
		return
	}
	for i, f := range k.fields {
		if v, err := f.Get(&s.Doc); err == nil {
			k.list[i].SetValue(v)
		}
	}
}

// need is the height of the panel in a width; 0 if there is none.
func (k *knobs) need(width float32) float32 {
	if len(k.list) == 0 {
		return 0
	}
	rows := len(k.list)
	if width >= twoColumns {
		rows = (rows + 1) / 2
	}
	return float32(rows)*knobRow + 2*8
}

// knobGrid puts rows into one or two columns.
type knobGrid struct{}

// Layout places them.
func (knobGrid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const gap = 22
	columns := 1
	if size.Width >= twoColumns-2*kit.PanelPad && len(objects) > 1 {
		columns = 2
	}
	width := (size.Width - gap*float32(columns-1)) / float32(columns)
	for i, o := range objects {
		kit.Place(o, float32(i%columns)*(width+gap), float32(i/columns)*knobRow, width, knobRow)
	}
}

// MinSize asks for little: the column says what there is.
func (knobGrid) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 1) }

// fieldsOf are the settings of a scene that a lesson names, in the order of the text; of one of which it names none, the first
// knob of each racer.
func fieldsOf(l *lesson.Lesson, scene string) (list []measure.Field) {
	s := l.Scene(scene)
	if s == nil {
		return nil
	}
	add := func(f measure.Field) {
		if _, err := f.Knob(&s.Doc); err == nil && !slices.Contains(list, f) {
			list = append(list, f)
		}
	}
	for _, b := range l.Blocks {
		for _, r := range b.Runs {
			switch {
			case r.Scene != scene:
			case r.Kind == lesson.Scrub:
				add(r.Field)
			case r.Kind == lesson.Point:
				if f, err := measure.ParseField(r.Control); err == nil {
					add(f)
				}
			}
		}
	}
	if list == nil {
		return firstKnobs(&s.Doc)
	}
	return list
}

// firstKnobs are the first knob of each racer.
func firstKnobs(doc *setup.Experiment) (list []measure.Field) {
	for i, racer := range doc.Racers {
		if k, ok := figure.FirstKnob(racer.Spec); ok {
			list = append(list, measure.Field{Of: "racer" + strconv.Itoa(i+1), Name: k.Name})
		}
	}
	return list
}
