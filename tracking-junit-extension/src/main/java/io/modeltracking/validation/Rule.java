package io.modeltracking.validation;

import io.modeltracking.run.RunEvent.Check;

/** One requirement. */
public sealed interface Rule permits MetricRule, IntervalRule, GapRule, ArtifactRule, ConditionRule, NotWorseRule {

    /** The rule as a person reads it. */
    String text();

    /** Whether the rule reads a metric of that data set. */
    boolean reads(String dataSet);

    /** The verdict, with the observed value; never throws for what was logged or not logged. */
    Check evaluate(Observations observations);
}
