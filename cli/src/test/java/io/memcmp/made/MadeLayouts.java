package io.memcmp.made;

import io.memcmp.analysis.layout.ClassDescription;
import io.memcmp.analysis.layout.FieldKind;
import io.memcmp.analysis.layout.InstanceField;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.analysis.layout.LayoutModes;
import io.memcmp.analysis.layout.LayoutSubject;
import io.memcmp.analysis.layout.Piece;
import io.memcmp.analysis.layout.Structure;
import io.memcmp.plan.Jdk;
import io.memcmp.result.Layouts;
import io.memcmp.result.Layouts.Found;
import io.memcmp.result.Layouts.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Layouts of classes that are written down here, not read. */
public final class MadeLayouts {
    private static final Jdk JDK_25 = new Jdk(25, "25.0.3+9-LTS", "Eclipse Adoptium", Path.of("/jdk/25"), "JAVA_HOME");
    private static final String HOSTILE = "\u001b[31m|<b>,\"`\u202e\n=x";
    private static final ClassDescription OBJECT = described("java.lang.Object", Optional.empty());

    private MadeLayouts() {}

    /** {@return a node, a class with free bytes around its counter, and an array} */
    public static Layouts layouts() {
        var node = described(
                "com.example.Node",
                Optional.of("java.lang.Object"),
                InstanceField.of("value", "int", FieldKind.INT),
                InstanceField.of("next", "com.example.Node", FieldKind.REF));
        var counter = new InstanceField("count", "long", FieldKind.LONG, Optional.of(""), false);
        var added = new InstanceField("link", "native pointer", FieldKind.LONG, Optional.empty(), true);
        var contended = new ClassDescription(
                "com.example.Counter",
                Optional.of("com.example.Node"),
                ClassDescription.Kind.CLASS,
                List.of(counter, added),
                false,
                true,
                "app.jar!/com/example/Counter.class");
        return layouts(
                List.of(LayoutModes.DEFAULT, new LayoutMode(true, true, true, 8)),
                single(new LayoutSubject.OfClass(List.of(OBJECT, node))),
                single(new LayoutSubject.OfClass(List.of(OBJECT, node, contended))),
                single(new LayoutSubject.OfArray("byte", FieldKind.BYTE, OptionalLong.of(5000))));
    }

    /** {@return the same with names that a terminal would obey} */
    public static Layouts hostile() {
        var hostile = described(
                "com.example." + HOSTILE,
                Optional.of("java.lang.Object"),
                InstanceField.of(HOSTILE, "int", FieldKind.INT),
                InstanceField.of("next", HOSTILE, FieldKind.REF));
        var subject = new LayoutSubject.OfClass(List.of(OBJECT, hostile));
        var structure = new Structure(
                hostile.name(),
                "object",
                List.of(
                        new Piece.Objects(subject.hierarchy(), Piece.Amount.PER_ELEMENT, true),
                        new Piece.Other(HOSTILE, Piece.Amount.PER_ELEMENT)),
                List.of());
        return layouts(
                List.of(LayoutModes.DEFAULT),
                single(subject),
                new Subject(hostile.name(), "class", hostile.source(), List.of(HOSTILE), new Found.Graph(structure)));
    }

    /** {@return a list of nodes, as a formula} */
    public static Layouts graph() {
        var node = described(
                "com.example.List$Node",
                Optional.of("java.lang.Object"),
                InstanceField.of("hash", "int", FieldKind.INT),
                InstanceField.of("item", "java.lang.Object", FieldKind.REF),
                InstanceField.of("next", "com.example.List$Node", FieldKind.REF));
        var list = described(
                "com.example.List",
                Optional.of("java.lang.Object"),
                InstanceField.of("size", "int", FieldKind.INT),
                InstanceField.of("first", "com.example.List$Node", FieldKind.REF));
        var number = described(
                "java.lang.Long", Optional.of("java.lang.Object"), InstanceField.of("value", "long", FieldKind.LONG));
        var pieces = List.<Piece>of(
                new Piece.Objects(List.of(OBJECT, list), Piece.Amount.ONE, false),
                new Piece.Arrays(
                        "int",
                        FieldKind.INT,
                        new Piece.Length("index(n)", "half of n", n -> n / 2),
                        Piece.Amount.ONE_IF_ANY),
                new Piece.Objects(List.of(OBJECT, node), Piece.Amount.PER_ELEMENT, false),
                new Piece.Objects(List.of(OBJECT, number), Piece.Amount.PER_ELEMENT, true),
                new Piece.Other("key", Piece.Amount.PER_ELEMENT));
        var structure = new Structure("com.example.List", "entry", pieces, List.of("nothing was removed"));
        return layouts(
                List.of(LayoutModes.DEFAULT),
                new Subject("com.example.List", "class", list.source(), List.of(), new Found.Graph(structure)));
    }

    private static Layouts layouts(List<LayoutMode> shown, Subject... subjects) {
        return new Layouts("0.1.0", JDK_25, LayoutModes.of(25), shown, List.of(0L, 1L, 1000L), List.of(subjects));
    }

    private static Subject single(LayoutSubject subject) {
        var layouts = LayoutModes.of(25).stream()
                .map(mode -> subject.layout(mode, 25))
                .toList();
        boolean array = subject instanceof LayoutSubject.OfArray;
        return new Subject(
                subject.name(),
                array ? "array" : "class",
                array ? "" : "app.jar",
                List.of(),
                new Found.Single(layouts));
    }

    private static ClassDescription described(String name, Optional<String> superclass, InstanceField... fields) {
        return new ClassDescription(
                name, superclass, ClassDescription.Kind.CLASS, List.of(fields), false, false, "app.jar");
    }
}
