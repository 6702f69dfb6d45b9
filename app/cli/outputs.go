package cli

import (
	"errors"
	"io"

	"descentlab/app/export"
	"descentlab/app/lab/setup"
)

// checkOutputs says what is wrong with the files that -o names, before anything is made.
func checkOutputs[R any](kind *export.Kind[R], names []string) error {
	for _, name := range names {
		if name == "" {
			return usagef("-o: the name of a file is needed, or - for JSON")
		}
		err := kind.Check(name)
		if format := (*export.FormatError)(nil); errors.As(err, &format) {
			return usagef("-o %s: %v, or - for JSON", name, err)
		}
		if err != nil {
			return usagef("-o %s: %v", name, err)
		}
	}
	return nil
}

// write writes a result wherever -o says. All files are made before the first one is written.
func write[R any](out io.Writer, kind *export.Kind[R], names []string, result R) error {
	var files []export.File
	for _, name := range names {
		list, err := kind.Files(name, result)
		if err != nil {
			return err
		}
		files = append(files, list...)
	}
	for _, f := range files {
		var err error
		if f.Name == export.Stdout {
			_, err = out.Write(f.Data)
		} else {
			err = setup.WriteFile(f.Name, f.Data)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
