package widgets

import (
	"os"
	"testing"
	"time"
)

// No test waits for a clock. A timer that one test has left running would act on the goroutine of its own, beside the
// next test: the test driver knows no main goroutine. What is to run after a while never runs, unless a test asks for it
// (waits).
func TestMain(m *testing.M) {
	after = func(time.Duration, func()) (cancel func()) { return func() {} }
	os.Exit(m.Run())
}
