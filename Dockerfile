# quoth alone: a static binary, the certificates that fetching needs, and a
# folder for what is put by for a moment (a zip that comes from an address).
#   docker build -t quoth .
#   docker run --rm -v "$PWD:/work" quoth --out articles.jsonl --resume pages/
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION=0.1.0-dev
RUN make build VERSION=$VERSION
RUN mkdir -p /image/etc/ssl/certs && mkdir -m 1777 /image/tmp && cp /etc/ssl/certs/ca-certificates.crt /image/etc/ssl/certs/ && cp bin/quoth /image/

FROM scratch
COPY --from=build /image/ /
WORKDIR /work
ENTRYPOINT ["/quoth"]
