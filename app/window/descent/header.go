package descent

import (
	"fyne.io/fyne/v2"

	"descentlab/app/game"
	"descentlab/app/game/course"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/kit"
	"descentlab/widgets/picker"
)

// header is the room's part of the bar: which level it is, and what that asks for.
type header struct {
	desk.Header
	room  *Room
	level *picker.Picker
	goal  *kit.Label
	today *kit.Button
}

func newHeader(r *Room) *header {
	h := &header{room: r, goal: kit.NewLabel("")}
	h.level = picker.New(nil)
	h.level.OnOpen = func() { h.level.SetItems(h.items()) }
	h.level.OnPicked = h.pick
	h.goal.Muted, h.goal.Least = true, 60
	h.today = kit.NewButton(words.T("Today"), "", "", func() { r.enter(game.Daily(r.day())) })
	h.Left, h.Stretch = []fyne.CanvasObject{h.level, kit.Gap(4), h.goal, h.today}, h.goal
	return h
}

// items are the levels as they are listed.
func (h *header) items() (list []picker.Item) {
	for _, t := range h.room.course.Tiles() {
		list = append(list, picker.Item{Key: t.Level.Key, Title: t.Level.Name(), Note: note(t)})
	}
	return list
}

// note says what was won in a level, what it asks for, or what unlocks it.
func note(t course.Tile) string {
	switch {
	case t.Locked:
		return words.T("locked: %s", t.Says)
	case t.Stars == 0:
		return t.Level.Goal.String()
	}
	return words.N(t.Stars, "%d star", "%d stars", t.Stars)
}

// pick begins the level that was picked.
func (h *header) pick(key string) {
	l, err := game.Lookup(key)
	if err != nil {
		h.room.desk.Say(err)
		return
	}
	h.room.enter(l)
	h.update()
}

// update shows the level.
func (h *header) update() {
	l := h.room.course.Level
	h.level.SetItems([]picker.Item{{Key: l.Key, Title: l.Name()}})
	h.level.SetSelected(l.Key)
	h.goal.Set(l.Goal.String(), nil)
	key := game.DayKey(h.room.course.Day)
	h.today.SetOn(l.Key == key)
	stars := h.room.course.Best[key].Stars
	h.today.SetIcon("", words.T("The landscape of %s: %s", key, words.N(stars, "%d star so far", "%d stars so far", stars)))
}
