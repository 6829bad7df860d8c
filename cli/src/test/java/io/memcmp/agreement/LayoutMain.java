package io.memcmp.agreement;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jol.info.ClassLayout;

/**
 * Runs in the JVM under test, so it must be Java 17: of every class and array asked for, what Instrumentation, Unsafe and
 * JOL say. Lines in: {@code class NAME FIELDS}, {@code field DECLARING-CLASS NAME}, {@code array ELEMENT LENGTH}.
 */
final class LayoutMain {
    @SuppressWarnings("NullAway.Init") // by premain
    private static Instrumentation instrumentation;

    private final Object unsafe;
    private final Method allocate;
    private final Method offset;
    private final List<String> answers = new ArrayList<>();
    private final Map<String, Long> jolOffsets = new HashMap<>();

    private LayoutMain() throws ReflectiveOperationException {
        Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
        unsafe = type.getMethod("getUnsafe").invoke(null);
        allocate = type.getMethod("allocateInstance", Class.class);
        offset = type.getMethod("objectFieldOffset", Class.class, String.class);
    }

    public static void premain(String arguments, Instrumentation given) {
        instrumentation = given;
    }

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        var main = new LayoutMain();
        main.answer(Files.readAllLines(Path.of(args[0])));
        Files.write(Path.of(args[1]), main.answers);
        Runtime.getRuntime().halt(0); // some of the classes have started threads
    }

    private void answer(List<String> questions) throws ReflectiveOperationException {
        for (String question : questions) {
            String[] words = question.split(" ", 3);
            String answer = switch (words[0]) {
                case "class" -> instance(words[1], Integer.parseInt(words[2]));
                case "array" -> array(words[1], Integer.parseInt(words[2]));
                default -> field(question, words[1], words[2]);
            };
            answers.add(question + "\t" + answer);
        }
    }

    /** JOL knows the fields of what it has seen an instance of. */
    private String field(String question, String declaring, String name) throws ReflectiveOperationException {
        String offset = String.valueOf(this.offset.invoke(unsafe, load(declaring), name));
        Long jol = jolOffsets.get(question);
        return jol == null ? offset : offset + " jol " + jol;
    }

    private String instance(String name, int fields) {
        try {
            Class<?> type = load(name);
            if (Modifier.isAbstract(type.getModifiers())) {
                return "none: abstract";
            }
            // An instance of Class has the static fields of the class behind it: an interface without any shows it
            // bare.
            return sizes(type == Class.class ? Runnable.class : allocate.invoke(unsafe, type), fields);
        } catch (ReflectiveOperationException | LinkageError none) {
            return "none: " + none;
        }
    }

    private String array(String element, int length) {
        Class<?> type = switch (element) {
            case "boolean" -> boolean.class;
            case "byte" -> byte.class;
            case "char" -> char.class;
            case "short" -> short.class;
            case "int" -> int.class;
            case "float" -> float.class;
            case "long" -> long.class;
            case "double" -> double.class;
            default -> Object.class; // any reference is as long as another
        };
        Object array = Array.newInstance(type, length);
        return sizes(array, 0);
    }

    /** JOL guesses where reflection hides fields from it: then it is not asked. */
    private String sizes(Object object, int fields) {
        ClassLayout layout = ClassLayout.parseInstance(object);
        layout.fields()
                .forEach(field -> jolOffsets.put("field " + field.hostClass() + " " + field.name(), field.offset()));
        String size = String.valueOf(instrumentation.getObjectSize(object));
        return layout.fields().size() == fields ? size + " jol " + layout.instanceSize() : size;
    }

    private static Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, false, LayoutMain.class.getClassLoader());
    }
}
