// Package chart decides which part of an organisation is drawn and how it reads. It turns an
// orgmodel.Org into a layout.Graph, which an engine arranges and a writer writes:
//
//	graph := chart.View{Findings: findings}.Graph(org)
//	diagram, err := layout.Tidy{}.Arrange(ctx, graph)
//	if err != nil {
//		return err
//	}
//	return svg.Encode(w, diagram)
//
// SVG does all three in one call.
//
// A box is a seat: a post with its holders, or a person without a post. The solid reporting
// lines shape the tree, one boss a seat; every other reporting line between drawn seats is laid
// over it and moves nothing: dotted, functional and work lines, second bosses, the line that
// closes a loop. Nothing is left out because it is wrong: a boss nobody declared is a box with a
// question mark, a seat without boss and reports stands in the tray, a loop is drawn in the
// error colour. Findings sit on the box they are about. Only seats that have ended, hang nowhere
// and are named by no finding are left out: people who have left would fill the tray.
//
// Distribution makes another picture: bars of how wide and how deep an organisation is, for package
// layout/bars to draw.
//
// Not here: sizes of pictures and places (package layout), colours (package layout/svg), and
// any checking: pass findings in.
package chart
