package sheet

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/figure"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets/kit"
)

// knobTexts say of each knob that applies its name, value, domain and meaning.
func knobTexts(spec optim.Spec, steps int) (segments []widget.RichTextSegment) {
	name := widget.RichTextStyle{Inline: true, TextStyle: fyne.TextStyle{Bold: true}}
	value := widget.RichTextStyle{Inline: true}
	domain := widget.RichTextStyle{ColorName: theme.ColorNamePlaceHolder, SizeName: kit.SizeNote}
	facts, atRest := figure.KnobFacts(spec, steps)
	for _, k := range facts {
		segments = append(segments,
			&widget.TextSegment{Text: k.Name, Style: name},
			&widget.TextSegment{Text: " = " + k.Value, Style: value},
			&widget.TextSegment{Text: "   " + k.Domain, Style: domain},
			kit.MutedText(k.Help))
	}
	if len(atRest) > 0 {
		text := words.T("Stages that go with every method, at rest: %s.", strings.Join(atRest, ", "))
		segments = append(segments, kit.MutedText(text))
	}
	return segments
}
