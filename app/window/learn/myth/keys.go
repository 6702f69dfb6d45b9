package myth

import (
	"strings"

	"fyne.io/fyne/v2"

	"descentlab/app/census"
	"descentlab/app/export"
	"descentlab/app/trainings"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
)

// lineStep is by how much the arrow keys scroll.
const lineStep = 50

// Key scrolls.
func (r *Room) Key(name fyne.KeyName) bool {
	page := max(r.scroll.Size().Height-lineStep, lineStep)
	switch name {
	case fyne.KeyPageUp:
		r.scrollBy(-page)
	case fyne.KeyPageDown:
		r.scrollBy(page)
	case fyne.KeyUp:
		r.scrollBy(-lineStep)
	case fyne.KeyDown:
		r.scrollBy(lineStep)
	default:
		return false
	}
	return true
}

// Rune presses the buttons, which have no focus.
func (r *Room) Rune(char rune) bool {
	switch char {
	case 'c':
		r.census.press()
	case 't':
		r.trainings.press()
	case 'l':
		kit.Call(r.header.back.OnTapped)
	default:
		return false
	}
	return true
}

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

// Deeds are what the File menu offers.
func (r *Room) Deeds() []desk.Deed {
	return []desk.Deed{
		{Text: words.T("Export census as %s …   Ctrl+E", export.Census.Formats()), Key: fyne.KeyE, Do: func() {
			save(r, export.Census, words.T("Export census"), "census.csv", func() (census.Census, bool) {
				c := r.census.result()
				return c, len(c.Rows) > 0
			})
		}},
		{Text: words.T("Export trainings as %s …", export.Trainings.Formats()), Do: func() {
			save(r, export.Trainings, words.T("Export trainings"), "trainings.csv", func() (trainings.Study, bool) {
				s := r.trainings.result()
				return s, len(s.Nets) > 0
			})
		}},
	}
}

// save asks where to write what there is of a result, if there is any.
func save[R any](r *Room, kind *export.Kind[R], title, name string, of func() (R, bool)) {
	r.desk.Save(title, name, func(path string) (func(export.Hearers) error, error) {
		if err := kind.Check(path); err != nil {
			return nil, err
		}
		result, is := of()
		if !is {
			return nil, words.Errorf("nothing has been counted yet that could be written")
		}
		return func(h export.Hearers) error { return kind.Write(h, result, path) }, nil
	})
}

// Help tells of its keys.
func (r *Room) Help() desk.Help {
	return desk.Help{Keys: []desk.Shortcut{
		{Keys: words.T("c"), Does: words.T("take the census, or stop it")},
		{Keys: words.T("t"), Does: words.T("train, or stop that")},
		{Keys: words.T("Tab, Left, Right"), Does: words.T("to a slider; moves it")},
		{Keys: words.T("Esc"), Does: words.T("stop what is being counted")},
		{Keys: words.T("l"), Does: words.T("back to the lesson")},
		{Keys: words.T("Page Up, Page Down, Up, Down"), Does: words.T("scroll")},
	}}
}
