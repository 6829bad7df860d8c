package io.memcmp.analysis.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The classes of a JDK and of a class path, read from their files: nothing of them is loaded or run. */
public final class Classes implements AutoCloseable {
    private static final int MOST_ADVICE = 5;

    private final int release;
    private final JdkImage jdk;
    private final List<ClassSource> sources;

    private Classes(int release, JdkImage jdk, List<ClassSource> sources) {
        this.release = release;
        this.jdk = jdk;
        this.sources = sources;
    }

    /**
     * {@return classes to be closed after use}
     *
     * @param jdkHome where the JDK is installed; its modules come first, as they do in its virtual machine
     * @param release its feature release: it decides which classes of a multi-release jar are read
     * @param classPath directories and jars; {@code dir/*} stands for the jars of a directory
     * @throws ClassFileException if one of them is neither
     */
    public static Classes open(Path jdkHome, int release, List<Path> classPath) throws ClassFileException {
        var sources = new ArrayList<ClassSource>();
        var jdk = JdkImage.open(jdkHome, release);
        sources.add(jdk);
        var classes = new Classes(release, jdk, sources);
        try {
            for (var entry : classPath) {
                classes.add(entry);
            }
        } catch (ClassFileException none) {
            classes.close();
            throw none;
        }
        return classes;
    }

    private void add(Path entry) throws ClassFileException {
        if ("*".equals(String.valueOf(entry.getFileName()))) {
            addJars(Optional.ofNullable(entry.getParent()).orElse(Path.of("")));
        } else if (Files.isDirectory(entry)) {
            sources.add(new ClassDirectory(entry, release));
        } else if (Files.isRegularFile(entry)) {
            sources.add(ClassJar.open(entry, release));
        } else {
            throw new ClassFileException("neither a directory nor a jar: " + entry);
        }
    }

    private void addJars(Path directory) throws ClassFileException {
        var jars = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(directory, "*.{jar,JAR}")) {
            entries.forEach(jars::add);
        } catch (IOException none) {
            throw new ClassFileException("no directory that can be read: " + directory, none);
        }
        Collections.sort(jars);
        for (var jar : jars) {
            sources.add(ClassJar.open(jar, release));
        }
    }

    /** {@return the feature release that the classes are laid out for} */
    public int release() {
        return release;
    }

    /**
     * {@return the class and those above it, {@code java.lang.Object} first}
     *
     * @param name as typed: nested classes with {@code $} or a dot
     * @throws ClassFileException if there is none, or one of the files cannot be read
     */
    public List<ClassDescription> hierarchy(String name) throws ClassFileException {
        for (var candidate : ClassNames.candidates(name)) {
            var found = find(candidate);
            if (found.isPresent()) {
                return above(found.get());
            }
        }
        throw new ClassFileException("no such class: " + name);
    }

    private List<ClassDescription> above(ClassDescription lowest) throws ClassFileException {
        var chain = new ArrayList<ClassDescription>();
        var seen = new LinkedHashSet<String>();
        var current = lowest;
        chain.add(current);
        seen.add(current.name());
        while (current.superclass().isPresent()) {
            var name = current.superclass().get();
            var below = current;
            if (!seen.add(name)) {
                throw new ClassFileException(
                        "a class above itself: " + below.source() + ": " + below.name() + " extends " + name);
            }
            current = find(name)
                    .orElseThrow(() -> new ClassFileException(
                            "no such class: " + name + ", which " + below.name() + " extends: " + below.source()));
            chain.add(current);
        }
        if (!"java.lang.Object".equals(current.name())) {
            throw new ClassFileException("no superclass: " + current.source());
        }
        return InjectedFields.withTimesOfEvents(List.copyOf(chain.reversed()));
    }

    private Optional<ClassDescription> find(String binaryName) throws ClassFileException {
        for (var source : sources) {
            var found = source.find(binaryName);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /**
     * {@return names of classes that may have been meant by one that is none} At most five.
     *
     * @param name as typed
     * @param alike whether two names are alike
     */
    public List<String> advice(String name, Likeness alike) {
        var advice = new LinkedHashSet<String>();
        for (var candidate : ClassNames.candidates(name)) {
            for (var source : sources) {
                source.namesIn(ClassNames.packageOf(candidate)).stream()
                        .filter(known -> alike.test(candidate, known))
                        .forEach(advice::add);
            }
        }
        if (name.indexOf('.') < 0 && name.indexOf('/') < 0) {
            advice.addAll(jdk.namesake(name));
        }
        return advice.stream().limit(MOST_ADVICE).toList();
    }

    /** Whether one name may be a slip of the other. */
    @FunctionalInterface
    public interface Likeness {
        /**
         * {@return whether they are alike}
         *
         * @param typed what was typed
         * @param known what there is
         */
        boolean test(String typed, String known);
    }

    @Override
    public void close() {
        sources.forEach(ClassSource::close);
    }
}
