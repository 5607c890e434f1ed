package native

// For the tests: words of sentences.
var QuoteWord = quoteWord

func SplitWords(s string) ([]string, error) {
	words, _, err := splitWords(nil, s)
	var texts []string
	for _, w := range words {
		texts = append(texts, w.text)
	}
	return texts, err
}
