#!/usr/bin/env bash
# Makes the tags that extract/tag learns from beside the treebanks: writes texts as words into a folder, and lets the
# tagger of edu.emory.mathcs.nlp:nlp4j-english 1.1.2 (Apache-2.0) tag them.
set -euo pipefail
out=$1 shared=$2
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out"
printf '%s' '<project><modelVersion>4.0.0</modelVersion><groupId>quoth</groupId><artifactId>teach</artifactId><version>1</version><dependencies>
<dependency><groupId>edu.emory.mathcs.nlp</groupId><artifactId>nlp4j-api</artifactId><version>1.1.3</version></dependency>
<dependency><groupId>edu.emory.mathcs.nlp</groupId><artifactId>nlp4j-english</artifactId><version>1.1.2</version></dependency>
</dependencies></project>' > "$out/pom.xml"
mvn -q -f "$out/pom.xml" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$out/jars"
javac -nowarn -cp "$out/jars/*" -d "$out" "$here/Tag.java"
go run ./internal/train/tags -shared "$shared" -words "$out/words.txt"
java -Xmx4g -cp "$out/jars/*:$out" Tag "$out/words.txt" "$out/tags.txt"
go run ./internal/train/tags -shared "$shared" -tags "$out/tags.txt"
