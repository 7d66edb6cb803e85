"""A small BERT, read from the files of a package: the tokenizer and the network."""
import json
import os
import struct
import unicodedata

import torch
import torch.nn.functional as F
from torch import nn


def safetensors(path):
    with open(path, "rb") as f:
        (n,) = struct.unpack("<Q", f.read(8))
        head = json.loads(f.read(n))
        data = bytearray(f.read())
    return {k: torch.frombuffer(data, dtype=torch.float32, offset=v["data_offsets"][0],
                                count=(v["data_offsets"][1] - v["data_offsets"][0]) // 4).reshape(v["shape"]).clone()
            for k, v in head.items() if k != "__metadata__" and v["dtype"] == "F32"}


class Pieces:
    """Words to word pieces, in small letters and without accents."""

    def __init__(self, folder):
        with open(os.path.join(folder, "vocab.txt"), encoding="utf-8") as f:
            self.ids = {w.rstrip("\n"): i for i, w in enumerate(f)}
        self.known = {}

    def word(self, w):
        if w not in self.known:
            self.known[w] = self.cut(w)
        return self.known[w]

    def cut(self, w):
        w = "".join(c for c in unicodedata.normalize("NFD", w.lower()) if unicodedata.category(c) != "Mn")
        parts, run = [], ""
        for c in w[:80]:
            if c.isalnum():
                run += c
            else:
                parts += [run, c]
                run = ""
        out = []
        for part in parts + [run]:
            start = 0
            while start < len(part):
                end = len(part)
                while end > start and ("##" if start else "") + part[start:end] not in self.ids:
                    end -= 1
                if end == start:
                    out.append(self.ids["[UNK]"])
                    break
                out.append(self.ids[("##" if start else "") + part[start:end]])
                start = end
        return out[:12] or [self.ids["[UNK]"]]


class Layer(nn.Module):
    def __init__(self, dim, heads, wide):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.dense = (nn.Linear(dim, dim) for _ in range(4))
        self.up, self.down = nn.Linear(dim, wide), nn.Linear(wide, dim)
        self.norm1, self.norm2 = nn.LayerNorm(dim, 1e-12), nn.LayerNorm(dim, 1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        b, n, d = x.shape
        q, k, v = (m(x).view(b, n, self.heads, d // self.heads).transpose(1, 2) for m in (self.query, self.key, self.value))
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.drop(self.dense(a.transpose(1, 2).reshape(b, n, d))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Bert(nn.Module):
    """The network with a layer of labels over the first piece of each word. `shapes` says how words are
    written, which the pieces do not; `style` whose guidelines are asked for."""

    def __init__(self, folder, labels, shapes, styles):
        super().__init__()
        with open(os.path.join(folder, "config.json")) as f:
            c = json.load(f)
        dim = c["hidden_size"]
        self.words, self.places = nn.Embedding(c["vocab_size"], dim), nn.Embedding(c["max_position_embeddings"], dim)
        self.kinds = nn.Embedding(2, dim)
        self.shapes, self.styles = nn.Embedding(shapes, dim), nn.Embedding(styles, dim)
        self.norm, self.drop = nn.LayerNorm(dim, 1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(dim, c["num_attention_heads"], c["intermediate_size"]) for _ in range(c["num_hidden_layers"]))
        self.head = nn.Linear(dim, labels)
        nn.init.normal_(self.shapes.weight, std=0.02)
        nn.init.zeros_(self.styles.weight)
        self.load(safetensors(os.path.join(folder, "model.safetensors")))

    def load(self, t):
        t = {k.removeprefix("bert."): v for k, v in t.items()}
        own = {"words.weight": "embeddings.word_embeddings.weight", "places.weight": "embeddings.position_embeddings.weight",
               "kinds.weight": "embeddings.token_type_embeddings.weight", "norm.weight": "embeddings.LayerNorm.weight", "norm.bias": "embeddings.LayerNorm.bias"}
        theirs = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value", "dense": "attention.output.dense",
                  "up": "intermediate.dense", "down": "output.dense", "norm1": "attention.output.LayerNorm", "norm2": "output.LayerNorm"}
        for i in range(len(self.layers)):
            for a, b in theirs.items():
                for p in ("weight", "bias"):
                    own[f"layers.{i}.{a}.{p}"] = f"encoder.layer.{i}.{b}.{p}"
        missing, extra = self.load_state_dict({a: t[b] for a, b in own.items()}, strict=False)
        assert all(m.startswith(("shapes", "styles", "head")) for m in missing) and not extra, (missing, extra)

    def forward(self, pieces, shapes, style, mask):
        n = pieces.shape[1]
        x = self.words(pieces) + self.places.weight[:n] + self.kinds.weight[0] + self.shapes(shapes) + self.styles(style)[:, None]
        x = self.drop(self.norm(x))
        mask = mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return self.head(self.drop(x))
