package io.modeltracking.packaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.modeltracking.packaging.BundleSubject.ModelFile;
import io.modeltracking.registry.Evidence;
import io.modeltracking.registry.Waivable;
import io.modeltracking.run.RunJson;
import java.time.Instant;
import java.util.List;

/**
 * What a version came from, as {@code provenance.json}. Who did what is the ledger's, and stays there: the event's hash
 * leads to it.
 *
 * @param study the study's run, or null
 * @param event hash of the ledger's event by which the version came to be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Provenance(
        int schemaVersion,
        String model,
        int version,
        String project,
        String experiment,
        String run,
        String study,
        String build,
        String module,
        String commit,
        String branch,
        boolean dirty,
        List<File> files,
        List<Evidence.Data> datasets,
        List<Evidence.Verdict> gates,
        List<Waivable> waived,
        Event event,
        String tool) {

    /** @param library null when it is not known */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record File(String name, String sha256, String library, String libraryVersion) {}

    /** A place in the ledger. */
    record Event(long seq, Instant time, String hash) {}

    static Provenance of(BundleSubject subject) {
        Evidence evidence = subject.version().evidence();
        return new Provenance(
                1,
                subject.version().model(),
                subject.version().number(),
                subject.project(),
                evidence.experiment(),
                evidence.run(),
                evidence.study(),
                evidence.build(),
                evidence.module(),
                evidence.commit(),
                evidence.branch(),
                evidence.dirty(),
                subject.files().stream().map(Provenance::file).toList(),
                evidence.datasets(),
                evidence.gates(),
                evidence.waived(),
                new Event(
                        subject.registration().seq(),
                        subject.registration().time(),
                        subject.registration().hash()),
                "tracking-maven-plugin " + subject.tool());
    }

    private static File file(ModelFile file) {
        return new File(
                file.name(),
                file.sha256(),
                file.logged() == null ? null : file.logged().library(),
                file.logged() == null ? null : file.logged().libraryVersion());
    }

    String json() throws JsonProcessingException {
        return RunJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }
}
