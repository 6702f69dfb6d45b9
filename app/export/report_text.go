package export

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"descentlab/app/lab"
	"descentlab/app/lab/events"
	"descentlab/app/words"
)

var _ = Race.With(".txt", raceText)

// textWidth is how many letters a line of a text for terminals has.
const textWidth = 80

// raceText is the report of raceReport as plain text, with a picture of the map.
func raceText(out *Output, r lab.Run) error {
	told, err := events.Of(out.ctx, r)
	if err != nil {
		return err
	}
	title, settings, err := raceFacts(r, func(text string) string { return text })
	if err != nil {
		return err
	}
	var b strings.Builder
	headline(&b, words.T("Race on %s", title), "=")
	wrapped(&b, "", finish(r).Text)
	b.WriteString("\n")
	widest := 0
	for _, row := range settings {
		widest = max(widest, utf8.RuneCountInString(row[0]))
	}
	for _, row := range settings {
		wrapped(&b, fmt.Sprintf("%-*s  ", widest, row[0]), row[1])
	}
	b.WriteString("\n")
	names := r.Doc.Names()
	sketchMap(&b, r)
	for i, name := range names {
		wrapped(&b, fmt.Sprintf("%3s  ", racerSign(i)), name+": "+r.Doc.Racers[i].Spec.String())
	}
	b.WriteString("\n")
	headline(&b, words.T("Standings after %s", words.Steps(r.Doc.Steps)), "-")
	textStandings(&b, r)
	b.WriteString("\n")
	headline(&b, words.T("What happened"), "-")
	for i, name := range names {
		for _, e := range told[i] {
			wrapped(&b, "- ", e.Sentence(name))
		}
		wrapped(&b, "  ", words.T("Why it ended here:")+" "+events.Why(r, i, name, told[i]))
		b.WriteString("\n")
	}
	if len(names) == 0 {
		b.WriteString(words.T("Nobody raced.") + "\n")
	}
	_, err = out.Write([]byte(b.String()))
	return err
}

// headline writes a title, underlined.
func headline(b *strings.Builder, title, line string) {
	title = strings.Join(strings.Fields(title), " ")
	wrapped(b, "", title)
	b.WriteString(strings.Repeat(line, min(utf8.RuneCountInString(title), textWidth)) + "\n\n")
}

// wrapped writes a text in lines of textWidth letters, the first one after a lead, the others as far in. A word that is longer
// than a line is cut.
func wrapped(b *strings.Builder, lead, text string) {
	in := utf8.RuneCountInString(lead)
	room, at := textWidth-in, 0
	b.WriteString(lead)
	put := func(word string) {
		b.WriteString(word)
		at += utf8.RuneCountInString(word)
	}
	next := func() {
		b.WriteString("\n" + strings.Repeat(" ", in))
		at = 0
	}
	for _, word := range strings.Fields(text) {
		long := []rune(word)
		switch {
		case at > 0 && at+1+len(long) <= room:
			put(" ")
		case at > 0:
			next()
		}
		for len(long) > room {
			put(string(long[:room]))
			long = long[room:]
			next()
		}
		put(string(long))
	}
	b.WriteString("\n")
}

// textStandings lists how each racer has ended; where it is stands at the end of its line, or on the next one.
func textStandings(b *strings.Builder, r lab.Run) {
	names := r.Doc.Names()
	rows := [][]string{{words.T("racer"), words.T("loss"), words.T("|grad f|"), words.T("settled"), words.T("evaluations")}}
	where := []string{words.T("where")}
	for i, s := range r.Standings(r.Doc.Steps) {
		run := r.Tape.Runs[i]
		rows = append(rows, []string{names[i], words.Short(s.Loss), words.Short(s.GradNorm), words.Arrival(s.Settled),
			strconv.Itoa(run.Evaluations(run.Steps))})
		where = append(where, s.Where.String())
	}
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for k, cell := range row {
			widths[k] = max(widths[k], utf8.RuneCountInString(cell))
		}
	}
	for i, row := range rows {
		lead := fmt.Sprintf("%-*s  ", widths[0], row[0])
		for k, cell := range row[1:] {
			lead += fmt.Sprintf("%*s  ", widths[k+1], cell)
		}
		if utf8.RuneCountInString(lead) > textWidth*3/4 {
			b.WriteString(strings.TrimRight(lead, " ") + "\n")
			lead = "    "
		}
		wrapped(b, lead, where[i])
	}
}
