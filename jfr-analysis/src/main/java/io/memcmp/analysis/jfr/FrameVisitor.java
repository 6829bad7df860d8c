package io.memcmp.analysis.jfr;

/** Is handed the frames of a stack trace, the top one first. */
@FunctionalInterface
public interface FrameVisitor {
    /**
     * {@return whether to go on to the next frame}
     *
     * @param method whose frame it is; the same object for every frame of a method within a chunk
     * @param line line of the source; 0 or less where it is unknown
     * @param bytecodeIndex index into the method's bytecode
     */
    boolean visit(Method method, int line, int bytecodeIndex);
}
