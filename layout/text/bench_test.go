package text_test

import (
	"testing"

	"example.com/orgchart/layout/text"
)

// A hundred thousand boxes of two lines, 25 characters each.
const boxes = 100_000

func BenchmarkWidth(b *testing.B) {
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for range boxes {
			n += text.Width("Elisabeth Mueller-Schmidt", text.Strong)
			n += text.Width("Project manager, payments", text.Plain)
		}
	}
	_ = n
}

func BenchmarkWrap(b *testing.B) {
	b.ReportAllocs()
	buf := make([]string, 0, 4)
	for b.Loop() {
		for range boxes {
			buf, _ = text.Wrap(buf[:0], "Elisabeth Mueller-Schmidt", text.Strong, 196, 1)
			buf, _ = text.Wrap(buf[:0], "Project manager, payments", text.Plain, 196, 2)
		}
	}
}

func BenchmarkWrapTwoLines(b *testing.B) {
	b.ReportAllocs()
	buf := make([]string, 0, 4)
	for b.Loop() {
		for range boxes {
			buf, _ = text.Wrap(buf[:0], "Head of infrastructure and operations, north", text.Plain, 140, 2)
		}
	}
}

func BenchmarkWidthNotASCII(b *testing.B) {
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for range boxes {
			n += text.Width("Élisabeth Müller-Schmidt", text.Strong)
			n += text.Width("Руководитель направления", text.Plain)
		}
	}
	_ = n
}

func BenchmarkClean(b *testing.B) {
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for range boxes {
			n += len(text.Clean("Elisabeth Mueller-Schmidt"))
			n += len(text.Clean("Project manager, payments"))
		}
	}
	_ = n
}
