package junk

// closer is what a second look at a line finds, which is taken at those alone
// that are weighed. It tells what lines have in common that share no word.
type closer struct {
	sum   uint8 // what its words weigh that furniture has, in steps
	asks  uint8 // 1 where it begins with a verb that asks for something, 2 where a later sentence does
	past  uint8 // how many of its words tell of the past, 2 for more
	names uint8 // of its capitalised words but the first, how many stand elsewhere too and how many do not, 2 for more of each
}

// steps are the limits of closer's sums, in tenths.
var steps = [...]int{-15, -1, 0, 5, 9, 14, 19, 27, 40}

func (a *article) closer(i int) (c closer) {
	words := a.of(i)
	words = words[:min(len(words), lookWords)]
	text := a.pieces[i].Text
	a.vocab.fixed = true
	sum, past, known, new := 0, 0, 0, 0
	begins := true
	for j := range words {
		w := &words[j]
		if w.is&weighs != 0 {
			sum += furniture.of(w.hash).tenths
		}
		if begins && c.asks == 0 && (w.is&asksFor != 0 || politely.has(w.hash) && j+1 < len(words) && words[j+1].is&asksFor != 0) {
			c.asks = 2
			if j == 0 {
				c.asks = 1
			}
		}
		switch {
		case w.is&(figure|sign|date) != 0:
		case w.is&capital != 0:
			switch {
			case begins:
			case a.vocab.entries[a.vocab.slot(w.hash)]&countOf > 1:
				known++
			default:
				new++
			}
		case past > 1:
		case w.is&(ofOthers|inPast) != 0 || w.end-w.start > 3 && text[w.end-2:w.end] == "ed":
			past++
		}
		begins = w.is&ended != 0
	}
	for int(c.sum) < len(steps) && sum > steps[c.sum] {
		c.sum++
	}
	c.past = uint8(min(past, 2))
	c.names = uint8(min(known, 2)*3 + min(new, 2))
	return c
}

var (
	// asking has verbs with which a line asks its reader for something.
	asking = setOf("add", "ask", "become", "book", "browse", "buy", "call", "catch", "check", "chip", "choose", "click", "comment", "consider", "contact", "continue", "contribute", "copy", "create", "dial", "discover",
		"donate", "download", "email", "enjoy", "enter", "explore", "fill", "find", "follow", "forward", "get", "give", "go", "grab", "head", "hear", "help", "hit", "install", "join", "keep", "know", "learn", "leave",
		"let", "like", "listen", "load", "log", "look", "mail", "make", "manage", "meet", "message", "note", "open", "order", "pass", "phone", "pick", "place", "play", "post", "press", "print", "rate", "read", "receive",
		"recommend", "register", "remember", "report", "request", "reserve", "return", "ring", "save", "scan", "scroll", "search", "see", "select", "send", "set", "share", "shop", "show", "sign", "skip", "speak",
		"start", "stay", "stream", "submit", "subscribe", "support", "swipe", "take", "tap", "tell", "text", "think", "tip", "try", "tune", "turn", "unlock", "unsubscribe", "update", "upgrade", "use", "view", "visit",
		"vote", "wait", "wake", "want", "watch", "win", "write")
	politely = setOf("please", "kindly", "just", "simply", "also", "now", "then", "never", "always", "don't", "do")
	// pastVerbs has verbs whose past does not end in "ed".
	pastVerbs = setOf("went", "made", "took", "came", "got", "gave", "found", "held", "left", "won", "lost", "began", "became", "did", "saw", "met", "ran", "led", "fell", "rose", "grew", "knew", "kept", "brought",
		"bought", "thought", "sent", "spent", "stood", "felt", "wrote", "spoke", "broke", "chose", "drew", "flew", "built", "paid", "put", "heard", "sold", "threw", "struck", "fought", "taught", "caught", "sat", "wore")
)
