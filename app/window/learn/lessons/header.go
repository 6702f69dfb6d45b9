package lessons

import (
	"strconv"

	"fyne.io/fyne/v2"

	"descentlab/app/lesson/study"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/kit"
	"descentlab/widgets/picker"
)

// header is the room's part of the bar: which lesson it is, and the function that the lab is on.
type header struct {
	desk.Header
	room    *Room
	lesson  *picker.Picker
	formula *kit.Label
}

func newHeader(r *Room) *header {
	h := &header{room: r, lesson: picker.New(nil), formula: kit.NewLabel("")}
	h.lesson.OnPicked = func(key string) {
		if i, err := strconv.Atoi(key); err == nil {
			r.openBook(i)
		}
	}
	h.lesson.OnOpen = h.list
	h.formula.Muted, h.formula.Least = true, 1
	h.Left, h.Stretch = []fyne.CanvasObject{h.lesson, kit.Gap(2), h.formula}, h.formula
	h.list()
	return h
}

// list offers the lessons that there are.
func (h *header) list() {
	items := make([]picker.Item, len(h.room.books))
	for i, b := range h.room.books {
		items[i] = picker.Item{Key: strconv.Itoa(i), Title: b.title(), Note: b.about(), Detail: doneOf(h.room.studyOf(i))}
		if b.number > 0 {
			items[i].Title = words.T("Lesson %d: %s", b.number, b.title())
		}
	}
	h.lesson.SetItems(items)
	h.lesson.SetSelected(strconv.Itoa(h.room.open))
}

// doneOf tells how many questions of a lesson have been answered rightly, while some are and some are not.
func doneOf(s *study.Study) string {
	if s == nil {
		return ""
	}
	right, of := s.Right()
	if right == 0 || right == of {
		return ""
	}
	return words.T("%d of %d", right, of)
}

// update shows which one is open, and what the lab is on.
func (h *header) update() {
	h.lesson.SetSelected(strconv.Itoa(h.room.open))
	if h.room.living == nil {
		return
	}
	text := ""
	doc := h.room.living.desk.lab.State().Doc
	if s, err := doc.Landscape(); err == nil && h.room.living.scene != "" {
		text = "f(x, y) = " + s.Formula
	}
	h.formula.Set(text, nil)
}
