package io.memcmp.analysis.allocation;

import io.memcmp.analysis.jfr.Constants;
import io.memcmp.analysis.jfr.FrameVisitor;
import io.memcmp.analysis.jfr.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * Names the place in which a stack allocated: the program's own line, where there is one, for that {@code Arrays.copyOf}
 * allocates helps nobody; and those who called it, if more is wanted.
 */
final class PlaceFinder implements FrameVisitor {
    private static final String CALLED_BY = " < ";

    private static final List<String> OF_JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private final int depth;
    private final List<String> frames = new ArrayList<>();
    private boolean ofProgram;
    private int visited;

    PlaceFinder(int depth) {
        this.depth = depth;
    }

    String place(long stackId, Constants constants) {
        frames.clear();
        ofProgram = false;
        visited = 0;
        constants.frames(stackId, this);
        return place();
    }

    /** The place by the frames seen so far. */
    String place() {
        return frames.isEmpty() ? Names.UNKNOWN : String.join(CALLED_BY, frames);
    }

    @Override
    public boolean visit(Method method, int line, int bytecodeIndex) {
        if (!ofProgram && isOfProgram(method.type())) {
            ofProgram = true;
            frames.clear(); // those above were kept in case that the program has no frame at all
        }
        if (frames.size() < depth) {
            var name = Names.method(method.type(), method.name());
            frames.add(line > 0 ? name + ":" + line : name);
        }
        visited++;
        return visited < AllocationSums.DEEPEST && (!ofProgram || frames.size() < depth);
    }

    /** Neither the JDK's nor lost: whose it was nobody knows. */
    private static boolean isOfProgram(String type) {
        return !type.equals(Names.UNKNOWN) && OF_JDK.stream().noneMatch(type::startsWith);
    }
}
