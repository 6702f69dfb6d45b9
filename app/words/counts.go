package words

import "strconv"

// Few is a number of things in a sentence: in letters as long as it is small.
func Few(n int) string {
	small := []string{
		T("no"), T("one"), T("two"), T("three"), T("four"), T("five"), T("six"), T("seven"), T("eight"), T("nine"), T("ten"),
		T("eleven"), T("twelve"),
	}
	if n >= 0 && n < len(small) {
		return small[n]
	}
	return strconv.Itoa(n)
}

// Valleys is how many minima there are: "three valleys".
func Valleys(n int) string { return N(n, "%s valley", "%s valleys", Few(n)) }

// Saddles is how many saddles there are.
func Saddles(n int) string { return N(n, "%s saddle", "%s saddles", Few(n)) }
