package lesson

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"descentlab/app/gallery/claim"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson/measure"
	"descentlab/app/lesson/quiz"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/internal/near"
	"descentlab/widgets/plot"
)

// kinds are those of fenced blocks that mean something in a lesson.
var kinds = []string{"experiment", "question", "claims", "chart", "math"}

// fenced reads a fenced block.
func (r *reader) fenced(n *ast.FencedCodeBlock) {
	kind, info := r.language(n)
	body, line := r.lines(n), r.lineOf(n)
	switch kind {
	case "experiment":
		r.experiment(info, line)
	case "question":
		r.question(body, line)
	case "claims":
		r.claims(body, line)
	case "chart":
		r.chart(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(info), kind)), body, line)
	case "math":
		r.math(strings.TrimSpace(body), line)
	default:
		if meant := near.Word(kind, kinds); meant != "" {
			r.problem(line, words.Errorf("a block of the kind %q is shown as it stands; did you mean %s?", kind, meant))
		}
		r.add(Block{Kind: Code, Line: line, Text: body})
	}
}

func (r *reader) experiment(info string, line int) {
	o, err := parseOpening(info)
	if err != nil {
		r.problem(line, err)
		return
	}
	r.scene = o.key
	if err = r.show(o.key); err != nil {
		r.problem(line, err)
		r.failed[o.key] = true
		return
	}
	r.add(Block{Kind: Experiment, Line: line, Text: r.lesson.Scene(o.key).Title})
}

func (r *reader) math(markup string, line int) {
	if _, err := plot.ParseEquation(markup); err != nil {
		r.problem(line+1, words.Errorf("%s: %w", brief(markup), err))
		r.add(Block{Kind: Code, Line: line, Text: markup})
		return
	}
	r.add(Block{Kind: Formula, Line: line, Text: markup})
}

func (r *reader) question(body string, line int) {
	q, fault := quiz.Parse(body, r.scene, func(key string) (doc setup.Experiment, names []string, err error) {
		if err := r.show(key); err != nil {
			return doc, nil, err
		}
		s := r.lesson.Scene(key)
		return s.Doc, s.Names, nil
	})
	if fault != nil {
		r.problem(line+1+fault.Line, words.Errorf("question: %w", fault.Err))
		r.add(Block{Kind: Code, Line: line, Text: body})
		return
	}
	if len(r.lesson.Questions) == MaxQuestions {
		if !r.full {
			r.problem(line, words.Errorf("more than %d questions: this one and what more there are stand as text; make two lessons of it",
				MaxQuestions))
		}
		r.full = true
		r.add(Block{Kind: Code, Line: line, Text: body})
		return
	}
	q.Line = line
	b := Block{Kind: Question, Line: line, Question: &q, Ask: r.inline(q.Ask, line), Why: r.inline(q.Why, line)}
	for _, o := range q.Options {
		b.Options = append(b.Options, r.inline(o.Label, line))
	}
	r.add(b)
	r.lesson.Questions = append(r.lesson.Questions, &q)
}

func (r *reader) claims(body string, line int) {
	s, err := r.subject("a claim")
	if err != nil {
		r.problem(line, err)
		return
	}
	b := Block{Kind: Claims, Line: line, Text: body}
	for i, text := range strings.Split(body, "\n") {
		if strings.TrimSpace(text) == "" {
			continue
		}
		c, err := claim.Parse(strings.TrimSpace(text), s.Names)
		if err != nil {
			r.problem(line+1+i, err)
			continue
		}
		b.Claims = append(b.Claims, c)
	}
	r.add(b)
}

// chart reads a curve: a quantity against a setting.
func (r *reader) chart(title, body string, line int) {
	c, err := r.curve(title, body)
	if err != nil {
		r.problem(line, words.Errorf("chart: %w", err))
		return
	}
	r.add(Block{Kind: Chart, Line: line, Text: body, Chart: &c})
}

// errAgainst says how a curve names its setting.
const errAgainst = words.Fault("against: it is written as against: racer.lr from 0.004 to 0.02")

// curveLines are what a curve is of and against.
func curveLines(body string) (map[string]string, error) {
	given := map[string]string{}
	for line := range strings.SplitSeq(body, "\n") {
		key, value, _ := strings.Cut(line, ":")
		key = strings.TrimSpace(key)
		_, twice := given[key]
		switch {
		case strings.TrimSpace(line) == "":
			continue
		case key != "of" && key != "against":
			return nil, words.Errorf("%q: its two lines begin with of: and against:", brief(line))
		case twice:
			return nil, words.Errorf("%s is given twice", key)
		}
		given[key] = strings.TrimSpace(value)
	}
	return given, nil
}

func (r *reader) curve(title, body string) (c Curve, _ error) {
	s, err := r.subject("a chart")
	if err != nil {
		return c, err
	}
	given, err := curveLines(body)
	if err != nil {
		return c, err
	}
	c.Title = title
	if c.Asked, err = measure.ParseAsked(given["of"], s.Names); err != nil {
		return c, words.Errorf("of: %w", err)
	}
	f := strings.Fields(given["against"])
	if c.Asked.Where >= 0 || len(f) != 5 || f[1] != "from" || f[3] != "to" {
		return c, errAgainst
	}
	if c.Field, err = measure.ParseField(f[0]); err != nil {
		return c, err
	}
	for i, at := range []*float64{&c.From, &c.To} {
		if *at, err = strconv.ParseFloat(f[2+2*i], 64); err != nil || !geom.Finite(*at) {
			return c, errAgainst
		}
		copied := s.Doc.Clone()
		if err := c.Field.Set(&copied, *at); err != nil {
			return c, err
		}
	}
	if c.From >= c.To {
		return c, errAgainst
	}
	return c, nil
}
