package native

import (
	"context"
	"os/exec"
)

// Possible tells whether the system's scripts are there.
func Possible() bool {
	_, err := exec.LookPath(scripting)
	return err == nil
}

// Open lets the user choose a file; "" if none was chosen. It waits for the user.
func Open(ctx context.Context, w Wish) (path string, err error) { return run(ctx, scriptOpen, w) }

// Folder lets the user choose a folder.
func Folder(ctx context.Context, w Wish) (path string, err error) { return run(ctx, scriptFolder, w) }

// Save lets the user say where a file goes, which may be there already: the dialog has asked whether it may be replaced.
func Save(ctx context.Context, w Wish) (path string, err error) { return run(ctx, scriptSave, w) }
