package io.modeltracking.experiment;

import io.modeltracking.Dataset;
import io.modeltracking.Fold;
import io.modeltracking.Seeds;
import io.modeltracking.search.Folds;
import java.util.Arrays;

/** A fold while its run is under way. */
record FoldHandle(Part part, Seeds seeds) implements Fold {

    private static final String STREAM = "folds";

    @Override
    public int number() {
        return part.index();
    }

    @Override
    public int count() {
        return part.count();
    }

    @Override
    public Rows of(int rows) {
        if (!part.groupBy().isBlank()) {
            throw new IllegalArgumentException("@CrossValidated(groupBy = \"" + part.groupBy()
                    + "\") keeps groups together, and a number of rows tells none: give the groups, or the data set");
        }
        return rows(Folds.ofRows(rows, count(), seeds.shared(STREAM)));
    }

    @Override
    public Rows of(Object[] groups) {
        String[] texts = Arrays.stream(groups)
                .map(group -> group == null ? null : group.toString())
                .toArray(String[]::new);
        return rows(Folds.ofGroups(texts, count(), seeds.shared(STREAM)));
    }

    @Override
    public Rows of(Dataset dataset) {
        if (!part.groupBy().isBlank()) {
            return of((Object[]) dataset.strings(part.groupBy()));
        }
        return of(dataset.table()
                .orElseThrow(() -> new IllegalStateException("The rows of "
                        + dataset.source().file() + " are not read here: read the file, and give what was read"))
                .rows());
    }

    private Rows rows(int[] foldOfRow) {
        return new Rows(Folds.rows(foldOfRow, number(), false), Folds.rows(foldOfRow, number(), true));
    }
}
