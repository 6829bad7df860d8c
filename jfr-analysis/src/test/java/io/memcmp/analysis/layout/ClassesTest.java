package io.memcmp.analysis.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Jdk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class files out of directories, jars and JDKs, good ones and bad. */
class ClassesTest {
    private static final long SEED = 20_260_801;
    private static final int DAMAGED = 5000;

    @TempDir
    Path directory;

    private Classes open(Path... classPath) throws ClassFileException {
        return Classes.open(Jdk.running().home(), Jdk.running().feature(), List.of(classPath));
    }

    /** A class with one field of each name, all of type int. */
    private static byte[] made(String name, String superclass, String... fields) {
        return ClassFile.of().build(ClassDesc.of(name), builder -> {
            builder.withSuperclass(ClassDesc.of(superclass));
            for (var field : fields) {
                builder.withField(field, ConstantDescs.CD_int, 0);
            }
        });
    }

    private Path write(String name, byte[] bytes) throws IOException {
        var file = directory.resolve(name.replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private static String problem(Classes classes, String name) {
        return assertThrows(ClassFileException.class, () -> classes.hierarchy(name))
                .getMessage();
    }

    @Test
    void aSuperclassIsFoundAcrossClassPathAndJdk() throws Exception {
        write("a.Below", made("a.Below", "a.Above", "low"));
        write("a.Above", made("a.Above", "java.util.AbstractList", "high"));
        try (var classes = open(directory)) {
            var names = classes.hierarchy("a.Below").stream()
                    .map(ClassDescription::name)
                    .toList();
            assertEquals(
                    List.of(
                            "java.lang.Object",
                            "java.util.AbstractCollection",
                            "java.util.AbstractList",
                            "a.Above",
                            "a.Below"),
                    names);
        }
    }

    @Test
    void aNestedClassIsFoundWithDotsDollarsAndSlashes() throws Exception {
        try (var classes = open()) {
            for (var typed : List.of("java.util.Map$Entry", "java.util.Map.Entry", "java/util/Map$Entry")) {
                assertEquals(
                        "java.util.Map$Entry",
                        classes.hierarchy(typed).getLast().name());
            }
        }
    }

    @Test
    void aMultiReleaseJarHasTheClassOfTheReleaseAskedFor() throws Exception {
        var jar = directory.resolve("app.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry("a/C.class"));
            out.write(made("a.C", "java.lang.Object", "old"));
            out.putNextEntry(new ZipEntry("META-INF/versions/21/a/C.class"));
            out.write(made("a.C", "java.lang.Object", "old", "recent"));
        }
        assertEquals(1, fields(jar, 17));
        assertEquals(2, fields(jar, 25));
        assertEquals(2, fields(directory.resolve("*"), 25));
    }

    private static int fields(Path classPath, int release) throws ClassFileException {
        try (var classes = Classes.open(Jdk.running().home(), release, List.of(classPath))) {
            return classes.hierarchy("a.C").getLast().fields().size();
        }
    }

    @Test
    void aClassAboveItselfEnds() throws Exception {
        write("a.A", made("a.A", "a.B"));
        write("a.B", made("a.B", "a.A"));
        write("a.Self", made("a.Self", "a.Self"));
        try (var classes = open(directory)) {
            assertTrue(problem(classes, "a.A").contains("a class above itself"), problem(classes, "a.A"));
            assertTrue(problem(classes, "a.Self").contains("Self.class"), problem(classes, "a.Self"));
        }
    }

    @Test
    void whatIsMissingOrNamedWronglyIsSaidWithItsFile() throws Exception {
        write("a.Orphan", made("a.Orphan", "a.Missing"));
        write("a.Wrong", made("a.Other", "java.lang.Object"));
        try (var classes = open(directory)) {
            assertEquals("no such class: a.Nothing", problem(classes, "a.Nothing"));
            assertTrue(problem(classes, "a.Orphan").contains("a.Missing, which a.Orphan extends"));
            assertTrue(problem(classes, "a.Wrong").contains("it holds a.Other"));
            assertEquals(List.of("a.Orphan"), classes.advice("a.orphan", String::equalsIgnoreCase));
        }
    }

    @Test
    void noNameLeadsOutOfTheClassPath() throws Exception {
        Files.createDirectories(directory.resolve("in"));
        write("Secret", made("Secret", "java.lang.Object"));
        try (var classes = open(directory.resolve("in"))) {
            for (var name : List.of("../Secret", "..Secret", "/Secret", "a.\0", "")) {
                assertTrue(problem(classes, name).startsWith("no such class"), name);
            }
        }
    }

    @Test
    void whatIsNoClassPathIsRefused() throws Exception {
        var text = Files.writeString(directory.resolve("text.jar"), "no jar");
        assertThrows(ClassFileException.class, () -> open(text).close());
        assertThrows(
                ClassFileException.class, () -> open(directory.resolve("none")).close());
        assertThrows(
                ClassFileException.class,
                () -> Classes.open(directory, 25, List.of()).close());
    }

    @Test
    void aFileLongerThanAnyClassIsNotRead() throws Exception {
        write("a.Long", new byte[ClassSource.LONGEST_FILE + 1]);
        try (var classes = open(directory)) {
            assertTrue(problem(classes, "a.Long").startsWith("longer than any class file"));
        }
    }

    @Test
    void damagedClassFilesAreReadOrRefusedWithTheirName() throws Exception {
        var whole = bytesOf("/java/util/concurrent/ConcurrentHashMap.class");
        var random = new Random(SEED);
        int refused = 0;
        for (int number = 0; number < DAMAGED; number++) {
            var damaged = number % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int flips = random.nextInt(8); flips > 0 && damaged.length > 0; flips--) {
                damaged[random.nextInt(Math.min(damaged.length, 4000))] = (byte) random.nextInt(256);
            }
            try {
                new ClassFileParser("damaged.class", true).parse(damaged, 25);
            } catch (ClassFileException expected) {
                refused++;
                assertTrue(expected.getMessage().contains("damaged.class"), expected.getMessage());
            }
        }
        assertTrue(refused > DAMAGED / 3, "refused: " + refused);
    }

    private static byte[] bytesOf(String resource) throws IOException {
        try (var in = Object.class.getResourceAsStream(resource);
                var out = new ByteArrayOutputStream()) {
            Objects.requireNonNull(in).transferTo(out);
            return out.toByteArray();
        }
    }
}
