package io.memcmp.render;

import io.memcmp.result.Report;
import java.io.IOException;

/** Writes a report in one format. */
public interface Renderer {
    /**
     * Writes it.
     *
     * @param report any report
     * @param out where to
     * @throws IOException if that cannot be written
     */
    void render(Report report, Appendable out) throws IOException;
}
