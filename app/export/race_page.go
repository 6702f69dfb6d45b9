package export

import (
	"descentlab/app/export/page"
	"descentlab/app/export/provenance"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

var _ = Race.With(".html", racePage)

// racePage is a race as a page for a browser that plays by itself.
func racePage(out *Output, r lab.Run) error {
	_, rows, err := raceFacts(r, func(text string) string { return text })
	if err != nil {
		return err
	}
	facts := make([]page.Fact, len(rows))
	for i, row := range rows {
		facts[i] = page.Fact{Name: row[0], Value: row[1]}
	}
	return page.Write(out.ctx, out, r, plot.Colours(out.look.Colours), facts, func(part float64) { _ = out.reached(part) })
}

// raceFacts are a race's title and the rows of what it follows from, with what was normalised and clipped; code marks what stands
// as it is typed.
func raceFacts(r lab.Run, code func(text string) string) (title string, rows [][]string, err error) {
	title, rows, err = reportSettings(r, code)
	return title, append(rows, []string{words.T("normalised"), provenance.Normalised(&r.Doc, provenance.Reader)},
		[]string{words.T("clipped"), provenance.Clipped(&r.Doc, r.Field.Probe, provenance.Reader)}), err
}
