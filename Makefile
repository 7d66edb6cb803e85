# quoth: news articles into data. `make` builds it and shows the main job;
# `make help` lists the rest.

SHARED  ?= ../shared
VERSION ?= 0.1.0-dev
GOFLAGS := -trimpath -buildvcs=false
LDFLAGS := -s -w -X github.com/quoth/quoth/internal/cli.version=$(VERSION)
BIN     := bin/quoth
export CGO_ENABLED = 0
TMPDIR  ?= /tmp

.PHONY: all
all: build demo ## build bin/quoth and run it on two articles of testdata

.PHONY: build
build: ## a static, reproducible binary in bin/
	go build $(GOFLAGS) -ldflags '$(LDFLAGS)' -o $(BIN) ./cmd/quoth

.PHONY: demo
demo: build
	$(BIN) show testdata/articles/ferry.html testdata/articles/reservoir.txt

.PHONY: test
test: ## all tests
	go test ./...

.PHONY: check
check: fmt vet race eval ## what CI runs: format, vet, tests with -race, scores against their floors

.PHONY: fmt
fmt: ## says what gofmt would change
	@out=$$(gofmt -l .); if [ -n "$$out" ]; then echo "gofmt would change:"; echo "$$out"; exit 1; fi

.PHONY: vet
vet: ## go vet, of the benchmarks too
	go vet ./...
	cd bench && go vet ./...

.PHONY: race
race: ## all tests with the race detector, and how many passed
	@go run .ci/test.go ./...

.PHONY: eval
eval: build ## every score on the corpora in $(SHARED), beside its floor
	go run ./internal/eval -bin $(BIN) -shared $(SHARED)

.PHONY: floors
floors: build ## raise the floors to what is reached; none falls
	go run ./internal/eval -bin $(BIN) -shared $(SHARED) -raise

.PHONY: origins
origins: build ## how many names are found, by origin, in sentences made from templates
	go run ./internal/eval -bin $(BIN) -origins internal/eval/origins.txt

.PHONY: bench
bench: ## speed of each stage and of the whole, beside rivals in the same run, as ratios
	go test -run "^$$" -bench . ./extract/... ./pipeline/...
	cd bench && SHARED=$(abspath $(SHARED)) go test -bench 'Page|Language|Stage|Whole' -benchtime 2s
	cd bench && SHARED=$(abspath $(SHARED)) go test -bench 'Batch|Addresses|Memory' -benchtime 1x

.PHONY: fuzz
fuzz: ## each fuzz test for FUZZTIME (10s)
	@go list ./... | while read p; do go test -list '^Fuzz' $$p | grep '^Fuzz' | while read f; do \
	  go test -run '^$$' -fuzz "^$$f\$$" -fuzzminimizetime 2s -fuzztime $(or $(FUZZTIME),10s) $$p || exit 1; done || exit 1; done

.PHONY: golden
golden: ## write the expected outputs in testdata anew; read the diff
	go test $$(grep -rl --include='*_test.go' 'flag.Bool("update"' . | xargs -n1 dirname | sort -u) -run 'Golden|Cases|Readme' -update
	git status --short

.PHONY: recipes
recipes: ## the recipes of docs and the archive of warcio, tested with their tools (needs Python, jq, sqlite3, xargs; GNU parallel too)
	python3 -m venv $(TMPDIR)/quoth-python
	$(TMPDIR)/quoth-python/bin/pip install -q duckdb pandas warcio
	PATH=$(TMPDIR)/quoth-python/bin:$$PATH go test -count=1 -v -run 'Readme|Recipe|Warcio' ./cmd/quoth ./internal/cli

.PHONY: warc
warc: ## testdata/warc, of testdata/articles (needs Python with warcio)
	python3 testdata/warc/make.py testdata/warc/articles.warc.gz 9 testdata/articles/*.html

.PHONY: train-page
train-page: ## make the model of extract/boilerplate anew from the pages in $(SHARED), judged on hosts it has not seen
	go run ./internal/train/page -shared $(SHARED) -folds -out extract/boilerplate/data/model.txt

.PHONY: train-meta
train-meta: ## the weights by which titles, authors and dates are chosen, from the pages in $(SHARED), judged on hosts they have not seen; half a minute
	go run ./internal/train/meta -shared $(SHARED) -out extract/boilerplate/meta/data/weights.txt

.PHONY: train-sentences
train-sentences: ## the weights of extract/sentence, from the treebanks in $(SHARED); seconds
	go run ./internal/train/sentences -shared $(SHARED)

.PHONY: train-tags
train-tags: ## the weights of extract/tag, from treebanks and taught texts in $(SHARED); two minutes
	go run ./internal/train/tags -shared $(SHARED)

.PHONY: teach-tags
teach-tags: ## the tags that train-tags learns beside the treebanks, by a larger tagger (needs Java and Maven); two minutes
	internal/train/tags/teach.sh $(TMPDIR)/quoth-teach-tags $(SHARED)

.PHONY: teach
teach: ## the names that train-entities learns beside its annotated texts, found by a larger model (needs Python, torch and unzip); 40 minutes
	internal/train/teacher/teach.sh $(TMPDIR)/quoth-teach $(SHARED)

.PHONY: train-entities
train-entities: ## the weights of extract/name, from annotated and taught texts in $(SHARED); ten minutes
	go run ./internal/train/entities -shared $(SHARED) -out extract/name/data/model.bin

.PHONY: train-furniture
train-furniture: ## the weights of extract/junk's scorer of lines, from articles, pages and texts in $(SHARED); three minutes
	go run ./internal/train/furniture -shared $(SHARED) -out extract/junk/data/lines.bin

.PHONY: train-speakers
train-speakers: ## the weights by which extract/quote gives quotations without a cue to a speaker, from PolNeAR in $(SHARED); seconds
	go run ./internal/train/speakers -shared $(SHARED) -out extract/quote/data/heirs.txt

.PHONY: train-confidence
train-confidence: ## how sure each quote is, from PolNeAR in $(SHARED), and the tables of docs/confidence.md; after any change of extract/quote; seconds
	go run ./internal/train/confidence -shared $(SHARED)

.PHONY: tables
tables: ## the tables of words that extract/name reads, from a package of word lists (needs Java, Maven, unzip and xz)
	internal/train/tables/fetch.sh $(TMPDIR)/quoth-tables
	go run ./internal/train/tables -in $(TMPDIR)/quoth-tables -out extract/name/data

.PHONY: help
help:
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /	/' | expand -t 18
