package io.memcmp.analysis.layout;

import io.memcmp.analysis.layout.ClassDescription.Kind;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads from a class file what decides its layout. Nothing of it is loaded or run. */
final class ClassFileParser {
    private static final String CONTENDED = "Ljdk/internal/vm/annotation/Contended;";

    private final String source;
    /** The virtual machine heeds {@code @Contended} in classes of the JDK alone. */
    private final boolean heedsContention;

    ClassFileParser(String source, boolean heedsContention) {
        this.source = source;
        this.heedsContention = heedsContention;
    }

    /**
     * {@return what the class file says}
     *
     * @param bytes of the class file
     * @param release which virtual machine will add fields to it
     * @throws ClassFileException if it is none, or damaged
     */
    ClassDescription parse(byte[] bytes, int release) throws ClassFileException {
        try {
            return description(ClassFile.of().parse(bytes), release);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException damaged) {
            throw damaged(damaged);
        } catch (StackOverflowError deep) { // annotations within annotations, without end
            throw damaged(deep);
        }
    }

    private ClassFileException damaged(Throwable cause) {
        var why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new ClassFileException("no class file that can be read: " + source + ": " + why, cause);
    }

    private ClassDescription description(ClassModel model, int release) {
        var name = dotted(model.thisClass().asInternalName());
        var superclass = model.superclass().map(entry -> dotted(entry.asInternalName()));
        var fields = new ArrayList<InstanceField>();
        boolean contendedFields = false;
        for (var field : model.fields()) {
            var contention = contention(field);
            contendedFields |= contention.isPresent();
            if ((field.flags().flagsMask() & ClassFile.ACC_STATIC) == 0) {
                fields.add(instanceField(field, contention));
            }
        }
        if (heedsContention) { // classes of the JDK again
            fields.addAll(InjectedFields.of(name, List.copyOf(fields), release));
        }
        return new ClassDescription(
                name,
                superclass,
                kind(model, superclass),
                fields,
                contention(model).isPresent(),
                contendedFields,
                source);
    }

    private static Kind kind(ClassModel model, Optional<String> superclass) {
        int flags = model.flags().flagsMask();
        if ((flags & ClassFile.ACC_INTERFACE) != 0) {
            return Kind.INTERFACE;
        }
        if ((flags & ClassFile.ACC_ABSTRACT) != 0) {
            return Kind.ABSTRACT;
        }
        if ((flags & ClassFile.ACC_ENUM) != 0) {
            return Kind.ENUM;
        }
        return superclass.filter("java.lang.Record"::equals).isPresent() ? Kind.RECORD : Kind.CLASS;
    }

    private static InstanceField instanceField(FieldModel field, Optional<String> contention) {
        var type = TypeName.ofDescriptor(field.fieldType().stringValue());
        return new InstanceField(field.fieldName().stringValue(), type.text(), type.kind(), contention, false);
    }

    /** The group; the empty one where the annotation names none. */
    private Optional<String> contention(AttributedElement element) {
        if (!heedsContention) {
            return Optional.empty();
        }
        return element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(attribute -> attribute.annotations().stream())
                .filter(annotation -> annotation.className().equalsString(CONTENDED))
                .map(annotation -> group(annotation).orElse(""))
                .findFirst();
    }

    private static Optional<String> group(Annotation annotation) {
        return annotation.elements().stream()
                .flatMap(element -> element.value() instanceof AnnotationValue.OfString text
                        ? Stream.of(text.stringValue())
                        : Stream.empty())
                .findFirst();
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }
}
