package figure

import (
	"strings"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/surfaces"
)

// SurfaceTitle is what a document's surface s is called.
func SurfaceTitle(doc *setup.Experiment, s surfaces.Surface) string {
	title := words.T(s.Title)
	if doc.Surface == "" {
		title = words.T("Your formula")
	}
	if len(doc.Sculpture) > 0 {
		return words.T("%s, sculpted", title)
	}
	return title
}

// SurfaceGist is what there is on a state's surface, in a few words: "three valleys, three saddles", and how it has been changed.
func SurfaceGist(s lab.State) string {
	var parts []string
	if s.Field != nil && s.Field.Found() && !s.Stale() {
		valleys, saddles := 0, 0
		for _, p := range s.Field.Places {
			switch p.Kind {
			case surfaces.Minimum:
				valleys++
			case surfaces.Saddle:
				saddles++
			}
		}
		parts = append(parts, words.Valleys(valleys))
		if saddles > 0 {
			parts = append(parts, words.Saddles(saddles))
		}
	}
	if s.Doc.Turn != 0 {
		parts = append(parts, words.T("turned"))
	}
	if s.Doc.Stretch != 0 {
		parts = append(parts, words.T("stretched"))
	}
	if s.Doc.Bounds != nil {
		parts = append(parts, words.T("in a box"))
	}
	return strings.Join(parts, ", ")
}

// SurfaceNotes say quietly what a surface is made of, and what else there is to know of its picture. They keep what takes
// a while to find. The zero value is ready for use.
type SurfaceNotes struct {
	scale GradientScale

	probe *surfaces.Probe // that the remarks are of
	view  surfaces.Rect   // that they are of
	found []string
}

// Of are the notes of the surface of a state's document; "" if there is nothing to say.
func (n *SurfaceNotes) Of(s lab.State, surface surfaces.Surface) string {
	var lines []string
	if d := surface.Data; d != nil {
		lines = append(lines, words.T("%s: %s.", words.T(d.Title), d.Size()))
		if loss := words.Loss(surface, s.Doc.Params); loss != "" {
			lines = append(lines, loss)
		}
	}
	if s.Field == nil || s.Stale() {
		return strings.Join(lines, " ")
	}
	if all := s.Field.Probe.Examples(); all > drawnExamples {
		lines = append(lines, words.T("Ground: %d of %d examples.", drawnExamples, all))
	}
	lines = append(lines, n.remarks(s.Field.Probe, s.Doc.View)...)
	if legend := n.scale.legend(s); legend != "" {
		lines = append(lines, legend)
	}
	return strings.Join(lines, " ")
}

// Most is as long as Of ever is of a surface, so that what stands below it keeps its place.
func (n *SurfaceNotes) Most(s lab.State, surface surfaces.Surface) string {
	text := n.Of(s, surface)
	if surface.Data != nil && !ShowsBatch(s) {
		text += " " + batchLegend(0.05)
	}
	return text
}

// remarks are what there is to know of a surface in a window.
func (n *SurfaceNotes) remarks(probe *surfaces.Probe, view surfaces.Rect) []string {
	if n.probe != probe || n.view != view {
		n.probe, n.view, n.found = probe, view, nil
		for _, remark := range probe.Fork().Remarks(view) {
			n.found = append(n.found, words.T(remark))
		}
	}
	return n.found
}
