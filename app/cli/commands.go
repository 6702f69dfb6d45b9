package cli

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"descentlab/app/cli/argv"
	"descentlab/app/cli/looking"
	"descentlab/app/cli/origin"
	"descentlab/app/export"
	"descentlab/app/gallery"
	"descentlab/app/lab/session"
	"descentlab/app/lab/setup"
	"descentlab/app/language"
	"descentlab/app/share"
	"descentlab/app/words"
	"descentlab/surfaces"
)

// A command is one word of the command line.
type command struct {
	name, usage string
	run         func(args []string, out io.Writer) error
}

// commands is the whole command line; one more command is one more entry.
func commands() []command {
	return []command{
		{"race", "race NAME | 'EXPR' | FILE [-param k=v] [-view x0,x1,y0,y1] [-turn DEGREES] [-stretch DOUBLINGS] " +
			"[-start x,y] [-bounds x0,x1,y0,y1] [-steps N] [-racer 'adam lr=0.06'] [-maximize] [-data FILE.csv] " +
			"[-columns x1,y] [-half] [-weights u,v] [-batch B] [-noise S] [-seed N] [-mode overlay|relief|side|charts|rates|step] " +
			looking.UsageSize + " " + looking.Usage + " " + looking.UsageMoving + " [-o " + export.Race.Usage() + "]", runRace},
		{"basins", "basins NAME | 'EXPR' | FILE -racer 'adam lr=0.06' [-bounds x0,x1,y0,y1] [-cells N] [-size WxH] [-steps N] " +
			"[-o " + export.Maps.Usage() + "]", runBasins},
		{"plane", "plane NAME | 'EXPR' | FILE -racer momentum -x lr:1e-4..1:log -y momentum:0..0.999 | noise:0..2 | " +
			"batch:1..100:log [-start x,y] [-bounds x0,x1,y0,y1] [-cells N] [-size WxH] [-o " + export.Maps.Usage() + "]", runPlane},
		{"tune", "tune NAME | 'EXPR' | FILE -racer adam -racer momentum [-knobs lr,momentum] [-tune-starts K] [-budget N] " +
			"[-starts N] [-from window|painted] [-seeds M] [-bounds x0,x1,y0,y1] [-o " + export.Fair.Usage() + "]", runTune},
		{"swarm", "swarm NAME | 'EXPR' | FILE -racer 'adam lr=0.06' [-start x,y] [-from disc|ring|grid|painted] [-radius R] " +
			"[-runs N] [-noise S] [-bounds x0,x1,y0,y1] [-o " + export.Swarms.Usage() + "]", runSwarm},
		{"curve", "curve [NAME | 'EXPR in w' | FILE] [-start w] [-steps N] [-racer 'sgd lr=6'] [-seed N]" +
			" [-o " + export.Curve.Usage() + "]",
			runCurve},
		{"census", "census [-n 1..12] [-count N] [-seed N] [-o " + export.Census.Usage() + "]", runCensus},
		{"trainings", "trainings [-hidden 3,4,8,16] [-runs N] [-steps N] [-racer 'adam lr=0.05'] [-within PERCENT] [-seed N] " +
			"[-o " + export.Trainings.Usage() + "]", runTrainings},
		{"bench", "bench [FILE] [-suite bbob|catalogue|FOLDER] [-racer 'adam lr=0.05'] [-budget N] [-instances N] [-tuning TRIALS] " +
			"[-o " + export.Bench.Usage() + "]", runBench},
		{"surfaces", "surfaces [NAME] [-param k=v] [-view x0,x1,y0,y1] [-turn DEGREES] [-stretch DOUBLINGS] [-json]", runSurfaces},
		{"optimizers", "optimizers [NAME] [-json]", runOptimizers},
		{"schedules", "schedules [NAME] [-json]", runSchedules},
		{"share", "share NAME | 'EXPR' | FILE [as race: -start, -steps, -racer ...] [-o " + export.Shared.Usage() + "]", runShare},
		{"experiments", "experiments [KEY | FILE | WORDS] [-tag TAG] [-check] [-json]", runExperiments},
		{"at", "at NAME | 'EXPR' x,y [-data FILE.csv] [-columns x1,y] [-param k=v] [-turn DEGREES] [-stretch DOUBLINGS] " +
			"[-json]", runAt},
		{"critical", "critical NAME | 'EXPR' [-data FILE.csv] [-columns x1,y] [-param k=v] [-view x0,x1,y0,y1] " +
			"[-bounds x0,x1,y0,y1] [-turn DEGREES] [-stretch DOUBLINGS] [-json]", runCritical},
		{"saddles", "saddles NAME | 'EXPR' [-data FILE.csv] [-columns x1,y] [-param k=v] [-view x0,x1,y0,y1] " +
			"[-turn DEGREES] [-stretch DOUBLINGS] [-json]", runSaddles},
		{"lesson", "lesson [check] [NAME | FILE.md] [-width N]", runLesson},
		{"grade", "grade NAME | FILE.md HANDINS... [-o " + export.Marks.Usage() + "]", runGrade},
		{"version", "version [-json]", origin.Version},
		{"licences", "licences [-names]", origin.Licences},
	}
}

// isFormulaWord tells whether a word that is no command is a surface or a formula.
func isFormulaWord(word string) bool {
	if _, err := surfaces.Lookup(word); err == nil {
		return true
	}
	return isFormulaText(word, nil) && !argv.IsFlag(word)
}

func usage() string {
	var b strings.Builder
	b.WriteString(words.T("Descent Lab: see how optimizers descend.\n\n"))
	b.WriteString(words.T("  descentlab                 open the window\n" +
		"  descentlab FILE            open an experiment, a curve or a lesson in the window, or a picture of one\n" +
		"  descentlab 'descentlab:…'  open an experiment's link\n" +
		"  descentlab KEY             open one of 'descentlab experiments'\n"))
	b.WriteString("      -theme dark|light|system  -mode overlay|side|relief  -size 1440x900  -scale 2\n" +
		"      -language " + strings.Join(language.Keys(), "|") + "\n" +
		"      -room " + strings.Join(setup.RoomKeys, "|") + "\n" +
		"      -show " + strings.Join(session.Shows, "|") + "  -large  -screenshot FILE.png\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "  descentlab %s\n", c.usage)
	}
	b.WriteString(words.T("\nNAME is a surface from 'descentlab surfaces', EXPR a formula as people write it: 'x^2 - y^2', " +
		"'2x² + |y|', " +
		"LaTeX,\nPython; free letters are parameters, -param a=2. -surface NAME and -formula 'EXPR' say the same.\n" +
		"A racer is written as 'adam lr=0.1 schedule=cosine', or as in Python: " +
		"'torch.optim.Adam(params, lr=0.1) StepLR(step_size=30)'.\n"))
	b.WriteString(words.T("\n'descentlab COMMAND -h' tells what its flags mean.\n"))
	b.WriteString(words.T("\nBad input is told in one line on standard error, with exit status 2, and nothing is written.\n" +
		"Whoever stops a command with ^C finds nothing half-written; its exit status is 130.\n"))
	return b.String()
}

// Run runs the command that args names. handled is false if they name none: they are for the window then. What could not be
// written to out is an error.
func Run(args []string, out io.Writer) (handled bool, err error) {
	w := &written{Writer: out}
	handled, err = dispatch(args, w)
	return handled, cmp.Or(err, w.fault)
}

// help prints what a command takes, or what all of them do.
func help(out io.Writer, of []string) error {
	for _, c := range commands() {
		if len(of) > 0 && c.name == of[0] {
			return helpOf(out, c)
		}
	}
	_, err := io.WriteString(out, usage())
	return err
}

// dispatch is Run, without a look at what became of the output.
func dispatch(args []string, out io.Writer) (handled bool, err error) {
	if len(args) == 0 {
		return false, nil
	}
	word := args[0]
	if argv.IsHelp(word) || word == "help" {
		return true, help(out, args[1:])
	}
	if argv.IsVersion(word) {
		return true, origin.Version(args[1:], out)
	}
	var names []string
	for _, c := range commands() {
		if c.name == word {
			if slices.ContainsFunc(args[1:], argv.IsHelp) {
				return true, helpOf(out, c)
			}
			return true, c.run(args[1:], out)
		}
		names = append(names, c.name)
	}
	if slices.ContainsFunc(args, argv.IsHelp) {
		return true, help(out, nil)
	}
	if _, err := gallery.Find(word); err == nil {
		return false, nil
	}
	if _, err := os.Stat(word); err == nil || share.IsLink(word) || strings.HasPrefix(word, "-") && !isFormulaWord(word) {
		return false, nil
	}
	if isFormulaWord(word) {
		return true, argv.Faultf("no command or file %q; to race on it: descentlab race '%s'", word, word)
	}
	if !strings.ContainsAny(word, "./\\") {
		for _, e := range gallery.All() {
			names = append(names, e.Key)
		}
		wrong := argv.Faultf("no command or file %q%s", word, argv.DidYouMean(word, names))
		return true, argv.Faultf("%v%s'descentlab help' lists the commands", wrong, argv.Pause(wrong))
	}
	return false, nil
}
