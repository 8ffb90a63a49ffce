package io.modeltracking;

import java.io.IOException;
import java.io.OutputStream;

/** Writes an artifact's content. */
@FunctionalInterface
public interface ArtifactWriter {

    /** @param out closed by the caller */
    void write(OutputStream out) throws IOException;
}
