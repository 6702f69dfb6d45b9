package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"descentlab/app/cli/argv"
	"descentlab/app/cli/looking"
	"descentlab/app/cli/writing"
	"descentlab/app/export"
	"descentlab/app/trainings"
	"descentlab/app/words"
	"descentlab/optim"
)

// runTrainings trains small networks many times each and tells how alike the losses are at which that ends.
func runTrainings(args []string, out io.Writer) error {
	fs := argv.New("trainings")
	set := trainings.Usual()
	hidden, racer, within, outputs := "3,4,8,16", set.Racer.String(), 100*set.Within, argv.List{}
	fs.StringVar(&hidden, "hidden", hidden,
		words.T("hidden units of each network, up to %d, with commas between", trainings.MaxHidden))
	argv.Whole(fs, &set.Runs, "runs", set.Runs, words.T("trainings of each network, 1 to %d", trainings.MaxRuns))
	argv.Whole(fs, &set.Steps, "steps", set.Steps, words.T("steps of a training, 1 to %d", trainings.MaxSteps))
	fs.StringVar(&racer, "racer", racer, "the optimizer, as 'adam lr=0.05'")
	argv.Real(fs, &within, "within", "so many per cent above the best loss count as about as good; 10 if it is not given")
	argv.Seed(fs, &set.Seed, "seed", "seed of the random starts, a whole number from 0")
	fs.Var(&outputs, "o", words.T("a file %s, or - for JSON", strings.Join(export.Trainings.Endings(), ", ")))
	var pictured looking.Flags
	pictured.Define(fs)
	pictured.DefineSize(fs)
	if err := argv.ParseAlone(fs, args); err != nil {
		return err
	}
	look, err := pictured.Look(argv.Given(fs), outputs)
	if err != nil {
		return err
	}
	set.Within = within / 100
	if set.Hidden, err = parseHidden(hidden); err != nil {
		return err
	}
	if set.Racer, err = optim.ParseSpec(racer); err != nil {
		return argv.Faultf("-racer %q: %v", racer, listing(err))
	}
	if err := set.Check(); err != nil {
		return argv.Faultf("trainings: -%v", err)
	}
	return writing.Made(out, export.Trainings, outputs, look, func(part func(float64)) (trainings.Study, error) {
		study, err := trainings.Make(context.Background(), set, nil, part)
		if err != nil {
			err = argv.Faultf("trainings: -%v", err)
		}
		return study, err
	}, printTrainings)
}

// parseHidden reads the sizes of networks.
func parseHidden(text string) ([]int, error) {
	var list []int
	for word := range strings.SplitSeq(text, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(word))
		if err != nil {
			return nil, argv.Faultf("trainings: -hidden %q: must be whole numbers with commas between, as in 2,4,8", text)
		}
		list = append(list, n)
	}
	return list, nil
}

func printTrainings(out io.Writer, s trainings.Study) error {
	tell(out, "%s of each network by %s, %s, seed %d\n",
		words.N(s.Setting.Runs, "%d training", "%d trainings", s.Setting.Runs), s.Setting.Racer,
		words.Steps(s.Setting.Steps), s.Setting.Seed)
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	tell(w, "hidden units\tweights\tbest loss\tmedian\tworst\twithin %s of the best\twithout mistakes\tsteepest end\n",
		words.Percent(s.Setting.Within))
	for _, n := range s.Nets {
		best, median, worst := "–", "–", "–"
		if list := n.Losses(); len(list) > 0 {
			best, median, worst = short(list[0]), short(list[len(list)/2]), short(list[len(list)-1])
		}
		fmt.Fprintf(w, "%d\t%d\t%s\t%s\t%s\t%d\t%d\t%s\n", n.Hidden, n.Weights(), best, median, worst, n.Near(),
			n.Faultless(), words.ShortTo(n.Steepest(), 2))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(out)
	for _, n := range s.Nets {
		fmt.Fprintln(out, n.Sentence())
	}
	if whole := s.Sentence(); whole != "" {
		fmt.Fprintln(out, whole)
	}
	return nil
}
