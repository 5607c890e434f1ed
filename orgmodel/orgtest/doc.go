// Package orgtest is organisations in go test.
package orgtest
