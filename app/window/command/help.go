package command

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/window/desk"
	"descentlab/app/window/settings"
	"descentlab/app/words"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
)

// A Help is what F1 tells: what the keys do, those of the room first, and what the signs of its pictures mean.
type Help struct {
	Room       string         // what it is called
	Commands   []desk.Command // of the room
	Everywhere []desk.Command
	Signs      []desk.Meaning
	Steps      func() // shows the first steps; nil: there are none
	About      func()
	Style      func() plot.Style
}

// Open shows it, and gives what scrolls: what the window has no room for.
func (h Help) Open(win fyne.Window) *container.Scroll {
	rows := container.New(fynelayout.NewFormLayout())
	section := func(title string, list []row) {
		rows.Objects = append(rows.Objects, headed(kit.NewHeading(title)), container.NewStack())
		group := ""
		for _, r := range list {
			if r.group != group {
				group = r.group
				rows.Objects = append(rows.Objects, kit.NewGroup(group), container.NewStack())
			}
			keys := kit.NewLabel(r.keys)
			keys.Muted = true
			rows.Objects = append(rows.Objects, keys, indented(r.does))
		}
	}
	section(words.T("Keys in the room %s", h.Room), rowsOf(h.Commands))
	section(words.T("Keys everywhere"), rowsOf(h.Everywhere))
	if len(h.Signs) > 0 {
		rows.Objects = append(rows.Objects, headed(kit.NewHeading(words.T("Signs of events"))), container.NewStack())
		for _, m := range h.Signs {
			rows.Objects = append(rows.Objects, h.sign(m), indented(m.Means))
		}
	}

	var d *dialog.CustomDialog
	lines := container.NewVBox(headed(kit.NewHeading(words.T("Help"))))
	buttons := container.NewHBox()
	if h.Steps != nil {
		buttons.Add(kit.NewButton(words.T("Show the first steps"), kit.IconPlay, "", func() {
			d.Hide()
			h.Steps()
		}))
	}
	buttons.Add(kit.NewButton(words.T("About Descent Lab …"), "", words.T("Version, what it was built with, licences"), func() {
		d.Hide()
		h.About()
	}))
	lines.Add(buttons)
	lines.Add(rows)
	page := container.NewVScroll(container.New(fynelayout.NewCustomPaddedLayout(0, gap, 0, gap), lines))
	room := win.Canvas().Size().Height - frame
	page.SetMinSize(fyne.NewSize(lines.MinSize().Width+gap, min(lines.MinSize().Height+gap, max(room, least))))
	d = dialog.NewCustom("", words.T("Close"), settings.Raised(page), win)
	d.Show()
	return page
}

// Measures of the help, in units.
const (
	gap      = 12  // between the keys and what they do, and above a group of them
	frame    = 110 // what it takes of the height of the window beside its lines
	least    = 200 // and the least that is left for them
	signSize = 18  // the side of a sign
)

// between stands between the keys of a row.
const between = "  ·  "

// A row says what keys do.
type row struct{ group, keys, does string }

// rowsOf are the rows of commands that have keys, group after group. Keys that do the same share one.
func rowsOf(list []desk.Command) (rows []row) {
	for _, c := range list {
		r := row{c.Group, c.KeyTexts(), c.Hint}
		if r.does == "" || c.Name != "" && len(c.Keys) == 0 {
			r.does = c.Name
		}
		if r.keys == "" {
			continue
		}
		same := func(other row) bool { return other.group == r.group && other.does == r.does }
		if i := slices.IndexFunc(rows, same); i >= 0 {
			if !slices.Contains(strings.Split(rows[i].keys, between), r.keys) { // several that the hand does alike
				rows[i].keys += between + r.keys
			}
			continue
		}
		at := len(rows)
		for i := range rows {
			if rows[i].group == r.group {
				at = i + 1
			}
		}
		rows = slices.Insert(rows, at, r)
	}
	return rows
}

// sign is a sign with its name.
func (h Help) sign(m desk.Meaning) fyne.CanvasObject {
	picture := graphic.NewPlainDrawing(fyne.NewSquareSize(signSize), func(on plot.Canvas, scale float64) {
		st := h.Style()
		st.Scale = scale
		m.Draw(on, st)
	})
	return container.NewHBox(picture, kit.NewLabel(m.Name))
}

// indented is what a key does, or a sign means.
func indented(text string) fyne.CanvasObject {
	return container.New(fynelayout.NewCustomPaddedLayout(0, 0, gap, 0), kit.NewLabel(text))
}

// headed is a heading with room above it.
func headed(heading fyne.CanvasObject) fyne.CanvasObject {
	return container.New(fynelayout.NewCustomPaddedLayout(gap, 4, 0, 0), heading)
}
