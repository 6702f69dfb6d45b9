package window

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/about"
	"descentlab/app/window/settings"
	"descentlab/app/words"
	"descentlab/widgets/kit"
)

// aboutSize is that of the licences, in units, where the window has as much.
var aboutSize = fyne.NewSize(620, 320)

// What it takes of the window beside the licences, the least height that is left for them, and the room above their heading.
const (
	aboutFrame = 110
	aboutLeast = 100
	aboutGap   = 12
)

// openAbout says which program this is, and whose work is in it.
func (u *ui) openAbout() {
	u.closeMenus()
	build := about.Build()
	name, with, _ := strings.Cut(build, " (")
	made := kit.NewParagraph(2, strings.TrimSuffix(with, ")"))
	copied := kit.NewButton(words.T("Copy"), "", words.T("For a report of what goes wrong"), func() { u.Copy(build) })
	top := container.NewVBox(
		container.NewBorder(nil, nil, nil, container.NewHBox(copied), kit.NewHeading(name)), made,
		container.New(fynelayout.NewCustomPaddedLayout(aboutGap, 4, 0, 0),
			kit.NewHeading(words.T("Licences of the program and of what is in it"))))

	// A list, for there are thousands of lines: only those that are seen are drawn.
	lines := strings.Split(strings.TrimRight(about.Licences(), "\n"), "\n")
	list := widget.NewList(func() int { return len(lines) },
		func() fyne.CanvasObject { return kit.NewLabel(strings.Repeat(" ", 80)) },
		func(i int, o fyne.CanvasObject) { o.(*kit.Label).Set(lines[i], nil) })
	list.HideSeparators = true
	seen := u.win.Canvas().Size().SubtractWidthHeight(aboutFrame, 2*aboutFrame)
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(min(aboutSize.Width, seen.Width), min(aboutSize.Height, max(seen.Height, aboutLeast))))
	content := container.NewBorder(top, nil, nil, nil, container.NewStack(room, list))
	d := dialog.NewCustom("", words.T("Close"), settings.Raised(content), u.win)
	d.Show()
	u.over = func(name fyne.KeyName) {
		page := list.Size().Height - lineStep
		switch name {
		case fyne.KeyUp:
			list.ScrollToOffset(max(list.GetScrollOffset()-lineStep, 0))
		case fyne.KeyDown:
			list.ScrollToOffset(list.GetScrollOffset() + lineStep)
		case fyne.KeyPageUp:
			list.ScrollToOffset(max(list.GetScrollOffset()-page, 0))
		case fyne.KeyPageDown:
			list.ScrollToOffset(list.GetScrollOffset() + page)
		case fyne.KeyHome:
			list.ScrollToTop()
		case fyne.KeyEnd:
			list.ScrollToBottom()
		}
	}
}
