package exporting

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2/widget"

	"descentlab/app/words"
	"descentlab/widgets/kit"
)

// fill shows the choices in the controls.
func (d *Dialog) fill() {
	c, ending := d.choices, d.ending()
	d.quiet = true
	defer func() { d.quiet = false }()
	d.what.SetSelected(d.offer().Key)
	d.format.SetItems(formatItems(d.offer().Endings()))
	d.format.SetSelected(ending)
	d.says.Set(saysOf(ending, d.offer().Carries(ending)))
	d.size.SetSelected(presetOf(c.Size).key)
	d.unit.SetSelected(slices.Index([]string{pixels, centimetres}, c.unit()))
	d.theme.SetSelected(0)
	if c.dark(d.host.Dark) {
		d.theme.SetSelected(1)
	}
	d.ground.SetSelected(0)
	if c.Transparent {
		d.ground.SetSelected(1)
	}
	d.scale.SetSelected(slices.Index(scales, *c.scaleOf(ending)))
	d.dpi.SetSelected(slices.Index(densities, c.DPI))
	d.frames.put(c.Frames)
	d.rate.put(c.Rate)
	if c.Size == typedSize {
		d.wide.put(c.W)
		d.high.put(c.H)
	}
	for _, o := range d.sizes {
		show(o, isPicture(ending))
	}
	for _, o := range d.detail {
		show(o, hasPixels(ending))
	}
	inCentimetres := c.unit() == centimetres
	show(d.scale, hasPixels(ending) && !inCentimetres)
	show(d.dpi, hasPixels(ending) && inCentimetres)
	for _, o := range d.moving {
		show(o, isFilm(ending))
	}
	if canCopy := slices.Contains(d.offer().Endings(), ".png"); canCopy {
		d.copies.Enable()
	} else {
		d.copies.Disable()
	}
	if d.form != nil {
		d.form.Refresh()
	}
}

// measured shows what a preview tells of its size.
func (d *Dialog) measured() {
	v, made := d.looking.Result()
	ending := d.ending()
	if !made || d.fault != nil {
		d.facts.Set("", nil)
		d.plays.Set("", nil)
		return
	}
	if told, telling := d.looking.Progress(); telling && !d.looking.Fresh() { // what is seen is of another choice
		d.facts.Set(words.T("computing … %s", words.Progress(told.Part, told.Left, told.Sure)), nil)
		d.plays.Set("", nil)
		return
	}
	look := v.preview.Look
	if c := d.choices; v.preview.Picture != nil && c.Size != typedSize && d.looking.Fresh() {
		d.quiet = true
		d.wide.put(lengthOf(look.W, c.unit()))
		d.high.put(lengthOf(look.H, c.unit()))
		d.quiet = false
	}
	var facts []string
	if hasPixels(ending) && v.preview.Picture != nil {
		w, h := look.Pixels()
		facts = append(facts, words.T("%d × %d pixels", w, h))
	}
	switch {
	case v.size > 0:
		facts = append(facts, Bytes(v.size))
	case d.looking.Busy():
		facts = append(facts, words.T("size: being measured"))
	}
	d.facts.Set(strings.Join(facts, " · "), nil)
	text := ""
	if isFilm(ending) && look.Frames > 0 {
		text = words.T("%s: plays %s s", words.N(look.Frames, "%d frame", "%d frames", look.Frames),
			words.Digits(look.Plays(), 3))
		d.frames.hint(fmt.Sprint(look.Frames))
		d.rate.hint(words.Digits(look.Rate, 3))
	}
	d.plays.Set(text, nil)
}

// Bytes says how large a file is.
func Bytes(n int64) string {
	switch {
	case n < 1000:
		return words.N(int(n), "%d byte", "%d bytes", n)
	case n < 1_000_000:
		return words.T("%s kB", words.Digits(float64(n)/1e3, 3))
	}
	return words.T("%s MB", words.Digits(float64(n)/1e6, 3))
}

// propose gives the file the name of what is chosen, in the folder that the user saved in last.
func (d *Dialog) propose() {
	folder := d.host.Folder.Last()
	if d.path.Text != "" {
		folder = d.path.Folder()
	}
	d.quiet = true
	d.path.SetText(filepath.Join(folder, d.offer().File+d.ending()))
	d.quiet = false
	d.tell("", widget.MediumImportance)
}

// rename gives the file the ending of the format.
func (d *Dialog) rename() {
	d.quiet = true
	d.path.SetText(withEnding(d.path.Text, d.ending()))
	d.quiet = false
}

// renamed takes a path in that is typed: an ending chooses its format.
func (d *Dialog) renamed() {
	if d.quiet {
		return
	}
	d.named = true
	d.tell("", widget.MediumImportance)
	ending := strings.ToLower(filepath.Ext(strings.TrimSpace(d.path.Text)))
	if ending != d.ending() && slices.Contains(d.offer().Endings(), ending) {
		d.choices.Ending = ending
		d.fill()
		d.refresh()
	}
}

// tell says something below the path; any other wish than the one before asks anew whether files may be replaced.
func (d *Dialog) tell(text string, how widget.Importance) {
	if d.left {
		d.leave(text, how)
		return
	}
	d.agreed = nil
	d.message.Importance = how
	d.message.SetText(text)
	d.save.SetText(words.T("Save"))
}

// leave lets the window tell what has come of a dialog that something else has taken the place of.
func (d *Dialog) leave(text string, how widget.Importance) {
	switch how {
	case widget.MediumImportance: // it goes on
		return
	case widget.SuccessImportance:
		d.host.Notice(text)
	default:
		d.host.Fail(errors.New(text))
	}
	d.closed = true
}

// complain says what is wrong.
func (d *Dialog) complain(err error) { d.tell(words.Sentence(err), widget.DangerImportance) }

// label names a control.
func label(text string) *kit.Label {
	l := kit.NewLabel(text)
	l.Muted = true
	return l
}
