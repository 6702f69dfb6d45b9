package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"descentlab/app/export"
	"descentlab/app/lab"
)

// A command is one word of the command line.
type command struct {
	name, usage string
	run         func(args []string, out io.Writer) error
}

// commands is the whole command line; one more command is one more entry.
func commands() []command {
	return []command{
		{"race", "race -surface NAME | -formula 'EXPR' [-param k=v] [-view x0,x1,y0,y1] [-turn DEGREES] [-stretch DOUBLINGS] " +
			"[-start x,y] [-steps N] [-racer 'adam lr=0.06'] [-data FILE.csv] [-batch B] [-noise S] [-seed N] " +
			"[-o " + export.Race.Usage() + "] | race FILE", runRace},
		{"basins", "basins -surface NAME | -formula 'EXPR' -racer 'adam lr=0.06' [-size N] [-steps N] " +
			"[-o " + export.Maps.Usage() + "] | basins FILE", runBasins},
		{"plane", "plane -surface NAME -racer momentum -x lr:1e-4..1:log -y momentum:0..0.999 | noise:0..2 | batch:1..100:log " +
			"[-start x,y] [-size N] [-o " + export.Maps.Usage() + "]", runPlane},
		{"tune", "tune -surface NAME -racer adam -racer momentum [-knobs lr,momentum] [-tune-starts K] [-budget N] [-starts N] " +
			"[-from window|painted] [-seeds M] [-o " + export.Fair.Usage() + "] | tune FILE", runTune},
		{"swarm", "swarm -surface NAME -racer 'adam lr=0.06' [-start x,y] [-from disc|ring|grid|painted] [-radius R] [-runs N] " +
			"[-noise S] [-o " + export.Swarms.Usage() + "] | swarm FILE", runSwarm},
		{"surfaces", "surfaces [NAME] [-param k=v] [-view x0,x1,y0,y1] [-turn DEGREES] [-stretch DOUBLINGS] [-json]", runSurfaces},
		{"optimizers", "optimizers [NAME] [-json]", runOptimizers},
		{"at", "at -formula 'EXPR' | -surface NAME [-data FILE.csv] [-param k=v] [-turn DEGREES] [-stretch DOUBLINGS]  x,y [-json]",
			runAt},
		{"critical", "critical -formula 'EXPR' | -surface NAME [-data FILE.csv] [-param k=v] [-view x0,x1,y0,y1] [-turn DEGREES] " +
			"[-stretch DOUBLINGS] [-json]", runCritical},
		{"saddles", "saddles -formula 'EXPR' | -surface NAME [-data FILE.csv] [-param k=v] [-view x0,x1,y0,y1] [-turn DEGREES] " +
			"[-stretch DOUBLINGS] [-json]", runSaddles},
	}
}

func usage() string {
	var b strings.Builder
	b.WriteString("Descent Lab: see how optimizers descend.\n\n")
	b.WriteString("  descentlab                 open the window\n  descentlab FILE            open an experiment in the window\n")
	b.WriteString("      -theme dark|light|system  -mode overlay|side  -size 1440x900  -scale 2\n" +
		"      -show " + strings.Join(lab.Shows, "|") + "  -large  -screenshot FILE.png\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "  descentlab %s\n", c.usage)
	}
	b.WriteString("\nBad input is told in one line on standard error, with exit status 2, and nothing is written.\n")
	return b.String()
}

// Run runs the command that args names. handled is false if they name none: they are for the window then.
func Run(args []string, out io.Writer) (handled bool, err error) {
	if len(args) == 0 {
		return false, nil
	}
	word := args[0]
	if slices.Contains([]string{"help", "-h", "-help", "--help"}, word) {
		_, err := io.WriteString(out, usage())
		return true, err
	}
	var names []string
	for _, c := range commands() {
		if c.name == word {
			if slices.ContainsFunc(args[1:], func(a string) bool { return a == "-h" || a == "-help" || a == "--help" }) {
				_, err := fmt.Fprintf(out, "usage: descentlab %s\n", c.usage)
				return true, err
			}
			return true, c.run(args[1:], out)
		}
		names = append(names, c.name)
	}
	if !strings.HasPrefix(word, "-") && !strings.ContainsAny(word, "./\\") {
		return true, usagef("no command or file %q%s; 'descentlab help' lists the commands", word, didYouMean(word, names))
	}
	return false, nil
}
