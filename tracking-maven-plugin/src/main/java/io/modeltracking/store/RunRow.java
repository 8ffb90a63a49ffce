package io.modeltracking.store;

import java.util.List;

/**
 * A run that was found.
 *
 * @param cells one a column that was asked for; null where the run has no such value
 */
public record RunRow(String id, List<Cell> cells) {

    /**
     * A value.
     *
     * @param text shortest for numbers; of several data sets, joined by commas
     */
    public record Cell(String text, boolean number) {}
}
