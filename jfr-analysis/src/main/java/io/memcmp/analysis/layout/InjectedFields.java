package io.memcmp.analysis.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fields that HotSpot adds to classes of its own: no class file and no reflection tells of them. Taken from the
 * {@code …_INJECTED_FIELDS} lists in its {@code javaClasses.hpp}, for a 64-bit virtual machine with JFR.
 */
public final class InjectedFields {
    private static final String POINTER = "native pointer";
    private static final String EVENT = "jdk.internal.event.Event";
    private static final int LOOM = 21;

    private InjectedFields() {}

    /**
     * {@return what is added to a class, in order; empty for nearly all classes}
     *
     * @param className its binary name
     * @param declared the fields that its class file has: what was once added may since be declared
     * @param release feature release of the JDK
     */
    static List<InstanceField> of(String className, List<InstanceField> declared, int release) {
        return lacking(declared, listed(className, declared, release));
    }

    /**
     * {@return the kinds of what is added to a class; empty for nearly all classes}
     *
     * @param className its binary name
     * @param declared names of the fields that are known: what was once added may since be declared
     * @param release feature release of the JDK
     */
    public static List<FieldKind> kindsOf(String className, Set<String> declared, int release) {
        var known =
                declared.stream().map(name -> field(name, "", FieldKind.INT)).toList();
        return of(className, known, release).stream().map(InstanceField::kind).toList();
    }

    /**
     * {@return the same classes, as JFR has them} It adds its two times to every class of events that is not abstract,
     * whether or not anything is recorded.
     *
     * @param hierarchy the topmost class first
     */
    static List<ClassDescription> withTimesOfEvents(List<ClassDescription> hierarchy) {
        if (hierarchy.stream().noneMatch(level -> level.name().equals(EVENT))) {
            return hierarchy;
        }
        var times = List.of(field("startTime", "long", FieldKind.LONG), field("duration", "long", FieldKind.LONG));
        var changed = new ArrayList<ClassDescription>();
        boolean below = false;
        for (var level : hierarchy) {
            boolean made = below && level.kind() != ClassDescription.Kind.ABSTRACT;
            changed.add(made ? level.with(lacking(level.fields(), times)) : level);
            below |= level.name().equals(EVENT);
        }
        return List.copyOf(changed);
    }

    private static List<InstanceField> lacking(List<InstanceField> declared, List<InstanceField> added) {
        return added.stream()
                .filter(field ->
                        declared.stream().noneMatch(other -> other.name().equals(field.name())))
                .toList();
    }

    private static List<InstanceField> listed(String className, List<InstanceField> declared, int release) {
        return switch (className) {
            case "java.lang.String" -> List.of(field("flags", "byte", FieldKind.BYTE));
            case "java.lang.Class" -> ofClass(release);
            case "java.lang.ClassLoader" -> List.of(pointer("loader_data"));
            case "java.lang.Module" -> List.of(pointer("module_entry"));
            case "java.lang.StackFrameInfo" -> List.of(field("version", "short", FieldKind.SHORT));
            case "java.lang.InternalError" -> List.of(field("during_unsafe_access", "boolean", FieldKind.BOOLEAN));
            case "java.lang.invoke.ResolvedMethodName" -> List.of(object("vmholder"), pointer("vmtarget"));
            case "java.lang.invoke.MemberName" -> List.of(pointer("vmindex"));
            case "java.lang.invoke.MethodHandleNatives$CallSiteContext" -> dependencies();
            // Until JDK 24 an object of its own held them, which the site refers to.
            case "java.lang.invoke.CallSite" ->
                declared.stream().anyMatch(field -> field.name().equals("context")) ? List.of() : dependencies();
            case "java.lang.Thread" -> ofThread(release);
            case "java.lang.VirtualThread" -> release >= 24 ? List.of(pointer("objectWaiter")) : List.of();
            case "jdk.internal.vm.StackChunk" ->
                release >= LOOM
                        ? List.of(
                                object("cont"),
                                field("flags", "byte", FieldKind.BYTE),
                                pointer("pc"),
                                field("maxThawingSize", "int", FieldKind.INT))
                        : List.of();
            default -> List.of(); // any other class is laid out by its class file alone
        };
    }

    private static List<InstanceField> dependencies() {
        return List.of(pointer("vmdependencies"), field("last_cleanup", "long", FieldKind.LONG));
    }

    private static List<InstanceField> ofClass(int release) {
        var klass = pointer("klass");
        var arrayKlass = pointer("array_klass");
        var size = field("oop_size", "int", FieldKind.INT);
        var statics = field("static_oop_field_count", "int", FieldKind.INT);
        return release >= 25
                ? List.of(klass, arrayKlass, size, statics, object("source_file"), object("init_lock"))
                : List.of(
                        klass,
                        arrayKlass,
                        size,
                        statics,
                        object("protection_domain"),
                        object("signers"),
                        object("source_file"));
    }

    private static List<InstanceField> ofThread(int release) {
        if (release < LOOM) {
            return List.of();
        }
        return List.of(
                pointer("jvmti_thread_state"),
                field("jvmti_VTMS_transition_disable_count", "int", FieldKind.INT),
                field("jvmti_is_in_VTMS_transition", "boolean", FieldKind.BOOLEAN),
                field("jfr_epoch", "short", FieldKind.SHORT));
    }

    private static InstanceField pointer(String name) {
        return field(name, POINTER, FieldKind.LONG);
    }

    private static InstanceField object(String name) {
        return field(name, "java.lang.Object", FieldKind.REF);
    }

    private static InstanceField field(String name, String type, FieldKind kind) {
        return new InstanceField(name, type, kind, Optional.empty(), true);
    }
}
