package wire

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
)

// SVG is the one format that a worker writes.
const SVG = "svg"

// MaxRequest is the largest request that a worker reads, bytes.
const MaxRequest = 64 << 20

// A Request asks for DOT to be drawn. On the wire: Seq in four bytes, a line of Format and
// Layout, and the DOT text.
type Request struct {
	Seq    uint32 // the reply carries it too
	Format string
	Layout string
	DOT    []byte
}

// WriteRequest writes q.
func WriteRequest(w io.Writer, q Request) error {
	head := binary.BigEndian.AppendUint32(nil, q.Seq)
	return WriteFrame(w, append(head, q.Format+" "+q.Layout+"\n"...), q.DOT)
}

// ParseRequest takes a request from its frame.
func ParseRequest(frame []byte) (Request, error) {
	if len(frame) < 4 {
		return Request{}, fmt.Errorf("a request of %d bytes; want a number of 4 first", len(frame))
	}
	head, dot, ok := bytes.Cut(frame[4:], []byte("\n"))
	format, layout, two := strings.Cut(string(head), " ")
	if !ok || !two {
		return Request{}, fmt.Errorf("a request that begins %.40q; want a line of format and layout", head)
	}
	return Request{binary.BigEndian.Uint32(frame), format, layout, dot}, nil
}

// A Reply is a picture, or why there is none. On the wire: Seq in four bytes, a byte 0 or 1,
// and the picture or the words.
type Reply struct {
	Seq     uint32
	Refused bool
	Body    []byte
}

// WriteReply writes p.
func WriteReply(w io.Writer, p Reply) error {
	head := binary.BigEndian.AppendUint32(nil, p.Seq)
	if p.Refused {
		head = append(head, 1)
	} else {
		head = append(head, 0)
	}
	return WriteFrame(w, head, p.Body)
}

// ReadReply reads a reply of at most limit bytes.
func ReadReply(r io.Reader, limit int64) (Reply, error) {
	b, err := ReadFrame(r, limit)
	if err != nil {
		return Reply{}, err
	}
	if len(b) < 5 || b[4] > 1 {
		return Reply{}, fmt.Errorf("a reply that begins %.16q; want a number and 0 or 1", b)
	}
	return Reply{binary.BigEndian.Uint32(b), b[4] == 1, b[5:]}, nil
}
