// Command licences writes resources/licences.txt: the licences of everything that is in the program, module by module. It is to
// be run whenever a module is added, dropped or updated; a test says so.
package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
)

func main() {
	text, err := collect("linux", "windows", "darwin")
	if err == nil {
		err = os.WriteFile("resources/licences.txt", text, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
}

// collect is the text for the program as it is built for some systems.
func collect(systems ...string) ([]byte, error) {
	modules, err := modulesOf(systems)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	for _, m := range modules {
		texts, err := m.licences()
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&out, "%s\n", strings.TrimSpace("== "+m.Path+" "+m.Version))
		for _, t := range texts {
			fmt.Fprintf(&out, "\n-- %s\n\n%s\n", t.name, t.text)
		}
		out.WriteString("\n")
	}
	return out.Bytes(), nil
}
