package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestHelpOfACommand: every command tells what each of its flags means, however it is asked.
func TestHelpOfACommand(t *testing.T) {
	for _, c := range commands() {
		asked, err := cli(t, c.name, "-h")
		if err != nil || !strings.HasPrefix(asked, "usage: descentlab "+c.name) || !strings.Contains(asked, "\n  -") {
			t.Errorf("%s -h: %q, %v", c.name, asked, err)
		}
		for _, args := range [][]string{{"help", c.name}, {c.name, "x", "--help"}, {c.name, "-help"}} {
			if got, err := cli(t, args...); err != nil || got != asked {
				t.Errorf("%q: %q, %v", args, got, err)
			}
		}
	}
	for _, flag := range []string{"  -racer ", "  -steps ", "  -maximize "} {
		if got, _ := cli(t, "race", "-h"); !strings.Contains(got, flag) {
			t.Errorf("race -h lacks %q", flag)
		}
	}
}

// TestSpellingsOfNumbers: what can be meant in one way only is read, what can be meant otherwise is refused.
func TestSpellingsOfNumbers(t *testing.T) {
	race := []string{"race", "sphere", "-racer", "sgd"}
	for text, steps := range map[string]string{"010": " 10 steps", "1_0": " 10 steps", "1e1": " 10 steps", "10.0": " 10 steps"} {
		if got, err := cli(t, append(race, "-steps", text)...); err != nil || !strings.Contains(got, steps) {
			t.Errorf("-steps %s: %q, %v", text, got, err)
		}
	}
	for text, says := range map[string]string{
		"1.000": "write 1000 without marks", "1,000": "write 1000 without marks", "1 000": "write 1000", "1.5": "not a whole number",
	} {
		_, err := cli(t, append(race, "-steps", text)...)
		if err == nil || ExitStatus(err) != 2 || !strings.Contains(err.Error(), says) {
			t.Errorf("-steps %s: %v", text, err)
		}
	}
	for _, c := range [][3]string{
		{"-noise", "0,5", "0.5"}, {"-turn", "20°", "20"}, {"-turn", "180/9", "20"}, {"-stretch", "1,5", "1.5"},
		{"-noise", "1e-3", "0.001"},
	} {
		got, err := cli(t, append(race, "-steps", "3", c[0], c[1])...)
		want, err2 := cli(t, append(race, "-steps", "3", c[0], c[2])...)
		if err != nil || err2 != nil || got != want {
			t.Errorf("%q: %q, %v, want %q, %v", c, got, err, want, err2)
		}
	}
	for _, start := range []string{"array([1., 2.])", "tensor([1.,2.])", "np.array([1, 2])"} {
		if got, err := cli(t, append(race, "-steps", "3", "-start", start)...); err != nil || !strings.Contains(got, "start (1, 2)") {
			t.Errorf("-start %s: %q, %v", start, got, err)
		}
	}
}

// TestWordsForMistakes: the message tells what would be right.
func TestWordsForMistakes(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "x.csv")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		says string
		args []string
	}{
		{"must be true or false", []string{"race", "sphere", "-maximize=ja"}},
		{"did you mean -param?", []string{"at", "a*x^2", "1,1", "-params", "a=2"}},
		{"expected name=number, as in a=2", []string{"at", "a*x^2", "1,1", "-param", "=2"}},
		{"expected name=number, as in a=2", []string{"at", "a*x^2", "1,1", "-param", "a=2,b=3"}},
		{"the only one is a", []string{"at", "a*x^2", "1,1", "-param", "b=2"}},
		{"step comes near", []string{"schedules", "ReduceLROnPlateau"}},
		{"lbfgs comes near", []string{"optimizers", "torch.optim.LBFGS"}},
		{"maximize needs a value, as in maximize=true", []string{"race", "sphere", "-racer", "adam maximize"}},
		{"lr needs a value, as in lr=0.05", []string{"race", "sphere", "-racer", "adam lr"}},
		{"the name of a file is needed", []string{"race", "sphere", "-o", ""}},
		{"a name with an ending is needed", []string{"race", "sphere", "-o", "result"}},
		{"this is a folder", []string{"race", "sphere", "-o", folder}},
		{`momentum has no knob "schedule"; the knobs are`, []string{"plane", "sphere", "-racer", "momentum", "-x", "schedule:0..1",
			"-y", "lr:0.1..1"}},
		{"is set twice", []string{"race", "sphere", "-racer", "adam learning_rate=0.1 lr=0.2"}},
	} {
		if out, err := cli(t, c.args...); err == nil || ExitStatus(err) != 2 || out != "" || !strings.Contains(err.Error(), c.says) ||
			strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %q, %v, want %q", c.args, out, err, c.says)
		}
	}
	table := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(table, []byte("a,b\n1,2\n3,4\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for says, args := range map[string][]string{
		"is a file of examples: drop it on the window":          {table},
		"-racer is a flag of races: descentlab race -racer sgd": {"-racer", "sgd"},
		"unknown flag -foo": {"-foo"},
	} {
		if _, err := WindowArgs(args); ExitStatus(err) != 2 || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, want %q", args, err, says)
		}
	}
	keras, err := cli(t, "race", "sphere", "-racer", "adam learning_rate=0.1 beta_1=0.8 epsilon=1e-7", "-o", "-")
	ours, err2 := cli(t, "race", "sphere", "-racer", "adam lr=0.1 beta1=0.8 eps=1e-7", "-o", "-")
	if err != nil || err2 != nil || keras != ours {
		t.Errorf("Keras' names: %v, %v", err, err2)
	}
}
