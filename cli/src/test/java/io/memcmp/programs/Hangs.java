package io.memcmp.programs;

/** Never ends by itself; told {@code stubborn}, it does not end when it is asked to either. */
public final class Hangs {

    private Hangs() {}

    public static void main(String[] args) throws InterruptedException {
        if (args.length > 0) {
            Runtime.getRuntime().addShutdownHook(new Thread(Hangs::sleepOn));
        }
        System.out.println("hanging");
        Thread.sleep(Long.MAX_VALUE);
    }

    private static void sleepOn() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
