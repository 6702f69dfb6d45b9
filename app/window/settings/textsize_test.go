package settings

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

// TestTextSizeThatNobodyChose: what stands in the settings and is no size is as if nothing stood there.
func TestTextSizeThatNobodyChose(t *testing.T) {
	a := test.NewTempApp(t)
	a.Preferences().SetInt(TextKey, 1000)
	if got := ChosenText(a); got != UsualText {
		t.Errorf("%d %%", got)
	}
}
