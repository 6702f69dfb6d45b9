package lessons

import (
	"descentlab/app/lesson"
	"descentlab/app/lesson/measure"
	"descentlab/app/words"
	"descentlab/widgets/prose"
)

// kinds are what runs are as spans; others stand as they are.
var kinds = map[lesson.RunKind]prose.Kind{
	lesson.Math: prose.Math, lesson.Mono: prose.Code, lesson.Scrub: prose.Number, lesson.Pill: prose.Result,
	lesson.Load: prose.Link, lesson.Point: prose.Link, lesson.Link: prose.Link, lesson.Break: prose.Break,
}

// spans are runs as they are read now: a span for each.
func (r *Room) spans(runs []lesson.Run) []prose.Span {
	list := make([]prose.Span, len(runs))
	for i := range runs {
		run := &runs[i]
		list[i] = prose.Span{Kind: kinds[run.Kind], Text: r.textOf(run), Bold: run.Bold, Italic: run.Italic, Hint: r.hintOf(run)}
		switch run.Kind {
		case lesson.Pill:
			list[i].Text, list[i].Stale = r.values.shown(run)
		case lesson.Scrub:
			doc := r.docOf(run.Scene)
			if v, err := run.Field.Get(&doc); err == nil {
				list[i].Text = run.Shown(measure.Value{Num: v})
			}
		}
	}
	return list
}

// textOf is the text of a run. In the program's own lessons numbers stand as people read them; others are written for readers
// whom their authors know.
func (r *Room) textOf(run *lesson.Run) string {
	switch {
	case run.Kind == lesson.Scrub || run.Kind == lesson.Pill:
		return run.Written()
	case run.Kind == lesson.Words && r.books[r.open].number > 0:
		return words.Prose(run.Text)
	}
	return run.Text
}

// hintOf is what is told where the pointer rests on a run.
func (r *Room) hintOf(run *lesson.Run) string {
	switch run.Kind {
	case lesson.Scrub:
		return words.T("%s: drag to the left and right, or the arrow keys\nShift: fine · double click: back to %s",
			labelOf(&r.lesson().Scene(run.Scene).Doc, run.Field), run.Written())
	case lesson.Pill:
		asked := run.Asked.Said(r.lesson().Scene(run.Scene).Doc.Names())
		if len(run.Changes) > 0 {
			return words.T("computed: %s\nwith %s", asked, run.Changes.String())
		}
		return words.T("computed: %s", asked)
	case lesson.Load:
		return words.T("Put this experiment into the lab")
	case lesson.Point:
		return words.T("Show where that is")
	case lesson.Link:
		return run.Control
	}
	return ""
}
