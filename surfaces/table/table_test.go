package table_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"descentlab/surfaces/table"
)

// utf16le is a text as Excel saves "Unicode text".
func utf16le(text string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

// utf16be is the same with the bytes the other way round.
func utf16be(text string) string {
	b := []byte(utf16le(text))
	for i := 0; i < len(b); i += 2 {
		b[i], b[i+1] = b[i+1], b[i]
	}
	return string(b)
}

// utf32 is a text in UTF-32, of which the bytes of a character begin with the lowest, or end with it.
func utf32(text string, lowestFirst bool) string {
	var b strings.Builder
	for _, c := range text {
		bytes := []byte{byte(c >> 24), byte(c >> 16), byte(c >> 8), byte(c)}
		if lowestFirst {
			slices.Reverse(bytes)
		}
		b.Write(bytes)
	}
	return b.String()
}

// TestWaysToWriteATable: one table in all the ways in which people, spreadsheets and programs write it.
func TestWaysToWriteATable(t *testing.T) {
	values := [][]float64{{1.5, -3, 0.25}, {2, 4.125, 1e3}}
	const points, commas = "1.5,2\n-3,4.125\n.25,1e3\n", "1,5;2\n-3;4,125\n0,25;1e3\n"
	change := func(text string, pairs ...string) string { return strings.NewReplacer(pairs...).Replace(text) }
	for name, text := range map[string]string{
		"commas":                    points,
		"semicolons":                change(points, ",", ";"),
		"tabs":                      change(points, ",", "\t"),
		"bars":                      change(points, ",", " | "),
		"spaces":                    change(points, ",", "  "),
		"spaces before and after":   " 1.5   2 \n  -3   4.125\n .25 1e3  ",
		"numpy.savetxt":             "1.500000000000000000e+00 2.0e+00\n-3.0e+00 4.125e+00\n2.5e-01 1.0e+03\n",
		"Fortran":                   "  1.5D+00   2.0D+00\n -3.0D0 4.125d0\n 2.5D-01 1.0D+03",
		"decimal commas":            commas,
		"decimal commas and tabs":   change(commas, ";", "\t"),
		"decimal commas, spaces":    change(commas, ";", "   "),
		"decimal commas, quoted":    "\"1,5\",\"2\"\n\"-3\",\"4,125\"\n\"0,25\",\"1e3\"",
		"Excel's separator":         "sep=;\n" + commas,
		"Excel's separator, SEP":    "\ufeffSEP=,\r\n" + points,
		"Excel's separator, a tab":  "sep=\t\n" + change(points, ",", "\t"),
		"lines of Windows":          change(points, "\n", "\r\n"),
		"lines of an old Mac":       change(points, "\n", "\r"),
		"lines of all kinds":        "1.5,2\r\n-3,4.125\r.25,1e3",
		"a comma after all lines":   change(points, "\n", ",\n"),
		"commas after all lines":    change(points, "\n", ",,,\n"),
		"empty rows at the end":     points + ",\n , \n",
		"UTF-8 with a mark":         "\ufeff" + points,
		"UTF-16":                    utf16le("\ufeff" + change(points, ",", "\t", "\n", "\r\n")),
		"UTF-16, the other way":     utf16be("\ufeff" + points),
		"UTF-16 without a mark":     utf16le(points),
		"UTF-32":                    utf32("\ufeff"+points, true),
		"UTF-32, the other way":     utf32("\ufeff"+points, false),
		"UTF-32 without a mark":     utf32(points, true),
		"UTF-32, other way, none":   utf32(points, false),
		"the minus of typographers": change(points, "-", "−"),
		"a dash for the minus":      change(points, "-", "–"),
		"a plus":                    "+1.5,+2\n-3,4.125\n+.25,1e+3",
		"remarks":                   "# by hand, 1857\n" + change(points, "\n-", "\n\n# more\n-") + "% the end\n// really",
		"quotes":                    "\"1.5\",\"2\"\n\"-3\" , \"4.125\"\n\".25\",\"1e3\"",
		"thousands, and decimals":   "1.5;2\n-3;4.125\n0.25;\"1,000.0\"",
		"thousands as in Germany":   "1,5;2\n-3;4,125\n0,25;1.000,0",
		"thousands as in France":    "1,5;2\n-3;4,125\n0,25;1 000",
		"thousands, thin spaces":    "1,5;2\n-3;4,125\n0,25;1\u202f000,0",
		"thousands as in Zurich":    "1.5;2\n-3;4.125\n0.25;1'000",
	} {
		got, err := table.Read(strings.NewReader(text), 100)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var read [][]float64
		for _, c := range got.Columns {
			read = append(read, c.Values)
		}
		if !reflect.DeepEqual(read, values) || got.Rows != 3 || len(got.Remarks) > 0 || got.Columns[0].Label != "" {
			t.Errorf("%s: read %v of %d, %v, want %v", name, got.Columns, got.Rows, got.Remarks, values)
		}
	}
}

// TestHeaders: what names the columns, and what only numbers the rows.
func TestHeaders(t *testing.T) {
	for text, want := range map[string]string{
		"a,b\n1,2\n3,4":                                 "a [1 3]; b [2 4]",
		"height (m), \"weight, kg\"\n1,2\n3,4":          "height (m) [1 3]; weight, kg [2 4]",
		"\"height\n(cm)\",w\n1,2\n3,4":                  "height (cm) [1 3]; w [2 4]",
		"height,weight\n[m],(kg)\n1,2\n3,4":             "height [m] [1 3]; weight (kg) [2 4]",
		"x y\n1 2\n3 4":                                 "x [1 3]; y [2 4]",
		"1st exam,2 weeks later\n1,2\n3,4":              "1st exam [1 3]; 2 weeks later [2 4]",
		"a,b,\n1,2,\n3,4,":                              "a [1 3]; b [2 4]",
		"a,b\n1,2,\n3,4,":                               "a [1 3]; b [2 4]",
		"a,a\n1,2\n3,4":                                 "a (column 1) [1 3]; a (column 2) [2 4]",
		"größe;gewicht\n1,5;2\n3;4":                     "größe [1.5 3]; gewicht [2 4]",
		"| a | b |\n|---|:--:|\n| 1 | 2 |\n| 3 | 4 |\n": "a [1 3]; b [2 4]", // Markdown
		"+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n| 3 | 4 |\n+---+---+": "a [1 3]; b [2 4]", // mysql
		" a |  b\n---+-----\n 1 |  2\n 3 | 4\n":                            "a [1 3]; b [2 4]", // psql
		"gr\xf6\xdfe;gewicht\n1,5;2\n3;4":                                  "größe [1.5 3]; gewicht [2 4]",
		",x,y\n0,1.5,2\n1,2.5,3\n2,3,4":                                    "x [1.5 2.5 3]; y [2 3 4]: the first column <LEFT>",
		"Unnamed: 0,x,y\n0,5,2\n1,6,3":                                     "x [5 6]; y [2 3]: the first column (Unnamed: 0) <LEFT>",
		"id;x;y\n1;5;2\n2;6;3":                                             "x [5 6]; y [2 3]: the first column (id) <LEFT>",
		"#,x,y\n1,5,2\n2,6,3":                                              "x [5 6]; y [2 3]: the first column (#) <LEFT>",
		"\"x\" \"y\"\n\"1\" 5 2\n\"2\" 6 3":                                "x [5 6]; y [2 3]: the first column <LEFT>",
		"\"\",\"x\",\"y\"\n\"Ann\",5,2\n\"Bob\",6,3":                       "x [5 6]; y [2 3]: the first column <LEFT>",
		"id,x,y\n3,5,2\n1,6,3":                                             "id [3 1]; x [5 6]; y [2 3]", // it does not count
		"time,x,y\n0,5,2\n1,6,3":                                           "time [0 1]; x [5 6]; y [2 3]",
		"x,y\nA,100,2\nB,200,3":                                            "x [100 200]; y [2 3]: the first column <LEFT>",
		"x,y\n１,2\n3\u200b,４．５":                                            "x [1 3]; y [2 4.5]",
		"0,5,2\n1,6,3":                                                     " [0 1];  [5 6];  [2 3]",
	} {
		got, err := table.Read(strings.NewReader(text), 100)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		want = strings.Replace(want, "<LEFT>", "numbers or names the rows and is left out", 1)
		if said := described(got); said != want {
			t.Errorf("%q: %s, want %s", text, said, want)
		}
	}
}

func described(got *table.Table) string {
	var list []string
	for _, c := range got.Columns {
		list = append(list, fmt.Sprintf("%s %v", c.Label, c.Values))
	}
	return strings.Join(append([]string{strings.Join(list, "; ")}, got.Remarks...), ": ")
}

// TestNoRowIsLostInSilence: what cannot be read is told with its line, and never taken for a name or a remark.
func TestNoRowIsLostInSilence(t *testing.T) {
	for text, says := range map[string]string{
		// first lines that are not names
		"\"6,1101\",\"17,592\"\n5.5277,9.1302": `line 1, column 2: "17,592" can be 17592 or 17.592 (there is 5.5277, too)`,
		"?,?\n1,2\n3,4":                        "line 1, column 1: ? is no finite number",
		"-,-\n1,2\n3,4":                        "line 1, column 1: - is no finite number",
		"#N/A,2\n1,2\n3,4":                     "line 1, column 1: #N/A is no finite number",
		"12%,13%\n1,2\n3,4":                    `line 1, column 1: "12%" is not a number but has a percent sign`,
		"$5,$6\n1,2\n3,4":                      `line 1, column 1: "$5" is not a number but has a currency sign`,
		"5 kg,6 kg\n1,2\n3,4":                  `line 1, column 1: "5 kg" is not a number; write the number alone, and its unit`,
		"0x10,0x20\n1,2\n3,4":                  `line 1, column 1: "0x10" is not a number`,
		"2024-01-31,x\n1,2\n3,4":               `line 1, column 1: "2024-01-31" is a date`,
		"(5),x\n1,2\n3,4":                      `line 1, column 1: "(5)" is not a number; write -5 if it is below zero`,
		"1.5.2,x\n1,2\n3,4":                    `line 1, column 1: "1.5.2" is a`,
		"l (cm),w [kg]\n1 cm,2 kg\n3 cm,4 kg":  `line 2, column 1: "1 cm" is not a number; write the number alone, and its unit`,
		"10-,x\n1,2\n3,4":                      `line 1, column 1: "10-" is not a number; write -10 if it is below zero`,
		"x,y\n1/2,2\n3,4":                      `line 2, column 1: "1/2" is a fraction, not a number; write its value`,
		"x,y\n1,2\n3,4 # last":                 `line 3, column 2: "4 # last" is not a number; write the remark on a line of its own`,
		"Run 7\n\nx,y\n1,2\n3,4":               `line 1: "Run 7" stands above the table; remove the line, or begin it with #`,
		"Run 7 in May\nx;y\n1;2\n3;4":          `line 1: "Run 7 in May" stands above the table`,
		"day,x,y\n2024-01-01,1,2\n2024-01-02,3,4": `line 1: two or three columns of numbers are needed; column day has dates or ` +
			`times, as "2024-01-01"`,
		"id,kind,x,y\na,one,1,2\nb,two,3,4": "two or three columns are needed; got 4 (id, kind, x, y)",
		// later ones
		"1,2\n#DIV/0!,3\n4,5": "line 2, column 1: #DIV/0! is no finite number",
		"1,2\n,\n3,4":         "line 2: all cells of the row are empty",
		"1,2\n3,NA\n,5\n6,nan\n7,8": "line 2, column 2: NA is no finite number; remove the row or fill the cell; " +
			"so it is in lines 3, 4",
		"1,2\n3,\n4,5\n6,": "line 2, column 2: the cell is empty; remove the row or fill it; " +
			"so it is in line 4",
		"1,2\n3,4,5": "line 2: got 3 columns, the lines before have 2",
		"1,2,\n3,4,\n5,6,7": "line 1, column 3: the cell is empty; remove the row or fill it; " +
			"so it is in line 2",
		strings.Repeat("1,2,\n", 300) + "5,6,7": `line 301, column 3: "7" stands where the lines before have nothing`,
		"1,2\n3,4,":                             "line 2: got 3 columns",
		"a,b\n1,2,3\n4,5,6":                     "line 2: got 3 columns, the lines before have 2",
		"a,b\nm,s\n1,2":                         `line 2, column 1: "m" is not a number`,
		"a,b\n01.02.2024,3\n02.02.2024,4":       `line 2, column 1: "01.02.2024" is a date`,
		"a,b\n12:30,3\n12:31,4":                 `line 2, column 1: "12:30" is a time`,
		"a,b\n3 May 2024,3\n4,4":                `line 2, column 1: "3 May 2024" is a date`,
		"a,b\ntrue,3\nfalse,4":                  "write 1 for true",
		"a,b\n\"1\n2\",3":                       `line 2, column 1: "1 2" is not a number`,
		"\"a,1\n2,3\n4,\"5\"":                   "line 1, column 1: a quotation mark is not closed",
		// marks that can be either
		"\"1,234\",5\n\"2,345\",6": `line 1, column 1: "1,234" can be 1234 or 1.234; write it without "," between thousands`,
		"1,234\t5\n2,345\t6":       `"1,234" can be 1234 or 1.234`,
		"1.5;1,234\n2,5;3":         `line 1, column 2: "1,234" can be 1234 or 1.234 (there is 1.5, too)`,
		"1,5;1.234\n2,5;3":         `line 1, column 2: "1.234" can be 1.234 or 1234 (there is 1,5, too)`,
		"1,23,4;5\n6;7":            `line 1, column 1: "1,23,4" is not a number`,
		// what is no table
		"PK\x03\x04...":          "this is an Excel workbook or another archive",
		"\x93NUMPY\x01":          "numpy.savetxt",
		"{\"a\": [1, 2]}":        "this is JSON",
		"[[1, 2], [3, 4]]":       "this is JSON or a list of a program",
		"<!DOCTYPE html>\n":      "this is HTML or XML",
		"\x00\x01\x02\x03":       "this is no text",
		"1|2\n---|---\n3|4":      "line 2, column 1: --- is no finite number",
		"a|b\n1|2\n---|---\n3|4": "line 3, column 1: --- is no finite number",
		"u,t\n1,000.5,2\n2,000.25,3": "line 2: 1,000.5 may be one number, as the header has fewer columns than the rows; " +
			"write 1000.5",
		"t,v\n\"00:01,5\",2\n\"00:02,5\",3": `line 2, column 1: "00:01,5" is a time`,
		"u,t\n1,000,2\n2,000,3": "line 2: 1,000 may be one number, as the header has fewer columns than the rows; write " +
			"1000",
		"u,v,t\n1,2,a\n2,3,b": `line 1: two or three columns of numbers are needed; column t has words, as "a"`,
		"1,2\n3\n4,5":         "line 2: got 1 column, the lines before have 2",
		"1\n2\n3": "line 1: two or three columns are needed, separated by commas, semicolons, tabs or " +
			"spaces; got 1",
		"a;b\n": "line 1: no numbers follow the header",
	} {
		got, err := table.Read(strings.NewReader(text), 100)
		if err == nil {
			t.Errorf("%q is read as %s", text, described(got))
		} else if !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %v, want one line with %q", text, err, says)
		}
	}
}

// TestWideTables: of many columns some are to be chosen, by name or number.
func TestWideTables(t *testing.T) {
	const text = "name,x1,x2,\"y, m\",x2\nAnn,1,2,3,4\nBob,5,6,7,8\n"
	_, err := table.Read(strings.NewReader(text), 100)
	wide := (*table.WideError)(nil)
	if !errors.As(err, &wide) || wide.Line != 1 || wide.Choices() != "name, x1, 3, 4, 5" || wide.Example() != "x1,5" ||
		wide.Columns[0].Numbers || !wide.Columns[1].Numbers || wide.Columns[3].Label != "y, m" ||
		wide.Columns[0].Sample != "Ann" {
		t.Fatalf("%v: %+v", err, wide)
	}
	for choice, want := range map[string]string{
		"x1,4":         "x1 [1 5]; y, m [3 7]",
		"4,x1":         "y, m [3 7]; x1 [1 5]",
		"X1, \"y, m\"": "x1 [1 5]; y, m [3 7]",
		"3,5,4":        "x2 (column 3) [2 6]; x2 (column 5) [4 8]; y, m [3 7]",
		"x1,x2":        "! two columns are called x2, 3 and 5; choose by the number",
		"x1,x1":        "! the column x1 is chosen twice",
		"x1,2":         "! the column 2 is chosen twice",
		"x1,6":         "! there is no column 6; the table has 5",
		"x1,0":         "! there is no column 0; the table has 5",
		"x1,nmae":      "! there is no column nmae; did you mean name?",
		"x1,weight":    "! there is no column weight; there are name, x1, x2, y, m, x2",
		"x1":           "! two or three columns are to be chosen; got 1",
		"x1,3,4,5":     "! two or three columns are to be chosen; got 4",
		"name,x1":      `! line 2, column 1: "Ann" is not a number`,
	} {
		names, err := table.Names(choice)
		if err != nil {
			t.Fatal(err)
		}
		got, err := table.Read(strings.NewReader(text), 100, names...)
		said := ""
		if err != nil {
			said = "! " + err.Error()
		} else {
			said = described(got)
		}
		if said != want {
			t.Errorf("-columns %s: %s, want %s", choice, said, want)
		}
	}
	for text, choices := range map[string]string{
		"1,2,3,4\n5,6,7,8":                    "1, 2, 3, 4",
		"name;x;y\nAnn;1;2\nBob;3;4":          "name, x, y", // the index column has a name
		strings.Repeat("7 ", 20) + "\n":       "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 8 more",
		"index,a,b,c,d\n0,1,2,3,4\n1,5,6,7,8": "index, a, b, c, d",
	} {
		if _, err := table.Read(strings.NewReader(text), 100); !errors.As(err, &wide) || wide.Choices() != choices {
			t.Errorf("%q: %v, want %s", text, err, choices)
		}
	}
}

// FuzzRead checks that any text gives a table whose rows are all there, or an error of one line.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"a,b\n1,2\n3,4\n", "sep=;\n1,5;2\n3;4", "1,2\r3,4\r", ",x,y\n0,1,2\n1,3,4", "\"6,1101\",\"17,592\"\n\"5,5\",\"9,1302\"",
		"1.0e+00 2.0e+00\n3 4", utf16le("\ufeffa\tb\r\n1\t2\r\n3\t4"), "?,?\n1,2", "1,2,\n3,4,\n", "\"a\nb\",c\n1,2\n3,4",
		"#N/A,1\n2,3",
		"1,2\n,\n", "1'234.5|2\n3|4", "x1,x2,x3,y\n1,2,3,4\n5,6,7,8", "\"x\" \"y\"\n\"1\" 2 3\n\"2\" 3 4", "\"",
		"sep=\"\n\"", "−1;–2\n3;4",
	} {
		f.Add([]byte(text), "")
		f.Add([]byte(text), "2,1")
	}
	f.Fuzz(func(t *testing.T, text []byte, columns string) {
		var choose []string
		if columns != "" {
			var err error
			if choose, err = table.Names(columns); err != nil {
				return
			}
		}
		got, err := table.Read(strings.NewReader(string(text)), 5, choose...)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Fatalf("%q is not one line", err)
			}
			return
		}
		if n := len(got.Columns); n != 2 && n != 3 {
			t.Fatalf("%d columns", n)
		}
		for _, c := range got.Columns {
			if len(c.Values) != min(got.Rows, 5) || len(c.Values) < 2 || strings.ContainsAny(c.Label, "\r\n") {
				t.Fatalf("%q: %d of %d rows", c.Label, len(c.Values), got.Rows)
			}
			for _, v := range c.Values {
				if v-v != 0 {
					t.Fatalf("%q holds %v", c.Label, v)
				}
			}
		}
	})
}
