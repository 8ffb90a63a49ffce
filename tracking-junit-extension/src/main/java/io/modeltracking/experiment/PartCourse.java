package io.modeltracking.experiment;

import io.modeltracking.Fold;
import java.lang.reflect.Parameter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

/** A repeat or a fold: an invocation whose run is a part of another. */
final class PartCourse implements Course {

    private final PartGroup group;
    private final Part part;
    private RunScope run;

    PartCourse(PartGroup group, Part part) {
        this.group = group;
        this.part = part;
    }

    @Override
    public ExperimentDefinition experiment() {
        return group.whole().experiment();
    }

    @Override
    public ConditionEvaluationResult condition() {
        return group.condition(part);
    }

    @Override
    public RunScope open(String uniqueId) {
        run = group.open(part, uniqueId);
        return run;
    }

    @Override
    public Throwable shown(Throwable thrown) {
        return group.whole().shown(thrown);
    }

    @Override
    public void judge(RunScope scope, boolean thrown) {
        group.judge(part, scope, thrown);
    }

    @Override
    public void finish(RunScope scope, Optional<Throwable> thrown) {
        group.finish(part, scope, thrown);
    }

    @Override
    public Optional<Callable<Object>> argument(Parameter parameter) {
        if (parameter.getType() == Fold.class && part.groupBy() != null) {
            return Optional.of(() -> new FoldHandle(part, run.seeds()));
        }
        return group.whole().argument(parameter);
    }
}
