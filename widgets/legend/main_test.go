package legend

import (
	"os"
	"testing"

	"descentlab/widgets/widgettest"
)

func TestMain(m *testing.M) { os.Exit(widgettest.Main(m)) }
