package io.memcmp.analysis.jfr;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What types a chunk has, and how their values are written. */
final class Metadata {
    private final Map<Long, TypeInfo> types;
    private final Map<Long, Layout> layouts = new HashMap<>();
    private final LayoutCompiler compiler;

    private Metadata(MetadataParser parser) {
        this.types = parser.types();
        this.compiler = new LayoutCompiler(parser);
    }

    /**
     * Reads the event in which a chunk describes its types.
     *
     * @param description bytes that nobody changes, from behind the event's size, type and times; padded as for a cursor
     */
    static Metadata parse(byte[] description, int length) {
        return new Metadata(MetadataParser.parse(description, length));
    }

    Iterable<TypeInfo> types() {
        return types.values();
    }

    @Nullable
    TypeInfo type(long id) {
        return types.get(id);
    }

    @Nullable
    TypeInfo type(String name) {
        for (var type : types.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return null;
    }

    /** How values of the type are written; several threads may ask. */
    synchronized Layout layout(TypeInfo type) {
        var layout = layouts.get(type.id());
        if (layout == null) {
            layout = compiler.compile(type);
            layouts.put(type.id(), layout);
        }
        return layout;
    }
}
