package myth

import (
	"fyne.io/fyne/v2"

	"descentlab/app/lesson/library"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/kit"
)

// header is the room's part of the bar: the way to the lesson, and what all this is about.
type header struct {
	desk.Header
	back *kit.Button
}

func newHeader(back func()) *header {
	h := &header{back: kit.NewButton("", kit.IconStepBack, words.T("Back to the lesson that this is about (l)"), back)}
	title := ""
	for i, l := range library.All() {
		if l.Key == Lesson {
			h.back.SetText(words.T("Lesson %d", i+1))
			title = l.Title
		}
	}
	about := kit.NewLabel(words.T("%s: do bad local minima hold up training?", title))
	about.Muted, about.Least, about.Brief = true, 1, title
	h.Left, h.Stretch = []fyne.CanvasObject{h.back, kit.Gap(6), about}, about
	return h
}
