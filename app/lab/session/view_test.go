package session

import (
	"reflect"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
)

// apart is a view of the session's default experiment of which everything that is kept differs from the first start's.
func apart(t *testing.T, s lab.State) lab.View {
	t.Helper()
	v := lab.NewView()
	v.Racer, v.Adds, v.Brush = s.Doc.Racers[1].Slot, lab.Ridge, 40.5
	v.Sheet, v.Card, v.More, v.Surface, v.Noise = lab.Sheet{Open: true, Method: "adam"}, s.Doc.Racers[2].Slot, true, true, true
	v.Recent = []string{setup.PanelSwarm, setup.PanelPlane}
	v.Pinned, v.Tries, v.Story = s.Doc.Racers[2].Slot, lab.Folded, lab.StoryLanes
	v.Bench, v.Wider = lab.BenchProfile, -40
	v.Camera = lab.Camera{Yaw: -30, Tilt: 60, Zoom: 1.5, PanX: 0.1, High: 2}
	v.Selected = s.Field.Named("S1")
	if v.Selected == nil {
		t.Fatal("no saddle S1")
	}
	return v
}

// TestViewIsKept: what was looked at comes back with the session, the selected saddle with all its numbers.
func TestViewIsKept(t *testing.T) {
	posts := make(chan func(), 64)
	post := func(f func()) { posts <- f }
	settle := func(l *lab.Lab) {
		for l.State().Busy {
			(<-posts)()
		}
	}
	first := lab.New(setup.Default(), post)
	t.Cleanup(first.Close)
	settle(first)
	v := apart(t, first.State())
	s := New(setup.Default())
	s.View = Kept(v)
	path := t.TempDir() + "/session.json"
	if err := Save(path, s); err != nil {
		t.Fatal(err)
	}
	back, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back, s) {
		t.Fatalf("read back\n%+v\nwant\n%+v", back, s)
	}
	again := lab.New(back.Experiment, post)
	t.Cleanup(again.Close)
	again.Look(func(v *lab.View) { *v = back.View })
	if got := Kept(again.State().View); !reflect.DeepEqual(got, s.View) {
		t.Errorf("before the search the session is %+v, want %+v", got, s.View)
	}
	settle(again)
	if got := again.State().View; !reflect.DeepEqual(got, v) {
		t.Errorf("looks at\n%+v\nwant\n%+v", got, v)
	}
}

// TestViewOfTools: the tool in hand is kept with what it shows.
func TestViewOfTools(t *testing.T) {
	v := lab.NewView()
	v.Tool, v.Bump, v.Adds = lab.ToolSculpt, 0, lab.Hill
	if got := fileOf(v).view(); !reflect.DeepEqual(got, v) {
		t.Errorf("sculpting: %+v, want %+v", got, v)
	}
	v = lab.NewView()
	v.Tool, v.Erase, v.Brush = lab.ToolPaint, true, lab.BrushMost
	if got := fileOf(v).view(); !reflect.DeepEqual(got, v) {
		t.Errorf("painting: %+v, want %+v", got, v)
	}
}

// TestViewOfAFileIsMended: a lab.View that means nothing is the first start's; it costs nobody the experiment.
func TestViewOfAFileIsMended(t *testing.T) {
	minus := -7
	for _, f := range []*viewFile{
		nil, {}, {Racer: &minus}, {Bench: "nothing"}, {Tool: "hammer"},
		{Adds: 9}, {Adds: -1}, {Bump: &minus, Tool: "hammer"}, {Brush: -4}, {Brush: 1e9},
		{Erase: true}, {Cards: []int{}}, {Sheet: &sheetFile{Open: true, Method: "sorcery"}},
	} {
		if got := f.view(); !reflect.DeepEqual(got, lab.NewView()) {
			t.Errorf("%+v is %+v", f, got)
		}
	}
}

// TestCardIsKept: that none is open, and of a session in which several cards showed every knob the first one.
func TestCardIsKept(t *testing.T) {
	v := lab.NewView()
	v.Card = -1
	if got := fileOf(v).view(); got.Card != -1 {
		t.Errorf("card %d, want none", got.Card)
	}
	if got := (&viewFile{Cards: []int{3, 0}}).view(); got.Card != 3 || !got.More {
		t.Errorf("of several cards %d is open, with every knob: %t", got.Card, got.More)
	}
}
