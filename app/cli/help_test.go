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
	for text, says := range map[string]string{
		"-1": "must be from 0", "1.5": "not a whole number", "1,000": "write 1000", "18446744073709551616": "out of range",
		"": "not a whole",
	} {
		if _, err := cli(t, append(race, "-seed", text)...); ExitStatus(err) != 2 || !strings.Contains(err.Error(), says) {
			t.Errorf("-seed %s: %v", text, err)
		}
	}
	for _, start := range []string{"array([1., 2.])", "tensor([1.,2.])", "np.array([1, 2])"} {
		if got, err := cli(t, append(race, "-steps", "3", "-start", start)...); err != nil || !strings.Contains(got, "start (1, 2)") {
			t.Errorf("-start %s: %q, %v", start, got, err)
		}
	}
}

// TestOneOfAKind: of one step, run or start nothing is said as of many.
func TestOneOfAKind(t *testing.T) {
	for _, c := range []struct {
		says string
		args []string
	}{
		{"start (-1.6, 1.2), 1 step\n", []string{"race", "sphere", "-steps", "1"}},
		{"SGD, 1 run from a disc", []string{"swarm", "sphere", "-racer", "sgd", "-runs", "1", "-steps", "1"}},
		{"tuned from the start (-1.6, 1.2), 1 step\n", []string{"tune", "sphere", "-racer", "sgd", "-steps", "1", "-budget", "2"}},
		{"start (-1.6, 1.2), 2 steps\n", []string{"race", "sphere", "-steps", "2"}},
	} {
		if out, err := cli(t, c.args...); err != nil || !strings.Contains(out, c.says) {
			t.Errorf("%q: %q, %v, want %q", c.args, out, err, c.says)
		}
	}
	_, err := cli(t, "tune", "sphere", "-racer", "sgd", "-steps", "1", "-budget", "1", "-tune-starts", "2")
	if err == nil || !strings.Contains(err.Error(), "one trial, 1 step from 2 starts") {
		t.Error(err)
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
		{"here it is -racer 'adam lr=0.1'", []string{"race", "sphere", "-lr", "0.1"}},
		{"here it is -steps 1000", []string{"tune", "sphere", "-epochs", "5"}},
		{"here it is -start -1,1", []string{"race", "sphere", "-init", "1,1"}},
		{"unknown flag -q; 'descentlab race -h' lists all", []string{"race", "sphere", "-q", "1"}},
		{"unknown flag -epochs; 'descentlab at -h' lists all", []string{"at", "sphere", "-epochs", "1"}},
		{"did you mean \"sgd\"?", []string{"race", "sphere", "-racer", "gd lr=0.1"}},
		{"did you mean \"nesterov\"?", []string{"race", "sphere", "-racer", "NAG"}},
		{"\"adam lr=0.1\" comes near", []string{"race", "sphere", "-racer", "keras.optimizers.Adam(0.1)"}},
		{"unknown optimizer \"muon\"; 'descentlab optimizers' lists all", []string{"race", "sphere", "-racer", "muon"}},
		{"did you mean \"lr\"?", []string{"race", "sphere", "-racer", "adam eta=0.1"}},
		{"did you mean \"clip_norm\"?", []string{"race", "sphere", "-racer", "sgd grad_clip=1"}},
		{"steps: must be from 1 to 10000000; got 0", []string{"race", "sphere", "-steps", "0"}},
		{"steps: must be from 1 to 100000; got 0", []string{"tune", "sphere", "-racer", "sgd", "-steps", "0"}},
		{"a formula has no factorial", []string{"at", "x!", "1,1"}},
		{"derivatives follow by themselves", []string{"race", "x′"}},
		{"must be true or false", []string{"race", "sphere", "-maximize=ja"}},
		{"did you mean -param?", []string{"at", "a*x^2", "1,1", "-params", "a=2"}},
		{"expected name=number, as in a=2", []string{"at", "a*x^2", "1,1", "-param", "=2"}},
		{"a is given twice", []string{"at", "a*x^2", "1,1", "-param", "a=2", "-param", "a=3"}},
		{"expected name=number, as in a=2", []string{"at", "a*x^2", "1,1", "-param", "a=2,b=3"}},
		{"the only one is a", []string{"at", "a*x^2", "1,1", "-param", "b=2"}},
		{"exponential comes near", []string{"schedules", "MultiplicativeLR"}},
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
