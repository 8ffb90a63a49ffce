package io.modeltracking.sample;

import static io.modeltracking.Role.HOLDOUT;
import static io.modeltracking.Role.TRAIN;
import static io.modeltracking.Role.VALIDATION;

import io.modeltracking.Dataset;
import io.modeltracking.Role;
import io.modeltracking.Run;
import io.modeltracking.Seeds;
import io.modeltracking.Split;
import io.modeltracking.Splits;
import io.modeltracking.tablesaw.TablesawDataset;
import java.io.IOException;
import java.nio.file.Path;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

/**
 * The portfolio with its losses, split policy by policy: severity and pure premium learn from the same rows and judge by the
 * same.
 *
 * @param file that the portfolio was read from
 * @param claims that the amounts were read from
 */
record LossData(Path file, Path claims, Losses losses, Split split, Features features) {

    /** Of a single claim, euros: 2 % of the claims cost more, and in freMTPL2 28 % of the money lies above it. */
    static final double CAP = 10_000;

    static LossData read(Seeds seeds) throws IOException {
        Path file = Portfolio.file();
        Path claims = Claims.file(file);
        Losses losses = Losses.of(Portfolio.read(file), Claims.read(claims), CAP);
        int[] policies = Splits.adjacent(TablesawDataset.of(losses.rows()), Features.COLUMNS);
        Split split = Splits.grouped(seeds, policies, 0.6, 0.2, 0.2);
        return new LossData(file, claims, losses, split, new Features(losses.rows()));
    }

    Table train() {
        return losses.rows().where(Selection.with(split.train()));
    }

    Table validation() {
        return losses.rows().where(Selection.with(split.validation()));
    }

    Table holdout() {
        return losses.rows().where(Selection.with(split.holdout()));
    }

    /** Records what is read, how it is split, and in what the files of policies and claims disagree. */
    void recordIn(Run run) {
        run.dataset("claims", Dataset.of(claims));
        run.dataset("train", dataset(train(), TRAIN));
        run.dataset("validation", dataset(validation(), VALIDATION));
        run.dataset("holdout", dataset(holdout(), HOLDOUT));
        run.split(split, TablesawDataset.of(losses.rows()).keys("IDpol"), Features.COLUMNS);
        run.param("cap", CAP);
        run.metric("data.claims_without_amount", losses.withoutAmount());
        run.metric("data.amounts_beyond_claim_count", losses.beyondCount());
        run.metric("data.amounts_without_policy", losses.withoutPolicy());
        run.metric("data.claims_capped", losses.capped());
        Table train = train();
        double excess = train.doubleColumn("Excess").sum();
        run.metric(
                "train.excess_share",
                excess / (excess + train.doubleColumn("Loss").sum()));
        run.note(losses.withoutAmount() + " claims have no amount and count as none here; " + losses.withoutPolicy()
                + " amounts belong to no policy of the portfolio and are left out; " + losses.beyondCount()
                + " amounts are more than their policy counts claims. " + losses.capped()
                + " claims are capped: what is above"
                + " the cap is loaded on all policies alike, by `train.excess_share`.");
    }

    private Dataset dataset(Table rows, Role role) {
        return TablesawDataset.of(rows, file).keys("IDpol").role(role);
    }
}
