// Package source is what readers of organisations share: formats as values, the notes and
// errors they leave, the limits they keep, and Load, which reads several files into one
// organisation.
//
//	org, notes, err := source.Load(ctx,
//		[]source.Format{organogram.Format(), table.Format()}, source.Limits{},
//		source.FromFS(os.DirFS("."), "senior.csv", "junior.csv")...)
//	if err != nil {
//		return err // no such file, or no such format: says where and what to do
//	}
//	for _, n := range notes.List {
//		log.Println(n.Pos, n.Text) // what was assumed
//	}
//
// A reader of one's own is a Format literal in that slice; nothing is registered. Its Read
// fills a Builder and owes its users this:
//
//   - An error means that this is no such file at all: where, what was found, how to put it
//     right (Error), or which limit it exceeds (LimitError).
//   - What a row cannot say is kept raw under orgmodel.UnreadableKey on the row's record.
//   - Every data row is the Pos of at least one record, or is named in the Notes, which also
//     say what was assumed.
//   - Ids are the author's, byte for byte. An id the reader must make has one of the prefixes
//     "unit:", "person:" and "group:".
//   - A line may name an id that comes later, in another file, or never.
//
// A format whose files include others opens them in the Folder of its Input, and counts what
// they cost to the same limits.
//
// ReadAll takes a whole input within its byte limit. The example of Format is a whole reader.
//
// Not here: any format (packages native, table and organogram, and formats, which has them
// all), and opening files by name on the network.
package source
