package io.memcmp.analysis.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A directory of a class path. */
final class ClassDirectory implements ClassSource {
    private final Path root;
    private final int release;

    ClassDirectory(Path root, int release) {
        this.root = root;
        this.release = release;
    }

    @Override
    public Optional<ClassDescription> find(String binaryName) throws ClassFileException {
        var file = ClassSource.path(binaryName).flatMap(this::below).filter(Files::isRegularFile);
        return file.isEmpty() ? Optional.empty() : Optional.of(read(file.get(), binaryName));
    }

    private ClassDescription read(Path file, String binaryName) throws ClassFileException {
        try (var in = Files.newInputStream(file)) {
            var source = file.toString();
            var parser = new ClassFileParser(source, false);
            return ClassSource.named(binaryName, parser.parse(ClassSource.bytes(in, source), release));
        } catch (IOException unreadable) {
            throw new ClassFileException("cannot be read: " + file, unreadable);
        }
    }

    private Optional<Path> below(String path) {
        try {
            return Optional.of(root.resolve(path));
        } catch (InvalidPathException _) {
            return Optional.empty(); // this system has no file of such a name
        }
    }

    @Override
    public List<String> namesIn(String packageName) {
        var names = new ArrayList<String>();
        var directory = below(packageName.replace('.', '/'));
        if (directory.isEmpty()) {
            return List.of();
        }
        try (var entries = Files.newDirectoryStream(directory.get())) {
            entries.forEach(file -> ClassNames.ofFile(packageName, String.valueOf(file.getFileName()))
                    .ifPresent(names::add));
        } catch (IOException _) {
            return List.of(); // there is no such package
        }
        return names;
    }

    @Override
    public void close() {
        // holds nothing open
    }
}
