// Command fake is a worker program that does what its argument says: everything that no worker
// should.
package main

import (
	"bytes"
	"encoding/binary"
	"os"
	"strings"
	"time"

	"example.com/orgchart/layout/graphviz/internal/wire"
)

func main() { fake(os.Args[1]) }

const picture = `<svg width="8pt" height="8pt" viewBox="0 0 8 8" xmlns="http://www.w3.org/2000/svg"><g id="graph0" class="graph">` +
	`<g id="n" class="node"><title>n0</title><polygon points="0,0 0,8 8,8 8,0"/></g></g></svg>`

// replies are what fake workers answer, by name.
var replies = map[string]string{
	"script":     strings.Replace(picture, "<polygon", "<script>alert(1)</script><polygon", 1),
	"handler":    strings.Replace(picture, "<polygon", `<polygon onclick="alert(1)"`, 1),
	"link":       strings.Replace(picture, "<polygon", `<a href="javascript:alert(1)"/><polygon`, 1),
	"image":      strings.Replace(picture, "<polygon", `<image href="/etc/passwd"/><polygon`, 1),
	"reference":  strings.Replace(picture, "<polygon", `<polygon fill="url(http://example.com)"`, 1),
	"style":      strings.Replace(picture, "<polygon", `<style>@import "x"</style><polygon`, 1),
	"entity":     `<!DOCTYPE svg [<!ENTITY e SYSTEM "/etc/passwd">]>` + strings.Replace(picture, "n0", "&e;", 1),
	"deep":       strings.Replace(picture, "<polygon", strings.Repeat("<g>", 5000)+"<polygon", 1),
	"half":       picture[:len(picture)-20],
	"two":        picture + picture,
	"text":       "no picture at all",
	"empty":      "",
	"no boxes":   strings.Replace(picture, `class="node"`, `class="edge"`, 1),
	"other box":  strings.Replace(picture, "n0", "n7", 1),
	"no numbers": strings.Replace(picture, "0,8", "x,NaN", 1),
	"good":       picture,
	"turned":     strings.Replace(picture, `class="graph"`, `class="graph" transform="scale(3 1)"`, 1),
}

// fake is a worker that does what its name says.
func fake(name string) {
	in, out := os.Stdin, os.Stdout
	h := wire.Own()
	switch name {
	case "silent":
		time.Sleep(time.Hour)
	case "dead":
		os.Stderr.WriteString("cannot go on\x1b[31m\n")
		os.Exit(3)
	case "shell":
		out.WriteString("Usage: something else entirely\n")
		os.Exit(0)
	case "old protocol":
		h.Protocol = "0"
	case "old version":
		h.Version = "v0.0.1"
	}
	_ = wire.WriteHello(out, h)
	for {
		b, err := wire.ReadFrame(in, wire.MaxRequest)
		if err != nil {
			os.Exit(0)
		}
		q, _ := wire.ParseRequest(b)
		switch name {
		case "dies":
			os.Stderr.WriteString("panic: out of memory\n")
			os.Exit(2)
		case "garbage":
			out.Write(bytes.Repeat([]byte("\xff\x00garbage"), 1000))
		case "oversized":
			out.Write(binary.BigEndian.AppendUint32(nil, 1<<31))
		case "truncated":
			out.Write(append(binary.BigEndian.AppendUint32(nil, 1<<20), "only this"...))
			os.Exit(0)
		case "short":
			_ = wire.WriteFrame(out, []byte("abc"))
		case "late":
			_ = wire.WriteReply(out, wire.Reply{Seq: q.Seq - 1, Body: []byte(picture)})
		case "hangs":
			time.Sleep(time.Hour)
		case "refuses":
			_ = wire.WriteReply(out, wire.Reply{Seq: q.Seq, Refused: true, Body: []byte("not today\x1b[31m")})
		default:
			_ = wire.WriteReply(out, wire.Reply{Seq: q.Seq, Body: []byte(replies[name])})
		}
	}
}
