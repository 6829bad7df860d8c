package io.memcmp.render;

import io.memcmp.analysis.workload.WorkloadProfile;
import io.memcmp.result.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** What a bundled workload did and how it checked itself; rows that say the same stand together. */
final class WorkNotes {
    private WorkNotes() {}

    static List<Block> of(List<Row> rows) {
        var alike = new LinkedHashMap<String, List<String>>();
        for (var row : rows) {
            sentences(row)
                    .forEach(sentence -> alike.computeIfAbsent(sentence, _ -> new ArrayList<>())
                            .add(row.name()));
        }
        if (alike.isEmpty()) {
            return List.of();
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading("Work"));
        alike.forEach((sentence, names) -> blocks.add(
                new Block.Note(names.size() == rows.size() ? sentence : String.join(", ", names) + ": " + sentence)));
        return blocks;
    }

    private static Stream<String> sentences(Row row) {
        return row.profiles().stream()
                .flatMap(profile -> profile.workload().present().stream())
                .flatMap(workload -> Stream.of(did(workload), checked(workload)))
                .filter(sentence -> !sentence.isEmpty())
                .distinct();
    }

    private static String did(WorkloadProfile workload) {
        return Quantities.text(workload.operations(), Unit.COUNT) + " operations, "
                + Quantities.text(workload.payloadBytes(), Unit.BYTES) + " of data (" + workload.parameters() + ")";
    }

    private static String checked(WorkloadProfile workload) {
        return workload.checkDetail().isEmpty()
                ? ""
                : "check " + (workload.checkPassed() ? "passed: " : "FAILED: ") + workload.checkDetail();
    }
}
