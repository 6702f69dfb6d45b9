package desk

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TestParseKey: the notation of keys is read as the driver tells of them.
func TestParseKey(t *testing.T) {
	for text, want := range map[string]Key{
		"k": {Char: 'k'}, "K": {Char: 'k'}, "+": {Char: '+'}, ",": {Char: ','}, "Space": {Char: ' '},
		"Home": {Name: fyne.KeyHome}, "PageUp": {Name: fyne.KeyPageUp}, "Enter": {Name: fyne.KeyReturn},
		"Ctrl+s":       {Modifier: fyne.KeyModifierShortcutDefault, Name: fyne.KeyS},
		"Ctrl+Shift+Z": {Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift, Name: fyne.KeyZ},
		"Alt+1":        {Modifier: fyne.KeyModifierAlt, Name: fyne.Key1},
		"Ctrl+,":       {Modifier: fyne.KeyModifierShortcutDefault, Name: ","},
		"Ctrl+Plus":    {Modifier: fyne.KeyModifierShortcutDefault, Name: fyne.KeyPlus},
		"Shift+F10":    {Modifier: fyne.KeyModifierShift, Name: fyne.KeyF10},
	} {
		if got, ok := ParseKey(text); !ok || got != want {
			t.Errorf("%s is read as %+v, %t", text, got, ok)
		}
	}
	for _, bad := range []string{"", "Hoem", "Ctrl+", "Ctrl+Hoem", "Meta+S", "ab"} {
		if k, ok := ParseKey(bad); ok {
			t.Errorf("%q is read as %+v", bad, k)
		}
	}
}

// TestShortcuts: Ctrl+Z and its like are Fyne's own, and Shift alone makes none.
func TestShortcuts(t *testing.T) {
	for text, want := range map[string]fyne.Shortcut{
		"Ctrl+Z": &fyne.ShortcutUndo{}, "Ctrl+Y": &fyne.ShortcutRedo{}, "Ctrl+C": &fyne.ShortcutCopy{}, "Ctrl+V": &fyne.ShortcutPaste{},
		"Ctrl+Shift+C": &desktop.CustomShortcut{KeyName: fyne.KeyC, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
	} {
		k, _ := ParseKey(text)
		if got := k.Shortcut(); got == nil || got.ShortcutName() != want.ShortcutName() {
			t.Errorf("%s is %v", text, got)
		}
	}
	for _, text := range []string{"k", "Home", "Shift+F10"} {
		if k, _ := ParseKey(text); k.Shortcut() != nil {
			t.Errorf("%s is a shortcut", text)
		}
	}
}

// TestMenuOfCommands: rules stand between groups and never first, keys behind the names, what cannot be done is grey, and what is
// only told of is not there.
func TestMenuOfCommands(t *testing.T) {
	done := 0
	do := func() { done++ }
	menu := Menu([]Command{
		{Name: "First", Rule: true, Keys: []string{"Ctrl+S"}, Do: do, On: true}, {Hand: "Wheel", Hint: "zoom"},
		{Name: "Later", Rule: true, Do: do, Why: "not yet"}, {Name: "More", Of: []Command{{Name: "Inner", Do: do}}},
	})
	if len(menu.Items) != 4 || !menu.Items[1].IsSeparator {
		t.Fatalf("%d items", len(menu.Items))
	}
	first, later, more := menu.Items[0], menu.Items[2], menu.Items[3]
	if first.Label != "First   Ctrl+S" || !first.Checked || first.Disabled || !later.Disabled || more.Disabled {
		t.Errorf("%+v, %+v, %+v", first, later, more)
	}
	first.Action()
	if more.ChildMenu.Items[0].Action(); done != 2 {
		t.Errorf("%d of 2 are done", done)
	}
}
