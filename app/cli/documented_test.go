package cli

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestDocumentedCommands: the commands that the documents show are there, with the flags that they are shown with.
func TestDocumentedCommands(t *testing.T) {
	quoted, flag := regexp.MustCompile(`'[^']*'`), regexp.MustCompile(` (-[a-z][a-z-]*)`)
	seen := 0
	for _, name := range []string{"../../README.md", "../../docs/COMMANDS.md", "../../docs/GUIDE.md"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		whole := strings.ReplaceAll(string(text), "\\\n", " ")
		for line := range strings.SplitSeq(whole, "\n") {
			words := strings.Fields(line)
			if len(words) < 2 || words[0] != "descentlab" {
				continue
			}
			seen++
			help, err := cli(t, words[1], "-h")
			if err != nil || !strings.HasPrefix(help, "usage: descentlab "+words[1]) {
				t.Errorf("%s: %s: no such command: %v", name, line, err)
				continue
			}
			for _, m := range flag.FindAllStringSubmatch(quoted.ReplaceAllString(line, "''"), -1) {
				if !strings.Contains(help, "\n  "+m[1]) {
					t.Errorf("%s: %s: %s has no %s", name, line, words[1], m[1])
				}
			}
		}
	}
	if seen < 30 {
		t.Errorf("found only %d commands", seen)
	}
}
