package io.modeltracking.experiment;

import io.modeltracking.Requirements;
import io.modeltracking.validation.ArtifactRule;
import io.modeltracking.validation.ConditionRule;
import io.modeltracking.validation.GapRule;
import io.modeltracking.validation.Rule;
import io.modeltracking.validation.Rules;
import java.util.ArrayList;
import java.util.List;

/** Collects the requirements of a run: those of its annotations first, then those in code. Safe for any thread. */
final class RequirementsBook implements Requirements {

    private final List<Rule> rules;
    private final Runnable open;

    /** @param open throws when the run has closed */
    RequirementsBook(List<Rule> annotated, Runnable open) {
        this.rules = new ArrayList<>(annotated);
        this.open = open;
    }

    synchronized List<Rule> rules() {
        return List.copyOf(rules);
    }

    private synchronized Requirements add(Rule rule) {
        open.run();
        rules.add(rule);
        return this;
    }

    @Override
    public MetricRequirement metric(String selector) {
        return new MetricRequirement() {
            @Override
            public Requirements isAtLeast(double min) {
                return add(Rules.within(selector, min, null, false));
            }

            @Override
            public Requirements isAtMost(double max) {
                return add(Rules.within(selector, null, max, false));
            }

            @Override
            public Requirements isGreaterThan(double bound) {
                return add(Rules.within(selector, bound, null, true));
            }

            @Override
            public Requirements isLessThan(double bound) {
                return add(Rules.within(selector, null, bound, true));
            }

            @Override
            public Requirements isBetween(double min, double max) {
                return add(Rules.within(selector, min, max, false));
            }

            @Override
            public Requirements isEqualTo(double value, double tolerance) {
                return add(Rules.equalTo(selector, value, tolerance));
            }
        };
    }

    @Override
    public MetricRequirement lower(String metric) {
        return metric("lower(" + metric + ")");
    }

    @Override
    public MetricRequirement upper(String metric) {
        return metric("upper(" + metric + ")");
    }

    @Override
    public MetricRequirement interval(String metric) {
        return metric("interval(" + metric + ")");
    }

    @Override
    public GapRequirement gap(String train, String test) {
        return new GapRequirement() {
            @Override
            public Requirements isAtMostRelative(double max) {
                return add(GapRule.relative(train, test, max));
            }

            @Override
            public Requirements isAtMostAbsolute(double max) {
                return add(GapRule.absolute(train, test, max));
            }
        };
    }

    @Override
    public Requirements artifact(String... names) {
        for (String name : names) {
            add(new ArtifactRule(name));
        }
        return this;
    }

    @Override
    public Requirements that(String rule, boolean holds) {
        return add(new ConditionRule(rule, holds));
    }
}
