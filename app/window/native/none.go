//go:build js

package native

import "context"

// Possible is false: there are none on this system.
func Possible() bool { return false }

// Open says so.
func Open(context.Context, Wish) (string, error) { return "", ErrNone }

// Folder says so.
func Folder(context.Context, Wish) (string, error) { return "", ErrNone }

// Save says so.
func Save(context.Context, Wish) (string, error) { return "", ErrNone }
