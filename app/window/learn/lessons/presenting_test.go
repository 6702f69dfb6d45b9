package lessons

import (
	"testing"

	"descentlab/app/window/desk"
)

// TestPresents: a lesson's experiments follow one another, each from its start, as long as no prediction is made.
func TestPresents(t *testing.T) {
	r, d := entered(t, nil)
	var p desk.Presented
	for i := range r.books {
		if len(r.books[i].lesson.Scenes) > 1 {
			r.openBook(i)
			d.Settle()
			break
		}
	}
	scenes := r.lesson().Scenes
	p, ok := r.Presents()
	if !ok || p.Lab != r.living.desk.lab || len(scenes) < 2 || p.Hides() {
		t.Fatalf("presented %t, of %d experiments", ok, len(scenes))
	}
	at := r.living.scene
	seen := map[string]bool{}
	for range scenes {
		p.Next(1)
		d.Settle()
		doc := p.Lab.State().Doc
		if s := r.lesson().Scene(r.living.scene); p.Title(&doc) != s.Title || p.Lab.State().Head != 0 {
			t.Errorf("at %s it is titled %q at step %v", r.living.scene, p.Title(&doc), p.Lab.State().Head)
		}
		seen[r.living.scene] = true
		doc.Start.X += 0.5
		if p.Title(&doc) != "" {
			t.Error("what was changed has the title of the experiment")
		}
	}
	if len(seen) != len(scenes) || r.living.scene != at {
		t.Errorf("of %d experiments %d are met, at last %s", len(scenes), len(seen), r.living.scene)
	}
	r.living.scene = predicting + "1"
	if _, ok := r.Presents(); ok || !p.Hides() {
		t.Error("a prediction is presented")
	}
	if p.Next(1); r.living.scene != predicting+"1" {
		t.Error("the next experiment takes the prediction away")
	}
	r.living.scene = at
}
