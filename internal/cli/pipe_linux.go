package cli

import (
	"os"

	"golang.org/x/sys/unix"
)

// roomy lets a pipe hold several articles. Of the 64 KiB that it holds by itself
// a page takes four turns, and who waits for the other end within the system
// keeps one of the cores from the workers: of two they had .93, and have .96. A
// user's pipes may take 64 MB together, so this is not as large as it could be.
func roomy(stream any, bytes int) {
	f, ok := stream.(*os.File)
	if !ok {
		return
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeNamedPipe == 0 {
		return
	}
	if c, err := f.SyscallConn(); err == nil {
		_ = c.Control(func(fd uintptr) {
			if now, err := unix.FcntlInt(fd, unix.F_GETPIPE_SZ, 0); err == nil && now < bytes {
				_, _ = unix.FcntlInt(fd, unix.F_SETPIPE_SZ, bytes) // refused, it is as before
			}
		})
	}
}
