package notebook

import (
	"fmt"
	"image/color"
	"strings"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/script"
	"descentlab/app/words"
	"descentlab/internal/python"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// signs are Matplotlib's markers of critical points, and those of racers are what is nearest to their glyphs.
var (
	signs = map[plot.MarkKind]string{
		plot.MinimumMark: "o", plot.BestMark: "*", plot.SaddleMark: "x", plot.MaximumMark: "^", plot.DegenerateMark: "D",
	}
	glyphs = map[plot.Glyph]string{
		plot.Disc: "o", plot.Square: "s", plot.Triangle: "^", plot.Diamond: "D", plot.Star: "*", plot.Cross: "X", plot.Down: "v",
		plot.Ring: "8",
	}
)

// mapCode is the program that draws the map: it asks the surface for its heights, and takes the isolines, the critical points and
// the colours from here.
func mapCode(r lab.Run, view surfaces.Rect, field *plot.Field, loss surfaces.Python, p *plot.Palette) string {
	var t strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&t, format+"\n", args...) }
	t.WriteString("import math\n\nimport matplotlib.pyplot as plt\nimport torch\n\ntorch.set_default_dtype(torch.float64)\n")
	for _, text := range loss.Data {
		line("%s", text)
	}
	line("\n\ndef height(p):")
	for _, text := range loss.Body {
		line("    %s", text)
	}
	line("\n\nx0, x1, y0, y1 = %s", python.List([]float64{view.X0, view.X1, view.Y0, view.Y1}))
	line("xs = torch.linspace(x0, x1, %d).tolist()", mapSide)
	line("ys = torch.linspace(y0, y1, %d).tolist()", mapSide)
	line("heights = [[float(height(torch.tensor([x, y]))) for x in xs] for y in ys]")
	line("levels = %s", python.List(field.Levels))
	line("bands = [%s]", strings.Join(bands(p, len(field.Levels)), ", "))
	line("\nfigure, axes = plt.subplots(figsize=(8, 8))")
	if len(field.Levels) > 1 {
		line(`axes.contourf(xs, ys, heights, levels=levels, colors=bands, extend="both")`)
		line(`axes.contour(xs, ys, heights, levels=levels, colors="black", linewidths=0.3, linestyles="solid")`)
	}
	for i, m := range figure.Marks(r.Field) {
		if i == mostMarks {
			break
		}
		line("axes.plot(%s, %s, %q, color=\"black\", fillstyle=\"none\")", python.Float(m.At.X), python.Float(m.At.Y), signs[m.Kind])
		line("axes.annotate(%s, (%s, %s), xytext=(6, 4), textcoords=\"offset points\")", quoted(m.Label), python.Float(m.At.X),
			python.Float(m.At.Y))
	}
	line("looks = {")
	for i, name := range r.Doc.Names() {
		slot := r.Doc.Racers[i].Slot
		line("    %s: (%q, %q),", quoted(name), hex(p.Racer(slot)), glyphs[plot.RacerGlyph(slot)])
	}
	t.WriteString(`}
for name, path in paths.items():
    colour, marker = looks[name]
    axes.plot([x for x, y in path], [y for x, y in path], color=colour, label=name)
    axes.plot(*path[-1], marker, color=colour, markersize=9, markeredgecolor="white")
axes.set_xlim(x0, x1)
axes.set_ylim(y0, y1)
if paths:
    axes.legend()
plt.show()
`)
	return t.String()
}

// mostMarks is the number of critical points that are drawn at most: the lowest ones.
const mostMarks = 24

// bands are the colours below, between and above n levels.
func bands(p *plot.Palette, n int) []string {
	list := make([]string, n+1)
	for i := range list {
		list[i] = fmt.Sprintf("%q", hex(p.Height(float64(i)/float64(max(n, 1)))))
	}
	return list
}

func hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// checking adds the cell that compares.
func (b *book) checking(programs []script.Program, missing []error) {
	b.say("## " + words.T("Are they where the race was?") + "\n\n" + words.T("Each coordinate may be off by %g of 1 + its size: "+
		"the programs compute what the race has computed, in float64, but add in another order.", script.Tolerance))
	var t strings.Builder
	fmt.Fprintf(&t, "tolerance = %g\nrecorded = {  # the step, and where the racer was then\n", script.Tolerance)
	for i, p := range programs {
		if missing[i] == nil && p.Why == "" {
			fmt.Fprintf(&t, "    %s: (%d, %s),\n", quoted(p.Name), p.Step, python.List(p.End[:]))
		}
	}
	t.WriteString(`}
wrong = []
for name, (step, end) in recorded.items():
    off = max(abs(a - b) / (1 + abs(b)) for a, b in zip(paths[name][step], end))
    print(f"{name}: {paths[name][step]}, off by {off:.1e}")
    if not off <= tolerance:
        wrong.append(name)
assert not wrong, f"not where the race was: {wrong}"
`)
	b.code(t.String())
}
