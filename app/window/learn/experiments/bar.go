package experiments

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/gallery/cards"
	"descentlab/app/words"
	"descentlab/widgets/chips"
	"descentlab/widgets/picker"
)

// bar is the line above the cards: the tags, of which one may be asked for, and the order.
type bar struct {
	room *Room
	tags []string
	row  *chips.Chips
	sort *picker.Picker
	box  *fyne.Container
}

func newBar(r *Room, tags []string) *bar {
	b := &bar{room: r, tags: tags, row: chips.New()}
	b.row.Tall = true
	b.row.OnTapped = func(tag string) {
		if tag == r.wall.Tag() {
			tag = ""
		}
		r.search(r.wall.Query(), tag)
	}
	var items []picker.Item
	for _, o := range cards.Orders() {
		items = append(items, picker.Item{Key: strconv.Itoa(int(o)), Title: o.String()})
	}
	b.sort = picker.New(items)
	b.sort.Prefix = words.T("sort: ")
	b.sort.OnRetitled = func() { b.box.Layout.Layout(b.box.Objects, b.box.Size()) }
	b.sort.OnPicked = func(key string) {
		if o, err := strconv.Atoi(key); err == nil {
			r.show(r.wall.Sort(cards.Order(o)))
		}
	}
	b.box = container.New(barLayout{}, b.row, b.sort)
	return b
}

// update shows what is asked for.
func (b *bar) update() {
	tag := b.room.wall.Tag()
	list := []chips.Chip{{Title: words.T("All"), On: tag == ""}}
	for _, t := range b.tags {
		list = append(list, chips.Chip{Key: t, Title: words.T(t), On: t == tag})
	}
	b.row.SetChips(list)
	b.sort.SetSelected(strconv.Itoa(int(b.room.wall.Order())))
}
