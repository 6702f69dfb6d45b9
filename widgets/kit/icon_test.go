package kit

import (
	"image/color"
	"io/fs"
	"strings"
	"testing"
)

// Every drawing has a name and every name a drawing, in the colour that was asked for.
func TestIcons(t *testing.T) {
	names := map[string]bool{}
	for _, name := range []IconName{
		IconPlay, IconPause, IconStart, IconEnd, IconStepBack, IconStepForward, IconLoop, IconEye, IconEyeOff, IconMore, IconAdd,
		IconDuplicate, IconRemove, IconUp, IconDown, IconFold, IconNext, IconSun, IconMoon, IconExport, IconUndo, IconRedo, IconHome,
		IconSearch, IconCheck, IconInfo, IconEnlarge, IconReduce, IconGear, IconHelp, IconReturn, IconFork, IconPrevious,
		IconFlag, IconCurve, IconSteps, IconBook,
	} {
		names[string(name)+".svg"] = true
		res := Icon(name, color.NRGBA{0x12, 0xab, 0xff, 0xff})
		if res == nil {
			t.Errorf("%s: no drawing", name)
			continue
		}
		if text := string(res.Content()); !strings.Contains(text, "#12abff") || strings.Contains(text, "currentColor") {
			t.Errorf("%s: not drawn in the colour that was asked for", name)
		}
	}
	files, err := fs.ReadDir(iconFiles, "icons")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !names[f.Name()] {
			t.Errorf("%s: a drawing without a name", f.Name())
		}
	}
	if Icon("nonsense", color.White) != nil {
		t.Error("an unknown name has a drawing")
	}
}
