package source

import (
	"archive/zip"
	"bufio"
	"errors"
	"io"
	"os"
	"path"
	"strings"
	"sync/atomic"

	"github.com/klauspost/compress/zstd"
	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/content"
	"github.com/quoth/quoth/pipeline"
)

const longestSpool = 16 << 30 // bytes of a zip that comes through a pipe

// zip yields what lies in the files of a zip archive, in its order, or the
// pages of the web archives in a WACZ
// (https://specs.webrecorder.net/wacz/1.1.1/). The list of a zip stands at its
// end, so what is no file of its own goes through a temporary one.
func (r *reading) zip(br *bufio.Reader, from pipeline.Input, is nature, kind Kind, yield func(pipeline.Input) bool) (on bool) {
	if is.depth >= deepestArchive {
		from.Err = errDeep
		return yield(from)
	}
	file, read := is.file, &r.read
	if file == nil || !sameStart(file) {
		tmp, err := spool(br, longestSpool)
		if err != nil {
			from.Err = fault(err)
			return yield(from)
		}
		defer remove(tmp)
		defer func() { on = on && r.late(false, yield) }() // while their pages can be read
		file, read = tmp, new(atomic.Int64)                // its bytes have been counted
	}
	list, size, err := openZip(file, read)
	if err == nil && kind == Zip {
		kind, err = zipKind(list)
	}
	if err != nil {
		from.Err = fault(err)
		return yield(from)
	}
	from.Verbatim = r.Verbatim
	total := &total{most: max(bombSize, bombRatio*size)}
	for _, f := range list.File {
		if r.ctx.Err() != nil {
			return false
		}
		wacz := kind == WACZ && strings.HasPrefix(f.Name, "archive/") && strings.Contains(path.Base(f.Name), ".warc")
		if strings.HasSuffix(f.Name, "/") || hidden(f.Name) || kind == WACZ && !wacz {
			continue
		}
		if !r.packed(f, file, from, is, wacz, total, yield) {
			return false
		}
	}
	return true
}

// packed yields what lies in one file of the zip that is file.
func (r *reading) packed(f *zip.File, file *os.File, from pipeline.Input, is nature, wacz bool, total *total, yield func(pipeline.Input) bool) bool {
	bad := func(err error) bool {
		from.ID += ":" + f.Name
		from.Err = fault(badZip(err))
		return yield(from)
	}
	if f.Flags&1 != 0 {
		return bad(extract.Faultf("unsupported", "encrypted"))
	}
	packed, err := f.Open()
	if err != nil {
		return bad(err)
	}
	defer packed.Close()
	body := &unzipped{packed, total}
	if !wacz {
		return r.member(body, f.Name, from, is, yield)
	}
	records, at, end, err := content.UnpackPlaces(body)
	if err != nil {
		return bad(err)
	}
	defer end()
	a := &archive{at: at}
	if begins, err := f.DataOffset(); err == nil && f.Method == zip.Store {
		a.path, a.base = file.Name(), begins
	}
	from.ID += ":" + f.Name
	return r.warc(records, from, a, yield)
}

// sameStart says whether a file is the zip itself and not one that is packed
// once more.
func sameStart(f *os.File) bool {
	if !regular(f) {
		return false
	}
	var head [2]byte
	n, _ := f.ReadAt(head[:], 0)
	return n == 2 && string(head[:]) == "PK"
}

func regular(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode().IsRegular()
}

// spool puts a stream of at most so many bytes by in a temporary file.
func spool(from io.Reader, most int64) (*os.File, error) {
	tmp, err := os.CreateTemp("", "quoth-*")
	if err != nil {
		return nil, err
	}
	n, err := io.Copy(tmp, io.LimitReader(from, most+1))
	if err == nil && n > most {
		err = extract.Faultf("too_large", "more than %d bytes that do not lie in a file", most)
	}
	if err != nil {
		remove(tmp)
		return nil, err
	}
	return tmp, nil
}

func remove(tmp *os.File) {
	tmp.Close()
	os.Remove(tmp.Name())
}

func openZip(f *os.File, read *atomic.Int64) (*zip.Reader, int64, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, 0, err
	}
	list, err := zip.NewReader(countedAt{f, read}, info.Size())
	if err != nil {
		return nil, 0, badZip(err)
	}
	list.RegisterDecompressor(zstd.ZipMethodWinZip, zstd.ZipDecompressor(zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true)))
	return list, info.Size(), nil
}

// zipKind tells a WACZ from other zips, and refuses documents that are zips by
// the way they are stored.
func zipKind(list *zip.Reader) (Kind, error) {
	datapackage, archive := false, false
	for _, f := range list.File {
		switch {
		case f.Name == "[Content_Types].xml", f.Name == "mimetype", f.Name == "META-INF/MANIFEST.MF":
			return 0, extract.Faultf("not_text", "looks like an office document or a program, not an archive of articles")
		case f.Name == "datapackage.json":
			datapackage = true
		case strings.HasPrefix(f.Name, "archive/") && strings.Contains(f.Name, ".warc"):
			archive = true
		}
	}
	if datapackage && archive {
		return WACZ, nil
	}
	return Zip, nil
}

func badZip(err error) error {
	switch {
	case errors.As(err, new(*extract.Fault)):
		return err
	case errors.Is(err, zip.ErrAlgorithm):
		return extract.Faultf("unsupported", "packed in a way that is not known: %w", err)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, zip.ErrFormat):
		return extract.Faultf("bad_zip", "zip: damaged, or cut off before its end")
	}
	return extract.Faultf("bad_zip", "%w", err)
}

// A zip may name the same bytes many times over: all that comes out of it is
// bounded, beside each article.
const (
	bombSize  = 1 << 30
	bombRatio = 250
)

type total struct{ n, most int64 }

// unzipped gives the errors of a file in a zip their kind.
type unzipped struct {
	io.Reader
	total *total
}

func (u *unzipped) Read(p []byte) (int, error) {
	n, err := u.Reader.Read(p)
	if u.total.n += int64(n); u.total.n > u.total.most {
		return n, extract.Faultf("too_large", "zip: unpacks to more than %d bytes", u.total.most)
	}
	if err != nil && err != io.EOF {
		err = badZip(err)
	}
	return n, err
}
