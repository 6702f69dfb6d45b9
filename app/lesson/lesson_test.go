package lesson

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson/measure"
	"descentlab/app/words"
	"descentlab/internal/say"
)

// shelf is a gallery with one experiment.
type shelf struct{}

func (shelf) Scene(key string) (Scene, error) {
	if key != "peaks" {
		return Scene{}, words.Errorf("no experiment is called %q; did you mean peaks?", key)
	}
	doc := setup.Default()
	return Scene{Key: key, Title: "Three ways down", Doc: doc, Names: doc.Names()}, nil
}

const head = "---\ndescentlab: lesson 1\nabout: a test\n---\n"

func sample(t *testing.T) []byte {
	t.Helper()
	text, err := os.ReadFile("testdata/sample.md")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// describe is a lesson as a test compares it.
func describe(l *Lesson) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s | %s | %v\n", l.Title, l.About, l.Experiments)
	for _, s := range l.Scenes {
		fmt.Fprintf(&b, "scene %s %q own=%v %v\n", s.Key, s.Title, s.Own, s.Names)
	}
	for _, block := range l.Blocks {
		fmt.Fprintf(&b, "%d kind %d level %d number %d scene %q", block.Line, block.Kind, block.Level, block.Number, block.Scene)
		if block.Text != "" {
			fmt.Fprintf(&b, " %q", block.Text)
		}
		b.WriteByte('\n')
		for _, r := range block.Runs {
			fmt.Fprintf(&b, "    %d %q", r.Kind, r.Text)
			for _, is := range []struct {
				yes  bool
				text string
			}{{r.Bold, "bold"}, {r.Italic, "italic"}, {r.Kind == Scrub, r.Field.String()}, {r.Kind == Pill, r.Asked.Text},
				{len(r.Changes) > 0, r.Changes.String()}, {r.Kind == Load, r.Scene}, {r.Control != "", r.Control}} {
				if is.yes {
					fmt.Fprintf(&b, " %s", is.text)
				}
			}
			b.WriteByte('\n')
		}
	}
	for _, p := range l.Problems {
		fmt.Fprintf(&b, "line %d: %s\n", p.Line, p.Text)
	}
	return b.String()
}

// TestModel: the whole form of lessons, in one of them.
func TestModel(t *testing.T) {
	l := Read(sample(t), shelf{})
	got := describe(l)
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile("testdata/sample.txt", []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/sample.txt")
	if err != nil || got != string(want) {
		t.Errorf("%v, the sample reads as\n%s", err, got)
	}
	problems, err := l.Check(context.Background(), measure.NewBench(16))
	if err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
	crlf := Read([]byte(strings.ReplaceAll(string(sample(t)), "\n", "\r\n")), shelf{})
	if describe(crlf) != got || crlf.Hash != l.Hash {
		t.Error("with Windows' ends of lines it is another lesson")
	}
}

// TestProblems: each is said with its line, and the rest can be read.
func TestProblems(t *testing.T) {
	const scene = "```experiment peaks\n```\n"
	for _, c := range []struct {
		text string
		line int
		want string
	}{
		{"# Without a header\n", 1, "a lesson begins with three lines"},
		{"---\ndescentlab: lesson 1\n# T\n", 1, "not closed"},
		{"---\ndescentlab: lesson 7\n---\n# T\n", 2, "from a newer Descent Lab; this one reads up to 1"},
		{"---\ndescentlab: racer 1\n---\n# T\n", 2, "this should say lesson 1"},
		{"---\ntitle: x\n---\n# T\n", 2, "a line of the header is"},
		{"---\ndescentlab: lesson 1\nexperiments: peaks, peeks\n---\n# T\n", 3, "did you mean peaks?"},
		{head + "no title\n", 5, "a title is needed"},
		{head + "# T\n\n[1](set:racer.lr)\n", 7, "there is no experiment above"},
		{head + "# T\n\n[1](is:steps)\n", 7, "there is no experiment above"},
		{head + "# T\n" + scene + "\none\ntwo [1](set:racer.lrr)\n", 10, `did you mean "lr"?`},
		{head + "# T\n" + scene + "\n[1](<is:loss of Adma>)\n", 9, "Adam"},
		{head + "# T\n" + scene + "\n[1](<is:loss of Adam> \"racer9.lr=1\")\n", 9, "there is no racer"},
		{head + "# T\n\n[it](load:peeks)\n", 7, "did you mean peaks?"},
		{head + "# T\n\n[it](lesson.md)\n", 7, "leads nowhere"},
		{head + "# T\n\n[it](point:mapp)\n", 7, "did you mean map?"},
		{head + "# T\n\n$\\fraq{1}{2}$\n", 7, "fraq"},
		{head + "# T\n\n```math\n\\fraq\n```\n", 8, "fraq"},
		{head + "# T\n\n```experimint x\n```\n", 7, "did you mean experiment?"},
		{head + "# T\n\n```experiment\n```\n", 7, "has a key"},
		{head + "# T\n\n```experiment own\n{\"format\": \"descentlab experiment\",\n \"version\": 1, \"stepz\": 3}\n```\n", 9, "steps"},
		{head + "# T\n\n```experiment own\n{}\n```\n", 8, "descentlab experiment"},
		{head + "# T\n\n```experiment own from peaks\nracer.lr=-1\n```\n", 8, "lr"},
		{head + "# T\n" + scene + "```experiment own from peaks\nsteps=3\n```\n```experiment own from peaks\nsteps=4\n```\n", 11,
			"another experiment own above"},
		{head + "# T\n" + scene + "```question\nask: What?\nnumber: loss of Nobody\n```\n", 10, "Nobody"},
		{head + "# T\n" + scene + "```claims\nracer Adam: flies\n```\n", 9, "fl"},
		{head + "# T\n" + scene + "```chart x\nof: loss of Adam\nagainst: racer.lr\n```\n", 8, "it is written as"},
		{head + "# T\n\n<b>bold</b>\n", 7, "HTML"},
		{head + "# T\n\n<div>\nbold\n</div>\n", 7, "HTML"},
		{head + "# T\n\n![a cat](cat.png)\n", 7, "pictures are not shown"},
		{head + "# T\n\n" + strings.Repeat("> ", 40) + "deep\n", 7, "too deep"},
		{head + "# T\xff\n", 5, "UTF-8"},
		{strings.Repeat("x", MaxSize+1), 1, "larger than"},
	} {
		l := Read([]byte(c.text), shelf{})
		found := false
		for _, p := range l.Problems {
			found = found || p.Line == c.line && strings.Contains(p.Text, c.want)
		}
		if !found {
			t.Errorf("%q: %v; want line %d: %s", brief(c.text), l.Problems, c.line, c.want)
		}
	}
}

// TestTheRestIsReadable: a lesson with faults, of a newer version, still has all that could be read.
func TestTheRestIsReadable(t *testing.T) {
	text := strings.Replace(string(sample(t)), "lesson 1", "lesson 2", 1)
	text = strings.Replace(text, "racer.lr", "racer.speed", 1)
	good, bad := Read(sample(t), shelf{}), Read([]byte(text), shelf{})
	if len(bad.Problems) != 2 || len(bad.Blocks) != len(good.Blocks) || len(bad.Questions) != len(good.Questions) {
		t.Errorf("%v; %d blocks of %d", bad.Problems, len(bad.Blocks), len(good.Blocks))
	}
	for i, block := range bad.Blocks {
		if Plain(block.Runs) != Plain(good.Blocks[i].Runs) {
			t.Errorf("line %d reads %q", block.Line, Plain(block.Runs))
		}
	}
}

// TestOneFaultIsSaidOnce: what follows from an experiment that could not be read is not said again.
func TestOneFaultIsSaidOnce(t *testing.T) {
	l := Read([]byte(head+"# T\n\n```experiment own\n{]\n```\n\n"+
		"[1](set:racer.lr) [2](<is:loss of SGD>)\n\n[it](load:own)\n"), shelf{})
	if len(l.Problems) != 1 || l.Problems[0].Line != 8 {
		t.Errorf("%v", l.Problems)
	}
	if len(l.Blocks) == 0 || Plain(l.Blocks[0].Runs) != "1 2" {
		t.Errorf("%+v", l.Blocks)
	}
}

// TestChecksWhatIsSaid: numbers, claims and questions that are not so.
func TestChecksWhatIsSaid(t *testing.T) {
	const scene = "# T\n```experiment peaks\n```\n"
	for _, c := range []struct {
		text string
		line int
		want string
	}{
		{"[0.013](set:racer.lr)", 8, `says "0.013"; racer.lr is 0.01200`},
		{"[−0.07](<is:loss of SGD>)", 8, "loss of SGD is −0.0649359"},
		{"[settled at A](<is:where SGD is>)", 8, "settled at C"},
		{"[never](<is:steps of SGD>)", 8, "is 80"},
		{"```claims\nracer SGD: diverged\n```", 8, "not true: racer SGD: diverged"},
		{"```question\nask: What?\nnumber: loss of SGD at step 999\n```", 8, "there is no such number"},
	} {
		l := Read([]byte(head+scene+c.text+"\n"), shelf{})
		got, err := l.Check(context.Background(), measure.NewBench(8))
		if err != nil || len(got) != 1 || got[0].Line != c.line || !strings.Contains(got[0].Text, c.want) {
			t.Errorf("%s: %v, %v; want line %d: %s", c.text, got, err, c.line, c.want)
		}
	}
	right := "[0.012](set:racer.lr) [−0.0649](<is:loss of SGD>) [80 steps](<is:steps of SGD>) [never](<is:steps of Adam>)\n"
	l := Read([]byte(head+scene+right), shelf{})
	if got, err := l.Check(context.Background(), measure.NewBench(8)); err != nil || len(got) > 0 {
		t.Errorf("%v, %v", got, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := l.Check(ctx, measure.NewBench(8)); err == nil {
		t.Error("a check that was ended has a result")
	}
}

// TestScrubbingEditsTheLab: a number of the text is the document's own: what is set is undone, and the results follow.
func TestScrubbingEditsTheLab(t *testing.T) {
	l := Read([]byte(head+"# T\n```experiment peaks\n```\n[0.012](set:racer.lr) [80 steps](<is:steps of SGD>)\n"), shelf{})
	runs := l.Blocks[1].Runs
	scrub, pill := runs[0], runs[2]
	of := lab.New(l.Scene("peaks").Doc, func(func()) {})
	defer of.Close()
	shows := func(r Run) string {
		now := *l.Scene("peaks")
		now.Doc = of.State().Doc
		v, err := r.Value(context.Background(), measure.NewBench(4), &now)
		if err != nil {
			t.Fatal(err)
		}
		return r.Shown(v)
	}
	if shows(scrub) != "0.012" || shows(pill) != "80 steps" {
		t.Fatalf("at first it shows %s and %s", shows(scrub), shows(pill))
	}
	var fault error
	if err := of.Edit("scrub", func(e *setup.Experiment) { fault = scrub.Field.Set(e, 0.02) }); err != nil || fault != nil {
		t.Fatal(err, fault)
	}
	doc := of.State().Doc
	if got := doc.Racers[0].Spec.Get("lr").Num; got != 0.02 {
		t.Errorf("the lab's rate is %v", got)
	}
	if shows(scrub) != "0.02" || shows(pill) == "80 steps" {
		t.Errorf("then it shows %s and %s", shows(scrub), shows(pill))
	}
	of.Undo()
	if shows(scrub) != "0.012" || shows(pill) != "80 steps" {
		t.Errorf("undone, it shows %s and %s", shows(scrub), shows(pill))
	}
}

// TestCurve: the values of a chart are those of the experiment with the setting at each place.
func TestCurve(t *testing.T) {
	l := Read(sample(t), shelf{})
	for _, block := range l.Blocks {
		if block.Kind != Chart {
			continue
		}
		b, doc := measure.NewBench(8), l.Scene(block.Scene).Doc
		list, err := block.Chart.Values(context.Background(), b, doc, 3)
		if err != nil || len(list) != 3 || list[0].At != 0.001 || list[2].At != 0.02 {
			t.Fatalf("%+v, %v", list, err)
		}
		if now, err := b.Value(context.Background(), doc, block.Chart.Asked); err != nil || list[0].Value != now {
			t.Errorf("%+v at the rate that it has, %+v there: %v", now, list[0], err)
		}
		if list[0].Value.Num <= list[2].Value.Num {
			t.Errorf("%+v", list)
		}
		return
	}
	t.Error("the sample has no chart")
}

func TestShown(t *testing.T) {
	for _, c := range []struct {
		text string
		v    measure.Value
		want string
	}{
		{"232 steps", measure.Value{Num: 445}, "445 steps"},
		{"232", measure.Value{Num: 232}, "232"},
		{"−0.90", measure.Value{Num: -0.9}, "−0.90"},
		{"0.962", measure.Value{Num: 0.9618}, "0.962"},
		{"0.962", measure.Value{Num: 0.5}, "0.500"},
		{"8e-30", measure.Value{Num: 0.25}, "0.25"},
		{"settled at A", measure.Value{Text: "diverged at step 12"}, "diverged at step 12"},
		{"never", measure.Value{Num: 12}, "12"},
	} {
		if got := (&Run{Text: c.text}).Shown(c.v); got != c.want {
			t.Errorf("%q with %+v: %q, want %q", c.text, c.v, got, c.want)
		}
	}
}

// TestShownWithAComma: a number is written as people read it, whether it is the file's or another one.
func TestShownWithAComma(t *testing.T) {
	say.DecimalComma(true)
	t.Cleanup(func() { say.DecimalComma(false) })
	for _, c := range []struct {
		run  Run
		v    measure.Value
		want string
	}{
		{Run{Kind: Pill, Text: "0.962 m."}, measure.Value{Num: 0.9618}, "0,962 m."},
		{Run{Kind: Pill, Text: "0.962"}, measure.Value{Num: 0.5}, "0,500"},
		{Run{Kind: Scrub, Text: "0.02"}, measure.Value{Num: 0.02}, "0,02"},
		{Run{Kind: Scrub, Text: "0.02"}, measure.Value{Num: 0.5}, "0,5"},
	} {
		if got := c.run.Shown(c.v); got != c.want {
			t.Errorf("%q with %+v: %q, want %q", c.run.Text, c.v, got, c.want)
		}
	}
}

// TestLongTextIsBounded: what would take minutes to read is left out, and the rest is there.
func TestLongTextIsBounded(t *testing.T) {
	for _, part := range []string{"[", "[a](b", "*a ", "_a", "<a ", "$a ", "`a``b", "[a]: b\n", "> a\n", "- a\n", "&amp"} {
		text := head + "# T\n\nbefore\n\n" + strings.Repeat(part, 500_000/len(part)) + "\n\nafter\n"
		l := Read([]byte(text), shelf{})
		last := len(l.Blocks) - 1
		if last < 1 || Plain(l.Blocks[0].Runs) != "before" || Plain(l.Blocks[last].Runs) != "after" && part != "- a\n" {
			t.Errorf("%q: %d blocks, %v", part, len(l.Blocks), l.Problems)
		}
		if len(l.Problems) == 0 || l.Problems[0].Line != 9 {
			t.Errorf("%q: %v", part, l.Problems)
		}
	}
	for _, fence := range []string{"```", "~~~"} {
		data := head + "# T\n\n" + fence + "\n" + strings.Repeat("1, 2, 3\n", 100_000) + fence + "\n\nafter\n"
		if l := Read([]byte(data), shelf{}); len(l.Problems) > 0 || len(l.Blocks) != 2 {
			t.Errorf("a long block of data in %s: %v", fence, l.Problems)
		}
	}
}

func FuzzRead(f *testing.F) {
	if text, err := os.ReadFile("testdata/sample.md"); err == nil {
		f.Add(string(text))
	}
	f.Add(head + "# T\n\n- a\n  1. b\n     > c $x$ [d](set:racer.lr)\n\n<b>\n")
	f.Add(head + "# T\n\n```experiment a from peaks\nsteps=3\n```\n```question\nask: $x\nmark: SGD\n```\n")
	f.Fuzz(func(t *testing.T, text string) {
		l := Read([]byte(text), shelf{})
		lines := strings.Count(text, "\n") + 1
		for _, p := range l.Problems {
			if p.Line < 1 || p.Line > lines || p.Text == "" {
				t.Fatalf("%+v of %d lines", p, lines)
			}
		}
		for _, b := range l.Blocks {
			if b.Line < 1 || b.Line > lines || b.Kind == Question && b.Question == nil || b.Kind == Chart && b.Chart == nil {
				t.Fatalf("%+v of %d lines", b, lines)
			}
			for _, r := range b.Runs {
				if (r.Kind == Scrub || r.Kind == Pill || r.Kind == Load) && l.Scene(r.Scene) == nil {
					t.Fatalf("%+v is about nothing", r)
				}
			}
		}
	})
}
