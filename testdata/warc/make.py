#!/usr/bin/env python3
"""Writes pages into a web archive with warcio (https://github.com/webrecorder/warcio).

    make.py OUT.warc[.gz] COUNT PAGE.html ...

Page i of COUNT is PAGE i modulo their number, at https://news.example/i/PAGE.html.
Every second one is in chunks, and of each four two are gzip, as servers send
them. Among them lies what is no article: requests, an image, a page that is
not there, and a page that is the same as before.
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


def main(out, count, pages):
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
            write(url, "response", "200 OK", headers, body)
        write("https://news.example/photo.png", "response", "200 OK", [("Content-Type", "image/png")], b"\x89PNG\r\n\x1a\n")
        write("https://news.example/gone.html", "response", "404 Not Found", [("Content-Type", "text/html")], b"<p>It is gone.</p>")
        again = writer.create_revisit_record("https://news.example/0/again.html", "sha1:" + "A" * 32, "https://news.example/0/", DATE, warc_headers_dict={"WARC-Date": DATE})
        again.rec_headers.replace_header("WARC-Record-ID", "<urn:uuid:%s>" % uuid.uuid5(uuid.NAMESPACE_URL, "again"))
        writer.write_record(again)


main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
