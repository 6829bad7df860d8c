package io.memcmp.agreement;

import org.openjdk.jol.info.ClassLayout;

/** Runs in the JVM under test, so it must be Java 17: {@code CLASS|byte[N]|ref[N]…} to {@code jol CLASS SIZE HEADER LOST}. */
final class JolMain {
    private JolMain() {}

    public static void main(String[] args) throws ClassNotFoundException {
        for (String name : args) {
            ClassLayout layout = layout(name);
            System.out.println("jol " + name + " " + layout.instanceSize() + " " + layout.headerSize() + " "
                    + layout.getLossesTotal());
        }
    }

    private static ClassLayout layout(String name) throws ClassNotFoundException {
        if (!name.endsWith("]")) {
            return ClassLayout.parseClass(Class.forName(name));
        }
        int bracket = name.indexOf('[');
        int length = Integer.parseInt(name.substring(bracket + 1, name.length() - 1));
        return ClassLayout.parseInstance(name.startsWith("byte[") ? new byte[length] : new Object[length]);
    }
}
