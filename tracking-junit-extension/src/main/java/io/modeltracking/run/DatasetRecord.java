package io.modeltracking.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;

/**
 * The identity of a data set: what it was, where it came from, and what is in it.
 *
 * @param role {@code TRAIN}, {@code VALIDATION}, {@code HOLDOUT}, or null when the user gave none
 * @param bytesSha256 of the source's bytes; null when there is no file
 * @param contentSha256 of the content as a table, whatever file it came from; null when it could not be read as one
 * @param layout version of the content hash: {@code table/v1}
 * @param keys names of the key columns
 * @param sample name of the artifact with a sample of the rows, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record DatasetRecord(
        String name,
        String role,
        String bytesSha256,
        String contentSha256,
        String layout,
        Long rows,
        List<Column> columns,
        Source source,
        List<String> keys,
        String sample) {

    public DatasetRecord {
        columns = columns == null ? List.of() : List.copyOf(columns);
        keys = keys == null ? List.of() : List.copyOf(keys);
    }

    /** What tells this content from another: of the table, else of the bytes; null when neither is known. */
    public String hash() {
        return contentSha256 == null ? bytesSha256 : contentSha256;
    }

    /** The same where no sample of it is kept. */
    public DatasetRecord withoutSample() {
        return new DatasetRecord(name, role, bytesSha256, contentSha256, layout, rows, columns, source, keys, null);
    }

    /**
     * One column and its summary.
     *
     * @param type {@code integer}, {@code real}, {@code boolean}, {@code text}, {@code date}, {@code time},
     *     {@code datetime} or {@code instant}
     * @param sha256 of the column's values, in order
     * @param missing number of rows without a value
     * @param min as text, null without values
     * @param max as text, null without values
     * @param mean of numeric columns
     * @param distinct number of distinct values; null when there are more than are counted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Column(
            String name,
            String type,
            String sha256,
            long missing,
            String min,
            String max,

            @JsonSerialize(using = Reals.Writer.class) @JsonDeserialize(using = Reals.Reader.class)
            Double mean,

            Long distinct) {}

    /**
     * Where the rows came from.
     *
     * @param kind {@code file}, {@code sql}, {@code table} or {@code array}
     * @param location path relative to the build's root where it lies inside, or a masked URL
     * @param sql the query's text
     * @param bindings its recorded bind values, as text
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Source(String kind, String location, Long size, String sql, List<String> bindings) {
        public Source {
            bindings = bindings == null ? List.of() : List.copyOf(bindings);
        }
    }
}
