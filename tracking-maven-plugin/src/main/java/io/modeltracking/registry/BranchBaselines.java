package io.modeltracking.registry;

import io.modeltracking.run.BaselineKind;
import io.modeltracking.run.BaselineRecord;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.Names;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.BranchRuns;
import io.modeltracking.store.RunSource;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The last accepted run of each model on the base branch. */
public final class BranchBaselines {

    private BranchBaselines() {}

    /** @param branches of which any is the base */
    public static List<BaselineRecord> all(TrackingRoot root, RunSource source, List<String> branches) {
        List<BaselineRecord> baselines = new ArrayList<>();
        SortedMap<String, BranchRuns.Found> latest = BranchRuns.latest(source, branches);
        source.need(latest.values().stream().map(BranchRuns.Found::run).toList());
        latest.forEach((model, found) -> {
            if (Names.isRunId(found.run())
                    && Files.isRegularFile(root.run(found.run()).resolve(JournalReader.FILE))) {
                baselines.add(BaselineRecord.of(
                        BaselineKind.LAST.text(),
                        "run " + found.run().substring(0, 8) + " on " + found.branch(),
                        new JournalReader(root).read(root.run(found.run()))));
            }
        });
        return baselines;
    }
}
