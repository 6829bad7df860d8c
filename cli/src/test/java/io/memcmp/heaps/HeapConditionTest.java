package io.memcmp.heaps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.heaps.HeapCondition.Operator;
import io.memcmp.heaps.HeapCondition.Term;
import io.memcmp.plan.UserError;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeapConditionTest {
    @Test
    void aConditionIsAFigureAnOperatorAndALimit() {
        assertEquals(
                new HeapCondition(
                        "retained(com.x.Cache) > 50MiB",
                        Term.RETAINED,
                        Optional.of("com.x.Cache"),
                        Operator.MORE,
                        50L << 20),
                HeapCondition.parse(" retained(com.x.Cache) > 50MiB "));
        assertEquals(
                new HeapCondition("suspects>=1", Term.SUSPECTS, Optional.empty(), Operator.AT_LEAST, 1),
                HeapCondition.parse("suspects>=1"));
    }

    @ParameterizedTest
    @CsvSource({
        "live > 1.5 GiB, 1610612736",
        "heap < 10k, 10240",
        "unreachable <= 3 mb, 3145728",
        "bytes( byte[] ) > 7B, 7",
        "weak_only > 0, 0",
        "instances(com.x.A$B) >= 1000, 1000",
        "Instances(A$$Lambda/0x00007f01) > 0, 0",
    })
    void sizesHaveUnitsAndCountsHaveNone(String text, long limit) {
        assertEquals(limit, HeapCondition.parse(text).limit());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "'' # no figure at character 1",
                "retaind(A) > 1MiB # no such figure: retaind at character 1",
                "retained > 1MiB # retained is of a class at character 10",
                "retained(A > 1MiB # no closing parenthesis at character 18",
                "retained() > 1MiB # no class at character 10",
                "live(A) > 1MiB # live is of the whole dump at character 5",
                "retained(A) = 1MiB # no operator at character 13",
                "retained(A) # no operator at character 12",
                "retained(A) > # no amount at character 14",
                "retained(A) > 50 # no unit of size at character 15",
                "retained(A) > 50 apples # no unit of size at character 15",
                "retained(A) > -1 # no amount at character 15",
                "retained(A) > 1MiB and more # no amount at character 15",
                "retained(A) > 999999999999999999T # larger than any heap at character 15",
                "instances(A) > 1.5 # no whole number at character 16",
                "instances(A) > 5k # no whole number at character 16",
            })
    void whatCannotBeReadIsRefusedWithItsPlace(String text, String problem) {
        var refused = assertThrows(UserError.class, () -> HeapCondition.parse(text));
        assertEquals("--fail-if: " + problem + " of: " + text, refused.getMessage());
        assertFalse(refused.remedy().isEmpty());
    }

    @Test
    void theLimitItselfIsPartOfHalfTheOperators() {
        assertFalse(Operator.MORE.holds(5, 5));
        assertTrue(Operator.MORE.holds(6, 5));
        assertTrue(Operator.AT_LEAST.holds(5, 5));
        assertFalse(Operator.AT_LEAST.holds(4, 5));
        assertFalse(Operator.LESS.holds(5, 5));
        assertTrue(Operator.LESS.holds(4, 5));
        assertTrue(Operator.AT_MOST.holds(5, 5));
        assertFalse(Operator.AT_MOST.holds(6, 5));
    }

    @Test
    void aHistogramTellsNoMoreThanItCan() {
        HeapCondition.parse("bytes(A) > 1MiB").refuseQuick();
        HeapCondition.parse("instances(A) > 1").refuseQuick();
        HeapCondition.parse("heap > 1MiB").refuseQuick();
        for (var text : new String[] {"retained(A) > 1MiB", "live > 1MiB", "unreachable > 1MiB", "suspects > 0"}) {
            assertThrows(UserError.class, () -> HeapCondition.parse(text).refuseQuick(), text);
        }
    }
}
