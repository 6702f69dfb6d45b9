package window

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets"
	"descentlab/widgets/layout"
)

// whenAndWhat is a method's year and family.
func whenAndWhat(m *optim.Method) string { return fmt.Sprintf("%d · %v", m.Year, m.Family) }

// knobTexts say of each knob that applies its name, value, domain and meaning. Of the stages that go with every method,
// those that are set are told, and the others named.
func knobTexts(spec optim.Spec, steps int) (segments []widget.RichTextSegment) {
	var others []string
	for _, k := range spec.KnobsFor(steps) {
		if _, set := spec.Set[k.Name]; stageKnob(spec, k.Name) && !set {
			others = append(others, k.Name)
			continue
		}
		value := k.Format(spec.GetFor(k.Name, steps))
		if k.Off && value == "0" {
			value = "off"
		}
		segments = append(segments,
			&widget.TextSegment{Text: k.Name, Style: widget.RichTextStyle{Inline: true, TextStyle: fyne.TextStyle{Bold: true}}},
			&widget.TextSegment{Text: " = " + value, Style: widget.RichTextStyle{Inline: true}},
			&widget.TextSegment{Text: "   " + k.Domain(), Style: widget.RichTextStyle{ColorName: theme.ColorNamePlaceHolder, SizeName: widgets.SizeNote}},
			widgets.MutedText(k.Help))
	}
	if len(others) > 0 {
		segments = append(segments, widgets.MutedText("Stages that go with every method, at rest: "+strings.Join(others, ", ")+"."))
	}
	return segments
}

// remember shows what the racer's rules remember at the playhead.
func (s *sheet) remember(spec optim.Spec, state lab.State) {
	head, names, values := memoriesOf(spec, s.sheet.Slot, state)
	p := s.ui.palette()
	widgets.SetText(s.memoryHead, head, p.Muted)
	if s.memories.set(names, values, p.Muted, p.Text) {
		s.box.Refresh()
	}
}

// memoriesOf are the names of a racer's memories and their values at the playhead, "–" where there is none, and a title.
func memoriesOf(spec optim.Spec, slot int, state lab.State) (head string, names, values []string) {
	var row []float64
	plan, err := spec.Plan(2, state.Doc.Steps)
	if i := state.TapeDoc.RacerAt(slot); err == nil && i >= 0 && state.Tape != nil && i < len(state.Tape.Runs) {
		if run := state.Tape.Runs[i]; run.Spec.Method == spec.Method {
			step := min(state.Step(), run.Steps)
			plan, row = run.Plan, run.Row(step)
			head = fmt.Sprintf("Memory at step %d", step)
		}
	}
	if err != nil {
		return "Memory", nil, nil
	}
	for _, f := range plan.Memories() {
		names = append(names, f.Name)
		value := "–"
		if row != nil {
			parts := make([]string, f.Len)
			for i, v := range row[f.At : f.At+f.Len] {
				parts[i] = words.Short(v)
			}
			value = "(" + strings.Join(parts, ", ") + ")"
		}
		values = append(values, value)
	}
	switch {
	case len(names) == 0:
		head = "Memory: none"
	case head == "":
		head = "Memory"
	}
	return head, names, values
}

// memoryRows are names at the left and values at the right.
type memoryRows struct {
	names, values []*canvas.Text
	box           *fyne.Container
}

func newMemoryRows() *memoryRows { return &memoryRows{box: container.New(layout.Pairs{})} }

// set shows names and values, and tells whether their number has changed.
func (r *memoryRows) set(names, values []string, muted, text color.Color) (changed bool) {
	changed = len(names) != len(r.names)
	for len(r.names) < len(names) {
		name, value := canvas.NewText("", color.Transparent), canvas.NewText("", color.Transparent)
		name.TextSize, value.TextSize = figure.SmallText+0.5, figure.SmallText+0.5
		value.Alignment = fyne.TextAlignTrailing
		r.names, r.values = append(r.names, name), append(r.values, value)
		r.box.Objects = append(r.box.Objects, name, value)
	}
	r.names, r.values, r.box.Objects = r.names[:len(names)], r.values[:len(names)], r.box.Objects[:2*len(names)]
	for i := range names {
		widgets.SetText(r.names[i], names[i], muted)
		widgets.SetText(r.values[i], values[i], text)
	}
	if changed {
		r.box.Refresh()
	}
	return changed
}
