package kit

import (
	"embed"
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// An IconName names one of the drawings in the folder icons.
type IconName string

// The icons. They are drawn on a field of 24 units in one colour.
const (
	IconPlay        IconName = "play"
	IconPause       IconName = "pause"
	IconStart       IconName = "start"
	IconEnd         IconName = "end"
	IconStepBack    IconName = "step-back"
	IconStepForward IconName = "step-forward"
	IconLoop        IconName = "loop"
	IconEye         IconName = "eye"
	IconEyeOff      IconName = "eye-off"
	IconMore        IconName = "more"
	IconAdd         IconName = "add"
	IconDuplicate   IconName = "duplicate"
	IconRemove      IconName = "remove"
	IconUp          IconName = "up"
	IconDown        IconName = "down"
	IconFold        IconName = "fold"
	IconNext        IconName = "next"
	IconPrevious    IconName = "previous"
	IconSun         IconName = "sun"
	IconMoon        IconName = "moon"
	IconExport      IconName = "export"
	IconUndo        IconName = "undo"
	IconRedo        IconName = "redo"
	IconHome        IconName = "home"
	IconSearch      IconName = "search"
	IconCheck       IconName = "check"
	IconInfo        IconName = "info"
	IconEnlarge     IconName = "enlarge"
	IconReduce      IconName = "reduce"
	IconGear        IconName = "gear"
	IconHelp        IconName = "help"
	IconReturn      IconName = "return"
	IconFork        IconName = "fork"

	// Of rooms.
	IconFlag  IconName = "flag"
	IconCurve IconName = "curve"
	IconSteps IconName = "steps"
	IconBook  IconName = "book"
)

//go:embed icons/*.svg
var iconFiles embed.FS

// Icon returns an icon as a drawing in the colour c; an unknown name gives nil.
func Icon(name IconName, c color.Color) fyne.Resource {
	source, err := iconFiles.ReadFile("icons/" + string(name) + ".svg")
	if err != nil {
		return nil
	}
	ink := hex(c)
	// Fyne keeps rendered drawings by name, so the colour belongs into it.
	return fyne.NewStaticResource(string(name)+"-"+ink+".svg", []byte(strings.ReplaceAll(string(source), "currentColor", "#"+ink)))
}

// hex is a colour as drawings name it.
func hex(c color.Color) string {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return fmt.Sprintf("%02x%02x%02x", n.R, n.G, n.B)
}

// Picture is a canvas image that knows which icon it shows, and is drawn anew only for another one.
type Picture struct {
	*canvas.Image
	name  IconName
	color color.Color
}

// NewPicture shows no icon until it is set.
func NewPicture() *Picture {
	return &Picture{Image: &canvas.Image{FillMode: canvas.ImageFillContain}}
}

// Set shows an icon in a colour.
func (p *Picture) Set(name IconName, c color.Color) {
	if p.name == name && p.color == c {
		return
	}
	p.name, p.color = name, c
	p.Resource = Icon(name, c)
	p.Image.Refresh()
	touch(p.Image)
}
