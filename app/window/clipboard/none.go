//go:build js

package clipboard

import (
	"context"

	"descentlab/app/words"
)

func put(context.Context, []byte) error {
	return words.Errorf("pictures cannot be put on the clipboard of a browser: save the picture")
}

func get(context.Context) ([]byte, error) { return nil, ErrNone }

func file(context.Context) string { return "" }
