package io.modeltracking.experiment;

import io.modeltracking.ArtifactWriter;
import io.modeltracking.Chart;
import io.modeltracking.Dataset;
import io.modeltracking.Direction;
import io.modeltracking.Evaluation;
import io.modeltracking.Requirements;
import io.modeltracking.Run;
import io.modeltracking.Split;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunEvent.Note;
import io.modeltracking.run.RunEvent.Tag;
import io.modeltracking.validation.MetricDirection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** A run as the user sees it: every call goes to the room that knows how. */
final class TrackedRun implements Run {

    private final RunScope scope;

    TrackedRun(RunScope scope) {
        this.scope = scope;
    }

    RunScope scope() {
        return scope;
    }

    @Override
    public String id() {
        return scope.log().started().id();
    }

    @Override
    public Run param(String name, Object value) {
        scope.log().param(name, value, null);
        return this;
    }

    @Override
    public Run params(Map<String, ?> params) {
        Objects.requireNonNull(params, "params").forEach(this::param);
        return this;
    }

    @Override
    public Run metric(String name, double value) {
        scope.log().metric(name, value, null, null);
        return this;
    }

    @Override
    public Run metric(String name, double value, long step) {
        scope.log().metric(name, value, step, null);
        return this;
    }

    @Override
    public Run metric(String name, double value, Direction direction) {
        scope.log().declare(name, MetricDirection.valueOf(direction.name()));
        scope.log().metric(name, value, null, direction.name());
        return this;
    }

    @Override
    public Run tag(String name, String value) {
        Names.check("tag", name);
        scope.log()
                .append(new Tag(name, Objects.requireNonNull(value, "value of tag " + name)), "Tag \"" + name + "\"");
        return this;
    }

    @Override
    public Run note(String markdown) {
        scope.log().append(new Note(Objects.requireNonNull(markdown, "note")), "A note");
        return this;
    }

    @Override
    public Run artifact(String name, Path file) {
        scope.artifacts().keepFile(name, file);
        return this;
    }

    @Override
    public Run artifact(String name, byte[] content) {
        Objects.requireNonNull(content, "content of artifact " + name);
        return artifact(name, out -> out.write(content));
    }

    @Override
    public Run artifact(String name, ArtifactWriter writer) {
        scope.artifacts().keep(name, Objects.requireNonNull(writer, "writer of artifact " + name));
        return this;
    }

    @Override
    public Run table(String name, Map<String, ?> columns) {
        scope.evaluations()
                .charts()
                .table(name, OwnCharts.table(Objects.requireNonNull(columns, "columns of table " + name)));
        return this;
    }

    @Override
    public Run table(String name, Dataset rows) {
        scope.evaluations()
                .charts()
                .table(name, OwnCharts.table(Objects.requireNonNull(rows, "rows of table " + name)));
        return this;
    }

    @Override
    public Run chart(String name, Chart chart) {
        scope.evaluations().charts().log(name, OwnCharts.chart(name, Objects.requireNonNull(chart, "chart " + name)));
        return this;
    }

    @Override
    public Run explain(int... rows) {
        scope.log().requireOpen("A choice of rows");
        scope.sink().explanations().choose(rows);
        return this;
    }

    @Override
    public Run dataset(String name, Dataset dataset) {
        scope.dataset(name, Objects.requireNonNull(dataset, "data set " + name));
        return this;
    }

    @Override
    public Run split(Split split, Dataset rows, String... features) {
        SplitLog.log(
                scope.log(),
                Objects.requireNonNull(split, "split"),
                Objects.requireNonNull(rows, "rows of the split"),
                features);
        return this;
    }

    @Override
    public Run model(String name, Path file) {
        scope.models().logFile(name, Objects.requireNonNull(file, "file of model " + name));
        return this;
    }

    @Override
    public Run model(String name, byte[] content) {
        scope.models().logBytes(name, Objects.requireNonNull(content, "content of model " + name));
        return this;
    }

    @Override
    public Run model(String name, Object model) {
        if (model instanceof Path file) {
            return model(name, file);
        }
        if (model instanceof byte[] content) {
            return model(name, content);
        }
        scope.models().logObject(name, model);
        return this;
    }

    @Override
    public Run evaluate(String dataSet, Evaluation evaluation) {
        scope.evaluations().log(dataSet, Objects.requireNonNull(evaluation, "evaluation of " + dataSet));
        return this;
    }

    @Override
    public Run holdout(String dataSet, Supplier<Evaluation> evaluation) {
        scope.holdout(dataSet, Objects.requireNonNull(evaluation, "evaluation of " + dataSet));
        return this;
    }

    @Override
    public Run child(String name) {
        return scope.child(Names.check("child run", name));
    }

    @Override
    public Requirements require() {
        scope.log().requireOpen("A requirement");
        return scope.requirements();
    }

    @Override
    public void close() {
        scope.closeChild();
    }

    @Override
    public String toString() {
        return "run " + scope.log().shortId() + " of " + scope.log().started().experiment();
    }

    static Path readable(String name, Path file) {
        if (!Files.isRegularFile(Objects.requireNonNull(file, "file of " + name)) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("\"" + name + "\" names the file " + file.toAbsolutePath()
                    + ", which " + (Files.exists(file) ? "is no readable file" : "does not exist")
                    + ": write it before you log it");
        }
        return file;
    }
}
