package provenance

import (
	"encoding/json"
	"reflect"
	"testing"

	"descentlab/app/lab/setup"
)

// TestListsAreReadAsTheyAreWritten, in their order.
func TestListsAreReadAsTheyAreWritten(t *testing.T) {
	doc := setup.Default()
	list := Of(&doc, nil)
	list.Add(`"quoted"`, "a\nb, ü")
	data, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	var got List
	if err := json.Unmarshal(data, &got); err != nil || !reflect.DeepEqual(got, list) {
		t.Errorf("%v, %v", got, err)
	}
	for _, wrong := range []string{"", "3", `{"a": 3}`, `{"a": "b"`} {
		if err := json.Unmarshal([]byte(wrong), &got); err == nil {
			t.Errorf("%q is read", wrong)
		}
	}
}
