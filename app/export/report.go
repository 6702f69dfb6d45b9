package export

import (
	"fmt"
	"strconv"
	"strings"

	"descentlab/app/about"
	"descentlab/app/export/provenance"
	"descentlab/app/lab"
	"descentlab/app/lab/events"
	"descentlab/app/lab/outcome"
	"descentlab/app/words"
	"descentlab/optim"
)

// raceReport is a race for people, in Markdown: what was raced, how it ended, and what happened to each racer in sentences.
func raceReport(out *Output, r lab.Run) error {
	told, err := events.Of(out.ctx, r)
	if err != nil {
		return err
	}
	var b strings.Builder
	title, settings, err := raceFacts(r, code)
	if err != nil {
		return err
	}
	fmt.Fprintf(&b, "# %s\n\n%s\n\n", words.T("Race on %s", marked(title)), marked(finish(r).Text))
	reportTable(&b, []string{words.T("setting"), words.T("value")}, settings)
	fmt.Fprintf(&b, "\n## %s\n\n", words.T("Standings after %s", words.Steps(r.Doc.Steps)))
	reportStandings(&b, r)
	if forks := outcome.Forks(r); len(forks) > 0 {
		fmt.Fprintf(&b, "\n## %s\n\n", words.T("Forks"))
		names := r.Doc.Names()
		for _, f := range forks {
			fmt.Fprintf(&b, "- %s\n", marked(f.Sentence(names[f.Racer])))
		}
	}
	fmt.Fprintf(&b, "\n## %s\n", words.T("What happened"))
	for i, name := range r.Doc.Names() {
		fmt.Fprintf(&b, "\n### %s\n\n", marked(name))
		for _, e := range told[i] {
			fmt.Fprintf(&b, "- %s\n", marked(e.Sentence(name)))
		}
		if len(told[i]) > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "**%s** %s\n", words.T("Why it ended here:"), marked(events.Why(r, i, name, told[i])))
	}
	if len(r.Doc.Racers) == 0 {
		fmt.Fprintf(&b, "\n%s\n", words.T("Nobody raced."))
	}
	_, err = out.Write([]byte(b.String()))
	return err
}

// reportSettings are the race's title and the rows of what it follows from; code marks what stands as it is typed.
func reportSettings(r lab.Run, code func(text string) string) (title string, rows [][]string, err error) {
	doc := &r.Doc
	s, err := doc.Landscape()
	if err != nil {
		return "", nil, err
	}
	add := func(name, value string) { rows = append(rows, []string{name, value}) }
	if doc.Surface != "" {
		add(words.T("surface"), code(doc.Surface))
	}
	if s.Formula != "" {
		add(words.T("formula"), code(s.Formula))
	}
	for _, p := range s.Params {
		v, set := doc.Params[p.Name]
		if !set {
			v = p.Default
		}
		add(words.T("parameter %s", code(p.Name)), provenance.Reader.Number(v))
	}
	if doc.Turn != 0 || doc.Stretch != 0 {
		add(words.T("turned, stretched"), words.T("by %s degrees, by %s doublings", provenance.Reader.Number(doc.Turn),
			provenance.Reader.Number(doc.Stretch)))
	}
	if len(doc.Sculpture) > 0 {
		add(words.T("sculpted"), words.N(len(doc.Sculpture), "%d bump", "%d bumps", len(doc.Sculpture)))
	}
	if n := r.Field.Probe.Examples(); n > 0 {
		seen := words.T("%d; each step sees all of them", n)
		if doc.Batch > 0 && doc.Batch < n {
			seen = words.T("%d; each step sees %d of them", n, doc.Batch)
		}
		add(words.T("examples"), seen)
	}
	add(words.T("window"), words.Window(doc.Home))
	add(words.T("start"), provenance.Reader.Point(doc.Outset()))
	if doc.Bounds != nil {
		b := *doc.Bounds
		add(words.T("box"), provenance.Reader.Window(b))
	}
	add(words.T("steps"), strconv.Itoa(doc.Steps))
	if runs := r.Tape.Runs; len(runs) > 0 && runs[0].Every() > 1 {
		add(words.T("rows kept"), words.T("1 in %d, and of each racer the last two: steps below are told by these", runs[0].Every()))
	}
	add(words.T("gradient noise"), provenance.Reader.Number(doc.Noise))
	add(words.T("seed"), strconv.FormatUint(doc.Seed, 10))
	add(words.T("program"), "Descent Lab "+about.Version)
	if title = s.Title; doc.Surface == "" {
		title = s.Formula
	}
	return title, rows, nil
}

// reportStandings lists how each racer has ended, by the table of the command line; evaluations are those of the whole run.
func reportStandings(b *strings.Builder, r lab.Run) {
	head := []string{words.T("racer"), words.T("settings"), words.T("loss"), words.T("|grad f|"), words.T("steps to settle"),
		words.T("evaluations"), words.T("where")}
	names := r.Doc.Names()
	var rows [][]string
	for i, s := range r.Standings(r.Doc.Steps) {
		run := r.Tape.Runs[i]
		settings := optim.RacerText(r.Doc.Racers[i].Spec, r.Doc.Racers[i].Changes)
		rows = append(rows, []string{marked(names[i]), code(settings), words.Short(s.Loss),
			words.Short(s.GradNorm), words.Arrival(s.Settled), strconv.Itoa(run.Evaluations(run.Steps)), marked(s.Where.String())})
	}
	head[3] = marked(head[3])
	reportTable(b, head, rows)
}

// reportTable writes a table of Markdown; its cells are marked already.
func reportTable(b *strings.Builder, head []string, rows [][]string) {
	line := func(cells []string) { b.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	line(head)
	line(strings.Split(strings.Repeat("---,", len(head)-1)+"---", ","))
	for _, row := range rows {
		line(row)
	}
}

// special are the characters by which Markdown would take a text for more than that.
var special = strings.NewReplacer(`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`,
	">", `\>`, "#", `\#`, "~", `\~`, "&", `\&`, "\n", " ", "\r", " ", "\t", " ")

// marked is a text that says the same in Markdown.
func marked(text string) string { return special.Replace(text) }

// code is a text as it stands, on one line, between more of the marks of code than it has itself; a bar would part the cells of a
// table.
func code(text string) string {
	text = strings.NewReplacer("|", `\|`, "\n", " ", "\r", " ").Replace(text)
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if len(fence) > 1 || text == "" {
		text = " " + text + " "
	}
	return fence + text + fence
}
