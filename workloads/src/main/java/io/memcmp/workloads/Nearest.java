package io.memcmp.workloads;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What somebody may have meant who typed a name that does not exist. */
final class Nearest {

    private Nearest() {}

    /** {@return {@code did you mean …? choose from [...]}} */
    static String hint(String typed, Collection<String> names) {
        List<String> near = names.stream()
                .filter(name -> distance(typed, name) <= Math.max(2, name.length() / 3) || alike(typed, name))
                .sorted(Comparator.comparingInt(name -> distance(typed, name)))
                .limit(2)
                .toList();
        String allowed = "choose from " + List.copyOf(names);
        return near.isEmpty() ? allowed : "did you mean " + String.join(" or ", near) + "? " + allowed;
    }

    private static boolean alike(String typed, String name) {
        return !typed.isEmpty() && (name.contains(typed) || typed.contains(name));
    }

    /** {@return how many letters must be put in, taken out or exchanged} */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
