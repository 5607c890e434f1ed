package ask

import (
	"example.com/orgchart/orgmodel"
	"example.com/orgchart/orgmodel/internal/wording"
)

// An Asker asks an organisation, seen on the day of its view: Org.At says on which. Nothing that
// is asked can fail; a question that makes no sense (the span of a role, a Ref of None) has an
// empty answer that says so. An Asker is safe for use by many goroutines.
type Asker struct {
	Org *orgmodel.Org
	// Limit is how many items an answer lists at most. 0 means 1,000, below 0 all. Totals and
	// counts do not depend on it.
	Limit int
}

// Caps on what is said besides the items.
const (
	maxReasons = 30 // of an answer, and of an item
	maxHolders = 10 // of a record
	named      = 5  // of many that one sentence names
)

func (q Asker) limit() int {
	if q.Limit == 0 {
		return 1000
	}
	return q.Limit
}

// answer is an Answer in the making.
type answer struct {
	Answer
	o     *orgmodel.Org
	limit int
	more  int // reasons beyond the cap
}

// about begins an answer and says what is odd about its subjects.
func (q Asker) about(question string, subjects ...orgmodel.Ref) *answer {
	a := &answer{o: q.Org, limit: q.limit(), Answer: Answer{
		Question: question, Organisation: q.Org.Name(), AsOf: q.Org.AsOf(),
		Subjects: []Record{}, Items: []Item{}, Counts: Counts{}, Why: []Reason{},
	}}
	for _, r := range subjects {
		a.Subjects = append(a.Subjects, a.record(r))
		a.oddity(r)
	}
	return a
}

// done ends an answer with its sentence.
func (a *answer) done(sentence string) Answer {
	a.Sentence = sentence
	if a.more > 0 {
		a.Why = append(a.Why, Reason{Code: More, Text: wording.Count(a.more, "more reason") + " of this kind."})
	}
	return a.Answer
}

// because adds a reason.
func (a *answer) because(code Code, text string) { a.reason(Reason{Code: code, Text: text}) }

// becauseOf adds a reason about a line.
func (a *answer) becauseOf(code Code, text string, e orgmodel.Edge) {
	a.reason(Reason{Code: code, Text: text, Line: a.line(e)})
}

// byLine adds a line that led on.
func (a *answer) byLine(e orgmodel.Edge) { a.becauseOf(ByLine, a.says(e)+".", e) }

func (a *answer) reason(r Reason) {
	if len(a.Why) >= maxReasons {
		a.more++
		return
	}
	a.Why = append(a.Why, r)
}

// full says that no more items are listed, only counted.
func (a *answer) full() bool { return a.limit >= 0 && len(a.Items) >= a.limit }

// item counts an item and lists it where there is room; nil where there is none.
func (a *answer) item(r orgmodel.Ref, distance int) *Item {
	a.Total++
	if a.full() {
		return nil
	}
	a.Items = append(a.Items, Item{Record: a.record(r), Distance: distance, Why: []Reason{}})
	return &a.Items[len(a.Items)-1]
}

// itemBy is item with the line behind it.
func (a *answer) itemBy(r orgmodel.Ref, distance int, e orgmodel.Edge) *Item {
	it := a.item(r, distance)
	if it != nil {
		it.Via = a.line(e)
	}
	return it
}

// because adds a reason to an item that is listed.
func (it *Item) because(r Reason) {
	if it != nil && len(it.Why) < maxReasons {
		it.Why = append(it.Why, r)
	}
}
