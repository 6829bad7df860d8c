package io.memcmp.child;

/** A program that knows nothing of memcmp: {@code AnyProgram MILLISECONDS CODE}. */
final class AnyProgram {

    /** What it holds to its end. */
    static final long[] HELD = new long[1_000_000];

    private AnyProgram() {}

    public static void main(String[] args) throws InterruptedException {
        System.out.println("hello");
        Thread.sleep(Long.parseLong(args[0]));
        System.exit(Integer.parseInt(args[1]));
    }
}
