package wire

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

// A LengthError says that a frame is longer than its reader allows.
type LengthError struct{ Bytes, Limit int64 }

func (e *LengthError) Error() string {
	return fmt.Sprintf("a message of %d bytes; the limit is %d", e.Bytes, e.Limit)
}

// WriteFrame writes parts as one frame: the length of them all in four bytes, the most
// significant first, and then they themselves.
func WriteFrame(w io.Writer, parts ...[]byte) error {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	if n > math.MaxUint32 {
		return &LengthError{int64(n), math.MaxUint32}
	}
	b := binary.BigEndian.AppendUint32(make([]byte, 0, 4+n), uint32(n))
	for _, p := range parts {
		b = append(b, p...)
	}
	_, err := w.Write(b)
	return err
}

// ReadFrame reads one frame. Memory is taken as bytes arrive, not as the length promises. The
// error is io.EOF where the stream ends before a frame, io.ErrUnexpectedEOF where it ends
// within one, a *LengthError, or r's.
func ReadFrame(r io.Reader, limit int64) ([]byte, error) {
	var head [4]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, err
	}
	n := int64(binary.BigEndian.Uint32(head[:]))
	if n > limit {
		return nil, &LengthError{n, limit}
	}
	var b bytes.Buffer
	if _, err := io.CopyN(&b, r, n); err != nil {
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		return nil, err
	}
	return b.Bytes(), nil
}
