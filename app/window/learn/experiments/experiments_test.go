package experiments

import (
	"encoding/json"
	"image"
	"image/color"
	"math"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"descentlab/app/gallery"
	"descentlab/app/gallery/claim"
	"descentlab/app/gallery/thumb"
	"descentlab/app/window/desk"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/kit"
	"descentlab/widgets/widgettest"
)

// some are a few experiments of the gallery that are quickly drawn.
func some(t *testing.T, n int) []gallery.Exhibit {
	t.Helper()
	all := gallery.All()
	if len(all) < n {
		t.Fatalf("there are %d experiments", len(all))
	}
	return all[:n]
}

// entered is the room with some experiments in a window with room for three columns.
func entered(t *testing.T, list []gallery.Exhibit, k kept) (*Room, *desktest.Desk) {
	t.Helper()
	widgettest.Waits(t) // no hint comes by itself, on a goroutine of its own
	d := desktest.On(t, "sphere", 1, "sgd lr=0.1")
	r := newRoom(d, list, thumb.Store{}, k)
	d.Window().SetContent(kit.WithHints(r.Object()))
	d.Window().Resize(fyne.NewSize(1035, 700))
	return r, d
}

// seenKeys are the cards that are in the window, in their order.
func seenKeys(r *Room) (keys []string) {
	for _, o := range r.stage.within.Objects {
		for key, c := range r.stage.cards {
			if fyne.CanvasObject(c.panel) == o {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

func typed(r *Room, text string) {
	r.header.begin("")
	for _, char := range text {
		r.header.search.TypedRune(char)
	}
}

// TestGalleryLaysCardsOut: as many columns as there is room for; only what is seen is in the window, more when it is scrolled.
func TestGalleryLaysCardsOut(t *testing.T) {
	list := some(t, 12)
	r, d := entered(t, list, kept{})
	if got := seenKeys(r); r.wall.Columns != 3 || len(got) != 9 || got[0] != list[0].Key || got[8] != list[8].Key {
		t.Fatalf("%d columns with %v", r.wall.Columns, got)
	}
	second := r.stage.cards[list[1].Key].panel
	if at := second.Position(); at != fyne.NewPos(341, 0) || second.Size() != fyne.NewSize(325, 255) {
		t.Errorf("the second card lies at %v, %v large", at, second.Size())
	}
	r.Key(fyne.KeyPageDown)
	if got := seenKeys(r); got[len(got)-1] != list[11].Key || r.stage.scroll.Offset.Y <= 0 {
		t.Errorf("scrolled down there are %v", got)
	}
	d.Window().Resize(fyne.NewSize(700, 700))
	if r.wall.Columns != 2 {
		t.Errorf("in a slim window there are %d columns", r.wall.Columns)
	}
}

// TestSearchAndTags: what is typed and a tag leave the cards that answer; a tag is clicked again to be taken back.
func TestSearchAndTags(t *testing.T) {
	list := some(t, 12)
	r, d := entered(t, list, kept{})
	before := d.Changes
	typed(r, "speed")
	if got := seenKeys(r); len(got) != 1 || got[0] != "speed-limit" || r.wall.Query() != "speed" || d.Changes == before {
		t.Fatalf("the search finds %v; %d changes told", got, d.Changes-before)
	}
	heard, file := widgettest.WindowHears(t), widgettest.Ctrl(fyne.KeyO, 0)
	r.header.search.TypedShortcut(file)
	widgettest.Expect(t, heard, file.ShortcutName())
	r.header.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(seenKeys(r)) != 9 || r.header.search.Text != "" {
		t.Error("Escape does not take the search back")
	}
	r.bar.row.OnTapped("momentum")
	for _, e := range r.wall.Shown {
		if !strings.Contains(strings.Join(e.Tags, " "), "momentum") {
			t.Errorf("%s has not the tag", e.Key)
		}
	}
	if n := len(r.wall.Shown); n == 0 || n == len(list) {
		t.Errorf("the tag leaves %d of %d", n, len(list))
	}
	for _, c := range r.bar.row.Chips() {
		if c.On != (c.Key == "momentum") {
			t.Errorf("chip %q is on: %t", c.Key, c.On)
		}
	}
	r.bar.row.OnTapped("momentum")
	if len(r.wall.Shown) != len(list) {
		t.Error("a second click does not take the tag back")
	}
	r.bar.sort.OnPicked("1")
	if first := r.wall.Shown[0].Title; first != "A rising loss is no bug" && first > "D" {
		t.Errorf("by title, the first is %q", first)
	}
}

// TestNothingFound says so, and offers the way back.
func TestNothingFound(t *testing.T) {
	r, _ := entered(t, some(t, 6), kept{})
	typed(r, "zzz")
	if r.stage.scroll.Visible() || !r.stage.none.Visible() || !strings.Contains(r.stage.nothing.Text(), "zzz") {
		t.Fatalf("it says %q", r.stage.nothing.Text())
	}
	if r.Key(fyne.KeyEnter) || r.Key(fyne.KeyDown) && r.wall.Focus >= 0 {
		t.Error("there is a card to open")
	}
	test.Tap(find[*kit.Button](t, r.stage.none))
	if r.stage.none.Visible() || len(seenKeys(r)) != 6 || r.header.search.Text != "" {
		t.Error("the button does not lead back")
	}
}

// find is the first object of a kind.
func find[T fyne.CanvasObject](t *testing.T, in fyne.CanvasObject) (found T) {
	t.Helper()
	var walk func(o fyne.CanvasObject) bool
	walk = func(o fyne.CanvasObject) bool {
		if is, ok := o.(T); ok {
			found = is
			return true
		}
		if c, ok := o.(*fyne.Container); ok {
			for _, child := range c.Objects {
				if walk(child) {
					return true
				}
			}
		}
		return false
	}
	if !walk(in) {
		t.Fatal("there is none")
	}
	return found
}

// TestKeysWalk: the arrows lead from card to card and scroll, Enter opens, Escape lets go.
func TestKeysWalk(t *testing.T) {
	list := some(t, 12)
	r, d := entered(t, list, kept{})
	for _, name := range []fyne.KeyName{fyne.KeyDown, fyne.KeyRight, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown} {
		r.Key(name)
	}
	if r.wall.Focus != 10 || !r.stage.cards[list[10].Key].hot || r.stage.cards[list[0].Key].hot {
		t.Fatalf("the focus is on %d", r.wall.Focus)
	}
	at := r.stage.cards[list[10].Key].panel.Position().Y - r.stage.scroll.Offset.Y
	if at < 0 || at+255 > r.stage.scroll.Size().Height {
		t.Errorf("it is seen at %v", at)
	}
	if !r.Key(fyne.KeyEscape) || r.wall.Focus >= 0 || r.Key(fyne.KeyEscape) {
		t.Error("Escape does not let go, or does more")
	}
	r.Key(fyne.KeyHome)
	if r.stage.scroll.Offset.Y != 0 || !r.Key(fyne.KeyReturn) {
		t.Error("Home and Enter do not lead to the first card")
	}
	opened(t, d, list[0])
}

// opened tells of an experiment that is not in the room Race, run to its end.
func opened(t *testing.T, d *desktest.Desk, e gallery.Exhibit) {
	t.Helper()
	d.Settle()
	s := d.Lab().State()
	if d.Gone != desk.Race || !reflect.DeepEqual(s.Doc, e.Doc) {
		t.Fatalf("the room %q has %q with %d steps", d.Gone, s.Doc.Surface, s.Doc.Steps)
	}
	if s.Head != float64(e.Doc.Steps) || !strings.Contains(d.Noticed, e.Notice) {
		t.Errorf("it stands at step %v of %d and says %q", s.Head, e.Doc.Steps, d.Noticed)
	}
}

// TestClickOpens an experiment, which one undo takes back.
func TestClickOpens(t *testing.T) {
	list := some(t, 6)
	r, d := entered(t, list, kept{})
	before := d.Lab().State().Doc
	test.Tap(r.stage.cards["speed-limit"])
	opened(t, d, list[1])
	d.Lab().Undo()
	d.Settle()
	if s := d.Lab().State(); !reflect.DeepEqual(s.Doc, before) || s.CanUndo {
		t.Error("one undo does not bring the old experiment back")
	}
}

// TestPointerGivesFocus: the card below the pointer says that it can be opened; the keyboard's card keeps the focus.
func TestPointerGivesFocus(t *testing.T) {
	list := some(t, 6)
	r, _ := entered(t, list, kept{})
	c := r.stage.cards[list[2].Key]
	c.MouseIn(&desktop.MouseEvent{})
	if !c.hot || !c.open.Visible() || r.wall.Focus != 2 {
		t.Error("the pointer does not give the focus")
	}
	c.MouseOut()
	if c.hot || c.open.Visible() || r.wall.Focus != -1 {
		t.Error("it does not take it back")
	}
	c.MouseIn(&desktop.MouseEvent{})
	r.Key(fyne.KeyLeft)
	c.MouseOut()
	if r.wall.Focus != 1 || !r.stage.cards[list[1].Key].hot {
		t.Error("the keyboard's card loses the focus to a pointer that leaves")
	}
	r.Leave()
	if r.wall.Focus != -1 {
		t.Error("a room that has been left has the focus")
	}
}

// TestPictureStaysWhereItIs when the card is looked at and its rim gets thicker.
func TestPictureStaysWhereItIs(t *testing.T) {
	c := newCard(some(t, 1)[0])
	test.WidgetRenderer(c.panel)
	test.WidgetRenderer(c)
	c.panel.Resize(c.panel.MinSize())
	picture := image.NewRGBA(image.Rect(0, 0, thumb.Width, thumb.Height))
	mark := image.Pt(100, 60)
	picture.SetRGBA(mark.X, mark.Y, color.RGBA{0xff, 0, 0, 0xff})
	c.setPicture(picture)
	for _, hot := range []bool{false, true} {
		c.setHot(hot)
		size, at := c.raster.Size(), c.raster.Position()
		seen := c.draw(int(size.Width), int(size.Height)).(*image.RGBA)
		left := int(math.Round(float64(at.X)))
		if seen.RGBAAt(mark.X-left, mark.Y-left).R != 0xff {
			t.Errorf("looked at: %t; the picture has moved", hot)
		}
	}
}

// TestStageTakesTheFocus: Tab leads to the first card that is seen; Space opens it.
func TestStageTakesTheFocus(t *testing.T) {
	list := some(t, 12)
	r, d := entered(t, list, kept{})
	r.Key(fyne.KeyPageDown)
	from, _ := r.stage.seen()
	d.Window().Canvas().Focus(r.stage)
	if r.wall.Focus != from {
		t.Fatalf("the focus is on %d, want %d", r.wall.Focus, from)
	}
	r.stage.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	opened(t, d, list[from])
	d.Window().Canvas().Unfocus()
	if r.wall.Focus != -1 {
		t.Error("without the focus a card has it")
	}
}

// TestPicturesComeInTheBackground: cards are seen before; then each has its own.
func TestPicturesComeInTheBackground(t *testing.T) {
	list := some(t, 4)
	r, d := entered(t, list, kept{})
	if r.stage.cards[list[0].Key].picture != nil {
		t.Fatal("there is a picture before the room is entered")
	}
	r.Enter()
	if r.stage.cards[list[0].Key].picture != nil {
		t.Fatal("entering waits for pictures")
	}
	d.Settle()
	for _, e := range list {
		p := r.stage.cards[e.Key].picture
		if p == nil || p.Rect.Dx() != thumb.Width || p.Rect.Dy() != thumb.Height {
			t.Fatalf("%s has no picture of its size", e.Key)
		}
	}
	first := r.stage.cards[list[0].Key].picture
	r.Enter()
	d.Settle()
	if r.stage.cards[list[0].Key].picture != first {
		t.Error("pictures are drawn again though nothing has changed")
	}
}

// TestClaimsAreChecked for a card that is looked at.
func TestClaimsAreChecked(t *testing.T) {
	list := some(t, 2)
	r, d := entered(t, list, kept{})
	c := r.stage.cards[list[1].Key]
	if strings.Contains(c.Hint(), "✓") || !strings.Contains(c.Hint(), list[1].Claims[0].Text) {
		t.Errorf("before, it says %q", c.Hint())
	}
	c.MouseIn(&desktop.MouseEvent{})
	d.Settle()
	if !c.checked || !c.holds || strings.Count(c.Hint(), "✓") != len(list[1].Claims) {
		t.Errorf("then it says %q", c.Hint())
	}
	wrong := make([]claim.Result, len(list[1].Claims))
	c.setChecked(wrong)
	if c.holds || !strings.Contains(c.Hint(), "✗") {
		t.Errorf("of claims that are wrong it says %q", c.Hint())
	}
}

// TestSessionKeepsSearch: what was searched for, the order and how far it was scrolled are there again.
func TestSessionKeepsSearch(t *testing.T) {
	r, _ := entered(t, some(t, 40), kept{})
	typed(r, "m")
	r.bar.sort.OnPicked("1")
	r.Key(fyne.KeyPageDown)
	state := r.State()
	k, err := read(state)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := entered(t, some(t, 40), k)
	if got := again.State(); string(got) != string(state) || k.Scroll <= 0 || again.header.search.Text != "m" {
		t.Errorf("kept was %s, then %s", state, got)
	}
	if k, err := read(nil); err != nil || k != (kept{Version: stateVersion}) {
		t.Errorf("at first: %v, %v", k, err)
	}
	k.Tag = "gone"
	other, _ := entered(t, some(t, 40), k)
	if other.wall.Tag() != "" {
		t.Error("a tag that is gone is asked for")
	}
}

// TestStateOfAnotherProgram is refused, with where and what would be right.
func TestStateOfAnotherProgram(t *testing.T) {
	for text, want := range map[string]string{
		`{"version": 9}`:                                                "version 9",
		`{"version": 1, "order": 7}`:                                    "order: must be from 0 to 2",
		`{"version": 1, "scroll": -3}`:                                  "scroll: must not be negative",
		`{"version": 1, "serach": "x"}`:                                 "search",
		`{"version": 1, "search": "x"`:                                  "",
		`{"version": 1, "search": "` + strings.Repeat("x", 1001) + `"}`: "search: must be at most",
	} {
		if _, err := read(json.RawMessage(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("of %.40s it says %v, want %q", text, err, want)
		}
	}
}

// TestRoundedCorners: only the upper corners are cut, and a picture that is not there yet is a plain ground.
func TestRoundedCorners(t *testing.T) {
	white := image.NewRGBA(image.Rect(0, 0, 325, 146))
	for i := range white.Pix {
		white.Pix[i] = 0xff
	}
	got := rounded(white, color.Black, 323, 145, 1, 7)
	at := func(x, y int) uint8 { return got.RGBAAt(x, y).A }
	if at(0, 0) != 0 || at(322, 0) != 0 || at(0, 144) != 0xff || at(322, 144) != 0xff || at(100, 0) != 0xff || at(0, 20) != 0xff {
		t.Error("the corners are wrong")
	}
	if c := rounded(nil, color.RGBA{9, 8, 7, 0xff}, 20, 20, 1, 7).RGBAAt(10, 10); c != (color.RGBA{9, 8, 7, 0xff}) {
		t.Errorf("without a picture it is %v", c)
	}
}

// TestMenuOfACard: the right button offers to open the card, its link, and what it says.
func TestMenuOfACard(t *testing.T) {
	r, d := entered(t, some(t, 2), kept{})
	e := some(t, 1)[0]
	r.stage.cards[e.Key].TappedSecondary(&fyne.PointEvent{})
	if d.Opened == nil || len(d.Opened.Items) != 4 {
		t.Fatalf("the menu is %+v", d.Opened)
	}
	if d.Opened.Items[1].Action(); !reflect.DeepEqual(d.Linked, e.Doc) {
		t.Errorf("the link is of %+v", d.Linked)
	}
	if d.Opened.Items[3].Action(); !strings.HasPrefix(d.Copied, e.Title+"\n") {
		t.Errorf("copied is %q", d.Copied)
	}
	d.Opened.Items[0].Action()
	opened(t, d, e)
}
