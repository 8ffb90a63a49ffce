package io.modeltracking.experiment;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** The trials of a study as JUnit asks for them: each when the one before has ended, unless they run in parallel. */
final class StudyTrials implements Iterator<TestTemplateInvocationContext> {

    private final Study study;
    private int next;

    private StudyTrials(Study study) {
        this.study = study;
    }

    static Stream<TestTemplateInvocationContext> of(Study study) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new StudyTrials(study), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    @Override
    public boolean hasNext() {
        return study.goesOn(next);
    }

    @Override
    public TestTemplateInvocationContext next() {
        return context(study.propose(next++));
    }

    private TestTemplateInvocationContext context(Proposal proposal) {
        TrialCourse course = new TrialCourse(study, proposal);
        return new TestTemplateInvocationContext() {
            @Override
            public String getDisplayName(int index) {
                return "trial " + proposal.number() + ": " + Proposal.text(proposal.point());
            }

            @Override
            public List<Extension> getAdditionalExtensions() {
                // JUnit asks for them only when it is about to run the trial, before it makes the test instance.
                study.selected(proposal.number());
                return List.of(course, new ExperimentInvocation(course));
            }
        };
    }
}
