package io.memcmp.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingInputsTest {

    @TempDir
    Path place = Path.of("");

    @Test
    void aFileIsOneRecordingWhateverItsName() throws IOException {
        var file = Files.writeString(place.resolve("notes.txt"), "");
        assertEquals(List.of(RecordingInput.of(file)), RecordingInputs.find(file));
    }

    @Test
    void everyFileOfATreeIsARecordingOfItsOwn() throws IOException {
        var one = file("trials/g1/1/recording.jfr", 5);
        var other = file("trials/zgc/1/recording.jfr", 3);
        var packed = file("old.jfr.gz", 0);
        file("trials/g1/1/stdout", 0);
        assertEquals(
                List.of(RecordingInput.of(packed), RecordingInput.of(one), RecordingInput.of(other)),
                RecordingInputs.find(place));
    }

    @Test
    void chunksInOneDirectoryAreOneRecordingInTheOrderOfTheirStarts() throws IOException {
        var last = file("repository/2026_11_23_10_00_00.jfr", 30);
        var first = file("repository/2026_11_23_10_00_01.jfr", 10);
        var middle = file("repository/2026_11_23_10_00_01_01.jfr", 20);
        var unwritten = Files.createFile(place.resolve("repository/2026_11_23_09_00_00.jfr"));
        var beside = file("repository/mine.jfr", 1);
        var repository = place.resolve("repository");
        assertEquals(
                List.of(
                        new RecordingInput(repository.toString(), List.of(first, middle, last, unwritten), false),
                        RecordingInput.of(beside)),
                RecordingInputs.find(repository));
    }

    @Test
    void chunksOfTwoVirtualMachinesAreTwoRecordings() throws IOException {
        file("2026_11_23_10_00_00_11/2026_11_23_10_00_00.jfr", 1);
        file("2026_11_23_10_00_00_12/2026_11_23_10_00_00.jfr", 1);
        assertEquals(2, RecordingInputs.find(place).size());
    }

    @Test
    void linksInACircleEnd() throws IOException {
        var file = file("deep/app.jfr", 1);
        Files.createSymbolicLink(place.resolve("deep/up"), place);
        assertEquals(List.of(RecordingInput.of(file)), RecordingInputs.find(place));
        var link = Files.createSymbolicLink(place.resolve("link"), place.resolve("deep"));
        assertEquals(List.of(RecordingInput.of(link.resolve("app.jfr"))), RecordingInputs.find(link));
    }

    @Test
    void nothingIsFoundWhereNothingIs() throws IOException {
        assertEquals(List.of(), RecordingInputs.find(place));
        assertThrows(NoSuchFileException.class, () -> RecordingInputs.find(place.resolve("missing")));
    }

    @Test
    void severalBecomeOneInTheOrderOfTime() throws IOException {
        var late = file("late.jfr", 9);
        var early = file("early.jfr", 2);
        var both = RecordingInputs.merged("both", List.of(RecordingInput.of(late), RecordingInput.of(early)));
        assertEquals(List.of(early, late), both.files());
        assertTrue(both.merged());
        assertFalse(
                RecordingInputs.merged("one", List.of(RecordingInput.of(late))).merged());
    }

    /** As much of a chunk as tells when it was begun. */
    private Path file(String name, long startNanos) throws IOException {
        var header = ByteBuffer.allocate(68).putInt(0, 0x464c5200).putLong(32, startNanos);
        var file = place.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, header.array());
    }
}
