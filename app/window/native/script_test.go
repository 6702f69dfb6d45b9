//go:build !windows && !js

package native

import (
	"context"
	"encoding/json"
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// TestScripted: what a script is told of a wish.
func TestScripted(t *testing.T) {
	dir := t.TempDir()
	endings := []Filter{{"Experiments", []string{".json", ".csv"}}, {"All files", []string{""}}}
	for _, c := range []struct {
		command string
		wish    Wish
		want    scripted
	}{
		{scriptOpen, Wish{Title: "Open", Folder: dir, Filters: endings},
			scripted{Ask: "chooseFile", Prompt: "Open", Folder: dir, Types: []string{".", "json", "csv"}}},
		{scriptOpen, Wish{Filters: endings[1:], Name: "no"}, scripted{Ask: "chooseFile"}},
		{scriptFolder, Wish{Title: "Choose", Folder: dir + "/gone", Filters: endings}, scripted{Ask: "chooseFolder", Prompt: "Choose"}},
		{scriptSave, Wish{Title: "Save", Folder: "elsewhere", Name: `a "b" ä.json`, Filters: endings},
			scripted{Ask: "chooseFileName", Prompt: "Save", Name: `a "b" ä.json`}},
	} {
		if got := scriptedBy(c.command, c.wish); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v is told as %+v, want %+v", c.wish, got, c.want)
		}
	}
}

// stage puts a made-up osascript on the path, which does what is said.
func stage(t *testing.T, does string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, scripting), []byte("#!/bin/sh\n"+does+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(filepath.ListSeparator)+os.Getenv("PATH"))
	return dir
}

// TestScriptAsks: the wish is an argument beside the script, whatever is in it; what is chosen comes back to the letter.
func TestScriptAsks(t *testing.T) {
	dir := stage(t, `cd "$(dirname "$0")"; for a; do printf '%s\0' "$a"; done >args; printf '%s\n' '{"path":"/tmp/a \"ä\"\n.json"}'`)
	w := Wish{Title: `"); app.quit(); ("`, Name: "$(reboot) 'x'.json"}
	path, err := run(t.Context(), scriptSave, w)
	if err != nil || path != "/tmp/a \"ä\"\n.json" {
		t.Errorf("%q, %v", path, err)
	}
	said, err := os.ReadFile(filepath.Join(dir, "args"))
	if err != nil {
		t.Fatal(err)
	}
	args := strings.Split(strings.TrimSuffix(string(said), "\x00"), "\x00")
	if len(args) != 5 || !reflect.DeepEqual(args[:4], []string{"-l", "JavaScript", "-e", script}) {
		t.Fatalf("it is called with %q", args)
	}
	var told scripted
	want := scripted{Ask: "chooseFileName", Prompt: w.Title, Name: w.Name}
	if err := json.Unmarshal([]byte(args[4]), &told); err != nil || !reflect.DeepEqual(told, want) {
		t.Errorf("it is told %s, want %+v", args[4], want)
	}
}

// TestScriptAnswers: to give up is no error; what is wrong is told.
func TestScriptAnswers(t *testing.T) {
	for does, says := range map[string]string{
		`echo '{"path":""}'`: "",
		`echo '75:98: execution error: Error: User canceled. (-128)' >&2; exit 1`: "",
		`echo 'fault: Error: Not allowed. (-1743)' >&2; exit 1`:                   "does not open: fault: Error: Not allowed. (-1743)",
		`exit 3`:                     "does not open: exit status 3",
		`echo`:                       "answer that is none",
		`echo '{}'`:                  "answer that is none",
		`echo '{"path":"relative"}'`: "answer that is none",
	} {
		stage(t, does)
		path, err := run(t.Context(), scriptOpen, Wish{})
		if path != "" || (err == nil) != (says == "") || err != nil && !strings.HasSuffix(err.Error(), says) {
			t.Errorf("%s: %q, %v; want %q", does, path, err, says)
		}
	}
	t.Setenv("PATH", t.TempDir())
	var fault *Failure
	if _, err := run(t.Context(), scriptOpen, Wish{}); !errors.As(err, &fault) {
		t.Errorf("without scripts: %v", err)
	}
}

// TestScriptGivenUp: the dialog goes with whoever asks.
func TestScriptGivenUp(t *testing.T) {
	dir := stage(t, `touch "$(dirname "$0")/there"; exec sleep 600`)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	done := make(chan error)
	go func() {
		_, err := run(ctx, scriptOpen, Wish{})
		done <- err
	}()
	for {
		if _, err := os.Stat(filepath.Join(dir, "there")); err == nil {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("it says %v", err)
	}
}

// mac stands for what the script finds on macOS.
const mac = `
const calls = []
let fault = null
const app = { activate() { calls.push("activate") } }
for (const ask of ["chooseFile", "chooseFolder", "chooseFileName"])
	app[ask] = options => {
		if (!app.includeStandardAdditions) throw new Error("no additions")
		if (fault) throw fault
		calls.push(ask, options)
		return { toString: () => "/chosen ä" }
	}
const Application = { currentApplication: () => app }
const Path = path => "path of " + path
const said = []
said.push(run([JSON.stringify({ ask: "chooseFile", prompt: "Open", types: [".", "json"], folder: "/tmp" })]))
said.push(run([JSON.stringify({ ask: "chooseFileName", prompt: "Save", name: "a" })]))
fault = { errorNumber: -128 }
said.push(run([JSON.stringify({ ask: "chooseFolder", prompt: "Choose" })]))
fault = { errorNumber: -1743 }
try { run(['{"ask":"chooseFolder"}']) } catch (e) { said.push(e.errorNumber) }
document.body.textContent = "[[" + encodeURIComponent(JSON.stringify([said, calls])) + "]]"
`

// TestScript runs the script itself in a browser, with the system made up.
func TestScript(t *testing.T) {
	browser := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			browser = path
			break
		}
	}
	if browser == "" {
		t.Skip("there is no Chromium")
	}
	page := filepath.Join(t.TempDir(), "page.html")
	text := "<!DOCTYPE html><meta charset=utf-8><body><script>" + script + mac + "</script>"
	if err := os.WriteFile(page, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), browser, "--headless", "--no-sandbox", "--disable-gpu",
		"--user-data-dir="+t.TempDir(), "--dump-dom", "file://"+page).Output()
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(out), "<body>[[")
	got, _, found := strings.Cut(rest, "]]")
	want := `[["{\"path\":\"/chosen ä\"}","{\"path\":\"/chosen ä\"}","{\"path\":\"\"}",-1743],` +
		`["activate","chooseFile",{"withPrompt":"Open","ofType":[".","json"],"defaultLocation":"path of /tmp"},` +
		`"activate","chooseFileName",{"withPrompt":"Save","defaultName":"a"},"activate","activate"]]`
	if told, err := url.QueryUnescape(strings.ReplaceAll(got, "+", "%2B")); err != nil || !found || told != want {
		t.Errorf("it does\n%s\nwant\n%s", told, want)
	}
}
