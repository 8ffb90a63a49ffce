package io.modeltracking.reproduce;

/**
 * What was found of one thing that the run needs.
 *
 * @param item what it is, as {@code commit} or {@code data train}
 * @param detail what was looked for, and where it was last seen
 */
public record Finding(String item, State state, String detail) {

    /** Nothing is taken in place of what is missing. */
    public enum State {
        OK,
        /** There is another: the run is made with it, and it is said. */
        DIFFERENT,
        /** It could not be looked at in full: what comes of it is compared after the run. */
        INCOMPLETE,
        MISSING
    }

    static Finding ok(String item, String detail) {
        return new Finding(item, State.OK, detail);
    }

    static Finding different(String item, String detail) {
        return new Finding(item, State.DIFFERENT, detail);
    }

    static Finding incomplete(String item, String detail) {
        return new Finding(item, State.INCOMPLETE, detail);
    }

    static Finding missing(String item, String detail) {
        return new Finding(item, State.MISSING, detail);
    }
}
