package lesson

import (
	"bufio"
	"bytes"
	"html"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	renderer "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"descentlab/app/lesson/measure"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// runs are the pieces of a paragraph or a heading.
func (r *reader) runs(n ast.Node) []Run {
	w := &line{reader: r}
	w.walk(n, Run{Scene: r.scene})
	for len(w.list) > 0 && w.list[len(w.list)-1].Kind == Break {
		w.list = w.list[:len(w.list)-1]
	}
	return w.list
}

// inline reads a piece of Markdown that stands in a block of another kind, on a line of the file.
func (r *reader) inline(markup string, at int) []Run {
	if strings.TrimSpace(markup) == "" {
		return nil
	}
	// A word before it keeps it from being read as a heading or a list.
	const guard = "x "
	of := &reader{gallery: r.gallery, lesson: &Lesson{Scenes: r.lesson.Scenes}, source: []byte(guard + markup), starts: []int{0},
		above: at - 1, scene: r.scene, failed: r.failed}
	root := markdown.Parse(text.NewReader(of.source))
	if root.FirstChild() == nil {
		return nil
	}
	runs := of.runs(root.FirstChild())
	r.lesson.Problems, r.lesson.Scenes = append(r.lesson.Problems, of.lesson.Problems...), of.lesson.Scenes
	if len(runs) > 0 {
		if runs[0].Text = strings.TrimPrefix(runs[0].Text, guard); runs[0].Text == "" {
			runs = runs[1:]
		}
	}
	return runs
}

// A line is the runs of a paragraph as they are read.
type line struct {
	*reader
	list []Run
}

// walk reads what stands in a node, in a style.
func (w *line) walk(parent ast.Node, style Run) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		style.Line = w.lineOf(n)
		switch n := n.(type) {
		case *ast.Text:
			w.add(Words, w.resolved(n.Segment.Value(w.source)), style)
			switch {
			case n.HardLineBreak():
				w.add(Break, "", style)
			case n.SoftLineBreak():
				w.add(Words, " ", style)
			}
		case *ast.String:
			w.add(Words, string(n.Value), style)
		case *ast.CodeSpan:
			w.add(Mono, w.raw(n), style)
		case *mathNode:
			w.formula(n.markup, style)
		case *ast.Emphasis:
			inner := style
			if n.Level == 1 {
				inner.Italic = true
			} else {
				inner.Bold = true
			}
			w.walk(n, inner)
		case *ast.AutoLink:
			w.autoLink(n, style)
		case *ast.Link:
			w.link(n, style)
		case *ast.RawHTML:
			w.problem(style.Line, words.Errorf("HTML is not shown; write it in Markdown"))
		case *ast.Image:
			w.problem(style.Line, words.Errorf("pictures are not shown; load an experiment"))
			w.walk(n, style)
		}
	}
}

// add adds a run, or makes the last one longer.
func (w *line) add(kind RunKind, text string, style Run) {
	if text == "" && kind != Break {
		return
	}
	if last := len(w.list) - 1; kind == Words && last >= 0 {
		if l := &w.list[last]; l.Kind == Words && l.Bold == style.Bold && l.Italic == style.Italic {
			l.Text += text
			return
		}
	}
	style.Kind, style.Text = kind, text
	w.list = append(w.list, style)
}

// resolved is text without the signs by which Markdown's own are written.
func (r *reader) resolved(source []byte) string {
	var b bytes.Buffer
	out := bufio.NewWriter(&b)
	renderer.DefaultWriter.Write(out, source)
	out.Flush()
	return html.UnescapeString(b.String())
}

// raw is the text in a node as it stands.
func (r *reader) raw(parent ast.Node) string {
	var b strings.Builder
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if t, is := n.(*ast.Text); is {
			b.Write(bytes.ReplaceAll(t.Segment.Value(r.source), []byte("\n"), []byte(" ")))
		}
	}
	return b.String()
}

// formula reads mathematics in a line.
func (w *line) formula(markup string, style Run) {
	if _, err := plot.ParseEquation(markup); err != nil {
		w.problem(style.Line, words.Errorf("%s: %w", brief(markup), err))
		w.add(Mono, markup, style)
		return
	}
	w.add(Math, markup, style)
}

// autoLink reads an address between < and >.
func (w *line) autoLink(n *ast.AutoLink, style Run) {
	label, dest := string(n.Label(w.source)), string(n.URL(w.source))
	if n.AutoLinkType == ast.AutoLinkEmail {
		dest = "mailto:" + label
	}
	if m := schemeLike.FindStringSubmatch(dest); m == nil || !slices.Contains(schemes[pages:], m[1]) {
		w.problem(style.Line, words.Errorf("<%s> leads nowhere; a page is written as <https://…>, the rest as [text](…)",
			brief(label)))
		w.add(Words, label, style)
		return
	}
	style.Control = dest
	w.add(Link, label, style)
}

var schemeLike = regexp.MustCompile(`^([a-z]+):(.*)$`)

// schemes are those of links; from pages on they lead out of the program.
var schemes = []string{"set", "is", "load", "point", "http", "https", "mailto"}

const pages = 4

// link reads a link by its scheme. What cannot be read stays as text.
func (w *line) link(n *ast.Link, style Run) {
	label := &line{reader: w.reader}
	label.walk(n, style)
	style.Bold = style.Bold || len(label.list) == 1 && label.list[0].Bold
	dest := string(util.UnescapePunctuations(n.Destination))
	m := schemeLike.FindStringSubmatch(dest)
	var err error
	kind := Link
	switch {
	case m == nil || !slices.Contains(schemes, m[1]):
		err = words.Errorf("a link to %q leads nowhere; it begins with set:, is:, load:, point: or https:", brief(dest))
	case m[1] == "set":
		kind, err = Scrub, w.scrub(m[2], &style)
	case m[1] == "is":
		kind, err = Pill, w.pill(m[2], w.resolved(n.Title), &style)
	case m[1] == "load":
		kind, err = Load, w.load(m[2], &style)
	case m[1] == "point":
		style.Control = strings.TrimSpace(m[2])
		kind, err = Point, checkControl(style.Control, w.lesson.Scene(w.scene))
	default:
		style.Control = dest
	}
	if err != nil {
		w.problem(style.Line, err)
		w.list = append(w.list, label.list...)
		return
	}
	w.add(kind, Plain(label.list), style)
}

func (w *line) scrub(name string, run *Run) error {
	s, err := w.subject("a number")
	if err != nil {
		return err
	}
	f, err := measure.ParseField(name)
	if err == nil {
		_, err = f.Knob(&s.Doc)
	}
	run.Field = f
	return err
}

func (w *line) pill(ask, changes string, run *Run) error {
	s, err := w.subject("a result")
	if err != nil {
		return err
	}
	if run.Changes, err = measure.ParseChanges(changes); err != nil {
		return err
	}
	if _, err = run.Changes.Of(s.Doc); err == nil {
		run.Asked, err = measure.ParseAsked(ask, s.Names)
	}
	return err
}

func (w *line) load(key string, run *Run) error {
	run.Scene = strings.TrimSpace(key)
	return w.show(run.Scene)
}
