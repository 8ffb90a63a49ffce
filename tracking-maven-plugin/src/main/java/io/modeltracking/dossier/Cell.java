package io.modeltracking.dossier;

import io.modeltracking.registry.Inventory;
import io.modeltracking.report.Figures;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A text of a document, and what it is to a reader. Nothing in it is markup. */
record Cell(String text, Kind kind) {

    /** Longer texts are cut where they are shown; the files have them in full. */
    static final int LONGEST = 2000;

    private static final int LONGEST_UNBROKEN = 40;
    private static final String NOTHING = "–";

    enum Kind {
        TEXT,
        /** A hash, a name, a path: breaks anywhere. */
        CODE,
        FIGURE,
        /** Never broken: a short id, a word, a time. */
        SHORT,
        GOOD,
        BAD
    }

    /** @param text null for what there is not */
    static Cell of(Object text) {
        return new Cell(text == null ? NOTHING : text.toString(), Kind.TEXT);
    }

    static Cell code(String text) {
        return new Cell(text == null ? NOTHING : text, Kind.CODE);
    }

    /** @param text null for what there is not */
    static Cell brief(String text) {
        return kept(text, Kind.SHORT);
    }

    /** To the second, in UTC. */
    static Cell time(Instant time) {
        return brief(time == null ? null : second(time));
    }

    /** To the second, as people read it. */
    static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", "");
    }

    /** @param value null for what there is not */
    static Cell figure(Double value) {
        return new Cell(value == null ? NOTHING : Figures.text(value), Kind.FIGURE);
    }

    static Cell figure(String text) {
        return kept(text, Kind.FIGURE);
    }

    /** What is too long to stand on one line may break all the same. */
    private static Cell kept(String text, Kind kind) {
        return text == null
                ? new Cell(NOTHING, kind)
                : new Cell(text, text.length() > LONGEST_UNBROKEN ? Kind.TEXT : kind);
    }

    static Cell verdict(boolean good, String text) {
        return new Cell(text, good ? Kind.GOOD : Kind.BAD);
    }

    /** What a person must say. */
    static Cell asked(String text) {
        return of(text == null || text.isBlank() ? Inventory.NOT_PROVIDED : text);
    }
}
