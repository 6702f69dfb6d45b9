package outcome

import "context"

// TryAll is Try however long it takes.
func (g Ground) TryAll(ctx context.Context, now []End) ([]Change, error) {
	return g.try(ctx, ctx, now)
}

// Kind is why somebody may want to try a change: "lower", "faster", "lost", "settling" or "another".
func (c *Change) Kind() string {
	return [...]string{"none", "lower", "faster", "lost", "settling", "another"}[c.kind]
}
