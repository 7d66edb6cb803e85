// Writes the serialised lexica of edu.emory.mathcs.nlp:nlp4j-english as text.
// usage: Dump brown|gaz|vec FILE.ser OUT
import edu.emory.mathcs.nlp.common.collection.tree.PrefixNode;
import edu.emory.mathcs.nlp.common.collection.tree.PrefixTree;
import java.io.*;
import java.util.*;

@SuppressWarnings({"unchecked", "rawtypes"})
public class Dump {
  static Object read(String file) throws Exception {
    try (ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(new FileInputStream(file), 1 << 20))) {
      return in.readObject();
    }
  }

  static void walk(PrintWriter out, PrefixNode node, String words) {
    if (node.getValue() != null) out.println(words + "\t" + node.getValue());
    for (Object e : node.entrySet()) {
      Map.Entry next = (Map.Entry) e;
      walk(out, (PrefixNode) next.getValue(), words.isEmpty() ? next.getKey().toString() : words + " " + next.getKey());
    }
  }

  public static void main(String[] args) throws Exception {
    Object all = read(args[1]);
    switch (args[0]) {
      case "brown":
        try (PrintWriter out = new PrintWriter(args[2], "UTF-8")) {
          for (Map.Entry<String, Set<String>> e : ((HashMap<String, Set<String>>) all).entrySet()) {
            List<String> paths = new ArrayList<>(e.getValue());
            paths.sort(Comparator.comparing(String::length));
            out.println(e.getKey() + "\t" + String.join(" ", paths));
          }
        }
        break;
      case "gaz":
        try (PrintWriter out = new PrintWriter(args[2], "UTF-8")) {
          java.lang.reflect.Field root = PrefixTree.class.getDeclaredField("n_root");
          root.setAccessible(true);
          walk(out, (PrefixNode) root.get(all), "");
        }
        break;
      case "vec":
        try (PrintWriter words = new PrintWriter(args[2] + ".words", "UTF-8");
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(args[2] + ".f32"), 1 << 20))) {
          for (Map.Entry<String, float[]> e : new TreeMap<>((HashMap<String, float[]>) all).entrySet()) {
            words.println(e.getKey().replace("\n", " "));
            for (float x : e.getValue()) out.writeInt(Integer.reverseBytes(Float.floatToRawIntBits(x)));
          }
        }
    }
  }
}
