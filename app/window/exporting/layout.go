package exporting

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/window/filing"
	"descentlab/app/words"
	"descentlab/widgets/field"
	"descentlab/widgets/kit"
)

// Lengths, in units.
const (
	raised     = 22  // by how much the contents move up into the room that Fyne leaves for a title
	formWide   = 318 // of the controls
	gap        = 10  // between rows
	columnGap  = 18  // between preview and controls
	labelGap   = 12
	numberWide = 64
	footLines  = 40 // the room of what is told below the path
)

// compose lays the controls out: the preview at the left, what can be chosen at the right, the file below.
func (d *Dialog) compose() fyne.CanvasObject {
	rows := container.New(&form{})
	row := func(name string, control fyne.CanvasObject) []fyne.CanvasObject {
		pair := []fyne.CanvasObject{label(name), control}
		rows.Objects = append(rows.Objects, pair...)
		return pair
	}
	row(words.T("What"), d.what)
	row(words.T("Format"), d.format)
	row("", d.says)
	size := container.New(beside{}, d.wide, label("×"), d.high, d.unit)
	for _, pair := range [][]fyne.CanvasObject{row(words.T("Size"), d.size), row("", size),
		row(words.T("Theme"), container.NewHBox(d.theme)), row(words.T("Ground"), container.NewHBox(d.ground))} {
		d.sizes = append(d.sizes, pair...)
	}
	d.detail = row(words.T("Detail"), container.NewHBox(d.scale, d.dpi))
	d.moving = row(words.T("Film"), container.New(beside{}, d.frames, label(words.T("frames,")), d.rate, label(words.T("a second"))))
	d.form = rows
	facts := container.NewVBox(d.facts, d.plays)
	column := container.NewBorder(nil, facts, nil, nil, container.NewVScroll(rows))

	folder := filing.NewButton(words.T("Folder …"), d.browse, d.Cancel)
	file := container.NewBorder(nil, nil, nil, folder, d.path)
	buttons := container.NewHBox(d.copies, fynelayout.NewSpacer(), d.cancel, d.save)
	all := container.New(page{}, kit.NewHeading(words.T("Export")), d.stage.box, column, file, d.bar.box, d.message, buttons)
	d.fill()
	return container.New(fynelayout.NewCustomPaddedLayout(-raised, 0, 0, 0), all)
}

// A page places heading, preview, controls, file, bar, message and buttons.
type page struct{}

// Layout places them.
func (page) Layout(o []fyne.CanvasObject, size fyne.Size) {
	heading, stage, column, file, bar, message, buttons := o[0], o[1], o[2], o[3], o[4], o[5], o[6]
	y := heading.MinSize().Height
	kit.Place(heading, 0, 0, size.Width, y)
	y += gap
	bottom := size.Height - buttons.MinSize().Height
	kit.Place(buttons, 0, bottom, size.Width, buttons.MinSize().Height)
	bottom -= footLines + gap/2
	kit.Place(message, -theme.InnerPadding(), bottom, size.Width+2*theme.InnerPadding(), footLines)
	bottom -= barHigh
	kit.Place(bar, 0, bottom, size.Width, barHigh)
	bottom -= file.MinSize().Height + gap/2
	kit.Place(file, 0, bottom, size.Width, file.MinSize().Height)
	bottom -= gap
	kit.Place(stage, 0, y, size.Width-formWide-columnGap, bottom-y)
	kit.Place(column, size.Width-formWide, y, formWide, bottom-y)
}

// MinSize leaves the dialog free to be as small as the window.
func (page) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(560, 400) }

// A form puts labels beside controls, row by row. A row that is hidden keeps no room.
type form struct{}

// rows calls each for every row that is shown, with the height that it needs.
func (form) rows(o []fyne.CanvasObject, each func(label, control fyne.CanvasObject, high float32)) {
	for i := 0; i+1 < len(o); i += 2 {
		if o[i+1].Visible() {
			each(o[i], o[i+1], max(o[i].MinSize().Height, o[i+1].MinSize().Height))
		}
	}
}

// Layout places them.
func (f form) Layout(o []fyne.CanvasObject, size fyne.Size) {
	left := float32(0)
	for i := 0; i < len(o); i += 2 {
		left = max(left, o[i].MinSize().Width+labelGap)
	}
	y := float32(0)
	f.rows(o, func(label, control fyne.CanvasObject, high float32) {
		kit.Place(label, 0, y+(high-label.MinSize().Height)/2, left, label.MinSize().Height)
		kit.Place(control, left, y, size.Width-left, high)
		y += high + gap
	})
}

// MinSize is the height of all rows.
func (f form) MinSize(o []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(200, 0)
	f.rows(o, func(_, _ fyne.CanvasObject, high float32) { size.Height += high + gap })
	return size
}

// Beside puts fields and words side by side, each in the middle of the height.
type beside struct{}

// Layout places them.
func (beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for _, one := range o {
		need := one.MinSize()
		kit.Place(one, x, (size.Height-need.Height)/2, need.Width, need.Height)
		x += need.Width + labelGap/2
	}
}

// MinSize is that of all.
func (beside) MinSize(o []fyne.CanvasObject) (size fyne.Size) {
	for i, one := range o {
		need := one.MinSize()
		size.Height = max(size.Height, need.Height)
		if size.Width += need.Width; i > 0 {
			size.Width += labelGap / 2
		}
	}
	return size
}

// A number is a field for one.
type number struct {
	widget.Entry
	cancel func()
}

func newNumber(changed func(string), submit, cancel func()) *number {
	f := &number{cancel: cancel}
	f.ExtendBaseWidget(f)
	f.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	f.OnChanged = changed
	f.OnSubmitted = func(string) { submit() }
	return f
}

// MinSize is that of a number.
func (f *number) MinSize() fyne.Size { return fyne.NewSize(numberWide, f.Entry.MinSize().Height) }

// put shows a text, unless it is there: the cursor stays.
func (f *number) put(text string) {
	if f.Text != text {
		f.SetText(text)
	}
}

// hint is what is meant if nothing is typed.
func (f *number) hint(text string) {
	if f.PlaceHolder != text {
		f.SetPlaceHolder(text)
	}
}

// TypedKey is called by Fyne.
func (f *number) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		f.cancel()
		return
	}
	f.Entry.TypedKey(k)
}

// TypedShortcut edits the text or means the window.
func (f *number) TypedShortcut(s fyne.Shortcut) { field.Shortcut(&f.Entry, f, s) }

// barHigh is the height of a bar, in units.
const barHigh = 3

// A bar shows which part of a file is written.
type bar struct {
	done *canvas.Rectangle
	box  *fyne.Container
	part float64
}

func newBar() *bar {
	b := &bar{done: canvas.NewRectangle(color.Transparent)}
	b.done.CornerRadius = barHigh / 2.0
	b.box = container.New(b, b.done)
	return b
}

// set shows a part, 0 to 1; 0 is nothing.
func (b *bar) set(part float64) {
	b.part = part
	b.Layout(nil, b.box.Size())
	kit.PaintRect(b.done, theme.Color(theme.ColorNamePrimary), color.Transparent, 0)
}

// Layout is called by Fyne.
func (b *bar) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	kit.Place(b.done, 0, 0, size.Width*float32(b.part), size.Height)
	show(b.done, b.part > 0)
}

// MinSize is its height.
func (b *bar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(10, barHigh) }
