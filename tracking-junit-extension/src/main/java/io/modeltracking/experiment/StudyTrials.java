package io.modeltracking.experiment;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** The trials of a study as JUnit asks for them: each when the one before has ended, unless they run in parallel. */
final class StudyTrials implements Iterator<TestTemplateInvocationContext> {

    private final Study study;
    private final Queue<TestTemplateInvocationContext> rest = new ArrayDeque<>();
    private int next;

    private StudyTrials(Study study, int first) {
        this.study = study;
        this.next = first;
    }

    /** @param first the number of the first trial */
    static Stream<TestTemplateInvocationContext> of(Study study, int first) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new StudyTrials(study, first), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    /** All parts of a trial are asked for, also after one has failed: JUnit tells its tests by their place in the row. */
    @Override
    public boolean hasNext() {
        return !rest.isEmpty() || study.goesOn(next);
    }

    @Override
    public TestTemplateInvocationContext next() {
        if (!rest.isEmpty()) {
            return rest.remove();
        }
        Proposal proposal = study.propose(next++);
        TrialCourse course = new TrialCourse(study, proposal);
        String name = "trial " + proposal.number() + ": " + Proposal.text(proposal.point());
        if (study.experiment().parts().isEmpty()) {
            return context(proposal.number(), name, course);
        }
        PartGroup group = study.group(course, proposal.number());
        study.experiment()
                .parts()
                .forEach(part ->
                        rest.add(context(proposal.number(), name + ", " + part.name(), new PartCourse(group, part))));
        return rest.remove();
    }

    private TestTemplateInvocationContext context(int trial, String name, Course course) {
        return new TestTemplateInvocationContext() {
            @Override
            public String getDisplayName(int index) {
                return name;
            }

            @Override
            public List<Extension> getAdditionalExtensions() {
                // JUnit asks for them only when it is about to run the trial, before it makes the test instance.
                study.selected(trial);
                return List.of(new ExperimentInvocation(course));
            }
        };
    }
}
