package window

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"descentlab/app/export"
	"descentlab/app/window/desk/desktest"
)

func TestPointsExport(t *testing.T) {
	session := freshSession()
	session.Experiment = desktest.Experiment(t, "himmelblau", 50, "sgd lr=0.01")
	u := newTestUI(t, session)
	path := filepath.Join(t.TempDir(), "points.csv")
	if err := written(u.planPoints, path); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) != 10 || rows[5][0] != "S1" || rows[5][1] != "saddle" {
		t.Errorf("%v, %v", rows, err)
	}
	path = filepath.Join(t.TempDir(), "points.json")
	if err := written(u.planPoints, path); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	var file export.PlacesJSON
	if err == nil {
		err = json.Unmarshal(data, &file)
	}
	index := file.Index
	if err != nil || len(file.Points) != 9 || file.Points[0].Name != "A" || index.Verdict != "complete" || *index.Turns != 1 {
		t.Errorf("%+v, %v", file, err)
	}
	if err := written(u.planPoints, "points.png"); err == nil || !strings.Contains(err.Error(), ".csv") {
		t.Errorf("another format: %v", err)
	}
}
