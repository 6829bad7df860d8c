import java.lang.instrument.Instrumentation;
import java.util.HashMap;

/** Prints how many bytes objects take, each under a description of its fields; classes are separated by "|". */
public class Sizes {
    static Instrumentation instrumentation;

    static class Node { int value; Node next; }
    static class Tree { long key; Tree left; Tree right; byte color; }
    static class Mixed { byte b; long l; short s; int i; Object r; boolean z; double d; char c; float f; }
    static class Bytes { byte a; byte b; byte c; }
    static class Base { long id; byte flag; }
    static class Derived extends Base { short small; Object ref; int count; }
    static class Last extends Derived { byte tail; long end; }
    static class RefBase { Object ref; byte flag; }
    static class RefDerived extends RefBase { byte b; Object other; int i; }
    static class Three { Object a; Object b; Object c; }

    public static void premain(String args, Instrumentation instrumentation) {
        Sizes.instrumentation = instrumentation;
    }

    public static void main(String[] args) {
        var map = new HashMap<String, String>();
        print("", new Object());
        print("int value, ref next", new Node());
        print("long key, ref left, ref right, byte color", new Tree());
        print("byte b, long l, short s, int i, ref r, boolean z, double d, char c, float f", new Mixed());
        print("byte a, byte b, byte c", new Bytes());
        print("long id, byte flag", new Base());
        print("long id, byte flag | short small, ref ref, int count", new Derived());
        print("long id, byte flag | short small, ref ref, int count | byte tail, long end", new Last());
        print("ref ref, byte flag | byte b, ref other, int i", new RefDerived());
        print("ref a, ref b, ref c", new Three());
        print("long value", Long.valueOf(1234));
        print("int value", Integer.valueOf(1234));
        // HashMap$Node: int hash, K key, V value, Node next; its size is seen through a public subclass of nothing
        print("int hash, ref key, ref value, ref next", node(map));
        for (int length : new int[] {0, 1, 4, 5, 8, 13, 1000}) {
            print("byte[" + length + "]", new byte[length]);
            print("char[" + length + "]", new char[length]);
            print("int[" + length + "]", new int[length]);
            print("long[" + length + "]", new long[length]);
            print("ref[" + length + "]", new Object[length]);
        }
    }

    private static Object node(HashMap<String, String> map) {
        map.put("key", "value");
        return map.entrySet().iterator().next();
    }

    private static void print(String fields, Object object) {
        System.out.println(fields + " = " + instrumentation.getObjectSize(object));
    }
}
