package curve

import (
	"fmt"
	"path/filepath"
	"strings"

	model "descentlab/app/curve"
	"descentlab/app/export"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

// table is what there is to export: all steps that have been made.
func (r *Room) table() export.CurveTable {
	s := r.lab.State()
	return export.CurveTable{State: s, Steps: max(s.Done, 1)}
}

// Copy puts the table on the clipboard, with tabs between.
func (r *Room) Copy() {
	var b strings.Builder
	b.WriteString("step\tw\tloss\tslope\teta*slope\tnew w\n")
	s := r.lab.State()
	for _, row := range s.Runs[0].Rows(s.Done) {
		fmt.Fprintf(&b, "%d\t%v\t%v\t%v\t%v\t%v\n", row.Step, row.W, row.Loss, row.Slope, row.Move(), row.New)
	}
	r.desk.Copy(b.String())
}

// files are what the File menu offers.
func (r *Room) files() []desk.Command {
	group := words.T("File")
	return append([]desk.Command{
		{Name: words.T("New curve, as at the first start"), Group: group, File: true, Do: func() {
			r.edit("", func(d *model.Document) { *d = model.Default() })
		}},
		{Name: words.T("Open curve …"), Group: group, File: true, Rule: true, Keys: []string{"Ctrl+O"}, Do: r.desk.OpenAny},
		{Name: words.T("Save curve …"), Group: group, File: true, Keys: []string{"Ctrl+S"}, Do: r.save},
		{Name: words.T("Copy link, with QR code …"), Group: group, File: true, Keys: []string{"Ctrl+L"},
			Do: func() { r.desk.CopyLink(r.lab.State().Doc) }},
	}, desk.ExportCommands(r.desk)...)
}

var _ desk.Exporter = (*Room)(nil)

// Exports are the curve with the table of its steps.
func (r *Room) Exports() ([]export.Offer, string) {
	table, err := r.table().Apart()
	if err != nil {
		return nil, "" // it has been checked
	}
	return []export.Offer{export.Curve.Made("curve", words.T("Curve"), "curve", table)}, "curve"
}

var _ desk.Reader = (*Room)(nil)

// Read puts a curve with its balls in the place of those that are there. What is wrong with the text changes nothing.
func (r *Room) Read(name string, text []byte) bool {
	doc, err := model.Parse(name, text)
	if err != nil {
		r.desk.Say(err)
		return false
	}
	r.home = "" // seen in its own window
	r.edit("", func(d *model.Document) { *d = doc })
	return true
}

// save asks where to write the curve with its balls.
func (r *Room) save() {
	r.desk.Save(words.T("Save curve"), "curve.descent.json", func(path string) (func(export.Hearers) error, error) {
		if ext := filepath.Ext(path); !strings.EqualFold(ext, ".json") {
			return nil, words.Errorf("a curve is a .json file; this name ends in %q", ext)
		}
		doc := r.lab.State().Doc
		return func(export.Hearers) error { return model.Save(path, doc) }, nil
	})
}
