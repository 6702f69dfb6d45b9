// Package sharing is the dialog with an experiment's link and its QR code, and the list of the files that were open last.
package sharing

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/share"
	"descentlab/app/words"
	"descentlab/widgets/kit"
)

// A Sheet shows a link and its QR code until it is closed.
type Sheet struct {
	link   string
	code   *image.Gray // nil: the link is too long for one
	copy   func(text string)
	copies *kit.Button
	saves  *kit.Button
	dialog *dialog.CustomDialog
}

// Lengths, in units.
const (
	raised    = 22  // by how much the contents move up into the room that Fyne leaves for a title
	codeSide  = 280 // at most, of the QR code
	least     = 340 // width of the texts
	lineWidth = 44  // letters of the link that are shown
)

// chatsCut is how many letters some chats cut a message off at.
const chatsCut = 4000

// Open shows the link of an experiment over a window, at the canvas's scale. What is copied goes to copy; save asks where the
// code goes as a picture.
func Open(win fyne.Window, link string, copy func(text string), save func()) *Sheet {
	s := &Sheet{link: link, copy: copy}
	s.copies = kit.NewButton(words.T("Copy again"), kit.IconDuplicate, words.T("The whole link, to be pasted anywhere"), s.Copy)
	s.saves = kit.NewButton(words.T("Save QR code …"), kit.IconExport, words.T("As a picture, which carries the experiment as well"),
		func() {
			s.dialog.Hide()
			save()
		})
	head := container.NewVBox(kit.NewHeading(words.T("Link of this experiment")), kit.NewIdea(words.T("It is on the clipboard: "+
		"paste it into a message. Whoever pastes it into Descent Lab (Ctrl+V) or opens it there races the same race.")))
	whole := kit.NewLabel(Shown(link))
	whole.SetHint(words.N(len(link), "%d letter", "%d letters", len(link)))
	parts := container.New(fynelayout.NewCustomPaddedVBoxLayout(8), head, whole)
	code, err := share.QR(link)
	if err == nil {
		s.code = code
		parts.Add(container.NewCenter(picture(code, win.Canvas().Scale())))
	} else {
		parts.Add(kit.NewIdea(words.T("%s: it has %d letters.", words.Sentence(err), len(link)) + advice(link)))
		kit.Enable(s.saves, false)
	}
	parts.Add(container.NewHBox(fynelayout.NewSpacer(), s.copies, s.saves))
	width := canvas.NewRectangle(nil)
	width.SetMinSize(fyne.NewSize(least, 0))
	s.dialog = dialog.NewCustom("", words.T("Close"),
		container.New(fynelayout.NewCustomPaddedLayout(-raised, 0, 0, 0), container.NewStack(width, parts)), win)
	s.dialog.Show()
	return s
}

// HasCode tells whether there is a QR code of the link.
func (s *Sheet) HasCode() bool { return s.code != nil }

// Link is the whole link.
func (s *Sheet) Link() string { return s.link }

// Copy puts the link on the clipboard once more, and says so on the button.
func (s *Sheet) Copy() {
	s.copy(s.link)
	s.copies.SetText(words.T("Copied"))
}

// Save asks where the code goes, if there is one.
func (s *Sheet) Save() {
	if s.code != nil {
		s.saves.OnTapped()
	}
}

// Shown is a link as it is shown: a long one without its middle.
func Shown(link string) string {
	if len(link) <= lineWidth {
		return link
	}
	return link[:lineWidth-9] + " … " + link[len(link)-6:]
}

// advice says how a link is sent that is too long for a message.
func advice(link string) string {
	if len(link) <= chatsCut {
		return ""
	}
	return " " + words.T("Some chats cut it off: save the experiment, or export the race as PNG, and send that file.")
}

// picture is a code of which every module has the same number of pixels.
func picture(code *image.Gray, scale float32) fyne.CanvasObject {
	modules := float32(code.Rect.Dx())
	pixels := max(float32(int(codeSide*scale/modules)), 1)
	p := canvas.NewImageFromImage(code)
	p.ScaleMode = canvas.ImageScalePixels
	p.FillMode = canvas.ImageFillStretch
	p.SetMinSize(fyne.NewSquareSize(pixels * modules / scale))
	return p
}
