package io.memcmp.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class UserErrorTest {

    private static final int CASES = 2000;

    @Test
    void theDistanceOfNamesIsADistance() {
        var random = new Random(3);
        for (int i = 0; i < CASES; i++) {
            var one = word(random);
            var other = word(random);
            var third = word(random);
            int distance = UserError.distance(one, other);
            assertEquals(distance, UserError.distance(other, one), one + " " + other);
            assertEquals(distance == 0, one.equals(other));
            assertTrue(distance <= UserError.distance(one, third) + UserError.distance(third, other));
            assertEquals(recursively(one, other), distance, one + " " + other);
        }
    }

    /** The definition, word for word. */
    private static int recursively(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.length() + other.length();
        }
        int same = one.charAt(0) == other.charAt(0) ? 0 : 1;
        return Math.min(
                same + recursively(one.substring(1), other.substring(1)),
                1 + Math.min(recursively(one.substring(1), other), recursively(one, other.substring(1))));
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(6), 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
