package clipboard

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"descentlab/app/words"
)

// put lets the system's own scripts read the picture from a file.
func put(ctx context.Context, png []byte) error {
	return inFile(func(path string) error {
		if err := os.WriteFile(path, png, 0o600); err != nil {
			return err
		}
		return script(ctx, `set the clipboard to (read (POSIX file "`+path+`") as «class PNGf»)`)
	})
}

func get(ctx context.Context) (png []byte, err error) {
	err = inFile(func(path string) error {
		if script(ctx, `set f to open for access (POSIX file "`+path+`") with write permission`,
			`write (the clipboard as «class PNGf») to f`, `close access f`) != nil {
			return ErrNone
		}
		png, err = os.ReadFile(path)
		return err
	})
	return png, err
}

// file asks the system's scripts, which give a newline more.
func file(ctx context.Context) string {
	out, err := exec.CommandContext(ctx, "osascript", "-e", `POSIX path of (the clipboard as «class furl»)`).Output()
	if err != nil {
		return ""
	}
	return strings.TrimSuffix(string(out), "\n")
}

// inFile gives a name in a folder that nobody else has, which goes afterwards.
func inFile(do func(path string) error) error {
	dir, err := os.MkdirTemp("", "descentlab")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	return do(filepath.Join(dir, "picture.png"))
}

func script(ctx context.Context, lines ...string) error {
	var args []string
	for _, line := range lines {
		args = append(args, "-e", line)
	}
	if out, err := exec.CommandContext(ctx, "osascript", args...).CombinedOutput(); err != nil {
		return words.Errorf("the clipboard: %w: %s", err, out)
	}
	return nil
}
