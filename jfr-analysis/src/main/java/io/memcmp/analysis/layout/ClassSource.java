package io.memcmp.analysis.layout;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Where class files lie. */
sealed interface ClassSource extends AutoCloseable permits JdkImage, ClassDirectory, ClassJar {
    /** No class file that a compiler makes is longer, and what is longer is not read. */
    int LONGEST_FILE = 16 << 20;

    /**
     * {@return the class; empty where it is not here}
     *
     * @param binaryName with dots between packages
     * @throws ClassFileException if its file cannot be read
     */
    Optional<ClassDescription> find(String binaryName) throws ClassFileException;

    /**
     * {@return the names of classes in that package}
     *
     * @param packageName with dots; empty for the unnamed package
     */
    List<String> namesIn(String packageName);

    @Override
    void close();

    /** {@return the path of its file; empty where such a name cannot have one} */
    static Optional<String> path(String binaryName) {
        for (var part : binaryName.split("\\.", -1)) {
            if (part.isEmpty() || part.indexOf('/') >= 0 || part.indexOf('\\') >= 0 || part.indexOf('\0') >= 0) {
                return Optional.empty(); // no way out of the directory through the name of a superclass
            }
        }
        return Optional.of(binaryName.replace('.', '/') + ".class");
    }

    /** {@return a file's bytes} */
    static byte[] bytes(InputStream in, String source) throws IOException, ClassFileException {
        var bytes = in.readNBytes(LONGEST_FILE + 1);
        if (bytes.length > LONGEST_FILE) {
            throw new ClassFileException("longer than any class file: " + source);
        }
        return bytes;
    }

    /** {@return the same class, if it is the one that was sought} */
    static ClassDescription named(String binaryName, ClassDescription found) throws ClassFileException {
        if (!found.name().equals(binaryName)) {
            throw new ClassFileException(
                    "not the class that its name says: " + found.source() + ": it holds " + found.name());
        }
        return found;
    }
}
