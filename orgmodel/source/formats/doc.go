// Package formats is every format of this library, for programs that take whatever file comes.
//
//	org, notes, err := formats.Load(ctx, source.FromFS(os.DirFS("."), "org.yaml", "people.csv")...)
//	if err != nil {
//		return err // no such file, or nothing that can be read: says where and what to do
//	}
//	for _, n := range notes.List {
//		log.Println(n.Pos, n.Text) // what was assumed
//	}
//
// A format of one's own is appended to All and the slice given to source.Load, which takes
// limits besides.
//
// Not here: the formats themselves (packages native, organogram and table). A program that
// reads one of them alone imports that and spares itself the others' dependencies.
package formats
