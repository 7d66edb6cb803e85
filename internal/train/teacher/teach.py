"""Fine-tunes a small BERT on annotated texts and labels others with it, for extract/name to learn from.

usage: teach.py MODEL DATA

MODEL is a folder with config.json, model.safetensors and vocab.txt. DATA holds what `go run ./internal/train/entities -tokens`
wrote, and takes NAME.labels for each NAME.texts.jsonl. Runs on one thread: the same machine gives the same bytes.
"""
import gzip
import json
import os
import random
import sys
import time

import torch
import torch.nn.functional as F

from bert import Bert, Pieces

LABELS = 17  # as extract/name has them: outside, and begin, inside, last, only for four kinds
EDGE = 160  # pieces of a window
BATCH = 16
EPOCHS = int(os.environ.get("EPOCHS", "3"))
BODY, HEAD = 1e-4, 1e-3
torch.set_num_threads(int(os.environ.get("THREADS", "1")))


def shape(w):
    if w.islower():
        return 1
    if w[0].isupper():
        if len(w) == 1:
            return 2
        return 3 if w.isupper() else 4
    if any(c.isupper() for c in w):
        return 5
    return 6 if any(c.isdigit() for c in w) else 7


def windows(doc, pieces):
    """Ranges of words whose pieces fit, cut between sentences where that can be."""
    out, start, size, cut, cutsize = [], 0, 0, 0, 0
    ends = set(doc["ends"])
    for i, w in enumerate(doc["words"]):
        n = len(pieces.word(w))
        if size + n > EDGE - 2:
            to = cut if cut > start else i
            out.append((start, to))
            size = sum(len(pieces.word(x)) for x in doc["words"][to:i])
            start = to
        size += n
        if i + 1 in ends:
            cut = i + 1
    out.append((start, len(doc["words"])))
    return [r for r in out if r[0] < r[1]]


def batches(docs, pieces, shuffle=None):
    items = []
    for d in docs:
        for a, b in windows(d, pieces):
            ids, shapes, firsts = [101], [0], []
            for w in d["words"][a:b]:
                p = pieces.word(w)
                firsts.append(len(ids))
                ids += p
                shapes += [shape(w)] * len(p)
            items.append((d, a, b, ids + [102], shapes + [0], firsts))
    if shuffle:
        shuffle.shuffle(items)
        pools = [items[i:i + BATCH * 20] for i in range(0, len(items), BATCH * 20)]
        groups = []
        for p in pools:
            p.sort(key=lambda x: len(x[3]))
            groups += [p[i:i + BATCH] for i in range(0, len(p), BATCH)]
        shuffle.shuffle(groups)
    else:
        items.sort(key=lambda x: len(x[3]))
        groups = [items[i:i + BATCH * 2] for i in range(0, len(items), BATCH * 2)]
    for g in groups:
        n = max(len(x[3]) for x in g)
        ids, shapes = torch.zeros(len(g), n, dtype=torch.long), torch.zeros(len(g), n, dtype=torch.long)
        mask = torch.zeros(len(g), n, dtype=torch.bool)
        for r, x in enumerate(g):
            ids[r, :len(x[3])], shapes[r, :len(x[4])] = torch.tensor(x[3]), torch.tensor(x[4])
            mask[r, :len(x[3])] = True
        yield g, ids, shapes, mask


def follows(a, b):
    open_ = a and (a - 1) % 4 <= 1
    on = b and (b - 1) % 4 in (1, 2)
    if not open_:
        return not on
    return bool(on) and (a - 1) // 4 == (b - 1) // 4


ALLOW = torch.tensor([[0.0 if follows(a, b) else -1e9 for b in range(LABELS)] for a in range(LABELS)])


def decode(scores):
    """The best labels that may follow one another."""
    best, back = scores[0] + ALLOW[0], []
    for s in scores[1:]:
        m, at = (best[:, None] + ALLOW).max(0)
        back.append(at)
        best = m + s
    best = best + ALLOW[:, 0]
    l = int(best.argmax())
    out = [l]
    for at in reversed(back):
        l = int(at[l])
        out.append(l)
    return out[::-1]


def label(model, pieces, docs, style):
    model.eval()
    for d in docs:
        d["scores"] = [None] * len(d["words"])
    with torch.no_grad():
        for g, ids, shapes, mask in batches(docs, pieces):
            with torch.autocast("cpu", torch.bfloat16):
                out = model(ids, shapes, torch.full((len(g),), style), mask)
            out = F.log_softmax(out.float(), -1)
            for r, (d, a, b, _, _, firsts) in enumerate(g):
                for k, f in enumerate(firsts):
                    d["scores"][a + k] = out[r, f]
    for d in docs:
        d["found"] = []
        start = 0
        for end in d["ends"]:
            if end > start:
                d["found"] += decode(torch.stack(d["scores"][start:end]))
                start = end


def names(labels):
    out, start = set(), 0
    for i, l in enumerate(labels):
        if l and (l - 1) % 4 in (0, 3):
            start = i
        if l and (l - 1) % 4 >= 2:
            out.add((start, i, (l - 1) // 4))
    return out


def score(docs, kinds):
    right = found = gold = 0
    for d in docs:
        g, f = names(d["labels"]), {x for x in names(d["found"]) if x[2] in kinds}
        right, found, gold = right + len(g & f), found + len(f), gold + len(g)
    return 2 * right / max(1, found + gold)


def main(folder, data):
    torch.manual_seed(1)
    rng = random.Random(1)
    pieces = Pieces(folder)

    def read(name):
        with gzip.open(os.path.join(data, name + ".gz"), "rt", encoding="utf-8") as f:
            docs = [json.loads(l) for l in f]
        for d in docs:
            d.setdefault("labels", [0] * len(d["words"]))
        return docs

    train = []
    for style, name in enumerate(["conllpp-train", "gum-train"]):
        for d in read(name):
            d["style"] = style
            train.append(d)
    tests = {n: read(n) for n in ("conllpp-dev", "uner-dev", "wikigold")}
    model = Bert(folder, LABELS, 8, 2)
    fresh = [p for n, p in model.named_parameters() if n.startswith(("head", "shapes", "styles"))]
    old = [p for n, p in model.named_parameters() if not n.startswith(("head", "shapes", "styles"))]
    opt = torch.optim.AdamW([{"params": old, "lr": BODY}, {"params": fresh, "lr": HEAD}], weight_decay=0.01)
    steps = sum(1 for _ in batches(train, pieces, random.Random(0))) * EPOCHS
    plan = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min(1, (s + 1) / (0.06 * steps)) * max(0.0, 1 - s / steps))
    began, step, total = time.time(), 0, 0.0
    for epoch in range(EPOCHS):
        model.train()
        for g, ids, shapes, mask in batches(train, pieces, rng):
            gold = torch.full(ids.shape, -100)
            for r, (d, a, b, _, _, firsts) in enumerate(g):
                free = d.get("free")
                for k, f in enumerate(firsts):
                    if not free or not free[a + k]:
                        gold[r, f] = d["labels"][a + k]
                if rng.random() < 0.05:
                    shapes[r][shapes[r] > 0] = rng.choice([1, 3])  # all small, all in capitals
            style = torch.tensor([x[0]["style"] for x in g])
            with torch.autocast("cpu", torch.bfloat16):
                out = model(ids, shapes, style, mask)
            loss = F.cross_entropy(out.float().view(-1, LABELS), gold.view(-1), ignore_index=-100)
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            opt.step()
            plan.step()
            step, total = step + 1, total + float(loss)
            if step % 100 == 0:
                print(f"{time.time() - began:6.0f} s  step {step} of {steps}  loss {total / 100:.4f}", flush=True)
                total = 0.0
        line = []
        for n, docs in tests.items():
            label(model, pieces, docs, 0)
            line.append(f"{n} {score(docs, {0, 1, 2} if n == 'uner-dev' else {0, 1, 2, 3}):.4f}")
        print(f"{time.time() - began:6.0f} s  epoch {epoch}  " + "  ".join(line), flush=True)
        torch.save(model.state_dict(), os.path.join(data, "teacher.pt"))
    for f in sorted(os.listdir(data)):
        if f.endswith(".texts.gz"):
            docs = read(f[:-3])
            label(model, pieces, docs, 0)
            with open(os.path.join(data, f[:-len(".texts.gz")] + ".labels"), "w") as out:
                for d in docs:
                    out.write("".join(chr(ord("A") + l) for l in d["found"]) + "\n")
            print(f"{time.time() - began:6.0f} s  {f} labelled", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
