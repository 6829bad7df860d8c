package io.memcmp.programs;

/** Says what it was told and ends with the status it was told: {@code Ends STATUS WORD…}. */
public final class Ends {

    private Ends() {}

    public static void main(String[] args) {
        for (int i = 1; i < args.length; i++) {
            System.out.println("out: " + args[i]);
            System.err.println("err: " + args[i]);
        }
        System.exit(Integer.parseInt(args[0]));
    }
}
