#!/usr/bin/env bash
# Fetches the lexica that `make tables` packs and writes them as text into a
# folder: Brown clusters, word vectors and lists of names of
# edu.emory.mathcs.nlp:nlp4j-english 1.1.2 (Apache-2.0).
set -euo pipefail
out=$1
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out"
mvn -q dependency:get -Dartifact=edu.emory.mathcs.nlp:nlp4j-api:1.1.3
mvn -q dependency:get -Dartifact=edu.emory.mathcs.nlp:nlp4j-english:1.1.2
repository=$(mvn -q -Dstyle.color=never help:evaluate -Dexpression=settings.localRepository -DforceStdout | sed "s,\x1b\[[0-9;]*m,,g")/edu/emory/mathcs/nlp
unzip -qjo "$repository/nlp4j-english/1.1.2/nlp4j-english-1.1.2.jar" 'edu/emory/mathcs/nlp/lexica/*' -d "$out"
api=$repository/nlp4j-api/1.1.3/nlp4j-api-1.1.3.jar
javac -nowarn -cp "$api" -d "$out" "$here/Dump.java"
dump() {
  xz -dc "$out/$2.xz" > "$out/$2.ser"
  java -Xmx6g -cp "$api:$out" Dump "$1" "$out/$2.ser" "$out/$3"
}
dump brown en-brown-clusters-simplified-lowercase brown1.txt
dump gaz en-named-entity-gazetteers-simplified gaz.txt
dump vec en-word-embeddings-undigitalized vec
