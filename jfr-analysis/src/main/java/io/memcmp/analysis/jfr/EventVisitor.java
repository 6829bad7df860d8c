package io.memcmp.analysis.jfr;

import java.util.List;

/**
 * Is handed the events it chose, each once: chunk after chunk, within a chunk in the order of the file, which is about
 * that of time. Always on the thread that reads.
 */
public interface EventVisitor {
    /** {@return the events it wants to see} */
    List<EventChoice> choices();

    /**
     * Takes what it needs of one event.
     *
     * @param event one of those it chose; the object is used again for the next one and must not be kept
     */
    void visit(Event event);

    /**
     * Hears that a chunk is over. Ids that events of it gave mean nothing afterwards: who added up by id resolves them here.
     *
     * @param constants what the ids stand for
     */
    default void endOfChunk(Constants constants) {}
}
