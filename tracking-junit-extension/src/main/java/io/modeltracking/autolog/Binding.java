package io.modeltracking.autolog;

/** Calls of the thread that made it, and of the threads it starts, belong to one run until this is closed. */
public interface Binding extends AutoCloseable {

    /** Restores what was bound before. Does nothing when called again. */
    @Override
    void close();
}
