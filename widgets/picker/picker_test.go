package picker

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// pickerOf returns a picker of n items in a window and what it says.
func pickerOf(t *testing.T, n int) (p *Picker, w fyne.Window, said *[]string) {
	t.Helper()
	p, w = widgettest.In(t, func() *Picker { return New(surfaces(n)) })
	said = &[]string{}
	p.OnPicked = func(key string) { *said = append(*said, key) }
	return p, w, said
}

func TestPickerWithTheMouse(t *testing.T) {
	p, w, said := pickerOf(t, 4)
	p.SetSelected("key0")
	widgettest.Expect(t, said)
	test.Tap(p)
	if p.list == nil || w.Canvas().Overlays().Top() == nil {
		t.Fatal("the list has not opened")
	}
	row := p.list.shown[2]
	row.MouseIn(widgettest.Mouse(1, 1, 0))
	if !row.active || p.list.shown[0].active {
		t.Error("the row under the pointer is not the active one")
	}
	test.TapCanvas(w.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(row).AddXY(20, 10))
	widgettest.Expect(t, said, "key2")
	if p.Selected() != "key2" || p.label.Text != "Surface 2" || p.list != nil || w.Canvas().Overlays().Top() != nil {
		t.Errorf("selected %q, shown %q, list %v: want it picked and closed", p.Selected(), p.label.Text, p.list)
	}
}

// TestPickerSaysWhatIsChosen: where there is little room, what stands before the choice gives way, and not its end.
func TestPickerSaysWhatIsChosen(t *testing.T) {
	p, w, _ := pickerOf(t, 3)
	p.Prefix = "Surface: "
	p.SetSelected("key1")
	whole := p.text()
	chosen := strings.TrimPrefix(whole, p.Prefix)
	lasting := p.PreferredWidth()
	for width := lasting; width >= lasting-60; width -= 4 {
		w.Resize(fyne.NewSize(width, 40))
		if text := p.label.Text; text != whole && text != chosen {
			t.Errorf("%v wide it says %q", width, text)
		}
	}
	if p.label.Text != chosen {
		t.Errorf("in the least room it says %q, want %q", p.label.Text, chosen)
	}
}

func TestPickerWithTheKeyboard(t *testing.T) {
	p, w, said := pickerOf(t, 4)
	p.SetSelected("key1")
	widgettest.Key(p, fyne.KeyDown)
	list := p.list
	if w.Canvas().Focused() != list {
		t.Fatal("the list has not got the keyboard")
	}
	widgettest.Key(list, fyne.KeyDown)
	widgettest.Key(list, fyne.KeyDown)
	widgettest.Key(list, fyne.KeyDown) // no further than the last
	widgettest.Key(list, fyne.KeyUp)
	widgettest.Key(list, fyne.KeyEnter)
	widgettest.Expect(t, said, "key2")
	widgettest.Key(p, fyne.KeySpace)
	widgettest.Key(p.list, fyne.KeyPageUp)
	widgettest.Key(p.list, fyne.KeyEscape)
	widgettest.Expect(t, said)
	if p.list != nil || p.Selected() != "key2" {
		t.Errorf("Escape: list %v, selected %q", p.list, p.Selected())
	}
	widgettest.Key(p, fyne.KeyReturn)
	p.list.TypedRune('s') // the next title beginning with s
	widgettest.Key(p.list, fyne.KeyReturn)
	widgettest.Expect(t, said, "key3")
}

func TestPickerSearch(t *testing.T) {
	p, w, said := pickerOf(t, 14)
	p.SetSelected("key5")
	p.Open()
	search := p.list.search
	if search == nil || w.Canvas().Focused() != search {
		t.Fatal("a long list has no search field with the keyboard")
	}
	if row := p.list.current(); row.item.Key != "key5" {
		t.Errorf("the active row is %s, want the chosen one", row.item.Key)
	}
	if bottom := p.list.current().Position().Y + 40 - p.list.shelf.scroll.Offset.Y; bottom > p.list.shelf.scroll.Size().Height+1 {
		t.Error("the chosen row is not in view")
	}
	for _, r := range "FACE 1" {
		search.TypedRune(r)
	}
	if len(p.list.shown) != 5 { // 1, 10, 11, 12, 13
		t.Errorf("%d items match, want 5", len(p.list.shown))
	}
	search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	widgettest.Expect(t, said, "key10")
	p.Open()
	for _, r := range "nothing" {
		p.list.search.TypedRune(r)
	}
	if !p.list.empty.Visible() || p.list.empty.Text != "no match" {
		t.Error("nothing says that nothing matches")
	}
	widgettest.Key(p.list.search, fyne.KeyReturn)
	widgettest.Key(p.list.search, fyne.KeyBackspace)
	widgettest.Key(p.list.search, fyne.KeyEscape)
	widgettest.Expect(t, said)
}

// TestPickerOffers: what the owner makes of a search comes first and Enter picks it; what is wrong with it is said where nothing
// matches, all of it.
func TestPickerOffers(t *testing.T) {
	p, _, said := pickerOf(t, 14)
	p.Offer = func(text string) (*Item, error) {
		switch text {
		case "made":
			return &Item{Key: "own", Title: "Made of it"}, nil
		case "wrong":
			return nil, errors.New("this is wrong in a sentence that is far longer than any list of a picker will ever be wide, " +
				"to its end")
		}
		return nil, nil
	}
	p.Open()
	test.Type(p.list.search, "wrong")
	fault := ""
	for _, line := range p.list.fault {
		if line.Visible() {
			fault += line.Text + " "
		}
		if foot := line.Position().Y + line.Size().Height; line.Visible() && foot > p.list.Size().Height {
			t.Errorf("%q ends at %v of %v", line.Text, foot, p.list.Size().Height)
		}
	}
	if !strings.HasPrefix(fault, "this is wrong") || !strings.HasSuffix(fault, "to its end ") || p.list.empty.Visible() {
		t.Errorf("said is %q", fault)
	}
	widgettest.Key(p.list.search, fyne.KeyEscape)
	p.Open()
	test.Type(p.list.search, "made")
	widgettest.Key(p.list.search, fyne.KeyReturn)
	widgettest.Expect(t, said, "own")
	p.Open()
	test.Type(p.list.search, "zzz")
	if p.list.empty.Text != "no match" {
		t.Errorf("said is %q", p.list.empty.Text)
	}
}

// What a search finds first is what Enter picks: a title that begins with it, a word of a title, any of a title, a note.
func TestPickerSearchFindsTheBestFirst(t *testing.T) {
	items := []Item{
		{Key: "ackley", Title: "Ackley", Note: "Three minima of a kind, round about"},
		{Key: "zero", Title: "Zero", Note: "flat"},
		{Key: "six", Title: "Six-hump camel", Note: "six minima, of which three pairs"},
		{Key: "three_hump", Title: "Three-hump camel", Note: "three minima"},
		{Key: "rosenbrock", Title: "Rosenbrock", Note: "a banana"},
		{Key: "styblinski_tang", Title: "Styblinski–Tang", Note: "four basins"},
	}
	items = append(items, surfaces(listSearchFrom)...)
	p, w := widgettest.In(t, func() *Picker { return New(items) })
	for text, want := range map[string][]string{
		"three": {"three_hump", "ackley", "six"},
		"ro":    {"rosenbrock", "zero", "ackley"},
		"camel": {"six", "three_hump"},
		"tang":  {"styblinski_tang"},
		"ump t": {"three_hump"},
		"HREE":  {"three_hump", "ackley", "six"},
		"x pai": {"six"},
	} {
		p.SetSelected("styblinski_tang")
		p.Open()
		test.Type(p.list.search, text)
		var got []string
		for _, row := range p.list.shown {
			got = append(got, row.item.Key)
		}
		if text == "ump t" {
			got = got[:1]
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", text, got, want)
		}
		if row := p.list.current(); row.item.Key != want[0] || !row.active {
			t.Errorf("%q: the active one is %s, want %s", text, row.item.Key, want[0])
		}
		widgettest.Key(p.list.search, fyne.KeyEscape)
		if p.list != nil || w.Canvas().Overlays().Top() != nil {
			t.Fatal("Escape does not close the list")
		}
	}
}

func TestPickerWithoutItems(t *testing.T) {
	p, _, said := pickerOf(t, 0)
	p.Placeholder = "none yet"
	p.Refresh()
	if p.label.Text != "none yet" {
		t.Errorf("the button reads %q", p.label.Text)
	}
	p.Open()
	if !p.list.empty.Visible() {
		t.Error("an empty list says nothing")
	}
	widgettest.Key(p.list, fyne.KeyDown)
	widgettest.Key(p.list, fyne.KeyReturn)
	p.list.TypedRune('x')
	widgettest.Expect(t, said)
}

func TestPickerItemsOnOpening(t *testing.T) {
	p, _, said := pickerOf(t, 2)
	p.OnOpen = func() { p.SetItems(surfaces(3)) }
	p.SetSelected("key9")
	p.Open()
	if len(p.list.shown) != 3 || p.Selected() != "key9" {
		t.Errorf("%d items, selected %q", len(p.list.shown), p.Selected())
	}
	widgettest.Expect(t, said)
}

// The list lies within the window wherever its button stands.
func TestPickerListStaysInTheWindow(t *testing.T) {
	for name, at := range map[string]fyne.Position{"top left": {}, "bottom right": {X: 200, Y: 170}, "middle": {X: 120, Y: 100}} {
		for _, n := range []int{1, 3, 30} {
			var p *Picker
			w := widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(320, 200), func() fyne.CanvasObject {
				p = New(surfaces(n))
				return container.NewWithoutLayout(p)
			})
			p.Resize(p.MinSize())
			p.Move(at)
			p.Open()
			pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.list)
			size := p.list.Size()
			if pos.X < 0 || pos.Y < 0 || pos.X+size.Width > 320 || pos.Y+size.Height > 200 {
				t.Errorf("%s, %d items: the list is at %v with size %v in a window of %v", name, n, pos, size, w.Canvas().Size())
			}
			if pos.Y < at.Y+p.Size().Height && pos.Y+size.Height > at.Y {
				t.Errorf("%s, %d items: the list covers its button", name, n)
			}
		}
	}
}

// A list above its button shortens from below, so that the search field is not pulled from under the eyes.
func TestPickerSearchStaysPut(t *testing.T) {
	p := New(surfaces(60))
	w := test.NewTempWindow(t, container.NewWithoutLayout(p))
	w.Resize(fyne.NewSize(600, 500))
	p.Resize(p.MinSize())
	p.Move(fyne.NewPos(20, 400))
	test.Tap(p)
	where := func() fyne.Position { return fyne.CurrentApp().Driver().AbsolutePositionForObject(p.list.search) }
	before, height := where(), p.list.Size().Height
	test.Type(p.list.search, "Surface 59")
	if where() != before || p.list.Size().Height >= height {
		t.Errorf("search field at %v, height %v: want it at %v still, and less than %v", where(), p.list.Size().Height, before, height)
	}
}

func TestPickerPassesOtherKeysToTheWindow(t *testing.T) {
	p, w, said := pickerOf(t, 2)
	var got []string
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { got = append(got, string(ev.Name)) })
	w.Canvas().SetOnTypedRune(func(r rune) { got = append(got, string(r)) })
	p.FocusGained()
	widgettest.Key(p, fyne.KeyHome)
	p.TypedRune('.')
	p.TypedRune(' ')
	p.FocusLost()
	if want := []string{"Home", "."}; !slices.Equal(got, want) {
		t.Errorf("the window got %q, want %q", got, want)
	}
	widgettest.Expect(t, said)
}
