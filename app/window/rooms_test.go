package window

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/lab"
	"descentlab/app/lab/history"
	"descentlab/app/lab/session"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/kit"
	"descentlab/widgets/widgettest"
)

// A shed is a room for tests: its document is a text, to which every character that is typed is added.
type shed struct {
	frame desk.Frame
	label *widget.Label
	box   *fyne.Container
	past  history.History[string]
	text  string

	log []string // what it has been told
}

var _ desk.Room = (*shed)(nil)

// withShed has the window made with a shed as its second room; the function gives the one that was made last.
func withShed(t *testing.T) (last func() *shed) {
	t.Helper()
	before := further
	t.Cleanup(func() { further = before })
	var s *shed
	further = []func() desk.Kind{func() desk.Kind {
		return desk.Kind{Key: "shed", Name: "Shed", Hint: "A room for tests", Icon: kit.IconCurve,
			New: func(f desk.Frame, said fyne.CanvasObject, state json.RawMessage) (desk.Room, error) {
				s = &shed{frame: f, label: widget.NewLabel("")}
				s.box = container.NewStack(s.label, said)
				if state != nil {
					if err := json.Unmarshal(state, &s.text); err != nil {
						return nil, errors.New("in text: must be a text")
					}
					if s.text == "panic" {
						panic("over it")
					}
				}
				return s, nil
			}}
	}}
	return func() *shed { return s }
}

func (s *shed) note(what string)          { s.log = append(s.log, what) }
func (s *shed) Object() fyne.CanvasObject { return s.box }
func (s *shed) Header() desk.Header {
	return desk.Header{Left: []fyne.CanvasObject{widget.NewLabel("in the shed")}}
}
func (s *shed) Enter()                     { s.note("enter"); s.label.SetText(s.text) }
func (s *shed) Leave()                     { s.note("leave") }
func (s *shed) Restyle()                   { s.note("restyle") }
func (s *shed) CanUndo() bool              { return s.past.CanUndo() }
func (s *shed) CanRedo() bool              { return s.past.CanRedo() }
func (s *shed) Copy()                      { s.frame.Copy(s.text) }
func (s *shed) Key(name fyne.KeyName) bool { s.note(string(name)); return false }
func (s *shed) Commands() []desk.Command {
	return []desk.Command{{Name: "Save it", File: true, Keys: []string{"Ctrl+S"}, Do: func() { s.note("save") }},
		{Hand: "any letter", Hint: "write it"}}
}
func (s *shed) Help() desk.Help               { return desk.Help{} }
func (s *shed) Undo()                         { s.shift(s.past.Undo(s.text)) }
func (s *shed) Redo()                         { s.shift(s.past.Redo(s.text)) }
func (s *shed) State() (text json.RawMessage) { text, _ = json.Marshal(s.text); return text }

func (s *shed) Rune(r rune) bool {
	s.past.Record("", s.text)
	s.shift(s.text+string(r), true)
	return true
}

func (s *shed) shift(text string, changed bool) {
	if changed {
		s.text = text
		s.label.SetText(text)
		s.frame.Changed()
	}
}

// alt presses Alt and a digit.
func (u *testUI) alt(digit string) {
	u.press(&desktop.CustomShortcut{KeyName: fyne.KeyName(digit), Modifier: fyne.KeyModifierAlt})
}

// press presses keys of the window. The driver of tests hands none on.
func (u *testUI) press(s fyne.Shortcut) {
	for _, known := range u.shortcuts() {
		if known.keys.ShortcutName() == s.ShortcutName() {
			known.run()
		}
	}
}

// TestCommandLineKnowsTheRooms: those that -room takes are those of the rail.
func TestCommandLineKnowsTheRooms(t *testing.T) {
	keys := []string{"race"}
	for _, kind := range further {
		keys = append(keys, kind().Key)
	}
	if !slices.Equal(keys, setup.RoomKeys) {
		t.Errorf("the window has the rooms %q, the command line takes %q", keys, setup.RoomKeys)
	}
}

// TestOneRoomHasNoRail: there is nothing to choose.
func TestOneRoomHasNoRail(t *testing.T) {
	before := further
	t.Cleanup(func() { further = before })
	further = nil
	if u := newTestUI(t, freshSession()); u.rail != nil || len(u.content.Objects) != 2 {
		t.Error("there is a rail")
	}
}

// TestRoomsKeepTheirOwn: document, undo, header and File menu are those of the room that is seen; the race is as it was.
func TestRoomsKeepTheirOwn(t *testing.T) {
	last := withShed(t)
	u := newTestUI(t, freshSession())
	if last() != nil {
		t.Fatal("a room is made before it is entered")
	}
	u.Edit("", func(e *setup.Experiment) { e.Start.X = 1.5 })
	calm(t, u)
	before := u.lab.State()
	u.lab.Play()
	u.alt("2")
	s := last()
	if s == nil || u.seen.room != desk.Room(s) || u.rail.Chosen() != 1 || !says(u.win.Content(), "in the shed") {
		t.Fatal("Alt+2 does not lead to the second room")
	}
	if u.lab.State().Playing || u.playback.ticker.Running() {
		t.Error("the race goes on playing")
	}
	if !u.header.undo.Disabled() || says(u.win.Content(), "Side by side") {
		t.Error("the header is still that of the race")
	}
	u.rune('a')
	u.rune(' ')
	u.key(&fyne.KeyEvent{Name: fyne.KeyHome})
	if u.header.undo.Disabled() || s.text != "a " || u.lab.State().Playing {
		t.Errorf("typed is %q; undo is disabled: %t; the race plays: %t", s.text, u.header.undo.Disabled(), u.lab.State().Playing)
	}
	u.press(&fyne.ShortcutUndo{})
	if s.text != "a" || u.lab.State().Doc.Start.X != 1.5 || u.header.redo.Disabled() {
		t.Errorf("after undo the text is %q, the start %v", s.text, u.lab.State().Doc.Start)
	}
	u.press(&fyne.ShortcutCopy{})
	if got := u.app.Clipboard().Content(); got != "a" {
		t.Errorf("%q on the clipboard", got)
	}
	u.press(&desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierShortcutDefault})
	var items []string
	for _, item := range u.fileMenu().Items {
		items = append(items, item.Label)
	}
	if !slices.Contains(s.log, "save") || items[0] != "Save it   Ctrl+S" ||
		!strings.HasPrefix(items[2], "Open experiment") || !strings.HasPrefix(items[len(items)-1], "Paste") {
		t.Errorf("told %q; the menu offers %q", s.log, items)
	}
	u.alt("1")
	calm(t, u)
	after := u.lab.State()
	if after.Head < before.Head || after.Doc.Start != before.Doc.Start || after.Tape != before.Tape || !after.CanUndo || after.Busy {
		t.Errorf("the race starts at %v, is at %v, was at %v", after.Doc.Start, after.Head, before.Head)
	}
	if !says(u.win.Content(), "Side by side") || u.header.undo.Disabled() || s.log[len(s.log)-1] != "leave" {
		t.Error("the race is not back")
	}
	u.press(&fyne.ShortcutUndo{})
	if u.lab.State().Doc.Start.X == 1.5 || s.text != "a" {
		t.Error("undo does not mean the race")
	}
	u.alt("3")
	u.alt("2")
	if last() != s || s.label.Text != "a" {
		t.Error("the second room is not as it was")
	}
}

// TestHiddenRaceRests: it is told of nothing, computes nothing, and shows what has changed when it is entered again.
func TestHiddenRaceRests(t *testing.T) {
	withShed(t)
	u := newTestUI(t, freshSession())
	u.draw(t)
	u.lab.Edit("", func(e *setup.Experiment) { e.Start.X = 2 }) // and before that is raced:
	u.alt("2")
	if s := u.lab.State(); s.Busy || u.race.seen {
		t.Error("it is still computed")
	}
	for _, j := range u.rooms[0].jobs {
		if j.Busy() {
			j.Interrupt() // it rests
		}
	}
	u.lab.Seek(3)
	u.lab.Edit("", func(e *setup.Experiment) { e.Look.SideBySide = true })
	if u.race.missed&lab.HeadChanged == 0 || u.mode().Selected() != 0 {
		t.Error("it is told of changes that nobody sees")
	}
	u.alt("1")
	calm(t, u)
	if s := u.lab.State(); s.TapeDoc.Start.X != 2 || s.Halted || u.race.missed != 0 || u.mode().Selected() != 1 {
		t.Errorf("it has raced from %v, halted: %t", s.TapeDoc.Start, s.Halted)
	}
}

// TestSessionHasAllRooms: what every room keeps comes back, that of rooms nobody knows too, and the room that was seen.
func TestSessionHasAllRooms(t *testing.T) {
	last := withShed(t)
	s := freshSession()
	s.Rooms.States = map[string]json.RawMessage{"hall": json.RawMessage(`{"version":9,"doors":[1,null]}`)}
	u := newTestUI(t, s)
	u.alt("2")
	u.rune('x')
	path := filepath.Join(t.TempDir(), "session.json")
	if err := session.Save(path, u.session()); err != nil {
		t.Fatal(err)
	}
	kept, err := session.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	again := newTestUI(t, kept)
	if again.seen.kind.Key != "shed" || last().text != "x" || again.race != nil || again.lab.State().Busy {
		t.Errorf("the room is %s, the text %q", again.seen.kind.Key, last().text)
	}
	hall := string(again.session().Rooms.States["hall"])
	if strings.Join(strings.Fields(hall), "") != `{"version":9,"doors":[1,null]}` {
		t.Errorf("of the unknown room is kept %s", hall)
	}
	again.alt("1")
	again.draw(t)
	if st := again.lab.State(); st.Tape == nil || st.Head != s.Head {
		t.Errorf("the race has a tape: %t, and is at %v", st.Tape != nil, st.Head)
	}
	if got := again.session().Rooms.Seen; got != "" {
		t.Errorf("the session shows room %q", got)
	}
}

// TestUnreadableRoomIsSetAside: the other rooms are not touched, and nothing is lost.
func TestUnreadableRoomIsSetAside(t *testing.T) {
	last := withShed(t)
	for state, reason := range map[string]string{`{"version":2}`: "in text: must be a text", `"panic"`: "stumbles over it"} {
		for _, dir := range []string{t.TempDir(), ""} {
			s := freshSession()
			s.Rooms = setup.Rooms{Seen: "shed", States: map[string]json.RawMessage{"shed": json.RawMessage(state)}}
			u := newTestUIOn(t, s, &saver{})
			if dir != "" {
				u.alt("1")
				u = newTestUIOn(t, s, asleep(t, &saver{path: filepath.Join(dir, "session.json")}))
			}
			said := u.view().Said
			if u.seen.room != desk.Room(last()) || last().text != "" || !said.Fault || !strings.Contains(said.Text, reason) {
				t.Errorf("%s: said %q", state, said.Text)
			}
			if dir == "" {
				if got := string(u.session().Rooms.States["shed.unreadable"]); got != state {
					t.Errorf("%s: the session keeps %q", state, got)
				}
				continue
			}
			kept, err := os.ReadFile(filepath.Join(dir, "session.shed.unreadable-1.json"))
			if string(kept) != state || err != nil {
				t.Errorf("%s: the file holds %q, %v", state, kept, err)
			}
		}
	}
}

// TestHiddenRoomTakesTheTheme: it is painted when it is entered, in colours that have changed meanwhile.
func TestHiddenRoomTakesTheTheme(t *testing.T) {
	last := withShed(t)
	u := newTestUI(t, freshSession())
	u.alt("2")
	u.alt("1")
	u.SetTheme("light")
	if slices.Contains(last().log, "restyle") {
		t.Error("a room is painted that nobody sees")
	}
	u.alt("2")
	if log := last().log; !slices.Equal(log[len(log)-2:], []string{"restyle", "enter"}) {
		t.Errorf("told %q", log)
	}
	u.SetTheme("dark")
	u.alt("1")
	if u.header.name.Color != u.palette().Text || u.rooms[0].stale {
		t.Error("the race is not in the dark theme's colours")
	}
}

// TestRailLeadsToRooms: by the mouse and by the keyboard, which stays on it.
func TestRailLeadsToRooms(t *testing.T) {
	last := withShed(t)
	u := newTestUI(t, freshSession())
	u.rail.Tapped(&fyne.PointEvent{Position: fyne.NewPos(30, 80)})
	if last() == nil || u.seen.kind.Key != "shed" {
		t.Fatal("a click does not lead to the second room")
	}
	u.rail.MouseIn(widgettest.Mouse(30, 80, 0))
	if hint := u.rail.Hint(); hint != "Shed – A room for tests (Alt+2)" { // a slim rail has no other name of it
		t.Errorf("the hint of the second room is %q", hint)
	}
	u.rail.MouseOut()
	c := u.win.Canvas()
	c.Focus(u.rail)
	for _, key := range []fyne.KeyName{fyne.KeyUp, fyne.KeyReturn} {
		u.rail.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if u.seen.kind.Key != desk.Race || c.Focused() != fyne.Focusable(u.rail) {
		t.Error("Up and Enter do not lead to the first room, or the focus is lost")
	}
	u.openSettings()
	u.alt("2")
	if u.seen.kind.Key != desk.Race {
		t.Error("the room changes under a dialog")
	}
	if !test.WidgetRenderer(u.rail).MinSize().IsZero() && u.race.Object().Size().Width > 1440-60 {
		t.Errorf("the race is %v wide beside the rail", u.race.Object().Size().Width)
	}
}

// TestHelpTellsOfTheRoom: the keys of the room that is seen, and those of all; the first steps only where there are some.
func TestHelpTellsOfTheRoom(t *testing.T) {
	withShed(t)
	u := newTestUI(t, freshSession())
	for alt, want := range map[string][2]string{"1": {"play or pause", "write it"}, "2": {"write it", "play or pause"}} {
		u.alt(alt)
		u.key(&fyne.KeyEvent{Name: fyne.KeyF1})
		told := strings.Join(desktest.Texts(u.win.Canvas().Overlays().Top(), false), "\n")
		if !strings.Contains(told, want[0]) || strings.Contains(told, want[1]) || !strings.Contains(told, "change rooms") ||
			strings.Contains(told, "Show the first steps") != (alt == "1") {
			t.Errorf("room %s: %q", alt, told)
		}
		u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if u.covered() {
			t.Fatal("Escape does not close it")
		}
	}
}

// TestFilesLeadToTheRace: what is opened in another room is shown where it belongs, and its own is left there.
func TestFilesLeadToTheRace(t *testing.T) {
	last := withShed(t)
	dir := t.TempDir()
	file, table := filepath.Join(dir, "e.json"), filepath.Join(dir, "points.csv")
	doc := setup.Default()
	doc.Seed = 77
	if err := setup.SaveExperiment(file, doc); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(table, []byte("u,t\n1,2\n2,3\n3,5\n4,6\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	u := newTestUI(t, freshSession())
	for _, open := range []func(){func() { u.open(file) }, func() { u.loadData(table) }} {
		u.alt("2")
		u.rune('x')
		open()
		calm(t, u)
		if u.seen.kind.Key != desk.Race {
			t.Error("it is not shown")
		}
	}
	if now := u.lab.State().Doc; now.Seed != 77 || now.Data == nil || last().text != "xx" {
		t.Errorf("seed %d, data %v, text %q", now.Seed, now.Data != nil, last().text)
	}
}
