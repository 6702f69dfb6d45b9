package quiz

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"descentlab/app/gallery/claim"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson/measure"
	"descentlab/app/words"
	"descentlab/internal/near"
)

// A Fault is what is wrong with a question, and in which of its lines, from 0.
type Fault struct {
	Line int
	Err  error
}

func (f *Fault) Error() string { return words.T("line %d of the question: %v", f.Line+1, f.Err) }
func (f *Fault) Unwrap() error { return f.Err }

// Finder finds an experiment by its key, and the names of its racers.
type Finder func(key string) (doc setup.Experiment, names []string, err error)

// Most of what a question may hold.
const maxOptions = 12

// keys are those of a question's lines, apart from options.
var keys = []string{"ask", "why", "of", "with", "within", "least", "most", "which", "number", "mark", "basin", "sketch"}

// kinds are the keys that say what is asked for.
var kinds = []string{"least", "most", "which", "number", "mark", "basin", "sketch"}

// An entry is a line of a question.
type entry struct {
	line int
	text string
}

// Parse reads a question. Scene is the key of the experiment that it is about if it names no other one.
func Parse(text, scene string, find Finder) (Question, *Fault) {
	given, options, fault := split(text)
	if fault != nil {
		return Question{}, fault
	}
	q := Question{Scene: scene, Ask: given["ask"].text, Why: given["why"].text}
	if q.Ask == "" {
		return q, &Fault{given["ask"].line, words.Errorf("a question is needed, as in ask: Which rate arrives first?")}
	}
	var said entry
	for _, kind := range kinds {
		e, is := given[kind]
		if is && q.Kind != "" {
			return q, &Fault{e.line, words.Errorf("%s and %s are two questions; make two of them", q.Kind, kind)}
		}
		if is {
			q.Kind, said = Kind(kind), e
		}
	}
	if q.Kind == "" {
		return q, &Fault{0, words.Errorf("what is asked for is needed: one of %s", strings.Join(kinds, ", "))}
	}
	if of, is := given["of"]; is {
		q.Scene = of.text
	}
	if fault := q.place(given, find); fault != nil {
		return q, fault
	}
	if err := q.read(said.text); err != nil {
		return q, &Fault{said.line, err}
	}
	if fault := q.readOptions(options); fault != nil {
		return q, fault
	}
	e, is := given["within"]
	if err := q.readWithin(e.text, is); err != nil {
		return q, &Fault{e.line, err}
	}
	return q, nil
}

// split finds the lines of a question.
func split(text string) (given map[string]entry, options []entry, fault *Fault) {
	given = map[string]entry{}
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if option, is := strings.CutPrefix(line, "- "); is {
			options = append(options, entry{i, strings.TrimSpace(option)})
			continue
		}
		key, value, is := strings.Cut(line, ":")
		key, value = strings.TrimSpace(key), strings.TrimSpace(value)
		if !is || !slices.Contains(keys, key) {
			if meant := near.Word(key, keys); is && meant != "" {
				return nil, nil, &Fault{i, words.Errorf("%q is not known; did you mean %s?", key, meant)}
			}
			return nil, nil, &Fault{i, words.Errorf("a line begins with one of %s and a colon, or with - for an answer",
				strings.Join(keys, ", "))}
		}
		if _, twice := given[key]; twice {
			return nil, nil, &Fault{i, words.Errorf("%s is given twice", key)}
		}
		given[key] = entry{i, value}
	}
	return given, options, nil
}

// place finds the experiment that the question is about.
func (q *Question) place(given map[string]entry, find Finder) *Fault {
	if q.Scene == "" {
		return &Fault{0, words.Errorf("there is no experiment above; name one, as in of: speed-limit")}
	}
	doc, names, err := find(q.Scene)
	if err != nil {
		return &Fault{given["of"].line, err}
	}
	q.Names = names
	q.Changes, err = measure.ParseChanges(given["with"].text)
	if err == nil {
		q.Doc, err = q.Changes.Of(doc)
	}
	if err == nil && len(q.Doc.Racers) == 0 {
		err = words.Errorf("the experiment has no racer, so there is nothing to compute")
	}
	if err != nil {
		return &Fault{given["with"].line, err}
	}
	return nil
}

// read reads what is asked for.
func (q *Question) read(text string) (err error) {
	switch q.Kind {
	case Which:
		if text != "" {
			return words.Errorf("which: takes no more; each answer has its claim, as in - It diverges | racer SGD: diverged")
		}
	case Least, Most, Number:
		if q.Asked, err = measure.ParseAsked(text, q.Names); err == nil && q.Asked.Where >= 0 {
			err = words.Errorf("%s: a number is needed, as loss of %s", q.Kind, q.Names[0])
		}
	default:
		if q.Racer = slices.Index(q.Names, text); q.Racer < 0 {
			return words.Errorf("there is no racer %q; there are %s", text, strings.Join(q.Names, ", "))
		}
	}
	return err
}

// readOptions reads the answers to choose from.
func (q *Question) readOptions(options []entry) *Fault {
	switch {
	case !q.Chooses() && len(options) > 0:
		return &Fault{options[0].line, words.Errorf("%s has no answers to choose from", q.Kind)}
	case q.Chooses() && (len(options) < 2 || len(options) > maxOptions):
		return &Fault{0, words.Errorf("2 to %d answers are needed, as in - 0.01 | racer.lr=0.01; got %d", maxOptions, len(options))}
	}
	for _, e := range options {
		o, err := q.readOption(e.text)
		if err != nil {
			return &Fault{e.line, err}
		}
		q.Options = append(q.Options, o)
	}
	return nil
}

func (q *Question) readOption(text string) (o Option, err error) {
	i := strings.LastIndex(text, " | ")
	if i < 0 {
		return o, words.Errorf("an answer is written as - 0.01 | racer.lr=0.01, or as - It diverges | racer SGD: diverged")
	}
	o.Label, o.Text = strings.TrimSpace(text[:i]), strings.TrimSpace(text[i+3:])
	o.Key = o.Label
	if o.Label == "" || q.Option(o.Label) >= 0 {
		return o, words.Errorf("%q: each answer needs a text of its own", o.Label)
	}
	if q.Kind == Which {
		o.Claim, err = claim.Parse(o.Text, q.Names)
		return o, err
	}
	if o.Changes, err = measure.ParseChanges(o.Text); err != nil {
		return o, err
	}
	o.doc, err = o.Changes.Of(q.Doc)
	return o, err
}

// usual is how far off an answer may be if nothing is said.
var usual = map[Kind]float64{Number: 5, Mark: 10, Sketch: 5}

// readWithin reads "5 %" or "3".
func (q *Question) readWithin(text string, given bool) error {
	v, is := usual[q.Kind]
	if !is {
		if given {
			return words.Errorf("%s: an answer is right or wrong, so nothing is within", q.Kind)
		}
		return nil
	}
	if !given {
		q.Within, q.Percent = v/100, true
		return nil
	}
	number, percent := strings.CutSuffix(text, "%")
	v, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if err != nil || !(v >= 0) || v > 1e9 || percent && v > 100 || q.Kind == Sketch && !percent {
		return words.Errorf("within %s: how far off is right is given as 5 %%, or, but of a sketch, as a number", strconv.Quote(text))
	}
	if q.Within, q.Percent = v, percent; percent {
		q.Within /= 100
	}
	return nil
}

// Text is the question as Parse reads it.
func (q *Question) Text() string {
	var b strings.Builder
	line := func(key, text string) {
		if text != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, text)
		}
	}
	line("ask", q.Ask)
	line("of", q.Scene)
	line("with", q.Changes.String())
	switch {
	case q.Kind == Which:
		b.WriteString("which:\n")
	case q.Predicts():
		line(string(q.Kind), q.Names[q.Racer])
	default:
		line(string(q.Kind), q.Asked.Text)
	}
	for _, o := range q.Options {
		fmt.Fprintf(&b, "- %s | %s\n", o.Label, o.Text)
	}
	switch within := strconv.FormatFloat(q.Within, 'g', -1, 64); {
	case q.Percent:
		line("within", strconv.FormatFloat(100*q.Within, 'g', 15, 64)+" %")
	case q.Within > 0 || q.Kind == Number || q.Kind == Mark:
		line("within", within)
	}
	line("why", q.Why)
	return b.String()
}
