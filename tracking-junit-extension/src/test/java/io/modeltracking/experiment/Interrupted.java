package io.modeltracking.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.run.Origin;
import io.modeltracking.run.ParamValue;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SearchEvent.Objective;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.run.StudyHistory;
import io.modeltracking.run.StudyHistory.PastPoint;
import io.modeltracking.run.StudyHistory.PastStudy;
import io.modeltracking.run.StudyHistory.PastTrial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The build file that Maven's goal would write for the next JVM after experiments have run. */
final class Interrupted {

    private Interrupted() {}

    static PastStudy study(Experiments experiments, String method) throws IOException {
        RunRecord study = experiments.run(method);
        List<RunRecord> finished = experiments.trials(method).stream()
                .filter(trial -> trial.status() == Status.PRUNED || trial.verdict() != null)
                .toList();
        Path source = experiments.root().fact(finished.get(0).facts().get("source"));
        Path space = experiments.root().run(study.id()).resolve("artifacts/search-space.json");
        return new PastStudy(
                study.id(),
                study.experiment(),
                study.started().testClass(),
                study.started().method(),
                study.seeds().get(0).root(),
                Files.readString(space),
                study.tags().get("search.sampler"),
                study.search().objective().metric(),
                study.search().objective().direction(),
                RunJson.mapper().readValue(source.toFile(), SourceState.class),
                finished.stream().map(Interrupted::trial).toList());
    }

    private static PastTrial trial(RunRecord trial) {
        Objective objective = trial.search().objective();
        TreeMap<Long, Double> steps = new TreeMap<>();
        trial.metrics().stream()
                .filter(metric -> metric.name().equals(objective.watched()) && metric.step() != null)
                .forEach(metric -> steps.put(metric.step(), metric.value()));
        Map<String, String> data = new TreeMap<>();
        trial.datasets().forEach(dataset -> data.put(dataset.name(), dataset.hash()));
        return new PastTrial(
                trial.started().trial(),
                trial.id(),
                trial.search().trial().sampler(),
                params(trial),
                trial.status(),
                trial.verdict(),
                trial.reason(),
                objective.value(),
                objective.violation(),
                objective.parts(),
                objective.standardDeviation(),
                objective.watched(),
                steps,
                data);
    }

    static PastPoint point(RunRecord trial) {
        return new PastPoint(
                trial.id(),
                trial.started().model(),
                trial.search().objective().metric(),
                trial.search().objective().direction(),
                trial.search().objective().value(),
                params(trial));
    }

    private static Map<String, ParamValue> params(RunRecord trial) {
        Map<String, ParamValue> params = new LinkedHashMap<>();
        trial.params().forEach((name, param) -> {
            if (param.origin() == Origin.SEARCH || param.origin() == Origin.COMMAND_LINE) {
                params.put(name, param.value());
            }
        });
        return params;
    }

    static Path build(Path folder, List<PastStudy> interrupted, List<PastPoint> best) {
        ObjectNode build = RunJson.mapper().createObjectNode();
        build.put("buildId", "b".repeat(32)).put("module", "org.example:pricing");
        JsonNode studies = RunJson.mapper().valueToTree(new StudyHistory(interrupted, best));
        build.set("studies", studies);
        try {
            return Files.write(
                    Files.createTempFile(folder, "build", ".json"),
                    RunJson.mapper().writeValueAsBytes(build));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
