package window

import (
	"cmp"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

// header is the bar at the top: what the room that is seen puts there, and what is the same everywhere.
type header struct {
	ui         *ui
	name       *canvas.Text
	undo, redo *kit.IconButton
	mood       *kit.IconButton
	file       *kit.Button
	present    fyne.CanvasObject
	shown      *fyne.Container // the line of the room that is seen
	box        fyne.CanvasObject
}

func newHeader(u *ui) *header {
	h := &header{ui: u, name: canvas.NewText("Descent Lab", color.Transparent)}
	h.name.TextStyle.Bold = true
	h.name.TextSize = 15
	h.undo = kit.NewIconButton(kit.IconUndo, words.T("Undo (Ctrl+Z)"), u.undo)
	h.redo = kit.NewIconButton(kit.IconRedo, words.T("Redo (Ctrl+Shift+Z)"), u.redo)
	h.mood = kit.NewIconButton(kit.IconMoon, words.T("Theme, text size"), nil)
	h.mood.OnTapped = func() { u.Menu(h.mood, u.themeMenu()) }
	h.file = kit.NewButton(words.T("File"), kit.IconExport, words.T("Open, save, export"), nil)
	h.file.OnTapped = func() { u.Menu(h.file, u.fileMenu()) }

	present := kit.NewButton(words.T("Present"), kit.IconEnlarge,
		words.T("Large, for an audience, on the second screen if there is one (F5)"), u.present)
	h.present = present

	h.shown = container.NewStack()
	h.box = kit.NewBar(h.shown)
	return h
}

// line is what stands in the bar while a room is seen. What is the same everywhere stands in the lines of all of them.
func (h *header) line(of desk.Header, presents bool) *fyne.Container {
	objects := append([]fyne.CanvasObject{kit.NewBox(fynelayout.NewStackLayout(), h.name), kit.Gap(4)}, of.Left...)
	stretch := of.Stretch
	if stretch == nil {
		stretch = kit.Gap(0)
		objects = append(objects, stretch)
	}
	objects = append(objects, h.undo, h.redo)
	if of.View != nil {
		objects = append(objects, of.View)
	}
	if presents {
		objects = append(objects, container.New(roomy{h.ui.win, cmp.Or(of.Roomy, presentRoom)}, h.present))
	}
	return widgets.NewLine(stretch, append(objects, h.file, h.mood)...)
}

// roomy shows a control where the window is wide enough for it.
type roomy struct {
	win  fyne.Window
	from float32 // this width on
}

// presentRoom is from which width on that is, where a room says nothing else.
const presentRoom = 1300

// MinSize is that of the control, or nothing.
func (l roomy) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if l.win.Canvas().Size().Width < l.from {
		return fyne.Size{}
	}
	return objects[0].MinSize()
}

// Layout shows it, if it has the room.
func (l roomy) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	layout.SetShown(objects[0], size.Width > 0)
}

// show puts the line of a room into the bar.
func (h *header) show(line *fyne.Container) {
	h.shown.Objects = []fyne.CanvasObject{line}
	line.Resize(h.shown.Size())
	line.Layout.Layout(line.Objects, line.Size()) // what the lines share stands where the last one has it
}

// restyle shows what is the same everywhere in the colours of the theme, and what can be undone.
func (h *header) restyle() {
	p := h.ui.Palette()
	kit.SetText(h.name, h.name.Text, p.Text)
	mood := kit.IconSun
	if p.Dark {
		mood = kit.IconMoon
	}
	h.mood.SetIcon(mood, words.T("Theme, text size"))
	kit.Enable(h.undo, h.ui.seen.room.CanUndo())
	kit.Enable(h.redo, h.ui.seen.room.CanRedo())
}
