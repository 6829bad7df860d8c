package io.memcmp.analysis.jfr;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What types a chunk has, and how their values are written. */
final class Metadata {
    private final Map<Long, TypeInfo> types;
    private final Map<Long, Layout> layouts = new HashMap<>();
    private final LayoutCompiler compiler;

    Metadata(Map<Long, TypeInfo> types) {
        this.types = Map.copyOf(types);
        this.compiler = new LayoutCompiler(this.types);
    }

    Iterable<TypeInfo> types() {
        return types.values();
    }

    @Nullable TypeInfo type(long id) {
        return types.get(id);
    }

    @Nullable TypeInfo type(String name) {
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
