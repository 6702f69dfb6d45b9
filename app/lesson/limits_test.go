package lesson

import (
	"fmt"
	"strings"
	"testing"
)

// TestAddressesBetweenBrackets: like other links, those lead to pages and letters, and nowhere else.
func TestAddressesBetweenBrackets(t *testing.T) {
	for address, leads := range map[string]string{
		"https://example.org/a": "https://example.org/a", "http://example.org": "http://example.org",
		"ada@example.org": "mailto:ada@example.org", "mailto:ada@example.org": "mailto:ada@example.org",
		"javascript:alert": "", "file:///etc/passwd": "", "FILE:///etc/passwd": "", "data:text/html,x": "", "set:racer.lr": "",
		"smb://host/share": "",
	} {
		l := Read([]byte(head+"# T\n\n<"+address+">\n"), shelf{})
		run := l.Blocks[0].Runs[0]
		if leads != "" && (run.Kind != Link || run.Control != leads || len(l.Problems) > 0) {
			t.Errorf("%s: %+v, %v", address, run, l.Problems)
		}
		said := len(l.Problems) == 1 && l.Problems[0].Line == 7 && strings.Contains(l.Problems[0].Text, "leads nowhere")
		if leads == "" && (run.Kind != Words || run.Text != address || !said) {
			t.Errorf("%s: %+v, %v", address, run, l.Problems)
		}
	}
}

// TestAsManyQuestionsAsAnswers: those that no hand-in could answer are not asked, which is said once.
func TestAsManyQuestionsAsAnswers(t *testing.T) {
	var b strings.Builder
	b.WriteString(head + "# T\n\n```experiment peaks\n```\n")
	for i := range MaxQuestions + 9 {
		fmt.Fprintf(&b, "```question\nask: %d?\nnumber: loss of SGD\n```\n", i)
	}
	l := Read([]byte(b.String()), shelf{})
	if len(l.Questions) != MaxQuestions || len(l.Problems) != 1 || l.Problems[0].Line != 9+4*MaxQuestions {
		t.Errorf("%d questions, %v", len(l.Questions), l.Problems)
	}
	if last := l.Blocks[len(l.Blocks)-1]; last.Kind != Code || !strings.Contains(last.Text, "208?") {
		t.Errorf("the last one stands as %+v", last)
	}
}

// TestLinesOfACurve: what no line of a curve begins with is said.
func TestLinesOfACurve(t *testing.T) {
	const of, against = "of: loss of SGD\n", "against: racer.lr from 0.01 to 0.02\n"
	for body, want := range map[string]string{
		of + against: "", against + "\n" + of: "",
		of + of + against:                              "of is given twice",
		of + against + "extra\n":                       `"extra": its two lines begin with`,
		of + "agianst: racer.lr from 0.01 to 0.02\n":   `"agianst: racer.lr from 0.01 to 0.02": its two lines`,
		of + "against: racer.lr from 0.02 to 0.01\n":   "is written as against:",
		of + "against: racer.lr from 0.01 to 1e999\n":  "is written as against:",
		of + "against: racer.lr from -0.01 to 0.01\n":  "must be a number above 0",
		of + "against: racer.colour from 1 to 2\n":     `no knob "colour"`,
		of + "against: racer.lr from NaN to 0.01\n":    "is written as against:",
		of + "against: nothing.lr from 0.01 to 0.02\n": `no racer "nothing"`,
	} {
		l := Read([]byte(head+"# T\n\n```experiment peaks\n```\n```chart C\n"+body+"```\n"), shelf{})
		if said := len(l.Problems) == 1 && strings.Contains(l.Problems[0].Text, want); said != (want != "") {
			t.Errorf("%q: %v, want %s", body, l.Problems, want)
		}
	}
}

// TestHashIsOfTheText: an editor that ends lines in another way or marks the order of bytes has not changed the lesson.
func TestHashIsOfTheText(t *testing.T) {
	text := head + "# T\n\ntext\n"
	want := Read([]byte(text), nil).Hash
	for name, data := range map[string]string{"CRLF": strings.ReplaceAll(text, "\n", "\r\n"), "a mark": "\ufeff" + text} {
		if got := Read([]byte(data), nil).Hash; got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if Read([]byte(text+"more\n"), nil).Hash == want {
		t.Error("another text has the same hash")
	}
}

// TestLongParagraphsOfAnyScript: the limit is one of characters, as it says.
func TestLongParagraphsOfAnyScript(t *testing.T) {
	for _, letter := range []string{"a", "ä", "梯", "𝄞"} {
		if l := Read([]byte(head+"# T\n\n"+strings.Repeat(letter, maxParagraph)+"\n"), nil); len(l.Problems) > 0 {
			t.Errorf("%s: %v", letter, l.Problems)
		}
		if l := Read([]byte(head+"# T\n\n"+strings.Repeat(letter, maxParagraph+1)+"\n"), nil); len(l.Problems) != 1 {
			t.Errorf("%s, one more: %v", letter, l.Problems)
		}
	}
}
