package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"descentlab/app/census"
	"descentlab/app/cli/argv"
	"descentlab/app/cli/looking"
	"descentlab/app/cli/writing"
	"descentlab/app/export"
	"descentlab/app/words"
)

// runCensus takes the census of random critical points and prints how many of them are minima, by dimension.
func runCensus(args []string, out io.Writer) error {
	fs := argv.New("census")
	set := census.Usual()
	dims, outputs := fmt.Sprintf("%d..%d", set.From, set.To), argv.List{}
	fs.StringVar(&dims, "n", dims, words.T("dimensions, as 5 or 1..12; up to %d", census.MaxDim))
	argv.Whole(fs, &set.Count, "count", set.Count, words.T("random critical points in each, 1 to %d", census.MaxCount))
	argv.Seed(fs, &set.Seed, "seed", "seed of the random numbers, a whole number from 0")
	fs.Var(&outputs, "o", words.T("a file %s, or - for JSON", strings.Join(export.Census.Endings(), ", ")))
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
	if set.From, set.To, err = parseDims(dims); err != nil {
		return err
	}
	if err := set.Check(); err != nil {
		return argv.Faultf("census: -%v", err)
	}
	return writing.Made(out, export.Census, outputs, look, func(part func(float64)) (census.Census, error) {
		return census.Take(context.Background(), set, nil, part)
	}, printCensus)
}

// parseDims reads one number of dimensions, or the least and the greatest.
func parseDims(text string) (from, to int, err error) {
	first, last, several := strings.Cut(text, "..")
	if !several {
		last = first
	}
	from, wrong := strconv.Atoi(first)
	to, err = strconv.Atoi(last)
	if wrong != nil || err != nil {
		return 0, 0, argv.Faultf("census: -n %q: must be one number of dimensions or a range, as in 5 or 1..12", text)
	}
	return from, to, nil
}

func printCensus(out io.Writer, c census.Census) error {
	tell(out, "%s random critical points in each number of dimensions, seed %d\n",
		census.Grouped(c.Setting.Count), c.Setting.Seed)
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	tell(w, "n\tminima\tsaddles\tmaxima\tshare of minima\t95 % interval\texact\n")
	for _, r := range c.Rows {
		low, high := r.Interval()
		share := census.Rarity(r.Share())
		if r.Minima() == 0 {
			share = words.T("fewer than 1 in %s", census.Grouped(int(1/high)))
		}
		fmt.Fprintf(w, "%d\t%d\t%d\t%d\t%s\t%s – %s\t%s\n", r.Dim, r.Minima(), r.Saddles(), r.Index[r.Dim], share,
			census.Rarity(low), census.Rarity(high), census.Rarity(r.Expected()))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	last := c.Rows[len(c.Rows)-1]
	_, err := fmt.Fprintf(out, "\n%s\n%s\n", last.Sentence(), c.Sentence())
	return err
}
