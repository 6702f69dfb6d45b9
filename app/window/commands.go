package window

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"descentlab/app/lab/session"
	"descentlab/app/window/command"
	"descentlab/app/window/desk"
	"descentlab/app/window/settings"
	"descentlab/app/words"
)

// commands are all that can be done now: in the room that is seen, and everywhere.
func (u *ui) commands() []desk.Command { return slices.Concat(u.inRoom(), u.everywhere()) }

// inRoom are the commands of the room. From every room an experiment can be opened, also one that was open last, and pasted.
func (u *ui) inRoom() []desk.Command {
	list := slices.Clone(u.seen.room.Commands())
	group := words.T("File")
	at := slices.IndexFunc(list, func(c desk.Command) bool { return slices.Contains(c.Keys, openKey) })
	if at < 0 {
		at = 0
		open := u.openCommand()
		open.Rule = true
		list = slices.Insert(list, 0, open)
		for i, c := range list { // after the room's own
			if c.File && i > at {
				list[i-1], list[i], at = list[i], list[i-1], i
			}
		}
	}
	return slices.Insert(list, at+1,
		desk.Command{Name: words.T("Open recent"), Group: group, File: true, Of: u.recent().Commands(u.reopen)},
		desk.Command{Name: words.T("Paste experiment"), Group: group, File: true, Over: true, Keys: []string{"Ctrl+V"},
			Do: u.paste})
}

// openKey opens a file.
const openKey = "Ctrl+O"

// openCommand opens an experiment.
func (u *ui) openCommand() desk.Command {
	return desk.Command{Name: words.T("Open experiment …"), Group: words.T("File"), File: true, Keys: []string{openKey},
		Do: u.OpenAny}
}

// everywhere are the commands that mean the same in all rooms.
func (u *ui) everywhere() []desk.Command {
	edit, window := words.T("Edit"), words.T("Window")
	unless := func(can bool, why string) string {
		if can {
			return ""
		}
		return why
	}
	list := []desk.Command{
		{Name: words.T("Commands …"), Group: window, Keys: []string{"Ctrl+K", "Ctrl+Shift+P"}, Over: true, Do: u.openPalette,
			Hint: words.T("find anything that can be done, by its name")},
		{Name: words.T("Undo"), Group: edit, Keys: []string{"Ctrl+Z"}, Over: true, Do: u.undo, Hint: words.T("undo"),
			Why: unless(u.seen.room.CanUndo(), words.T("There is nothing to undo."))},
		{Name: words.T("Redo"), Group: edit, Keys: []string{"Ctrl+Shift+Z", "Ctrl+Y"}, Over: true,
			Do: u.redo, Hint: words.T("redo"),
			Why: unless(u.seen.room.CanRedo(), words.T("There is nothing to redo."))},
		{Name: words.T("Copy what is shown"), Group: edit, Keys: []string{"Ctrl+C"}, Over: true,
			Do:   func() { u.seen.room.Copy() },
			Hint: words.T("copy the program or the table that is shown")},
		{Group: window, Hand: words.T("Tab, Shift+Tab"), Hint: words.T("to the next control, or the one before")},
	}
	for i, t := range u.rooms {
		list = append(list, desk.Command{Name: words.T("Go to %s", t.kind.Name), Group: words.T("Go to"), On: t == u.seen,
			Keys: []string{"Alt+" + strconv.Itoa(i+1)}, Hint: words.T("change rooms"), Do: func() { u.Go(t.kind.Key) }})
	}
	return append(list, u.textCommands(window)...)
}

// textCommands are those of the text size, the theme and the window itself.
func (u *ui) textCommands(window string) []desk.Command {
	sizes := words.T("larger or smaller text, and as usual")
	list := []desk.Command{
		{Name: words.T("Say in words what is shown …"), Group: words.T("View"), Keys: []string{"T"}, Do: func() { u.describe() },
			Hint: words.T("say in words what is shown, with the table behind it")},
		{Name: words.T("Present"), Group: words.T("View"), Keys: []string{presentKey}, Do: u.present,
			Hint: words.T("present it large, on the second screen if there is one")},
		{Name: words.T("Larger text"), Group: window,
			Keys: []string{"Ctrl+Plus", "Ctrl+Equal", "Ctrl+Shift+Plus", "Ctrl+Shift+Equal"},
			Hand: desk.KeyText("Ctrl+Plus"), Over: true, Hint: sizes, Do: func() { u.stepText(1) }},
		{Name: words.T("Smaller text"), Group: window, Keys: []string{"Ctrl+Minus"}, Over: true, Hint: sizes,
			Do: func() { u.stepText(-1) }},
		{Name: words.T("Text of the usual size"), Group: window, Keys: []string{"Ctrl+0"}, Over: true, Hint: sizes,
			Do: func() { u.SetText(settings.UsualText) }},
		{Name: words.T("Full screen"), Group: window, Keys: []string{"F11"}, On: u.win.FullScreen(), Do: u.toggleFullScreen,
			Hint: words.T("full screen, and back; the next start is the same")},
		{Name: words.T("Settings …"), Group: window, Keys: []string{"Ctrl+,"}, Over: true, Do: func() { u.openSettings() }},
		{Name: words.T("Help"), Group: words.T("Help"), Keys: []string{"F1"}, Do: u.openHelp},
		{Name: words.T("About Descent Lab …"), Group: words.T("Help"), Do: u.openAbout},
		{Name: words.T("Quit"), Group: window, Keys: []string{"Ctrl+Q"}, Over: true, Do: u.close,
			Hint: words.T("quit; all is saved")},
	}
	for i, name := range settings.ThemeNames() {
		choice := session.Themes[i]
		list = append(list, desk.Command{Name: words.T("Theme: %s", name), Group: window, On: u.look.Theme() == choice,
			Do: func() { u.SetTheme(choice) }})
	}
	for _, percent := range settings.TextSizes {
		list = append(list, desk.Command{Name: words.T("Text size %d %%", percent), Group: window,
			On: u.text.Percent() == percent,
			Do: func() { u.SetText(percent) }})
	}
	return list
}

// finds are what can be found by name beside the commands: in the room that is seen, and of the others what they have.
func (u *ui) finds() []desk.Command {
	list := desk.FindsOf(u.seen.room)
	for _, t := range u.rooms {
		if t.kind.Anywhere != nil {
			list = append(list, t.kind.Anywhere(t)...)
		}
	}
	return list
}

// openPalette lets the user find anything that can be done by its name.
func (u *ui) openPalette() {
	u.closeMenus()
	u.finder = command.Open(u.win, u.app.Preferences(), slices.Concat(u.commands(), u.finds()),
		func(c desk.Command) { c.Run(u.seen) })
}

// fileMenu is what can be done with files in the room that is seen.
func (u *ui) fileMenu() *fyne.Menu {
	list := slices.DeleteFunc(u.inRoom(), func(c desk.Command) bool { return !c.File })
	if _, is := u.seen.room.(desk.Describer); is {
		i := slices.IndexFunc(u.everywhere(), func(c desk.Command) bool { return slices.Contains(c.Keys, "T") })
		describe := u.everywhere()[i]
		describe.Rule = true
		list = append(list, describe)
	}
	if _, is := u.seen.room.(desk.Presenter); is {
		list = append(list, *desk.Find(u.everywhere(), presentKey))
	}
	return desk.Menu(list)
}

// openHelp tells what the keys do, those of the room first, and offers its first steps.
func (u *ui) openHelp() {
	u.closeMenus()
	help := u.seen.room.Help()
	page := command.Help{
		Room: u.seen.kind.Name, Commands: u.inRoom(), Everywhere: u.everywhere(), Signs: help.Signs, Steps: help.Steps,
		About: u.openAbout, Style: u.style,
	}.Open(u.win)
	u.over = scrolling(page)
}
