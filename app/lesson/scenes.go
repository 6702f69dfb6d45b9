package lesson

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"descentlab/app/lab/setup"
	"descentlab/app/lesson/measure"
	"descentlab/app/words"
	"descentlab/internal/near"
	"descentlab/internal/strict"
)

// keyLike is what the key of an experiment looks like.
var keyLike = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// An opening is what stands behind the three signs of a block of an experiment.
type opening struct{ key, from, title string }

func parseOpening(info string) (o opening, err error) {
	fields := strings.Fields(info)[1:]
	if len(fields) == 0 || !keyLike.MatchString(fields[0]) {
		return o, words.Errorf("an experiment has a key of small letters, digits and hyphens, as in experiment speed-limit Speed limit")
	}
	o.key, fields = fields[0], fields[1:]
	if len(fields) > 1 && fields[0] == "from" {
		o.from, fields = fields[1], fields[2:]
	}
	o.title = strings.Join(fields, " ")
	return o, nil
}

// language is the kind of a fenced block, and all that stands behind its signs.
func (r *reader) language(n *ast.FencedCodeBlock) (kind, info string) {
	if n.Info == nil {
		return "", ""
	}
	info = string(n.Info.Segment.Value(r.source))
	kind, _, _ = strings.Cut(strings.TrimSpace(info), " ")
	return kind, info
}

// scenes reads the experiments that stand in the lesson, so that the text above them can load them too.
func (r *reader) scenes(root ast.Node) {
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		block, is := n.(*ast.FencedCodeBlock)
		if !is || !entering {
			return ast.WalkContinue, nil
		}
		kind, info := r.language(block)
		if body := r.lines(block); kind == "experiment" && strings.TrimSpace(body) != "" {
			o, err := parseOpening(info)
			if err == nil && r.lesson.Scene(o.key) != nil {
				err = words.Errorf("there is another experiment %s above", o.key)
			}
			if err != nil {
				if o.key != "" {
					r.problem(r.lineOf(block), err) // one without a key is told of where the text is read
				}
				return ast.WalkContinue, nil
			}
			r.own(o, body, r.lineOf(block))
		}
		return ast.WalkContinue, nil
	})
}

// own reads an experiment of the lesson's own, whose block begins on a line.
func (r *reader) own(o opening, body string, line int) {
	var doc setup.Experiment
	var names []string
	var err error
	if o.from != "" {
		doc, names, err = r.changed(o, body)
		line++
	} else if err = setup.Decode("", []byte(body), "descentlab experiment", &doc); err != nil {
		if fault := (*strict.Fault)(nil); errors.As(err, &fault) {
			line, err = line+fault.Line, strip(fault)
		} else {
			line, err = line+1, errors.New(strings.TrimPrefix(err.Error(), ": ")) // the name of the file, which there is none
		}
	}
	if err != nil {
		r.failed[o.key] = true
		r.problem(line, words.Errorf("experiment %s: %w", o.key, err))
		return
	}
	if names == nil {
		names = doc.Names()
	}
	title := o.title
	if title == "" {
		title = o.key
	}
	r.lesson.Scenes = append(r.lesson.Scenes, Scene{Key: o.key, Title: title, Own: true, Doc: doc, Names: names})
}

// strip is a fault of a block without its line, which is another one in the lesson.
func strip(f *strict.Fault) error {
	if f.Path == "" {
		return f.Err
	}
	return words.Errorf("%s: %w", f.Path, f.Err)
}

// changed is another experiment with changes. Its racers keep their names unless they are other ones now.
func (r *reader) changed(o opening, body string) (doc setup.Experiment, names []string, err error) {
	if err := r.show(o.from); err != nil {
		return doc, nil, err
	}
	list, err := measure.ParseChanges(strings.ReplaceAll(strings.TrimSpace(body), "\n", ";"))
	if err != nil {
		return doc, nil, err
	}
	from := r.lesson.Scene(o.from)
	if doc, err = list.Of(from.Doc); err == nil && slices.Equal(doc.Names(), from.Doc.Names()) {
		names = from.Names
	}
	return doc, names, err
}

// errSaid is a problem that follows from one of which has been told.
var errSaid = errors.New("told already")

// show makes an experiment one of the lesson's scenes: one of its own, or one of the gallery.
func (r *reader) show(key string) error {
	if r.lesson.Scene(key) != nil {
		return nil
	}
	if r.failed[key] {
		return errSaid
	}
	if !keyLike.MatchString(key) {
		return words.Errorf("%q is not the key of an experiment, as speed-limit is", brief(key))
	}
	var own []string
	for _, s := range r.lesson.Scenes {
		own = append(own, s.Key)
	}
	if meant := near.Word(key, own); meant != "" {
		return words.Errorf("there is no experiment %q; did you mean %s?", key, meant)
	}
	if r.gallery == nil {
		return words.Errorf("there is no experiment %q", key)
	}
	s, err := r.gallery.Scene(key)
	if err == nil {
		r.lesson.Scenes = append(r.lesson.Scenes, s)
	}
	return err
}

// subject is the experiment that the text is about here. What is wanted of it is named in the error that there is none.
func (r *reader) subject(wanted string) (*Scene, error) {
	if s := r.lesson.Scene(r.scene); s != nil {
		return s, nil
	}
	if r.failed[r.scene] {
		return nil, errSaid
	}
	return nil, words.Errorf("there is no experiment above that %s could be about", wanted)
}
