//go:build !windows && !darwin && !js

package clipboard

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"

	"descentlab/app/words"
)

const png = "image/png"

// put asks the desktop: under Wayland by its own program, for who has no focus may put nothing there, else the X server.
func put(ctx context.Context, data []byte) error {
	if path := waylandTool("wl-copy"); path != "" {
		cmd := exec.CommandContext(ctx, path, "--type", png)
		cmd.Stdin = bytes.NewReader(data)
		return cmd.Run() // it goes on in the background, without what it has of this program's
	}
	if os.Getenv("DISPLAY") == "" {
		return errNowhere()
	}
	return own(data)
}

func get(ctx context.Context) ([]byte, error) {
	if path := waylandTool("wl-paste"); path != "" {
		var out bytes.Buffer
		cmd := exec.CommandContext(ctx, path, "--type", png)
		cmd.Stdout = &limited{&out, most + 1}
		if err := cmd.Run(); err != nil {
			return nil, ErrNone
		}
		return out.Bytes(), nil
	}
	if os.Getenv("DISPLAY") == "" {
		return nil, ErrNone
	}
	return ask(ctx)
}

// file has nothing to ask for: a copied file is a text, too.
func file(context.Context) string { return "" }

// waylandTool is where a program of wl-clipboard is, if it is there and needed; or "".
func waylandTool(name string) string {
	if os.Getenv("WAYLAND_DISPLAY") == "" {
		return ""
	}
	path, err := exec.LookPath(name)
	if err != nil {
		return ""
	}
	return path
}

func errNowhere() error {
	return words.Errorf("pictures cannot be put on this desktop's clipboard: install wl-clipboard, or save the picture")
}

// A limited writer takes so many bytes and then fails.
type limited struct {
	io.Writer
	room int
}

// Write writes what there is room for.
func (l *limited) Write(data []byte) (int, error) {
	if l.room -= len(data); l.room < 0 {
		return 0, io.ErrShortWrite
	}
	return l.Writer.Write(data)
}
