package io.memcmp.analysis.census;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.memcmp.analysis.heapdump.DumpClass.Form;
import io.memcmp.analysis.layout.FieldKind;
import io.memcmp.analysis.layout.LayoutMode;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TallyTest {
    private static final LayoutMode USUAL = new LayoutMode(true, true, false, 8);
    private static final LayoutMode COMPACT = new LayoutMode(true, true, true, 8);
    private static final LayoutMode WIDE = new LayoutMode(false, true, false, 8);
    private static final LayoutMode WIDE_COMPACT = new LayoutMode(false, true, true, 8);
    private static final List<LayoutMode> MODES = List.of(USUAL, COMPACT, WIDE, WIDE_COMPACT);
    private static final Form.Instance NODE = instance(24, 0, FieldKind.INT, FieldKind.REF);

    private static Form.Instance instance(long bytes, long hidden, FieldKind... fields) {
        return new Form.Instance(List.of(List.of(), List.of(fields)), bytes, hidden);
    }

    @Test
    void aNodeOfAnIntAndAReferenceHoldsFourBytesOfDataInTwentyFour() {
        var tally = new Tally(USUAL, MODES);
        tally.instances(NODE, 1000, 24_000);
        var node = tally.census("Node");
        assertEquals(1000, node.instances());
        assertEquals(new Parts(12_000, 4_000, 4_000, 4_000, 0), node.parts());
        assertEquals(24_000, node.parts().bytes());
        assertEquals(20_000, node.parts().overhead());
        assertEquals(List.of(24_000L, 16_000L, 24_000L, 24_000L), node.predicted());
    }

    @Test
    void fromTheCompactSideTheSameIsPredicted() {
        var tally = new Tally(COMPACT, MODES);
        tally.instances(NODE, 1000, 16_000);
        assertEquals(new Parts(8_000, 4_000, 4_000, 0, 0), tally.census("Node").parts());
        assertEquals(
                List.of(24_000L, 16_000L, 24_000L, 24_000L),
                tally.census("Node").predicted());
    }

    @Test
    void arraysArePredictedLengthByLength() {
        var lengths = new Lengths();
        lengths.add(0);
        lengths.add(12);
        lengths.add(1000);
        var tally = new Tally(USUAL, MODES);
        tally.arrays(FieldKind.BYTE, lengths, 16 + 32 + 1016);
        // Of 12 bytes beside a header of 12 nothing is lost, beside one of 16 four bytes are.
        assertEquals(new Parts(48, 0, 1012, 4, 0), tally.census("byte[]").parts());
        assertEquals(
                List.of(1064L, 16L + 24 + 1016, 1064L, 16L + 24 + 1016),
                tally.census("byte[]").predicted());
    }

    @Test
    void elementsOfAnArrayOfReferencesAreReferences() {
        var lengths = new Lengths();
        lengths.add(10);
        lengths.add(600); // beyond the lengths that are counted in a table
        var tally = new Tally(USUAL, MODES);
        tally.arrays(FieldKind.REF, lengths, 56 + 2416);
        assertEquals(
                new Parts(32, 2440, 0, 0, 0), tally.census("java.lang.Object[]").parts());
        assertEquals(
                List.of(56L + 2416, 56L + 2416, 96L + 4816, 96L + 4816),
                tally.census("java.lang.Object[]").predicted());
    }

    @Test
    void whatTheVirtualMachineAddsIsNamedAndTakenOver() {
        var tally = new Tally(USUAL, MODES);
        tally.instances(instance(40, 16, FieldKind.INT, FieldKind.REF), 2, 80);
        var injected = tally.census("java.lang.invoke.MemberName");
        assertEquals(new Parts(24, 8, 8, 8, 32), injected.parts());
        assertEquals(List.of(80L, 64L, 80L, 80L), injected.predicted());
    }

    @Test
    void staticFieldsBelongToTheClassObject() {
        // 12 + 4 + 4 + 4, of the virtual machine 24 more, then an int and two references in two words.
        var form = instance(48, 24, FieldKind.INT, FieldKind.REF, FieldKind.REF);
        var statics = List.of(FieldKind.INT, FieldKind.REF, FieldKind.REF);
        var tally = new Tally(USUAL, MODES);
        tally.classObject(form, statics, 64);
        var census = tally.census("java.lang.Class");
        assertEquals(new Parts(12, 16, 8, 4, 24), census.parts());
        assertEquals(64, census.parts().bytes());
        // Eight bytes each: 12 + 4 + 16 and 24 more, then 4 + 4 lost + 16.
        assertEquals(List.of(64L, 64L, 80L, 80L), census.predicted());
    }

    @Test
    void whatIsAddedToAClassObjectBeyondTwentyFourBytesAreReferences() {
        var tally = new Tally(USUAL, MODES);
        tally.classObject(instance(56, 32, FieldKind.INT, FieldKind.REF, FieldKind.REF), List.of(), 56);
        // Two references among the 32: 40 where they are long.
        assertEquals(
                List.of(56L, 16L + 4 + 4 + 32, 32L + 40, 32L + 40),
                tally.census("java.lang.Class").predicted());
    }

    @Test
    void aClassObjectThatIsLargerThanItsFieldsHidesTheRest() {
        var tally = new Tally(USUAL, MODES);
        tally.classObject(instance(48, 24, FieldKind.INT, FieldKind.REF, FieldKind.REF), List.of(), 88);
        assertEquals(new Parts(12, 8, 4, 0, 64), tally.census("java.lang.Class").parts());
    }

    @Test
    void anObjectSmallerThanItsFieldsStillAddsUp() {
        var tally = new Tally(USUAL, MODES);
        tally.instances(NODE, 1, 16);
        assertEquals(16, tally.census("Node").parts().bytes());
    }

    @Test
    void whatTheDumpDoesNotDescribeIsHiddenWhole() {
        var tally = new Tally(USUAL, MODES);
        tally.unknown(3, 72);
        assertEquals(new Parts(0, 0, 0, 0, 72), tally.census("?").parts());
        assertEquals(List.of(72L, 72L, 72L, 72L), tally.census("?").predicted());
    }

    @Test
    void aReleaseIsAskedForWhatItOffers() {
        assertEquals(MODES, HeapCensus.modes(WIDE_COMPACT, 25));
        assertEquals(List.of(USUAL, WIDE), HeapCensus.modes(USUAL, 17));
        assertEquals(
                new LayoutMode(true, false, false, 16),
                HeapCensus.modes(new LayoutMode(true, false, false, 16), 17).getFirst());
    }
}
