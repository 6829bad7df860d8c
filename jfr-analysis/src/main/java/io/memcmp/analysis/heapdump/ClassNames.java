package io.memcmp.analysis.heapdump;

import java.util.regex.Pattern;

/** Names of classes that are the same in every run of a program. */
final class ClassNames {
    /** {@code Cache$$Lambda$14/0x0000000800c03000} in JDK 17, {@code Cache$$Lambda/0x00007f3a2c000a00} in 25. */
    private static final Pattern LAMBDA = Pattern.compile("(\\$\\$Lambda)(\\$\\d+)?([/.+]0x[0-9a-f]+)?");

    private static final Pattern HIDDEN = Pattern.compile("[/.+]0x[0-9a-f]+");

    private ClassNames() {}

    /** The name without numbers and addresses that a virtual machine makes up anew each time. */
    static String stable(String name) {
        if (name.indexOf("$$Lambda") < 0 && name.indexOf("0x") < 0) {
            return name;
        }
        return HIDDEN.matcher(LAMBDA.matcher(name).replaceAll("$1")).replaceAll("");
    }
}
