package io.memcmp.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Jars that hold a manifest alone. */
final class Jars {
    private Jars() {}

    static void write(Path jar, Map<String, String> attributes) throws IOException {
        var manifest = new Manifest();
        var main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((name, value) -> main.put(new Attributes.Name(name), value));
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }
}
