#!/usr/bin/env python3
"""Writes pages into a web archive with warcio (https://github.com/webrecorder/warcio).

    make.py [--again] OUT.warc[.gz] COUNT PAGE.html ...

Page i of COUNT is PAGE i modulo their number, at https://news.example/i/PAGE.html.
Every second one is in chunks, and of each four two are gzip, as servers send
them. Among them lies what is no article: requests, an image, a page that is
not there, and a page that is the same as one that is not in it. With --again,
each page comes once more after all of them, as a revisit.
"""
import gzip
import io
import os
import sys
import uuid

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

DATE = "2026-03-12T06:00:00Z"


def chunked(body):
    out = b""
    for i in range(0, len(body), 1000):
        part = body[i : i + 1000]
        out += b"%x\r\n%s\r\n" % (len(part), part)
    return out + b"0\r\n\r\n"


def main(again, out, count, pages):
    first = []
    with open(out, "wb") as f:
        writer = WARCWriter(f, gzip=out.endswith(".gz"))
        n = 0

        def write(url, kind, status, headers, body):
            nonlocal n
            http = StatusAndHeaders(status, headers, protocol="HTTP/1.1" if kind != "request" else "")
            record = writer.create_warc_record(url, kind, payload=io.BytesIO(body), http_headers=http, warc_headers_dict={"WARC-Date": DATE})
            n += 1
            record.rec_headers.replace_header("WARC-Record-ID", "<urn:uuid:%s>" % uuid.uuid5(uuid.NAMESPACE_URL, "%d %s" % (n, url)))
            writer.write_record(record)
            return record.rec_headers.get_header("WARC-Payload-Digest")

        info = writer.create_warcinfo_record(os.path.basename(out), {"software": "warcio", "description": "articles written for quoth"})
        info.rec_headers.replace_header("WARC-Date", DATE)
        info.rec_headers.replace_header("WARC-Record-ID", "<urn:uuid:%s>" % uuid.uuid5(uuid.NAMESPACE_URL, "info"))
        writer.write_record(info)
        for i in range(count):
            page = pages[i % len(pages)]
            with open(page, "rb") as p:
                body = p.read()
            url = "https://news.example/%d/%s" % (i, os.path.basename(page))
            headers = [("Content-Type", "text/html")]
            if i % 4 >= 2:
                body = gzip.compress(body, mtime=0)
                headers.append(("Content-Encoding", "gzip"))
            if i % 2 == 1:
                body = chunked(body)
                headers.append(("Transfer-Encoding", "chunked"))
            write(url, "request", "GET /%d HTTP/1.1" % i, [("Host", "news.example")], b"")
            digest = write(url, "response", "200 OK", headers, body)
            if again:
                first.append((url, digest))
        write("https://news.example/photo.png", "response", "200 OK", [("Content-Type", "image/png")], b"\x89PNG\r\n\x1a\n")
        write("https://news.example/gone.html", "response", "404 Not Found", [("Content-Type", "text/html")], b"<p>It is gone.</p>")
        for i, (url, digest) in enumerate(first):
            later = "2026-03-13T06:00:00Z"
            if i % 2 == 0:
                record = writer.create_revisit_record(url + "?again", digest, url, DATE, warc_headers_dict={"WARC-Date": later})
            else:  # the server said so, and the record does not say of what
                profile = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
                http = StatusAndHeaders("304 Not Modified", [("ETag", '"1"')], protocol="HTTP/1.1")
                record = writer.create_warc_record(url, "revisit", http_headers=http, warc_headers_dict={"WARC-Date": later, "WARC-Profile": profile})
            record.rec_headers.replace_header("WARC-Record-ID", "<urn:uuid:%s>" % uuid.uuid5(uuid.NAMESPACE_URL, "again %d" % i))
            writer.write_record(record)
        other = writer.create_revisit_record("https://news.example/0/again.html", "sha1:" + "A" * 32, "https://news.example/0/", DATE, warc_headers_dict={"WARC-Date": DATE})
        other.rec_headers.replace_header("WARC-Record-ID", "<urn:uuid:%s>" % uuid.uuid5(uuid.NAMESPACE_URL, "again"))
        writer.write_record(other)


args = [a for a in sys.argv[1:] if a != "--again"]
main("--again" in sys.argv, args[0], int(args[1]), args[2:])
