package page_test

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A browser is a page in a real Chromium without a window.
type browser struct {
	t   *testing.T
	ctx context.Context

	mu     sync.Mutex
	faults []string // what the console has, and what was asked of the network
}

// chromium is the browser of this machine; "" if there is none.
func chromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "headless-shell"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// started is one browser for all tests: each has a tab of its own.
var started = sync.OnceValues(func() (context.Context, error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium()))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // it starts for root in no other way
	}
	ctx, end := chromedp.NewExecAllocator(context.Background(), options...)
	stop = end
	ctx, _ = chromedp.NewContext(ctx)
	return ctx, chromedp.Do(ctx)
})

// stop ends it.
var stop = func() {}

func TestMain(m *testing.M) {
	code := m.Run()
	stop()
	os.Exit(code)
}

// opened opens a page in a window of so many pixels, for a reader who prefers what is said: "prefers-color-scheme=dark".
func opened(t *testing.T, html []byte, w, h int, prefers ...string) *browser {
	t.Helper()
	if chromium() == "" {
		t.Skip("no Chromium here; on Debian, apt-get install chromium brings one")
	}
	file := filepath.Join(t.TempDir(), "race.html")
	if err := os.WriteFile(file, html, 0o666); err != nil {
		t.Fatal(err)
	}
	ctx, err := started()
	if err != nil {
		t.Fatal(err)
	}
	ctx, end := chromedp.NewContext(ctx)
	t.Cleanup(end)
	b := &browser{t: t, ctx: ctx}
	t.Cleanup(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, fault := range b.faults {
			t.Error(fault)
		}
	})
	address := (&url.URL{Scheme: "file", Path: file}).String()
	if err := chromedp.Listen(ctx, func(e any) { b.hear(e, address) }); err != nil {
		t.Fatal(err)
	}
	var features []*emulation.MediaFeature
	for _, p := range prefers {
		name, value, _ := strings.Cut(p, "=")
		features = append(features, &emulation.MediaFeature{Name: name, Value: value})
	}
	_, err = chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features})
	if err == nil {
		_, err = chromedp.Call(ctx, network.Enable, network.EnableParams{})
	}
	if err != nil {
		t.Fatal(err)
	}
	b.do(chromedp.EmulateViewport(int64(w), int64(h)), chromedp.Navigate(address),
		chromedp.WaitReady(chromedp.CSS("html[data-ready]")))
	return b
}

// hear notes what a page should not do.
func (b *browser) hear(e any, own string) {
	fault := ""
	switch e := e.(type) {
	case *runtime.EventConsoleAPICalled:
		fault = "the console has something"
		for _, v := range e.Args {
			fault += " " + string(v.Value)
		}
	case *runtime.EventExceptionThrown:
		fault = "exception: " + e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			fault += " " + e.ExceptionDetails.Exception.Description
		}
	case *log.EventEntryAdded:
		fault = "the log has " + e.Entry.Text
	case *network.EventRequestWillBeSent:
		if address := e.Request.URL; address != own && !strings.HasPrefix(address, "data:") {
			fault = "it loads " + address
		}
	}
	if fault != "" {
		b.mu.Lock()
		b.faults = append(b.faults, fault)
		b.mu.Unlock()
	}
}

// do carries actions out.
func (b *browser) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, end := context.WithTimeout(b.ctx, time.Minute)
	defer end()
	if err := chromedp.Do(ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// ask evaluates an expression of the page's program.
func ask[T any](b *browser, format string, args ...any) T {
	b.t.Helper()
	ctx, end := context.WithTimeout(b.ctx, time.Minute)
	defer end()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](fmt.Sprintf(format, args...), chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s: %v", fmt.Sprintf(format, args...), err)
	}
	return v
}

// drawn waits until what has been asked for is drawn.
func (b *browser) drawn() {
	b.t.Helper()
	ask[bool](b, "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
}

// press presses a key.
func (b *browser) press(key string, modifiers ...chromedp.Modifier) {
	b.t.Helper()
	if key == " " { // chromedp sends its letter even if the page has taken the key, and the page would scroll
		for _, p := range []input.DispatchKeyEventParams{
			{Type: input.DispatchKeyEventTypeKeyDown, Key: key, Code: "Space", Text: key, WindowsVirtualKeyCode: 32},
			{Type: input.DispatchKeyEventTypeKeyUp, Key: key, Code: "Space", WindowsVirtualKeyCode: 32},
		} {
			if _, err := chromedp.Call(b.ctx, input.DispatchKeyEvent, p); err != nil {
				b.t.Fatal(err)
			}
		}
		b.drawn()
		return
	}
	b.do(chromedp.KeyEvent(key, chromedp.KeyModifiers(modifiers...)))
	b.drawn()
}

// point moves the mouse to a place in an element, by parts of its width and height.
func (b *browser) point(element string, u, v float64) {
	b.t.Helper()
	at := ask[[]float64](b, "(() => { const e = document.querySelector(%q); e.scrollIntoView({block: 'center'}); "+
		"const r = e.getBoundingClientRect(); return [r.left + r.width * %g, r.top + r.height * %g]; })()", element, u, v)
	b.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at[0], at[1]))
	b.drawn()
}

// step is where the playhead is.
func (b *browser) step() int { b.t.Helper(); return ask[int](b, "Math.floor(state.head)") }

// until waits for something to become true.
func (b *browser) until(what string) {
	b.t.Helper()
	for end := time.Now().Add(30 * time.Second); !ask[bool](b, "%s", what); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			b.t.Fatalf("it never comes to %s", what)
		}
	}
}
