package io.modeltracking.validation;

import io.modeltracking.run.Names;
import io.modeltracking.run.RunEvent.Check;
import io.modeltracking.run.Verdict;

/** An artifact that must be there: by its whole name, or by the last parts of it in whatever folder. */
public final class ArtifactRule implements Rule {

    private final String name;

    /** @throws IllegalArgumentException when it is no artifact's name */
    public ArtifactRule(String name) {
        this.name = Names.check("artifact", name);
    }

    @Override
    public String text() {
        return "artifact " + name;
    }

    @Override
    public boolean reads(String dataSet) {
        return false;
    }

    @Override
    public Check evaluate(Observations observations) {
        boolean there = observations.artifactNames().stream().anyMatch(this::isMeant);
        return new Check(
                text(),
                "artifact",
                null,
                null,
                null,
                null,
                there ? 0.0 : null,
                there ? Verdict.ACCEPTED : Verdict.REJECTED,
                there ? null : "never logged" + others(observations));
    }

    private boolean isMeant(String artifact) {
        return artifact.equals(name) || artifact.endsWith("/" + name);
    }

    private static String others(Observations observations) {
        return observations.artifactNames().isEmpty()
                ? " (no artifact was)"
                : "; logged were " + String.join(", ", observations.artifactNames());
    }
}
