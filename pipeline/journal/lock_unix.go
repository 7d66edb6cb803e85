//go:build unix

package journal

import (
	"errors"
	"os"
	"syscall"
)

// lock keeps a second run away from an output as long as f is open. It ends
// with the process, however that ends.
func lock(f *os.File) error {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return errors.New(f.Name() + ": another run is writing this output")
	}
	return nil // a file system without locks is no reason to stop
}
