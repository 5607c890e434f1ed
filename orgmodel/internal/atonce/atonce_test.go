package atonce_test

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/internal/atonce"
)

func TestDo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if n, err := atonce.Do(ctx, func() (int, error) { return 3, nil }); n != 3 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	own := errors.New("own")
	if _, err := atonce.Do(ctx, func() (int, error) { return 0, own }); err != own {
		t.Errorf("%v", err)
	}
	for name, work := range map[string]func() (int, error){
		"boom":                         func() (int, error) { panic("boom") },
		"the work ended its goroutine": func() (int, error) { runtime.Goexit(); return 0, nil },
	} {
		func() {
			defer func() {
				if r, _ := recover().(string); !strings.HasPrefix(r, name) {
					t.Errorf("%q is not the caller's panic: %v", name, r)
				}
			}()
			atonce.Do(ctx, work)
		}()
	}
	held := make(chan bool)
	defer close(held)
	if _, err := atonce.Do(ctx, func() (int, error) { cancel(); <-held; return 0, nil }); err != context.Canceled {
		t.Errorf("work that looks at no context was waited for: %v", err)
	}
	if _, err := atonce.Do(ctx, func() (int, error) { t.Error("work begins though ctx is done"); return 0, nil }); err != context.Canceled {
		t.Errorf("%v", err)
	}
}
