package io.memcmp.programs;

import java.io.IOException;

/** Tells how many bytes its standard input had. */
public final class Reads {

    private Reads() {}

    public static void main(String[] args) throws IOException {
        System.out.println("read " + System.in.readAllBytes().length);
    }
}
