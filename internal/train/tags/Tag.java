// Tags words by the tagger of edu.emory.mathcs.nlp:nlp4j-english.
// usage: Tag WORDS OUT, a word a line, an empty line after each sentence
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.*;
import java.util.*;

public class Tag {
  public static void main(String[] args) throws Exception {
    NLPDecoder tagger = new NLPDecoder(Tag.class.getResourceAsStream("/edu/emory/mathcs/nlp/configuration/config-decode-pos.xml"));
    List<NLPNode> sentence = new ArrayList<>();
    try (BufferedReader in = new BufferedReader(new InputStreamReader(new FileInputStream(args[0]), "UTF-8"));
        PrintWriter out = new PrintWriter(args[1], "UTF-8")) {
      for (String word; (word = in.readLine()) != null; ) {
        if (sentence.isEmpty()) sentence.add(new NLPNode().toRoot());
        if (!word.isEmpty()) {
          sentence.add(new NLPNode(sentence.size(), word));
          continue;
        }
        NLPNode[] tagged = tagger.decode(sentence.toArray(new NLPNode[0]));
        for (int i = 1; i < tagged.length; i++) out.println(tagged[i].getPartOfSpeechTag());
        out.println();
        sentence.clear();
      }
    }
  }
}
