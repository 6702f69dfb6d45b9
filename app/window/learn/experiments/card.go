package experiments

import (
	"image"
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"descentlab/app/gallery"
	"descentlab/app/gallery/cards"
	"descentlab/app/gallery/claim"
	"descentlab/app/gallery/thumb"
	"descentlab/app/words"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"
)

var (
	_ fyne.Tappable      = (*card)(nil)
	_ desktop.Hoverable  = (*card)(nil)
	_ desktop.Cursorable = (*card)(nil)
)

// A card shows an experiment: its picture, what it is called, what to notice, its tags. All of it is one picture, that of its
// panel. A click opens it.
type card struct {
	kit.Widget
	kit.Hinted

	onTapped func()
	onMenu   func(at fyne.Position)
	onHover  func(in bool)

	of      gallery.Exhibit
	panel   *kit.Panel
	hot     bool // it is looked at
	checked bool // its claims have been,
	holds   bool // and are all true

	picture       *image.RGBA // nil before it has been drawn
	shown         *image.RGBA // of it, as it is seen: with round corners
	raster        *canvas.Raster
	line          *canvas.Rectangle // below the picture
	title         *canvas.Text
	notice        [2]*canvas.Text
	badge         *canvas.Rectangle // of the claims
	check         *kit.Picture
	claims        *canvas.Text
	tags          []tag
	open, key     *canvas.Rectangle // what says that it can be opened
	openText      *canvas.Text
	keyIcon       *kit.Picture
	drawn, opener []fyne.CanvasObject
}

// A tag stands at the foot of a card.
type tag struct {
	frame *canvas.Rectangle
	text  *canvas.Text
}

// Sizes of texts on a card.
const (
	sizeTitle  = 14
	sizeNotice = 12
	sizeTag    = 10.5
	sizeBadge  = 11
)

func newCard(e gallery.Exhibit) *card {
	text := func() *canvas.Text { return canvas.NewText("", color.Transparent) }
	box := func(round float32) *canvas.Rectangle {
		r := canvas.NewRectangle(color.Transparent)
		r.CornerRadius = round
		return r
	}
	c := &card{
		of: e, line: box(0), title: text(), notice: [2]*canvas.Text{text(), text()}, badge: box(5), check: kit.NewPicture(),
		claims: text(), open: box(6), key: box(4), openText: text(), keyIcon: kit.NewPicture(),
	}
	c.title.TextStyle.Bold, c.openText.TextStyle.Bold = true, true
	c.raster = canvas.NewRaster(c.draw)
	c.raster.ScaleMode = canvas.ImageScalePixels
	c.drawn = []fyne.CanvasObject{c.raster, c.line, c.title, c.notice[0], c.notice[1], c.badge, c.check.Image, c.claims}
	for range e.Tags {
		t := tag{box(4), text()}
		c.tags = append(c.tags, t)
		c.drawn = append(c.drawn, t.frame, t.text)
	}
	c.opener = []fyne.CanvasObject{c.open, c.openText, c.key, c.keyIcon.Image}
	c.drawn = append(c.drawn, c.opener...)
	c.ExtendHinted(c)
	c.SetHint(claimsText(e, nil))
	c.ExtendBaseWidget(c)
	c.panel = kit.NewFilled(c, nil)
	return c
}

// setPicture shows its picture.
func (c *card) setPicture(picture *image.RGBA) {
	c.picture, c.shown = picture, nil
	kit.Redraw(c.raster)
}

// setHot shows whether it is looked at.
func (c *card) setHot(hot bool) {
	if c.hot != hot {
		c.hot = hot
		c.refresh()
		c.arrange(c.Size())
	}
}

// setChecked tells what has become of its claims.
func (c *card) setChecked(results []claim.Result) {
	c.checked = true
	c.holds = !slices.ContainsFunc(results, func(r claim.Result) bool { return !r.OK })
	c.Rehint(claimsText(c.of, results))
	c.refresh()
}

// Tapped opens it.
func (c *card) Tapped(*fyne.PointEvent) {
	c.Dismiss()
	c.onTapped()
}

// TappedSecondary offers what can be done with it.
func (c *card) TappedSecondary(ev *fyne.PointEvent) {
	c.Dismiss()
	c.onMenu(ev.AbsolutePosition)
}

// Cursor is that of what can be clicked.
func (c *card) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn tells that it is looked at.
func (c *card) MouseIn(ev *desktop.MouseEvent) { c.Hinted.MouseIn(ev); c.onHover(true) }

// MouseOut tells that it is not any more.
func (c *card) MouseOut() { c.Hinted.MouseOut(); c.onHover(false) }

// CreateRenderer is called by Fyne.
func (c *card) CreateRenderer() fyne.WidgetRenderer {
	c.refresh()
	return c.Consists(&kit.Parts{
		Drawn:   c.drawn,
		Least:   func() fyne.Size { return fyne.NewSize(cards.Width, cards.Height) },
		Arrange: c.arrange,
		Paint:   c.refresh,
	})
}

// Places on a card.
const (
	rim      = 1   // of the panel, round the picture
	hotRim   = 1.5 // and while it is looked at
	side     = 14
	titleY   = 156
	noticeY  = 177
	pitch    = 17 // from one line to the next
	tagY     = 218
	tagHigh  = 18
	tagPad   = 6
	tagGap   = 5
	openHigh = 26
	badgePad = 8
	badgeTop = 9
	checkDim = 12
)

// arrange gives everything its place; the size is always the same.
func (c *card) arrange(size fyne.Size) {
	edge := float32(rim)
	if c.hot {
		edge = hotRim
	}
	kit.Place(c.raster, edge, edge, size.Width-2*edge, thumb.Height-edge)
	kit.Place(c.line, edge, thumb.Height, size.Width-2*edge, 1)
	room := size.Width - 2*side
	kit.Place(c.title, side, titleY, room, pitch+2)
	for i, line := range c.notice {
		kit.Place(line, side, noticeY+pitch*float32(i), room, pitch)
	}
	x := float32(side)
	for i, t := range c.tags {
		width := fyne.MeasureText(words.T(c.of.Tags[i]), sizeTag, fyne.TextStyle{}).Width
		kit.Place(t.frame, x, tagY, width+2*tagPad, tagHigh)
		kit.Place(t.text, x+tagPad, tagY, width, tagHigh)
		x += width + 2*tagPad
		free := !c.hot || x <= size.Width-side-c.openWide()
		layout.SetShown(t.frame, free)
		layout.SetShown(t.text, free)
		x += tagGap
	}
	width := fyne.MeasureText(c.claimCount(), sizeBadge, fyne.TextStyle{}).Width
	x = size.Width - badgeTop - width - 2*badgePad - checkDim - 4
	kit.Place(c.badge, x, badgeTop, width+2*badgePad+checkDim+4, tagHigh+2)
	kit.Place(c.check.Image, x+badgePad, badgeTop+4, checkDim, checkDim)
	kit.Place(c.claims, x+badgePad+checkDim+4, badgeTop, width, tagHigh+2)

	wide := c.openWide()
	x, y := size.Width-13-wide, size.Height-13-openHigh
	kit.Place(c.open, x, y, wide, openHigh)
	kit.Place(c.openText, x+10, y, wide-42, openHigh)
	kit.Place(c.key, x+wide-28, y+4, 19, 18)
	kit.Place(c.keyIcon.Image, x+wide-25, y+6.5, 13, 13)
}

// openWide is how wide the button is: its word, and the key beside it.
func (c *card) openWide() float32 {
	return fyne.MeasureText(words.T("Open"), c.Theme().Size(theme.SizeNameText), c.openText.TextStyle).Width + 42
}

// claimCount says how many claims there are.
func (c *card) claimCount() string {
	return words.N(len(c.of.Claims), "%d claim", "%d claims", len(c.of.Claims))
}

func (c *card) refresh() {
	ink := func(name fyne.ThemeColorName) color.Color { return skin.Ink(c, name) }
	muted, accent := ink(theme.ColorNamePlaceHolder), ink(theme.ColorNamePrimary)
	kit.PaintRect(c.line, ink(theme.ColorNameSeparator), color.Transparent, 0)
	kit.PaintText(c.title, words.T(c.of.Title), sizeTitle, ink(theme.ColorNameForeground))
	lines, _ := kit.Lines(words.Prose(words.T(c.of.Notice)), len(c.notice), cards.Width-2*side, sizeNotice)
	for i, text := range c.notice {
		if i < len(lines) {
			kit.PaintText(text, lines[i], sizeNotice, muted)
		}
	}
	for i, t := range c.tags {
		kit.PaintRect(t.frame, ink(theme.ColorNameButton), color.Transparent, 0)
		kit.PaintText(t.text, words.T(c.of.Tags[i]), sizeTag, muted)
	}
	kit.PaintRect(c.badge, skin.Faded(ink(theme.ColorNameOverlayBackground), 0.82), color.Transparent, 0)
	kit.PaintText(c.claims, c.claimCount(), sizeBadge, ink(theme.ColorNameForeground))
	mark := muted
	switch {
	case c.checked && c.holds:
		mark = ink(theme.ColorNameSuccess)
	case c.checked:
		mark = ink(theme.ColorNameError)
	}
	c.check.Set(kit.IconCheck, mark)

	on := ink(theme.ColorNameForegroundOnPrimary)
	kit.PaintRect(c.open, accent, color.Transparent, 0)
	kit.PaintText(c.openText, words.T("Open"), c.Theme().Size(theme.SizeNameText), on)
	kit.PaintRect(c.key, color.Transparent, on, 1)
	c.keyIcon.Set(kit.IconReturn, on)
	for _, o := range c.opener {
		layout.SetShown(o, c.hot)
	}
	if c.panel == nil {
		return
	}
	if c.hot {
		c.panel.SetRim(accent)
	} else {
		c.panel.SetRim(nil)
	}
}

// draw is the raster's generator: the picture, or a plain ground before it has been drawn. It does not move when the rim gets
// thicker.
func (c *card) draw(w, h int) image.Image {
	if c.shown == nil || c.shown.Rect.Dx() != w || c.shown.Rect.Dy() != h {
		scale := float64(w) / float64(max(c.raster.Size().Width, 1))
		edge := float64(c.raster.Position().X)
		c.shown = rounded(c.picture, skin.Ink(c, theme.ColorNameButton), w, h, int(math.Round(edge*scale)),
			(kit.CardRadius-edge)*scale)
	}
	return c.shown
}
