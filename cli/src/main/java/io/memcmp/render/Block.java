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

    /** Lines that stand as they are: a drawing in characters. */
    record Strip(List<String> lines) implements Block {
        public Strip {
            lines = List.copyOf(lines);
        }
    }

    /** Curves over two axes, drawn in characters. */
    record Chart(String title, Axis x, Axis y, List<Series> series) implements Block {
        public Chart {
            series = List.copyOf(series);
        }
    }

    /** An axis from its first tick to its last. */
    record Axis(String label, boolean logarithmic, List<Tick> ticks) {
        public Axis {
            ticks = List.copyOf(ticks);
        }
    }

    /** A place on an axis and what stands there. */
    record Tick(double value, String label) {}

    /** One curve. */
    record Series(String name, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /** A point of a curve. */
    record Point(double x, double y) {}

    /** What a table holds beside its first column. */
    enum Kind {
        FIGURES,
        WORDS
    }
}
