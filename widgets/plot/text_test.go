package plot

import (
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
)

func TestFontErrors(t *testing.T) {
	if _, err := NewFont(); err == nil {
		t.Error("no font at all is not an error")
	}
	_, err := NewFont(goregular.TTF, []byte("no font"))
	if err == nil || !strings.Contains(err.Error(), "font 2 of 2") {
		t.Errorf("a broken second font gives %v", err)
	}
}
