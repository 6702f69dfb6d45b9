package command

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"descentlab/app/window/desk"
)

// offered are commands as the window offers them.
func offered() []match {
	var list []desk.Command
	for _, c := range []struct{ name, group string }{
		{"Play", "Time"}, {"To the start of the race", "Time"}, {"Adam: lr …", "Knob"}, {"Adam: beta1 …", "Knob"},
		{"AdaGrad: lr …", "Knob"},
		{"Add Adam", "Optimizers"}, {"Add Nadam", "Optimizers"}, {"Save experiment …", "File"}, {"Side by side", "View"},
		{"Settings …", "Window"}, {"Fläche: Müller-Brown", "Fläche"}, {"Theme: Dark", "Window"}, {"Theme: Light", "Window"},
	} {
		list = append(list, desk.Command{Name: c.name, Group: c.group, Do: func() {}})
	}
	list[9].Hint = "language, numbers, text size"
	return choices(list, nil)
}

// TestSearch: the best answer is the first: beginnings of words before letters within, runs before what lies apart; words are
// found in any order, also in the group and in the hint, with accents or without.
func TestSearch(t *testing.T) {
	for text, want := range map[string]string{
		"pl": "Play", "adam lr": "Adam: lr …", "lr adam": "Adam: lr …", "alr": "Adam: lr …", "add": "Add Adam",
		"nad": "Add Nadam",
		"sbs": "Side by side", "save": "Save experiment …", "sexp": "Save experiment …",
		"dark": "Theme: Dark", "td": "Theme: Dark",
		"time start": "To the start of the race", "muller": "Fläche: Müller-Brown", "MÜLLER": "Fläche: Müller-Brown",
		"language": "Settings …", "optimizers nadam": "Add Nadam", "b1": "Adam: beta1 …",
	} {
		found := search(offered(), text)
		if len(found) == 0 || found[0].Name != want {
			t.Errorf("%q finds %v, want %q first", text, names(found), want)
		}
	}
	for _, nothing := range []string{"xyz", "adam zebra", "yalp"} {
		if found := search(offered(), nothing); len(found) > 0 {
			t.Errorf("%q finds %v", nothing, names(found))
		}
	}
}

// TestHits: the letters that were searched for are those that are shown apart.
func TestHits(t *testing.T) {
	for text, want := range map[string]string{
		"alr": "[A]dam: [lr] …", "adam lr": "[Adam]: [lr] …", "sbs": "[S]ide [b]y [s]ide", "mul": "Fläche: [Mül]ler-Brown",
	} {
		found := search(offered(), text)
		if len(found) == 0 {
			t.Fatalf("%q finds nothing", text)
		}
		var b strings.Builder
		for _, p := range split(found[0].Name, found[0].hits) {
			if p.hit {
				b.WriteString("[" + p.text + "]")
			} else {
				b.WriteString(p.text)
			}
		}
		if b.String() != want {
			t.Errorf("%q shows %s, want %s", text, b.String(), want)
		}
	}
}

// TestWhatCannotBeDoneComesLater than what can.
func TestWhatCannotBeDoneComesLater(t *testing.T) {
	list := choices([]desk.Command{{Name: "Fork here", Why: "step 0", Do: func() {}}, {Name: "Fork back", Do: func() {}}}, nil)
	if found := search(list, "fork"); len(found) != 2 || found[0].Name != "Fork back" {
		t.Errorf("%v", names(found))
	}
}

// TestChoices: what was used last comes first, of menus their entries are there, and what has no name or is there twice is not.
func TestChoices(t *testing.T) {
	do := func() {}
	list := choices([]desk.Command{
		{Name: "Play", Group: "Time", Do: do}, {Keys: []string{"Up"}, Hint: "scroll", Do: do}, {Hand: "Wheel", Hint: "zoom"},
		{Name: "Open recent", Of: []desk.Command{{Name: "a.json", Do: do}}}, {Name: "Play", Group: "Time", Do: do}, {Name: "Quit",
			Do: do},
	}, []string{"\tQuit", "\tgone"})
	if got := names(list); !slices.Equal(got, []string{"Quit", "Play", "Open recent: a.json"}) {
		t.Errorf("%q", got)
	}
}

func names(list []match) (names []string) {
	for _, m := range list {
		names = append(names, m.Name)
	}
	return names
}

// FuzzSearch: whatever is typed, what is shown apart are letters of the name, in their order.
func FuzzSearch(f *testing.F) {
	f.Add("adam lr", "Adam: lr …")
	f.Add("ß\xff", "Straße İ")
	f.Fuzz(func(t *testing.T, text, name string) {
		if len(text) > 100 || len(name) > 300 {
			return
		}
		for _, m := range search([]match{{Command: desk.Command{Name: name, Group: name}}}, text) {
			last := -1
			for _, h := range m.hits {
				if h <= last || h >= utf8.RuneCountInString(name) {
					t.Fatalf("%q in %q: %v", text, name, m.hits)
				}
				last = h
			}
			joined := ""
			for _, p := range split(name, m.hits) {
				joined += p.text
			}
			if utf8.ValidString(name) && joined != name {
				t.Fatalf("%q becomes %q", name, joined)
			}
		}
	})
}
