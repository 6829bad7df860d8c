package io.memcmp.render;

import java.util.List;

/** A piece of a page. Pages are made once; every text format draws the same pieces. */
sealed interface Block {

    /** A title. */
    record Heading(String text) implements Block {}

    /** A sentence or two. */
    record Note(String text) implements Block {}

    /** Names and values, one pair to a line. */
    record Fields(List<Field> fields) implements Block {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** One name and its value. */
    record Field(String name, String value) {}

    /** A table: the first column is text, the others are figures unless all of the table is text. */
    record Table(List<String> columns, List<List<String>> rows, Kind kind) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** What a table holds beside its first column. */
    enum Kind {
        FIGURES,
        WORDS
    }
}
