package io.memcmp.programs;

import java.util.ArrayList;
import java.util.List;

/** Holds on to everything until memory runs out, and does not catch that. */
public final class Leaks {

    private Leaks() {}

    public static void main(String[] args) {
        List<byte[]> held = new ArrayList<>();
        while (held.size() < Integer.MAX_VALUE) {
            held.add(new byte[10_000]);
        }
        System.out.println(held.size());
    }
}
