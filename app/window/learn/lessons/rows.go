package lessons

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"descentlab/app/lesson"
	"descentlab/app/words"
	"descentlab/widgets/prose"
)

// The styles of what is no plain paragraph.
var (
	titleStyle   = prose.Style{Size: 22, Pitch: 30, Bold: true}
	aboutStyle   = prose.Style{Size: 12, Pitch: 18, Muted: true, Foot: 10}
	headStyles   = map[int]prose.Style{2: {Size: 18, Pitch: 26, Bold: true, Before: 10, Foot: 6}}
	subheadStyle = prose.Style{Size: 15.5, Pitch: 25, Bold: true, Before: 6, Foot: 4}
	mathStyle    = prose.Style{Size: 18, Pitch: 30, Centre: true, Before: 2, Foot: 12}
	codeStyle    = prose.Style{Size: 13, Pitch: 20, Foot: 12}
	sceneStyle   = prose.Style{Size: 12, Pitch: 18, Muted: true, Foot: 8}
	claimStyle   = prose.Style{Size: 12.5, Pitch: 20, Muted: true, Indent: 22}
	problemStyle = prose.Style{Size: 13, Pitch: 20, Foot: 10}
)

// A passage is a paragraph of the lesson.
type passage struct {
	room *Room
	at   int
	runs []lesson.Run
	par  *prose.Paragraph
}

func (r *Room) newPassage(at int, style prose.Style, runs []lesson.Run) *passage {
	p := &passage{room: r, at: at, runs: runs, par: prose.New(style)}
	p.par.OnScrub = func(span int, steps float64, done bool) { r.scrub(&runs[span], steps, done) }
	p.par.OnReset = func(span int) { r.reset(&runs[span]) }
	p.par.OnPress = func(span int) { r.press(&runs[span]) }
	p.par.OnFocus = func(top, height float32) { r.page.reveal(p, top, height) }
	p.par.OnHeight = r.page.relay
	return p
}

func (p *passage) object() fyne.CanvasObject    { return p.par }
func (p *passage) height(width float32) float32 { return p.par.HeightIn(width) }
func (p *passage) update()                      { p.par.SetSpans(p.room.spans(p.runs)) }
func (p *passage) block() int                   { return p.at }

// said are runs that say one thing.
func said(text string) []lesson.Run { return []lesson.Run{{Kind: lesson.Words, Text: text}} }

// rowsOf are the rows of a lesson.
func (r *Room) rowsOf(l *lesson.Lesson, number int) (rows []row) {
	if l.Title != "" || r.books[r.open].key == draftKey {
		rows = append(rows, r.newPassage(-1, titleStyle, said(l.Title)))
	}
	about := l.About
	if number > 0 {
		about = words.T("Lesson %d", number)
		if l.About != "" {
			about += " · " + l.About
		}
	}
	if about != "" {
		rows = append(rows, r.newPassage(-1, aboutStyle, said(about)))
	}
	if len(l.Problems) > 0 {
		rows = append(rows, r.newProblems(l.Problems))
	}
	question := 0
	for i := range l.Blocks {
		b := &l.Blocks[i]
		rows = append(rows, r.rowOf(l, i, b, question)...)
		if b.Kind == lesson.Question {
			question++
		}
	}
	if r.books[r.open].key == draftKey {
		return append(rows, r.newDrafting())
	}
	return append(rows, r.newHanding())
}

// rowOf are the rows of a block; question counts those before it.
func (r *Room) rowOf(l *lesson.Lesson, i int, b *lesson.Block, question int) []row {
	switch b.Kind {
	case lesson.Paragraph:
		style := prose.Body
		style.Indent = float32(b.Level) * listIndent
		return []row{r.newPassage(i, style, b.Runs)}
	case lesson.Heading:
		style, is := headStyles[b.Level]
		if !is {
			style = subheadStyle
		}
		return []row{r.newPassage(i, style, b.Runs)}
	case lesson.Item:
		style := prose.Body
		style.Indent, style.Mark, style.Foot = float32(max(b.Level, 1))*listIndent, "•", 5
		if b.Number > 0 {
			style.Mark = strconv.Itoa(b.Number) + "."
		}
		return []row{r.newPassage(i, style, b.Runs)}
	case lesson.Quotation:
		style := prose.Body
		style.Indent, style.Bar, style.Muted = 16, true, true
		return []row{r.newPassage(i, style, b.Runs)}
	case lesson.Code:
		return []row{r.newPassage(i, codeStyle, codeRuns(b.Text))}
	case lesson.Formula:
		return []row{r.newPassage(i, mathStyle, []lesson.Run{{Kind: lesson.Math, Text: b.Text}})}
	case lesson.Experiment:
		return []row{r.newPassage(i, sceneStyle, []lesson.Run{
			{Kind: lesson.Words, Text: words.T("In the lab: ")}, {Kind: lesson.Load, Text: called(b), Scene: b.Scene}})}
	case lesson.Claims:
		return r.newClaims(i, b)
	case lesson.Chart:
		return []row{r.newPassage(i, aboutStyle, said(b.Chart.Title)), r.newGraph(i, b)}
	case lesson.Question:
		return []row{r.newQuestion(i, l, b, question)}
	}
	return nil
}

// called is the title of the experiment that a block loads. One without a title is called by its key: step-1 is Step 1.
func called(b *lesson.Block) string {
	if b.Text == b.Scene {
		return words.SentenceCase(strings.ReplaceAll(b.Scene, "-", " "))
	}
	return words.T(b.Text)
}

// listIndent is how far a list lies to the right of the text around it.
const listIndent = 24

// codeRuns are lines of code.
func codeRuns(text string) (runs []lesson.Run) {
	line := ""
	for _, c := range text + "\n" {
		switch {
		case c == ' ' || c == '\t':
			line += "\u00a0" // a blank that stays
			continue
		case c != '\n':
			line += string(c)
			continue
		case line == "":
			line = "\u00a0"
		}
		runs = append(runs, lesson.Run{Kind: lesson.Mono, Text: line}, lesson.Run{Kind: lesson.Break})
		line = ""
	}
	return runs[:len(runs)-1]
}
