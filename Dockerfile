# quoth alone: a static binary, and the certificates that fetching needs.
#   docker build -t quoth .
#   docker run --rm -v "$PWD:/work" quoth --out articles.jsonl --resume pages/
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION=0.1.0-dev
RUN make build VERSION=$VERSION

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /src/bin/quoth /quoth
WORKDIR /work
ENTRYPOINT ["/quoth"]
