package heading

import (
	"descentlab/app/lab/setup"
	"descentlab/app/share"
	"descentlab/app/words"
	"descentlab/widgets/picker"
)

// typedLink says of a link that stands where a formula is expected what Enter does with it, or what is wrong with it.
func (h *Heading) typedLink(text string) {
	_, err := share.OfLink(text)
	h.answer(setup.Meant{}, err)
	if err == nil {
		h.formula.SetRemark(words.T("the link of an experiment · Enter: open it"))
	}
}

// openLink opens the experiment of a link that was typed where a formula is expected; the field has a formula again.
func (h *Heading) openLink(text string) {
	_, err := share.OfLink(text)
	h.answer(setup.Meant{}, err)
	if err == nil {
		h.formula.Restore()
		h.bar.OpenText(text)
	}
}

// offerLink is the experiment of a link that is searched for among the surfaces.
func offerLink(text string) (*picker.Item, error) {
	if !share.IsLink(text) {
		return nil, nil
	}
	if _, err := share.OfLink(text); err != nil {
		return nil, err
	}
	return &picker.Item{Key: text, Title: words.T("Open the experiment of this link"),
		Note: words.T("It takes the place of the present one, which Ctrl+Z brings back.")}, nil
}
