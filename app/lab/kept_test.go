package lab

import (
	"reflect"
	"testing"

	"descentlab/app/lab/setup"
)

// apart is a view of the session's default experiment of which everything that is kept differs from the first start's.
func apart(t *testing.T, s State) View {
	t.Helper()
	v := NewView()
	v.Racer, v.Adds, v.Brush = s.Doc.Racers[1].Slot, Ridge, 40.5
	v.Sheet, v.Card, v.More, v.Surface, v.Noise = Sheet{Open: true, Method: "adam"}, s.Doc.Racers[2].Slot, true, true, true
	v.Recent = []string{setup.PanelSwarm, setup.PanelPlane}
	v.Pinned, v.Tries = s.Doc.Racers[2].Slot, Folded
	v.Selected = s.Field.Named("S1")
	if v.Selected == nil {
		t.Fatal("no saddle S1")
	}
	return v
}

// TestViewIsKept: what was looked at comes back with the session, the selected saddle with all its numbers.
func TestViewIsKept(t *testing.T) {
	h, _ := newTestLab(t, setup.Default())
	v := apart(t, h.State())
	s := NewSession(setup.Default())
	s.View = v.Kept()
	path := t.TempDir() + "/session.json"
	if err := SaveSession(path, s); err != nil {
		t.Fatal(err)
	}
	back, err := LoadSession(path)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back, s) {
		t.Fatalf("read back\n%+v\nwant\n%+v", back, s)
	}
	posts := make(queue, 64)
	again := New(back.Experiment, posts.post)
	t.Cleanup(again.Close)
	again.Look(func(v *View) { *v = back.View })
	if got := again.State().View.Kept(); !reflect.DeepEqual(got, s.View) {
		t.Errorf("before the search the session is %+v, want %+v", got, s.View)
	}
	posts.settle(t, again)
	if got := again.State().View; !reflect.DeepEqual(got, v) {
		t.Errorf("looks at\n%+v\nwant\n%+v", got, v)
	}
}

// TestViewOfTools: the tool in hand is kept with what it shows, and nothing of it where there is nothing to hold it on.
func TestViewOfTools(t *testing.T) {
	e := setup.Default()
	e.Sculpture = append(e.Sculpture, setup.Bump{Height: 1, Width: 1})
	v := NewView()
	v.Tool, v.Bump, v.Adds = ToolSculpt, 0, Hill
	if got := v.file().view(); !reflect.DeepEqual(got, v) {
		t.Errorf("sculpting: %+v, want %+v", got, v)
	}
	v.fit(&e)
	if v.Bump != 0 {
		t.Errorf("the bump of a sculpture is %d", v.Bump)
	}
	plain := setup.Default()
	if v.fit(&plain); v.Bump != -1 {
		t.Errorf("bump %d of no sculpture", v.Bump)
	}
	v = NewView()
	v.Tool, v.Erase, v.Brush = ToolPaint, true, BrushMost
	if got := v.file().view(); !reflect.DeepEqual(got, v) {
		t.Errorf("painting: %+v, want %+v", got, v)
	}
}

// TestViewOfAFileIsMended: a View that means nothing is the first start's; it costs nobody the experiment.
func TestViewOfAFileIsMended(t *testing.T) {
	minus := -7
	for _, f := range []*viewFile{
		nil, {}, {Racer: &minus}, {Tool: "hammer"}, {Adds: 9}, {Adds: -1}, {Bump: &minus, Tool: "hammer"}, {Brush: -4}, {Brush: 1e9},
		{Erase: true}, {Cards: []int{}}, {Sheet: &sheetFile{Open: true, Method: "sorcery"}},
	} {
		if got := f.view(); !reflect.DeepEqual(got, NewView()) {
			t.Errorf("%+v is %+v", f, got)
		}
	}
}

// TestCardIsKept: that none is open, and of a session in which several cards showed every knob the first one.
func TestCardIsKept(t *testing.T) {
	v := NewView()
	v.Card = -1
	if got := v.file().view(); got.Card != -1 {
		t.Errorf("card %d, want none", got.Card)
	}
	if got := (&viewFile{Cards: []int{3, 0}}).view(); got.Card != 3 || !got.More {
		t.Errorf("of several cards %d is open, with every knob: %t", got.Card, got.More)
	}
	few := setup.Default()
	few.Racers = few.Racers[:1]
	if v = NewView(); !v.fit(&few) || v.Card != -1 {
		t.Errorf("card %d of a racer that there is not is open", v.Card)
	}
}

// TestNothingIsAwaitedForLong: a place that there is no longer is forgotten as soon as all are known, and another selection
// counts.
func TestNothingIsAwaitedForLong(t *testing.T) {
	posts := make(queue, 64)
	h := New(setup.Default(), posts.post)
	t.Cleanup(h.Close)
	nowhere := h.State().Doc.Start
	h.Look(func(v *View) { v.Awaited = &nowhere })
	posts.settle(t, h)
	if v := h.State().View; v.Awaited != nil || v.Selected != nil {
		t.Errorf("awaits %v, selected %v", v.Awaited, v.Selected)
	}
	h.Look(func(v *View) {
		v.Awaited = &nowhere
		v.Select(h.State().Field.Named("A"))
	})
	if v := h.State().View; v.Awaited != nil || v.SelectedName() != "A" {
		t.Errorf("awaits %v, selected %q", v.Awaited, v.SelectedName())
	}
}
