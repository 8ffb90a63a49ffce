package io.modeltracking.autolog;

/**
 * A table that was read, and where from.
 *
 * @param location an absolute path, or a URL without credentials and query; null for a stream and where the driver does
 *     not tell it
 * @param sql the query's text where the driver tells it; a prepared statement's literals are replaced by {@code ?}, for
 *     they may be bind values; else null
 * @param name the table's, or null
 * @param table the {@code tech.tablesaw.api.Table}, by whose identity a later use of the table can find its source; hold
 *     it weakly
 */
public record DataRead(Kind kind, String location, String sql, String name, long rows, int columns, Object table) {

    /** What was read from. */
    public enum Kind {
        FILE,
        URL,
        SQL,
        /** A stream, reader or text of the user's: where its rows come from is not known. */
        STREAM
    }
}
