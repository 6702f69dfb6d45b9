// Package notebook writes a race as a Jupyter notebook, nbformat 4: every racer is a cell with its PyTorch program, and two more
// cells draw the map with the ways and hold the ends against the recorded ones.
package notebook

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/script"
	"descentlab/app/share"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// A Fact is a row of what the race follows from: "seed", "7".
type Fact struct{ Name, Value string }

// A book is a notebook as its file has it.
type book struct {
	Cells    []cell         `json:"cells"`
	Metadata map[string]any `json:"metadata"`
	Format   int            `json:"nbformat"`
	Minor    int            `json:"nbformat_minor"`
}

// A cell is one of text or of code.
type cell struct {
	Type     string         `json:"cell_type"`
	ID       string         `json:"id"`
	Metadata map[string]any `json:"metadata"`
	Count    *int           `json:"-"`
	Source   []string       `json:"source"` // lines, with their ends
	code     bool
}

// MarshalJSON writes it: cells of code have outputs, none yet.
func (c cell) MarshalJSON() ([]byte, error) {
	type plain cell
	if !c.code {
		return json.Marshal(plain(c))
	}
	return json.Marshal(struct {
		plain
		Count   *int  `json:"execution_count"`
		Outputs []any `json:"outputs"`
	}{plain: plain(c), Outputs: []any{}})
}

func (b *book) add(kind, text string) {
	b.Cells = append(b.Cells, cell{
		Type: kind, ID: fmt.Sprintf("cell-%d", len(b.Cells)), Metadata: map[string]any{},
		Source: strings.SplitAfter(strings.TrimRight(text, "\n"), "\n"), code: kind == "code",
	})
}

func (b *book) say(text string)  { b.add("markdown", text) }
func (b *book) code(text string) { b.add("code", text) }

// Write writes the notebook of a race with its paths and places, whose map is in a set of colours. It carries the experiment.
// Facts are said at its beginning; their texts are Markdown. The error is the context's or the writer's.
func Write(ctx context.Context, w io.Writer, r lab.Run, title string, colours plot.Colours, facts []Fact) error {
	programs, missing, err := script.Programs(ctx, r)
	if err != nil {
		return err
	}
	experiment, err := share.Text(r.Doc)
	if err != nil {
		return err
	}
	b := book{Format: 4, Minor: 5, Metadata: map[string]any{
		"kernelspec":      map[string]string{"display_name": "Python 3", "language": "python", "name": "python3"},
		"language_info":   map[string]string{"name": "python"},
		share.NotebookKey: string(experiment),
	}}
	b.say(opening(title, facts, programs))
	b.code("paths = {}  # of the racers, by their names")
	for i, p := range programs {
		b.say(heading(r, i, p, missing[i]))
		if missing[i] == nil {
			b.code(p.Text + fmt.Sprintf("paths[%s] = path\n", quoted(p.Name)))
		}
	}
	if err := b.drawing(ctx, r, plot.NewPalette(colours, false)); err != nil {
		return err
	}
	b.checking(programs, missing)
	data, err := json.MarshalIndent(b, "", " ")
	if err != nil {
		return err
	}
	_, err = w.Write(append(data, '\n'))
	return err
}

// opening says what the notebook is, and what it needs.
func opening(title string, facts []Fact, programs []script.Program) string {
	needs := words.T("It needs PyTorch and Matplotlib.")
	for _, p := range programs {
		if strings.Contains(p.Text, "scipy.optimize") {
			needs = words.T("It needs PyTorch, SciPy and Matplotlib.")
		}
	}
	var t strings.Builder
	fmt.Fprintf(&t, "# %s\n\n", words.T("Race on %s", title))
	fmt.Fprintf(&t, "%s %s\n\n", words.T("A race of optimizers that was recorded by Descent Lab. Every racer is a PyTorch program "+
		"of its own; at the end the map shows where they have gone, and the last cell compares where they are with where the "+
		"race was."), needs)
	fmt.Fprintf(&t, "| %s | %s |\n| --- | --- |\n", words.T("setting"), words.T("value"))
	for _, f := range facts {
		fmt.Fprintf(&t, "| %s | %s |\n", f.Name, f.Value)
	}
	return t.String()
}

// heading says where a racer has ended in the race, or why it has no program.
func heading(r lab.Run, i int, p script.Program, err error) string {
	last := r.Standings(r.Doc.Steps)[i]
	text := fmt.Sprintf("## %s\n\n", plainly(p.Name))
	text += words.T("In the race: loss %s, %s.", words.Short(last.Loss), plainly(last.Where.String()))
	switch {
	case err != nil:
		text += " " + words.T("It has no program: %s.", plainly(err.Error()))
	case p.Why != "":
		text += " " + words.T("Its end is not compared. %s", plainly(p.Why))
	case !p.Last:
		text += " " + words.T("It is compared up to step %d: from then on it amplifies rounding.", p.Step)
	}
	return text
}

// special are the characters by which Markdown would take a text for more than that.
var special = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", "&lt;", "#", `\#`, "|", `\|`, "\n", " ")

// plainly is a text that Markdown takes as it is.
func plainly(text string) string {
	return special.Replace(text)
}

// quoted is a text as a literal of Python: JSON's are.
func quoted(text string) string {
	data, _ := json.Marshal(text) // a string has no error
	return string(data)
}

// mapSide is the number of heights along a side of the map that the notebook draws, and levelSide that from which its isolines
// are chosen.
const mapSide, levelSide = 120, 240

// drawing adds the cells of the map.
func (b *book) drawing(ctx context.Context, r lab.Run, colours *plot.Palette) error {
	b.say("## " + words.T("The map, and where they have gone"))
	code, err := script.Loss(&r.Doc)
	if err != nil {
		b.say(words.T("The surface has no program: %s.", plainly(err.Error())))
		return nil
	}
	view := figure.Visible(r.Doc.View, 1, 1)
	field := figure.Ground{Probe: r.Field.Probe, View: view, W: levelSide, H: levelSide,
		Spacing: figure.Spacings[r.Doc.Look.Levels]}.Sample(ctx)
	if field == nil {
		return ctx.Err()
	}
	b.code(mapCode(r, view, field, code, colours))
	return nil
}
