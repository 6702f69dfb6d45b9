package picker

import (
	"descentlab/internal/say"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// searchField is the entry on top of a long list; keys that mean the list go there.
type searchField struct {
	widget.Entry
	list *list
}

func newSearchField(l *list) *searchField {
	f := &searchField{list: l}
	f.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	f.PlaceHolder = say.T("Search")
	f.OnChanged = func(text string) { l.filter(text); l.put() }
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey moves through the list or edits the text.
func (f *searchField) TypedKey(ev *fyne.KeyEvent) {
	if !f.list.key(ev) {
		f.Entry.TypedKey(ev)
	}
}
