package cli

import (
	"context"
	"io"

	"descentlab/app/cli/argv"
	"descentlab/app/cli/writing"
	"descentlab/app/export"
	"descentlab/app/lab"
)

// writeView writes the picture of a race in another view than the map: of racer number of, at a step that is left.
func writeView(out io.Writer, in raceInput, mode string, of, at int) error {
	if len(in.outputs) == 0 {
		return argv.Faultf("-mode %s: a picture is made; give -o FILE.png with it", mode)
	}
	kind, want := export.Sides, lab.WantSeen
	switch mode {
	case "charts":
		kind = export.Charts
	case "rates":
		kind, want = export.Rates, lab.WantPlaces
	case "step":
		if of < 1 || of > len(in.doc.Racers) {
			return argv.Faultf("-of: must be from 1 to %d; got %d", len(in.doc.Racers), of)
		}
		if at >= in.doc.Steps {
			return argv.Faultf("-at: must be from 0 to %d; got %d", in.doc.Steps-1, at)
		}
		want = lab.WantAll
	}
	if err := writing.Check(kind, in.outputs); err != nil {
		return err
	}
	if err := checkLength(in.doc, in.outputs); err != nil {
		return err
	}
	t := writing.NewTeller()
	r, err := lab.Prepare(context.Background(), in.doc, want, t.Part)
	t.Clear()
	if err != nil {
		return err
	}
	if mode == "step" {
		return writing.Write(out, export.Steps, in.outputs, in.look, export.Step{Run: r, Slot: in.doc.Racers[of-1].Slot, Step: at})
	}
	return writing.Write(out, kind, in.outputs, in.look, r)
}
