package io.memcmp.plan;

import java.util.Collection;
import java.util.Comparator;

/** Something the user can put right: what is wrong, and what to do about it. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * Names a problem and its remedy.
     *
     * @param problem what is wrong, in the user's words, without a capital
     * @param remedy what to do; may be empty where the problem says it all
     */
    public UserError(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    /**
     * Names a problem, its remedy, and what the machine said.
     *
     * @param problem what is wrong, in the user's words, without a capital
     * @param remedy what to do
     * @param cause what the machine said
     */
    public UserError(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    /**
     * {@return the error of a name that is not in a list, with the nearest one that is}
     *
     * @param what what kind of name, for example "collector"
     * @param given what was typed
     * @param known what could have been typed
     */
    public static UserError unknown(String what, String given, Collection<String> known) {
        var nearest = known.stream()
                .filter(candidate -> distance(given, candidate) <= Math.max(2, candidate.length() / 3))
                .min(Comparator.comparingInt(candidate -> distance(given, candidate)));
        var choice = "choose from: " + String.join(", ", known);
        return new UserError(
                "unknown " + what + ": " + given,
                nearest.map(name -> "did you mean " + name + "? " + choice).orElse(choice));
    }

    /** {@return what to do about it} */
    public String remedy() {
        return remedy;
    }

    /**
     * {@return how many letters must be changed, added or left out to make one word of the other} Levenshtein's distance,
     * by rows.
     *
     * @param from a word
     * @param to another
     */
    public static int distance(String from, String to) {
        var row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }
}
