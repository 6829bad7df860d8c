package io.memcmp.analysis.layout;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The classes of a JDK's own modules, read from its image. */
final class JdkImage implements ClassSource {
    private static final String BASE = "java.base";

    private final FileSystem files;
    private final boolean own;
    private final int release;
    private final Path home;

    private JdkImage(FileSystem files, boolean own, int release, Path home) {
        this.files = files;
        this.own = own;
        this.release = release;
        this.home = home;
    }

    static JdkImage open(Path home, int release) throws ClassFileException {
        try {
            if (Files.isSameFile(home, Path.of(System.getProperty("java.home")))) {
                return new JdkImage(FileSystems.getFileSystem(URI.create("jrt:/")), true, release, home);
            }
            var image = Map.of("java.home", home.toString());
            return new JdkImage(FileSystems.newFileSystem(URI.create("jrt:/"), image), false, release, home);
        } catch (IOException | ProviderNotFoundException | IllegalArgumentException | SecurityException none) {
            throw new ClassFileException("no image of a JDK that can be read: " + home, none);
        }
    }

    @Override
    public Optional<ClassDescription> find(String binaryName) throws ClassFileException {
        var path = ClassSource.path(binaryName);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        for (var module : modules(packageOf(binaryName))) {
            var file = module.resolve(path.get());
            if (Files.isRegularFile(file)) {
                return Optional.of(read(file, binaryName));
            }
        }
        return Optional.empty();
    }

    private ClassDescription read(Path file, String binaryName) throws ClassFileException {
        var source = "jrt:" + file + " of " + home;
        try (var in = Files.newInputStream(file)) {
            var parser = new ClassFileParser(source, true);
            return ClassSource.named(binaryName, parser.parse(ClassSource.bytes(in, source), release));
        } catch (IOException unreadable) {
            throw new ClassFileException("cannot be read: " + source, unreadable);
        }
    }

    private static String packageOf(String binaryName) {
        int dot = binaryName.lastIndexOf('.');
        return dot < 0 ? "" : binaryName.substring(0, dot);
    }

    /** The modules that have such a package. */
    private List<Path> modules(String packageName) {
        return packageName.isEmpty()
                ? List.of()
                : list("/packages/" + packageName).stream()
                        .map(module -> files.getPath("/modules/" + module))
                        .toList();
    }

    private List<String> list(String directory) {
        var names = new ArrayList<String>();
        try (var entries = Files.newDirectoryStream(files.getPath(directory))) {
            entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
        } catch (IOException | InvalidPathException _) {
            return List.of(); // there is no such package
        }
        return names;
    }

    @Override
    public List<String> namesIn(String packageName) {
        return modules(packageName).stream()
                .flatMap(module ->
                        list(module.resolve(packageName.replace('.', '/')).toString()).stream())
                .flatMap(file -> ClassNames.ofFile(packageName, file).stream())
                .toList();
    }

    /** {@return the classes of {@code java.base} with that simple name, whatever its capitals} */
    List<String> namesake(String simpleName) {
        try (var all = Files.walk(files.getPath("/modules/" + BASE + "/java"))) {
            return all.map(file ->
                            files.getPath("/modules/" + BASE).relativize(file).toString())
                    .flatMap(file -> ClassNames.ofFile("", file).stream())
                    .filter(name -> ClassNames.simple(name).equalsIgnoreCase(simpleName))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of(); // an image that cannot be listed has no advice
        }
    }

    @Override
    public void close() {
        if (own) {
            return; // others read from it too
        }
        try {
            files.close();
        } catch (IOException _) {
            return; // nothing was written
        }
    }
}
