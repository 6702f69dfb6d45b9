package exporting

import (
	"image"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"descentlab/app/export"
	"descentlab/widgets/kit"
	"descentlab/widgets/skin"
)

// A stage shows a preview: a picture as large as there is room for, or the beginning of a text.
type stage struct {
	onSize func() // it has another size
	ground *canvas.Rectangle
	checks *canvas.Image // behind what is transparent
	image  *canvas.Image
	rim    *canvas.Rectangle
	lines  *fyne.Container
	says   *kit.Label
	box    *fyne.Container

	shown export.Preview
	clear bool // the picture is transparent
	size  fyne.Size
}

const (
	stagePad = 14 // round a picture, in units
	textSize = 11
	lineHigh = 15
	check    = 8 // side of a check, in units
)

func newStage(onSize func()) *stage {
	s := &stage{
		onSize: onSize, ground: canvas.NewRectangle(color.Transparent), checks: canvas.NewImageFromImage(nil),
		image: canvas.NewImageFromImage(nil), rim: canvas.NewRectangle(color.Transparent), lines: container.NewWithoutLayout(),
		says: kit.NewLabel(""),
	}
	s.ground.CornerRadius = 6
	s.image.FillMode, s.checks.FillMode = canvas.ImageFillStretch, canvas.ImageFillStretch
	s.checks.ScaleMode = canvas.ImageScalePixels
	s.says.Align, s.says.Muted = fyne.TextAlignCenter, true
	s.box = container.New(s, s.ground, s.checks, s.image, s.rim, s.lines, s.says)
	return s
}

// Layout is called by Fyne.
func (s *stage) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	changed := size != s.size
	s.size = size
	s.place()
	if changed {
		s.onSize()
	}
}

// MinSize leaves the stage what there is.
func (s *stage) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 160) }

// room is how large a picture may be, in pixels.
func (s *stage) room(scale float32) (w, h int) {
	return max(int((s.size.Width-2*stagePad)*scale), 1), max(int((s.size.Height-2*stagePad)*scale), 1)
}

// show shows another preview.
func (s *stage) show(p export.Preview) {
	s.shown = p
	s.clear = p.Picture != nil && p.Look.Transparent
	s.image.Image = nil
	if p.Picture != nil {
		s.image.Image = p.Picture
	}
	if s.clear {
		s.checks.Image = checks(p.Picture.Rect, s.scale(), p.Look.Dark)
	}
	s.place()
	s.image.Refresh()
	s.checks.Refresh()
}

// say says something in the middle, or under what is shown.
func (s *stage) say(text string) {
	s.says.Set(text, nil)
	s.place()
}

// scale is how many pixels a unit has.
func (s *stage) scale() float32 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.box); c != nil {
		return c.Scale()
	}
	return 1
}

// place puts everything where it belongs.
func (s *stage) place() {
	kit.Place(s.ground, 0, 0, s.size.Width, s.size.Height)
	kit.PaintRect(s.ground, skin.Ink(s.says, theme.ColorNameInputBackground), color.Transparent, 0)
	picture := s.shown.Picture
	for _, o := range []fyne.CanvasObject{s.image, s.rim} {
		show(o, picture != nil)
	}
	show(s.checks, s.clear)
	if picture != nil {
		scale := s.scale()
		w, h := float32(picture.Rect.Dx())/scale, float32(picture.Rect.Dy())/scale
		// A picture for a room of another size stays until the next one is there.
		if fit := min((s.size.Width-2*stagePad)/w, (s.size.Height-2*stagePad)/h); fit < 1 {
			w, h = w*fit, h*fit
		}
		x, y := whole32((s.size.Width-w)/2, scale), whole32((s.size.Height-h)/2, scale)
		kit.Place(s.image, x, y, w, h)
		kit.Place(s.checks, x, y, w, h)
		kit.Place(s.rim, x-1, y-1, w+2, h+2)
		kit.PaintRect(s.rim, color.Transparent, skin.Ink(s.says, theme.ColorNameSeparator), 1)
	}
	s.write()
	high := s.says.MinSize().Height
	y := (s.size.Height - high) / 2
	kit.Place(s.says, stagePad, y, max(s.size.Width-2*stagePad, 1), high)
	show(s.says, s.says.Text() != "" && picture == nil && s.shown.Text == "")
}

// whole32 is a length of whole pixels.
func whole32(v, scale float32) float32 { return float32(int(v*scale)) / scale }

func show(o fyne.CanvasObject, shown bool) {
	if shown {
		o.Show()
	} else {
		o.Hide()
	}
}

// write sets the beginning of a text, as much as there is room for.
func (s *stage) write() {
	s.lines.Objects = nil
	if s.shown.Text == "" || s.size.Width < 3*stagePad {
		s.lines.Refresh()
		return
	}
	style := fyne.TextStyle{Monospace: true}
	letter := fyne.MeasureText("0", textSize, style).Width
	columns, rows := int((s.size.Width-2*stagePad)/letter), int((s.size.Height-2*stagePad)/lineHigh)
	for i, line := range wrapped(s.shown.Text, columns, rows) {
		t := canvas.NewText(line, skin.Ink(s.says, theme.ColorNameForeground))
		t.TextSize, t.TextStyle = textSize, style
		kit.Place(t, stagePad, stagePad+float32(i)*lineHigh, s.size.Width-2*stagePad, lineHigh)
		s.lines.Add(t)
	}
	s.lines.Refresh()
}

// longLines is how few lines a text has at most whose lines go on below: of others, a line shows its beginning.
const longLines = 3

// wrapped is the beginning of a text in lines of so many letters.
func wrapped(text string, columns, rows int) (list []string) {
	cut := strings.Count(text, "\n") > longLines
	for line := range strings.Lines(text) {
		letters := []rune(strings.ReplaceAll(strings.TrimRight(line, "\r\n"), "\t", "    "))
		for first := true; first || len(letters) > 0; first = false {
			if len(list) == rows {
				return list
			}
			n := min(len(letters), max(columns, 1))
			if cut && n < len(letters) {
				list, letters = append(list, string(letters[:n-1])+"…"), nil
				continue
			}
			list, letters = append(list, string(letters[:n])), letters[n:]
		}
	}
	return list
}

// checks is the pattern that stands for nothing, as large as a picture.
func checks(box image.Rectangle, scale float32, dark bool) *image.RGBA {
	inks := [2]color.RGBA{{255, 255, 255, 255}, {239, 241, 245, 255}}
	if dark {
		inks = [2]color.RGBA{{28, 32, 40, 255}, {36, 41, 50, 255}}
	}
	img, side := image.NewRGBA(box), max(int(check*scale), 1)
	for y := range box.Dy() {
		for x := range box.Dx() {
			img.SetRGBA(x, y, inks[(x/side+y/side)%2])
		}
	}
	return img
}
