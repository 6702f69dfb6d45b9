package lessons

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"descentlab/app/job"
	"descentlab/app/lesson"
	"descentlab/app/lesson/quiz"
	"descentlab/app/window/desk"
	"descentlab/app/window/learn/ask"
	"descentlab/app/words"
	"descentlab/widgets/prose"
)

// A questionRow is a question in the text.
type questionRow struct {
	room   *Room
	at     int
	number int // from 0
	of     *quiz.Question
	card   *ask.Card
}

func (r *Room) newQuestion(at int, l *lesson.Lesson, b *lesson.Block, number int) *questionRow {
	q := &questionRow{room: r, at: at, number: number, of: b.Question}
	q.card = ask.New(b.Question, words.T("Question %d of %d", number+1, len(l.Questions)),
		r.spans(b.Ask), r.spans(b.Why), r.each(b.Options))
	q.card.OnHeight = r.page.relay
	q.card.OnFocus = func(top, height float32) { r.page.reveal(q, top, height) }
	q.card.OnAnswer = func(a quiz.Answer) { r.asking.answer(q, a) }
	q.card.OnPredict = func() { r.asking.begin(q) }
	q.card.OnCheck = func() { r.asking.check(q) }
	q.card.OnCancel = func() { r.asking.cancel() }
	r.asking.rows = append(r.asking.rows, q)
	return q
}

// each are the spans of several texts.
func (r *Room) each(list [][]lesson.Run) [][]prose.Span {
	all := make([][]prose.Span, len(list))
	for i, runs := range list {
		all[i] = r.spans(runs)
	}
	return all
}

func (q *questionRow) object() fyne.CanvasObject    { return q.card.Object() }
func (q *questionRow) height(width float32) float32 { return q.card.HeightIn(width) }
func (q *questionRow) block() int                   { return q.at }

// update does nothing: what a question shows does not follow the lab.
func (q *questionRow) update() {}

// asking has the questions of a lesson answered. What is right is computed in the background.
type asking struct {
	room *Room
	rows []*questionRow
	work *job.Job[judged]
	now  *prediction // that is being made; nil: none
}

// A judged is what has become of an answer.
type judged struct {
	question int
	answer   quiz.Answer
	solved   quiz.Solution
	verdict  quiz.Verdict
	fault    error
	again    bool // the answer is one of before
}

func newAsking(r *Room) *asking {
	a := &asking{room: r}
	a.work = job.New[judged](r.desk.Post, a.take)
	r.desk.Keep(desk.Quiet(a.work))
	return a
}

// leave forgets the questions: those of another lesson come.
func (a *asking) leave() {
	a.cancel()
	a.work.Forget()
	a.rows = nil
}

// resume shows the answers of before, with what the runs say of them: one after the other.
func (a *asking) resume() {
	type given struct {
		q      *quiz.Question
		number int
		answer quiz.Answer
	}
	var list []given
	for _, q := range a.rows {
		if before, is := a.room.study.Answer(q.number); is {
			q.card.Set(ask.State{Given: &before.Answer})
			list = append(list, given{q.of, q.number, before.Answer})
		}
	}
	if len(list) == 0 {
		return
	}
	bench := a.room.values.bench
	a.work.Ask("resume", func(ctx context.Context, r *job.Report[judged]) error {
		for _, g := range list {
			s, err := g.q.Solve(ctx, bench)
			if err != nil {
				return err
			}
			v, err := g.q.Judge(s, g.answer)
			if err == nil {
				r.Publish(judged{question: g.number, answer: g.answer, solved: s, verdict: v, again: true})
			}
		}
		return nil
	})
}

// answer runs all that a question asks about, and compares.
func (a *asking) answer(q *questionRow, given quiz.Answer) {
	before := q.card.State()
	if before.Solved != nil {
		a.settle(q, given, *before.Solved, false)
		return
	}
	q.card.Set(ask.State{Given: &given, Busy: true})
	bench, of, number := a.room.values.bench, q.of, q.number
	a.work.Stop()
	a.work.Ask("question "+strconv.Itoa(number), func(ctx context.Context, r *job.Report[judged]) error {
		s, err := of.Solve(ctx, bench)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		j := judged{question: number, answer: given, solved: s, fault: err}
		r.Publish(j)
		return nil
	})
}

// take shows what has been computed.
func (a *asking) take() {
	j, made := a.work.Result()
	if !made || j.question >= len(a.rows) {
		return
	}
	q := a.rows[j.question]
	if s := q.card.State(); s.Given == nil || s.Verdict != nil && j.again {
		return // it has been answered anew meanwhile
	}
	if j.fault != nil {
		q.card.Set(ask.State{Given: &j.answer, Fault: j.fault})
		return
	}
	if s := q.card.State(); s.Solved == nil {
		a.settle(q, j.answer, j.solved, j.again)
	}
}

// settle says what an answer is worth.
func (a *asking) settle(q *questionRow, given quiz.Answer, s quiz.Solution, again bool) {
	v, err := q.of.Judge(s, given)
	if err != nil {
		q.card.Set(ask.State{Given: &given, Solved: &s, Fault: err})
		return
	}
	q.card.Set(ask.State{Given: &given, Solved: &s, Verdict: &v})
	if again {
		return
	}
	a.room.study.Give(q.number, given, v.Right)
	a.room.page.update()
	a.room.tellDone()
	if a.now != nil && a.now.row == q {
		a.now.reveal()
	}
	a.room.changed()
}
