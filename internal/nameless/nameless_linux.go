package nameless

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// Open is a file of a folder that has no name, to be written and read. Some file systems have no such files.
func Open(folder string) (*os.File, error) {
	return os.OpenFile(folder, unix.O_TMPFILE|os.O_RDWR, 0o600)
}

// Name gives such a file a name. The error is fs.ErrExist if there is a file of that name.
func Name(f *os.File, path string) error {
	return unix.Linkat(unix.AT_FDCWD, fmt.Sprintf("/proc/self/fd/%d", f.Fd()), unix.AT_FDCWD, path, unix.AT_SYMLINK_FOLLOW)
}
