package io.memcmp.result;

import io.memcmp.plan.UserError;
import io.memcmp.result.Budget.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Budgets in a file: {@code {"max": {"pause.p99": "5ms"}, "min": {…}, "cells": [{"cell": "g1,64m", "max": {…}}]}}. What it
 * does not know it refuses: a budget with a misspelt name would hold for ever.
 */
public final class BudgetFile {
    private static final Set<String> FIELDS = Set.of("max", "min", "cells", "comment");
    private static final Set<String> FIELDS_OF_CELLS = Set.of("cell", "max", "min", "comment");
    private static final String REMEDY =
            "write {\"max\": {\"pause.p99\": \"5ms\"}, \"min\": {}, \"cells\": [{\"cell\":" + " \"g1\", \"max\": {}}]}";

    private BudgetFile() {}

    /**
     * {@return the budgets in a file}
     *
     * @param file holds JSON
     */
    public static List<Budget> read(Path file) {
        if (!Files.exists(file)) {
            throw new UserError("no such budget: " + file, "name a JSON file; " + REMEDY);
        }
        return parse(file.toString(), ReportReader.text(file));
    }

    /**
     * {@return the budgets in a text}
     *
     * @param name what to call it
     * @param json the text
     */
    static List<Budget> parse(String name, String json) {
        var root = new JsonPlace(name, "", ReportReader.tree(name, json));
        known(root, FIELDS);
        var budgets = new ArrayList<Budget>();
        sides(root, List.of(), budgets);
        root.maybe("cells").map(JsonPlace::elements).orElse(List.of()).forEach(cell -> {
            known(cell, FIELDS_OF_CELLS);
            var words = Budget.words(cell.at("cell").text());
            if (words.isEmpty()) {
                throw cell.at("cell").wrong("the name of a cell, for example g1 or g1,64m");
            }
            sides(cell, words, budgets);
        });
        if (budgets.isEmpty()) {
            throw new UserError(name + " has no budget in it", REMEDY);
        }
        return List.copyOf(budgets);
    }

    private static void known(JsonPlace place, Set<String> fields) {
        place.fields().keySet().stream()
                .filter(field -> !fields.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new UserError(place.document() + ": unknown field " + field, REMEDY);
                });
    }

    private static void sides(JsonPlace place, List<String> cells, List<Budget> budgets) {
        for (var side : Side.values()) {
            place.maybe(side == Side.MAX ? "max" : "min")
                    .map(JsonPlace::fields)
                    .ifPresent(limits -> limits.forEach((id, amount) -> {
                        var metric = Metrics.parse(id);
                        budgets.add(new Budget(cells, metric, side, amount(amount, metric)));
                    }));
        }
    }

    /** A bare number says its unit only where there is none. */
    private static double amount(JsonPlace place, Metric metric) {
        return place.node().isNumber() && metric.unit() == Unit.COUNT
                ? place.number()
                : Amounts.parse(
                        place.node().isTextual() ? place.text() : place.node().toString(), metric);
    }
}
