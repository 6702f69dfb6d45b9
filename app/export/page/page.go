// Package page writes a race as one file of HTML that plays by itself in a browser: the map with the racers' ways, both charts,
// the table of the standings, what happened in sentences, and the experiment. It asks no network for anything. What it shows of
// numbers is what words.Short writes of them, digit by digit; places are kept to a fraction of a pixel (see column), and the
// ground is a grid that the browser interpolates (see ground), which is why heights under the pointer are said to be about so.
package page

import (
	"bytes"
	"compress/flate"
	"context"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"descentlab/app/describe"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/share"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// A Fact is a row of what the race follows from: "seed", "7".
type Fact struct{ Name, Value string }

//go:embed page.html page.css *.js
var parts embed.FS

// scripts are the parts of the page's program, in their order.
var scripts = []string{"numbers.js", "paint.js", "ground.js", "map.js", "heads.js", "chart.js", "standings.js", "player.js"}

// A sheet is what the template shows.
type sheet struct {
	Title, Formula           string
	Say                      texts
	Style                    template.CSS
	Script, Race, Experiment template.JS
	Policy                   string // of what the page may load: nothing
	Described                []string
	Racers                   []racer
	Told                     []tale
	Facts                    []Fact
	ExperimentID             string
	FileName                 string
}

// A tale is what happened to a racer.
type tale struct {
	racer
	Events []event
	Rest   []event // after the first ones, where there are many
	Why    string
}

// An event is a sentence, and the step at which it begins.
type event struct {
	Step int
	Text string
}

// Write writes the page of a race with its paths and places, in a set of colours, with the facts at its foot, and tells which
// part of it is made, 0 to 1. The error is the context's or the writer's.
func Write(ctx context.Context, w io.Writer, r lab.Run, colours plot.Colours, facts []Fact, done func(float64)) error {
	experiment, err := json.Marshal(r.Doc)
	if err != nil {
		return err
	}
	shown := r
	shown.Doc.Racers = slices.Clone(r.Doc.Racers)
	for i := range shown.Doc.Racers {
		shown.Doc.Racers[i].Hidden = false // the reader may want to see it; it is hidden at first
	}
	d, err := dataOf(ctx, shown, colours, done)
	if err != nil {
		return err
	}
	for i := range d.Racers {
		d.Racers[i].Hidden = r.Doc.Racers[i].Hidden
	}
	race, err := json.Marshal(d)
	if err != nil {
		return err
	}
	told, err := tales(ctx, shown, d.Racers)
	if err != nil {
		return err
	}
	program, err := program()
	if err != nil {
		return err
	}
	style, err := styles(d.light, d.dark)
	if err != nil {
		return err
	}
	surface, err := r.Doc.Landscape()
	if err != nil {
		return err
	}
	title := figure.SurfaceTitle(&r.Doc, surface)
	if r.Doc.Surface == "" && len(r.Doc.Sculpture) == 0 {
		title = "f(x, y)"
	}
	t, err := template.ParseFS(parts, "page.html")
	if err != nil {
		return err
	}
	return t.Execute(w, sheet{
		Title: words.T("Race on %s", title), Formula: surface.Formula,
		Say: sayings(), Style: style, Script: program, Policy: policy(string(program), string(style)),
		Race: template.JS(race), Experiment: template.JS(experiment), ExperimentID: share.PageID,
		Described: described(shown, d), Racers: d.Racers, Told: told, Facts: facts, FileName: fileName(title),
	})
}

// program is the page's own JavaScript. Nothing of it is escaped: it must not close the element in which it stands.
func program() (template.JS, error) {
	var b strings.Builder
	for _, name := range scripts {
		text, err := parts.ReadFile(name)
		if err != nil {
			return "", err
		}
		b.Write(text)
	}
	return template.JS("\"use strict\";\n" + b.String()), nil
}

// styles is the style sheet, behind the colours of both themes.
func styles(light, dark *plot.Palette) (template.CSS, error) {
	text, err := parts.ReadFile("page.css")
	if err != nil {
		return "", err
	}
	bright, dim := variables(light), variables(dark)
	return template.CSS(":root { color-scheme: light; " + bright + " }\n" +
		":root[data-theme=dark] { color-scheme: dark; " + dim + " }\n" +
		"@media (prefers-color-scheme: dark) { :root:not([data-theme]) { color-scheme: dark; " + dim + " } }\n" +
		string(text)), nil
}

// variables are the colours of a palette as the style sheet calls them.
func variables(p *plot.Palette) string {
	return fmt.Sprintf("--ground: %s; --panel: %s; --border: %s; --text: %s; --muted: %s; --accent: %s; --control: %s; --good: %s;",
		hex(p.Ground), hex(p.Panel), hex(p.Border), hex(p.Text), hex(p.Muted), hex(p.Accent), hex(p.Control), hex(good(p)))
}

// policy lets a browser run this script and take this style, and nothing else, whatever stands in the page, and load nothing.
func policy(script, style string) string {
	sum := func(text string) string {
		hash := sha256.Sum256([]byte(text))
		return "'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'"
	}
	return "default-src 'none'; script-src " + sum(script) + "; style-src " + sum(style) + "; img-src data:; base-uri 'none'; " +
		"form-action 'none'"
}

// fileName is what the experiment is saved as.
func fileName(title string) string {
	name := strings.Map(func(c rune) rune {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			return c
		case c >= 'A' && c <= 'Z':
			return c + 'a' - 'A'
		}
		return '-'
	}, title)
	return strings.Trim(name, "-") + ".descent.json"
}

// packedAtOnce is how many bytes are deflated before it is looked whether they are still wanted.
const packedAtOnce = 1 << 20

// packed is bytes as the page has them: deflated, in letters. The error is the context's.
func packed(ctx context.Context, data []byte) (string, error) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		return "", err
	}
	for piece := range slices.Chunk(data, packedAtOnce) {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		if _, err := w.Write(piece); err != nil {
			return "", err
		}
	}
	err = w.Close()
	return base64.StdEncoding.EncodeToString(b.Bytes()), err
}

// described are the paragraphs that stand for the pictures: of the map, and of the charts.
func described(r lab.Run, d *data) []string {
	var list []string
	for _, text := range d.described {
		if text = strings.TrimSpace(text); text != "" {
			list = append(list, describe.Sentence(text))
		}
	}
	if len(r.Doc.Racers) == 0 {
		list = append(list, words.T("Nobody raced."))
	}
	return list
}
