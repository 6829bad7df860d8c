package io.memcmp.programs;

import java.io.IOException;

/** Writes so many mebibytes of lines to its standard output: {@code Writes MEBIBYTES}. */
public final class Writes {

    private Writes() {}

    public static void main(String[] args) throws IOException {
        var line = "x".repeat(1023) + "\n";
        var block = line.repeat(1024).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            System.out.write(block);
        }
        System.out.println("the end");
    }
}
