package io.memcmp.launch;

import io.memcmp.plan.Jdk;
import io.memcmp.plan.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** Finds the JDKs of this machine where people keep them, and says of each how it was found. */
public final class JdkFinder {
    private static final Pattern HOME_VARIABLE = Pattern.compile("JAVA_?(\\d+)_HOME|JAVA_HOME_(\\d+)(_\\w+)?");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Map<String, String> environment;
    private final Path userHome;
    private final Path ownHome;

    /**
     * A finder.
     *
     * @param environment variables to look in
     * @param userHome the user's home directory
     * @param ownHome the JDK that memcmp itself runs on
     */
    public JdkFinder(Map<String, String> environment, Path userHome, Path ownHome) {
        this.environment = Map.copyOf(environment);
        this.userHome = userHome;
        this.ownHome = ownHome;
    }

    /** {@return a finder for this process} */
    public static JdkFinder ofThisProcess() {
        return new JdkFinder(
                System.getenv(), Path.of(System.getProperty("user.home")), Path.of(System.getProperty("java.home")));
    }

    /** {@return every JDK found, newest first, each once, under the first place it was found in} */
    public List<Jdk> all() {
        var byHome = new LinkedHashMap<Path, Jdk>();
        for (var place : places()) {
            read(place.home(), place.provenance()).ifPresent(jdk -> byHome.putIfAbsent(jdk.home(), jdk));
        }
        var newestFirst = new ArrayList<>(byHome.values());
        newestFirst.sort(Comparator.comparingInt(Jdk::feature).reversed());
        return List.copyOf(newestFirst);
    }

    /**
     * {@return the JDK that the user means}
     *
     * @param wish a feature release, a version's beginning, or a directory
     */
    public Jdk find(String wish) {
        if (wish.contains(File.separator) || wish.equals(".")) {
            var home = Path.of(wish);
            return read(home, "--jdk")
                    .map(JdkFinder::measurable)
                    .orElseThrow(() -> new UserError(
                            "no JDK at " + wish + ": it has no bin/java that runs",
                            "name the directory that holds bin/java, or a release such as 25"));
        }
        var all = all();
        return all.stream()
                .filter(jdk -> NUMBER.matcher(wish).matches()
                        ? Integer.toString(jdk.feature()).equals(wish)
                        : !wish.isEmpty() && jdk.version().startsWith(wish))
                .findFirst()
                .map(JdkFinder::measurable)
                .orElseThrow(() -> new UserError(
                        "no JDK " + wish + " found on this machine",
                        "found: "
                                + String.join(
                                        ", ", all.stream().map(Jdk::version).toList())
                                + "; name a directory with --jdk, or see memcmp list jdks"));
    }

    /** {@return the JDK that memcmp runs on} */
    public Jdk own() {
        return read(ownHome, "memcmp runs on it").orElseThrow(() -> new IllegalStateException("no java in " + ownHome));
    }

    /** {@return the JDK of the {@code java} that a command would start: {@code JAVA_HOME} apart, the first on the path} */
    public Optional<Jdk> onPath() {
        return pathJava().flatMap(home -> read(home, "PATH"));
    }

    /**
     * {@return the JDK that this {@code java} belongs to}
     *
     * @param java a path to an executable
     */
    public Optional<Jdk> ofExecutable(Path java) {
        return homeOf(java).flatMap(home -> read(home, "the command's own java"));
    }

    /**
     * {@return the same JDK, if it is one that can be measured}
     *
     * @param jdk any
     */
    public static Jdk measurable(Jdk jdk) {
        if (jdk.feature() < Jdk.OLDEST_MEASURED) {
            throw new UserError(
                    "JDK " + jdk.version() + " at " + jdk.home() + " is too old to be measured",
                    "memcmp measures JDK " + Jdk.OLDEST_MEASURED + " and later");
        }
        return jdk;
    }

    private record Place(Path home, String provenance) {}

    private List<Place> places() {
        var places = new ArrayList<Place>();
        for (var home : environment.getOrDefault("MEMCMP_JDKS", "").split(File.pathSeparator, -1)) {
            if (!home.isBlank()) {
                places.add(new Place(Path.of(home), "MEMCMP_JDKS"));
            }
        }
        Optional.ofNullable(environment.get("JAVA_HOME"))
                .filter(home -> !home.isBlank())
                .ifPresent(home -> places.add(new Place(Path.of(home), "JAVA_HOME")));
        environment.forEach((name, home) -> {
            if (HOME_VARIABLE.matcher(name).matches() && !home.isBlank()) {
                places.add(new Place(Path.of(home), name));
            }
        });
        Toolchains.homes(userHome.resolve(".m2/toolchains.xml"))
                .forEach(home -> places.add(new Place(home, "~/.m2/toolchains.xml")));
        children(places, userHome.resolve(".sdkman/candidates/java"), "SDKMAN");
        children(places, userHome.resolve(".jbang/cache/jdks"), "jbang");
        children(places, userHome.resolve(".asdf/installs/java"), "asdf");
        children(places, userHome.resolve(".local/share/mise/installs/java"), "mise");
        children(places, userHome.resolve(".jdks"), "~/.jdks");
        for (var directory : List.of("/usr/lib/jvm", "/usr/java", "/opt", "/Library/Java/JavaVirtualMachines")) {
            children(places, Path.of(directory), directory);
        }
        pathJava().ifPresent(home -> places.add(new Place(home, "PATH")));
        places.add(new Place(ownHome, "memcmp runs on it"));
        return places;
    }

    private static void children(List<Place> places, Path directory, String provenance) {
        var found = new ArrayList<Path>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, Files::isDirectory)) {
            entries.forEach(found::add);
        } catch (IOException _) {
            return; // there is no such place here
        }
        found.sort(Comparator.naturalOrder());
        for (var home : found) {
            var bundle = home.resolve("Contents/Home");
            places.add(new Place(Files.isDirectory(bundle) ? bundle : home, provenance));
        }
    }

    private Optional<Path> pathJava() {
        for (var directory : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            var java = Path.of(directory.isBlank() ? "." : directory).resolve("java");
            if (Files.isExecutable(java) && !Files.isDirectory(java)) {
                return homeOf(java);
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> homeOf(Path java) {
        try {
            var bin = java.toRealPath().getParent();
            return bin == null ? Optional.empty() : Optional.ofNullable(bin.getParent());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Trusts the file {@code release}; where a JDK has none or an odd one, it is no JDK that can be told by looks. */
    private static Optional<Jdk> read(Path place, String provenance) {
        var java = place.resolve("bin").resolve("java");
        return Files.isExecutable(java) ? homeOf(java).flatMap(home -> readHome(home, provenance)) : Optional.empty();
    }

    private static Optional<Jdk> readHome(Path home, String provenance) {
        var release = release(home);
        var version = unquoted(release.getProperty(
                "JAVA_RUNTIME_VERSION", release.getProperty("FULL_VERSION", release.getProperty("JAVA_VERSION", ""))));
        return feature(version)
                .map(feature ->
                        new Jdk(feature, version, unquoted(release.getProperty("IMPLEMENTOR", "")), home, provenance))
                .or(() -> VersionProbe.ask(home, provenance));
    }

    static Properties release(Path home) {
        var release = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("release"), StandardCharsets.UTF_8)) {
            release.load(reader);
        } catch (IOException | IllegalArgumentException _) {
            release.clear();
        }
        return release;
    }

    /** {@return the feature release of a version such as 17.0.15+6 or 1.8.0_402} */
    static Optional<Integer> feature(String version) {
        var number = Pattern.compile("^(?:1\\.)?(\\d{1,4})").matcher(version);
        return number.find() ? Optional.of(Integer.valueOf(number.group(1))) : Optional.empty();
    }

    private static String unquoted(String text) {
        return text.replace("\"", "");
    }
}
