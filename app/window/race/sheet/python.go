package sheet

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/lab"
	"descentlab/app/lab/script"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets/kit"
)

// A code is the foot of the sheet: a racer as a Python program, with a button that copies it.
type code struct {
	desk   desk.Desk
	label  *widget.Label
	frame  *canvas.Rectangle
	copy   *kit.Button
	scroll *container.Scroll
	box    fyne.CanvasObject

	text   string        // the program; "" if there is none
	offer  string        // what the button says unless the program has just been copied
	copied bool          // it says that
	pause  time.Duration // how long that is said
	turn   int           // counts what was copied, so that a timer takes only its own confirmation back
}

// newCode is a foot below a heading, whose button does what tapped does.
func newCode(d desk.Desk, heading fyne.CanvasObject, tapped func()) *code {
	c := &code{desk: d, label: widget.NewLabel(""), frame: canvas.NewRectangle(color.Transparent), pause: copiedTime}
	c.copy = kit.NewButton("", kit.IconDuplicate, copyHint(), tapped)
	c.label.TextStyle.Monospace, c.label.SizeName = true, kit.SizeNote
	c.frame.CornerRadius, c.frame.StrokeWidth = 6, 1
	c.scroll = container.NewScroll(c.label)
	head := container.NewBorder(nil, nil, heading, c.copy)
	c.box = container.NewBorder(head, nil, nil, nil, container.NewStack(c.frame, c.scroll))
	return c
}

func copyHint() string { return words.T("Copy the program to the clipboard (Ctrl+C)") }

// show shows a racer of that name, or a method as it comes with racer = -1, as a program, or says why there is none.
func (c *code) show(m *optim.Method, spec optim.Spec, racer int, name string, s lab.State) {
	p := c.desk.Palette()
	c.frame.StrokeColor = p.Border
	kit.SetFill(c.frame, p.Control)
	c.offer = words.T("Copy as %s", language(m))
	var changes optim.Changes
	if racer >= 0 {
		changes = s.Doc.Racers[racer].Changes
	}
	text, err := script.Python(spec, changes, name, s)
	c.text = text
	if err != nil {
		text = words.T("%s.", words.Sentence(err))
	}
	if c.label.Text != text {
		c.label.SetText(text)
		c.restore()
	}
	if c.copy.Disabled() != (err != nil) {
		kit.Enable(c.copy, err == nil)
	}
}

// restore gives the button its own text back.
func (c *code) restore() {
	c.turn++
	c.copied = false
	c.copy.SetText(c.offer)
	c.copy.SetIcon(kit.IconDuplicate, copyHint())
}

// copiedTime is how long the button says that the program was copied.
const copiedTime = 2 * time.Second

// copyText puts the program on the clipboard and says so.
func (c *code) copyText() {
	if c.text == "" {
		return
	}
	c.desk.Copy(c.text)
	c.copied = true
	c.copy.SetText(words.T("Copied"))
	c.copy.SetIcon(kit.IconCheck, words.T("The program is on the clipboard"))
	c.turn++
	turn := c.turn
	time.AfterFunc(c.pause, func() {
		c.desk.Post(func() {
			if c.turn == turn {
				c.restore()
			}
		})
	})
}

// language is what a method's program is mostly written in.
func language(m *optim.Method) string {
	if m.Python.Torch == "" && m.Python.Step == "" {
		return "SciPy"
	}
	return "PyTorch"
}
