package io.memcmp.analysis.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/** A jar of a class path; of a multi-release jar the classes for the release asked for. */
final class ClassJar implements ClassSource {
    private final Path path;
    private final int release;
    private final JarFile jar;

    private ClassJar(Path path, int release, JarFile jar) {
        this.path = path;
        this.release = release;
        this.jar = jar;
    }

    static ClassJar open(Path path, int release) throws ClassFileException {
        try {
            var version = Runtime.Version.parse(Integer.toString(release));
            return new ClassJar(path, release, new JarFile(path.toFile(), false, ZipFile.OPEN_READ, version));
        } catch (IOException | IllegalArgumentException broken) {
            throw new ClassFileException("no jar that can be read: " + path + ": " + broken.getMessage(), broken);
        }
    }

    @Override
    public Optional<ClassDescription> find(String binaryName) throws ClassFileException {
        var file = ClassSource.path(binaryName);
        var entry = file.flatMap(name -> Optional.ofNullable(jar.getJarEntry(name)));
        return entry.isEmpty() ? Optional.empty() : Optional.of(read(entry.get(), binaryName));
    }

    private ClassDescription read(JarEntry entry, String binaryName) throws ClassFileException {
        var source = path + "!/" + entry.getRealName();
        try (var in = jar.getInputStream(entry)) {
            var parser = new ClassFileParser(source, false);
            return ClassSource.named(binaryName, parser.parse(ClassSource.bytes(in, source), release));
        } catch (IOException unreadable) {
            throw new ClassFileException("cannot be read: " + source + ": " + unreadable.getMessage(), unreadable);
        }
    }

    @Override
    public List<String> namesIn(String packageName) {
        var start = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        return jar.versionedStream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith(start) && name.indexOf('/', start.length()) < 0)
                .flatMap(name -> ClassNames.ofFile(packageName, name.substring(start.length())).stream())
                .toList();
    }

    @Override
    public void close() {
        try {
            jar.close();
        } catch (IOException _) {
            return; // nothing was written
        }
    }
}
