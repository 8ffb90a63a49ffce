package io.modeltracking.experiment;

import io.modeltracking.Evaluation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps what a run's models predicted for data that they have not learned from: of any run a sample of the rows at once, all of
 * them when the run turns out to be a winner, so that a later challenger or a reproduction is compared row by row.
 */
final class PredictionLog {

    private final RunLog log;
    private final ArtifactLog artifacts;
    private final byte[] secret;
    private final Map<String, PredictionFile> waiting = new LinkedHashMap<>();

    /** @param secret by which keys are hashed, or null */
    PredictionLog(RunLog log, ArtifactLog artifacts, byte[] secret) {
        this.log = log;
        this.artifacts = artifacts;
        this.secret = secret;
    }

    void log(String dataSet, Evaluation evaluation) {
        if (evaluation.keys().isPresent() && secret == null) {
            log.warning(
                    "no-key-secret",
                    "predictions are kept without the keys of their rows: set the environment" + " variable "
                            + DatasetLog.SECRET + " to a secret of the project");
        }
        PredictionFile file = new PredictionFile(evaluation, secret);
        keep(dataSet, file, file.fitsInSample());
        synchronized (waiting) {
            waiting.put(dataSet, file);
        }
    }

    /** Keeps all predictions of this run: it has no rivals, and is accepted. */
    void keepWhole() {
        keepWhole(this);
    }

    /** Keeps all predictions of this run, a study's winner, with the study. */
    void keepWhole(PredictionLog target) {
        Map<String, PredictionFile> files;
        synchronized (waiting) {
            files = new LinkedHashMap<>(waiting);
            waiting.clear();
        }
        files.forEach((dataSet, file) -> {
            if (target != this || !file.fitsInSample()) {
                target.keep(dataSet, file, true);
            }
        });
    }

    private void keep(String dataSet, PredictionFile file, boolean whole) {
        String name = dataSet + "/predictions" + (whole ? "" : "_sample");
        artifacts.keep(name + ".csv.gz", out -> file.write(whole, out));
        artifacts.keep(name + ".json", out -> file.describe(whole, out));
    }
}
