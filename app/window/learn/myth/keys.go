package myth

import (
	"strings"

	"fyne.io/fyne/v2"

	"descentlab/app/export"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
)

// lineStep is by how much the arrow keys scroll.
const lineStep = 50

// Key does what a key of Commands does.
func (r *Room) Key(name fyne.KeyName) bool { return desk.Press(r.desk, r.Commands(), name) }

// Rune does what a character of Commands does: the buttons have no focus.
func (r *Room) Rune(char rune) bool { return desk.Type(r.desk, r.Commands(), char) }

// Copy puts both tables on the clipboard, with tabs between.
func (r *Room) Copy() {
	census, trainings := r.census.result(), r.trainings.result()
	r.desk.Copy(tabbed(countColumns(), countRows(census)) + "\n" +
		tabbed(trainingColumns(trainings.Setting.Within), trainingRows(trainings)))
}

// tabbed is a table with tabs between.
func tabbed(columns []graphic.Column, rows []graphic.TableRow) string {
	titles := make([]string, len(columns))
	for i, c := range columns {
		titles[i] = strings.ReplaceAll(c.Title, "\n", " ")
	}
	lines := []string{strings.Join(titles, "\t")}
	for _, r := range rows {
		lines = append(lines, strings.Join(r.Cells, "\t"))
	}
	return strings.Join(lines, "\n") + "\n"
}

// Commands are what can be done in the room.
func (r *Room) Commands() []desk.Command {
	group := words.T("Census")
	page := max(r.scroll.Size().Height-lineStep, lineStep)
	scroll := func(key string, by float32) desk.Command {
		return desk.Command{Group: group, Keys: []string{key}, Hint: words.T("scroll"), Do: func() { r.scrollBy(by) }}
	}
	return append(desk.ExportCommands(r.desk), []desk.Command{
		{Name: words.T("Take the census"), Group: group, Keys: []string{"C"}, Hint: words.T("take the census, or stop it"),
			Do: r.census.press},
		{Name: words.T("Train"), Group: group, Keys: []string{"T"}, Hint: words.T("train, or stop that"), Do: r.trainings.press},
		{Group: group, Hand: words.T("Tab, Left, Right"), Hint: words.T("to a slider; moves it")},
		{Group: group, Hand: words.T("Esc"), Hint: words.T("stop what is being counted")},
		{Name: words.T("Back to the lesson"), Group: group, Keys: []string{"L"}, Hint: words.T("back to the lesson"),
			Do: func() { kit.Call(r.header.back.OnTapped) }},
		scroll("PageUp", -page), scroll("PageDown", page), scroll("Up", -lineStep), scroll("Down", lineStep),
	}...)
}

var _ desk.Exporter = (*Room)(nil)

// Exports are the census and the trainings, as far as they have been made.
func (r *Room) Exports() (list []export.Offer, seen string) {
	if c := r.census.result(); len(c.Rows) > 0 {
		list = append(list, export.Census.Made(Census, words.T("Census"), "census", c))
	}
	if s := r.trainings.result(); len(s.Nets) > 0 {
		list = append(list, export.Trainings.Made(Trainings, words.T("Trainings"), "trainings", s))
	}
	return list, Census
}

// Help has nothing beside its commands.
func (r *Room) Help() desk.Help { return desk.Help{} }
