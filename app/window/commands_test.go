package window

import (
	"testing"

	"descentlab/app/window/desk"
)

// TestKeysMeanOneThing: in every room each key of the table is one that there is, and stands there once; what has a key or stands
// in a menu can be done, or says why not.
func TestKeysMeanOneThing(t *testing.T) {
	u := newTestUI(t, freshSession())
	for _, room := range u.rooms {
		u.Go(room.kind.Key)
		seen := map[desk.Key]string{}
		for _, c := range u.commands() {
			told := c.Name + c.Hint
			if told == "" || c.Name == "" && len(c.Keys) == 0 && c.Hand == "" {
				t.Errorf("%s: a command without a name or a key: %+v", room.kind.Key, c)
			}
			if c.Do == nil && c.Of == nil && (len(c.Keys) > 0 || c.Name != "") && c.Name != "Open recent" {
				t.Errorf("%s: %q does nothing", room.kind.Key, told)
			}
			for _, key := range c.Keys {
				k, ok := desk.ParseKey(key)
				if !ok {
					t.Errorf("%s: %q of %q is no key", room.kind.Key, key, told)
				}
				if other, is := seen[k]; is {
					t.Errorf("%s: %s means %q and %q", room.kind.Key, key, other, told)
				}
				seen[k] = told
			}
		}
		for _, key := range []string{"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+O", "Ctrl+V", "Ctrl+C", "Ctrl+,", "Ctrl+Q", "F1", "T", "Alt+1"} {
			if k, _ := desk.ParseKey(key); seen[k] == "" {
				t.Errorf("%s: nothing is done by %s", room.kind.Key, key)
			}
		}
	}
}
