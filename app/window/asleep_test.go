package window

import "testing"

// asleep has a saver write no more when the test ends, in whose folder it writes.
func asleep(t *testing.T, s *saver) *saver {
	t.Helper()
	t.Cleanup(func() {
		s.writes.Lock() // what is under way ends
		defer s.writes.Unlock()
		s.mu.Lock()
		defer s.mu.Unlock()
		s.path = ""
		if s.timer != nil {
			s.timer.Stop()
		}
	})
	return s
}
