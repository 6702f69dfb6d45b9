// Package pytorch lets tests ask the PyTorch of this machine, if there is one: what the program writes for other people
// to run is run.
package pytorch

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"sync"
	"testing"
)

// Run runs a Python program that reads JSON from its standard input, here in, and writes JSON, here into out. Where no
// Python has PyTorch the test is skipped. Importing it takes seconds, so a test should call Run once for all it asks.
func Run(t *testing.T, program string, in, out any) {
	t.Helper()
	Needed(t)
	data, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python(), "-c", program)
	var stderr bytes.Buffer
	cmd.Stdin, cmd.Stderr = bytes.NewReader(data), &stderr
	answer, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.Bytes())
	}
	if err := json.Unmarshal(answer, out); err != nil {
		t.Fatalf("%v in %.300q\n%s", err, answer, stderr.Bytes())
	}
}

// Needed skips a test where no Python has PyTorch, before it takes pains over what would be run.
func Needed(t *testing.T) {
	t.Helper()
	if python() == "" {
		t.Skip("no PyTorch here; on Debian, apt-get install python3-torch brings the version that is followed")
	}
}

// python is a Python that has PyTorch, "" if there is none. A version manager's may stand before the system's, for which Debian
// packages it.
var python = sync.OnceValue(func() string {
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(name, "-c", "import torch").Run() == nil {
			return name
		}
	}
	return ""
})
