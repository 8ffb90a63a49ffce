package io.modeltracking.experiment;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.Origin;
import io.modeltracking.run.RunEvent.Tag;
import io.modeltracking.run.SearchEvent;
import io.modeltracking.run.SearchEvent.Objective;
import io.modeltracking.run.SearchEvent.Reused;
import io.modeltracking.run.Status;
import io.modeltracking.search.FinishedTrial;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opentest4j.AssertionFailedError;

/** A study while it runs: its own run, the parent of all trials, from before the first to after the last. */
final class Study implements AutoCloseable {

    private final TrackingSession session;
    private final StudyDefinition definition;
    private final String uniqueId;
    private final TrialBook book;
    private final RunScope scope;
    private final Optional<Continuation> continuation;
    private final SharedTrials shared;
    private final Proposals proposals;
    private final Progress progress;
    private final Instant deadline;
    private final AskedTrials asked = new AskedTrials();
    private final List<PartGroup> groups = new CopyOnWriteArrayList<>();

    private Study(TrackingSession session, StudyDefinition definition, String uniqueId) {
        this.session = session;
        this.definition = definition;
        this.uniqueId = uniqueId;
        this.book = session.trials(uniqueId, definition);
        StudyStart start = StudyStart.of(session, definition, book);
        this.continuation = start.continuation();
        this.shared = start.shared();
        this.proposals = new Proposals(definition, start.given());
        Map<String, String> links = continuation
                .map(before -> Map.of("resumedFrom", before.study()))
                .orElse(Map.of());
        this.scope = RunScope.openStudy(session, definition.experiment(), uniqueId, links);
        this.progress = new Progress(session, definition, book);
        this.deadline = settings().timeout() == null
                ? Instant.MAX
                : session.clock().instant().plus(settings().timeout());
        describe(start.warnings());
        begin();
    }

    /** @param uniqueId of the test template */
    static Study open(TrackingSession session, StudyDefinition definition, String uniqueId) {
        return new Study(session, definition, uniqueId);
    }

    /** Records what the study searches, and how. */
    private void describe(List<String> warnings) {
        RunLog log = scope.log();
        log.append(
                new Objective(
                        settings().objective().toString(),
                        settings().direction().name(),
                        null,
                        null),
                "The objective");
        log.append(new Tag("search.sampler", definition.sampler().id()), "A tag");
        log.append(new Tag("search.trials", Integer.toString(definition.planned())), "A tag");
        log.append(definition.samplerSeed(), "A seed");
        byte[] space = SpaceText.json(definition.parameters().space());
        scope.artifacts().keep("search-space.json", out -> out.write(space));
        warnings.forEach(warning -> warn("search", warning));
    }

    /** Takes over the trials that an earlier attempt, or an interrupted study, has finished. */
    private void begin() {
        continuation.ifPresent(before -> {
            book.take(before.taken());
            warn(
                    "study-resumed",
                    "study " + before.study().substring(0, 8) + " was interrupted: "
                            + before.taken().size()
                            + " of its trials are part of this one"
                            + (before.again() == null
                                    ? ""
                                    : ", and its best, trial " + before.again().number() + ", is run again"));
        });
        book.begin(id())
                .ifPresent(before -> warn(
                        "trials-reused",
                        "trials of run " + before
                                + " that had finished are part of this study: it is another attempt"));
        book.all().forEach(result -> scope.log().append(new Reused(result.number(), result.run()), "A trial"));
    }

    String id() {
        return scope.log().started().id();
    }

    ExperimentDefinition experiment() {
        return definition.experiment();
    }

    SearchSettings settings() {
        return definition.settings();
    }

    SearchSpace parameters() {
        return definition.parameters();
    }

    /** Says in the study's run, and to whoever watches it, what a reader should know. */
    void warn(String code, String message) {
        if (scope.log().warning(code, message)) {
            session.console().warning(definition.experiment().name() + ": " + message);
        }
    }

    /** Whether a trial of that number is to come; asked when all before it have ended, unless they run in parallel. */
    boolean goesOn(int number) {
        if (shared != null) {
            return shared.awaitsTrial(book, proposals, this::sharedEnd);
        }
        if (definition.only() != null) {
            return number == definition.first();
        }
        if (number >= definition.planned() || book.fatal().filter(this::isEnd).isPresent()) {
            return false;
        }
        return book.get(number).isPresent()
                || continuation.filter(before -> before.awaits(number, book)).isPresent()
                || earlyEnd().isEmpty();
    }

    /** Refuses to go on with what was taken over when the trial that is run again comes to another objective. */
    void continues(TrialHandle trial, double objective) {
        if (shared != null) {
            shared.contradiction(id(), objective).ifPresent(text -> {
                book.abandon(trial.number());
                throw new AssertionFailedError(text);
            });
        }
        continuation
                .flatMap(before -> before.contradiction(trial.number(), objective))
                .ifPresent(text -> giveUp(trial, text));
    }

    /** Refuses to go on with what was taken over when the data is not what it was. */
    void continues(TrialHandle trial, DatasetRecord read) {
        continuation.flatMap(before -> before.contradiction(read)).ifPresent(text -> giveUp(trial, text));
    }

    private void giveUp(TrialHandle trial, String contradiction) {
        book.abandon(trial.number());
        throw new AssertionFailedError("The study cannot go on with the trials of study "
                + continuation.orElseThrow().study().substring(0, 8) + ": " + contradiction
                + ". Code, data or the number of threads have changed: run it without resume");
    }

    /** A rerun runs nothing but the trial that failed: then the others are run already, so that it makes the study whole. */
    private boolean isEnd(TrialResult fatal) {
        return !session.configuration().reruns() || fatal.status() == Status.INTERRUPTED;
    }

    private Optional<String> sharedEnd() {
        return book.fatal().map(fatal -> "trial " + fatal.number() + " failed").or(this::earlyEnd);
    }

    private Optional<String> earlyEnd() {
        if (session.clock().instant().isAfter(deadline)) {
            return Optional.of("its timeout is over");
        }
        int patience = settings().patience();
        return patience > 0 && book.sinceBest() >= patience
                ? Optional.of(patience + " trials in a row were no better")
                : Optional.empty();
    }

    Proposal propose(int number) {
        if (shared != null) {
            asked.add(shared.proposal().number());
            return shared.proposal();
        }
        asked.add(number);
        if (definition.only() != null) {
            return definition.only();
        }
        // What an earlier attempt finished is not run again, so that its point needs no second thought.
        return book.get(number)
                .map(result -> new Proposal(number, result.point(), "", List.of()))
                .orElseGet(() -> proposals.of(number, book.before(number)));
    }

    /** The parts of a trial, to be ended with the study at the latest. */
    PartGroup group(TrialCourse trial, int number) {
        PartGroup group = new PartGroup(session, trial, uniqueId + " trial " + number);
        groups.add(group);
        return group;
    }

    void selected(int number) {
        asked.selected(number);
    }

    Optional<TrialResult> reused(int number) {
        return book.get(number);
    }

    RunScope openTrial(String testId, TrialHandle trial) {
        RunScope run = scope.openTrial(testId, trial.number(), trial);
        trial.opened(run);
        Proposal proposal = trial.proposal();
        run.log()
                .append(
                        new SearchEvent.Trial(
                                proposal.number(), proposal.sampler(), proposal.seen(), proposal.running()),
                        "The trial");
        if (!proposal.isGiven()) {
            run.seeds().of("sampler");
        }
        proposals
                .source(proposal.number())
                .ifPresent(source -> run.log().append(new Tag("search.warm_start", source), "A tag"));
        proposal.point().values().forEach((name, value) -> run.log().param(name, value, origin(name)));
        return run;
    }

    private Origin origin(String param) {
        return parameters().pinned().contains(param) ? Origin.COMMAND_LINE : Origin.SEARCH;
    }

    /** Whether a trial that has ended counts: not when another job has it now. */
    boolean counts(TrialResult result) {
        return shared == null || shared.tell(result);
    }

    void lost(TrialResult result) {
        asked.lost(result.number());
        warn(
                "trial-lost",
                result.label()
                        + " does not count: this job was not heard of for so long that another one has the trial now");
    }

    void finished(TrialResult result, RunScope run) {
        book.add(result, run);
        progress.ended(result, run.log());
    }

    List<FinishedTrial> finished() {
        return book.learned();
    }

    OptionalDouble best() {
        return book.best().map(best -> OptionalDouble.of(best.objective())).orElse(OptionalDouble.empty());
    }

    private int tried() {
        return shared == null ? asked.size() : book.all().size();
    }

    /** Ends the study: looks at what is held out, names the winner, and fails when there is none. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            groups.forEach(PartGroup::close);
            int planned = definition.planned();
            if (shared != null) {
                shared.elsewhere()
                        .forEach(number -> book.get(number)
                                .ifPresent(result -> scope.log().append(new Reused(number, result.run()), "A trial")));
            }
            if (definition.only() == null && book.fatal().isEmpty() && tried() < planned) {
                earlyEnd()
                        .ifPresent(reason -> warn(
                                "ended-early",
                                "the study ended after " + tried() + " of " + planned + " trials: " + reason));
            }
            boolean won =
                    session.configuration().reproduced().filter(Reproduced::won).isPresent();
            if (new Conclusion(definition, book, scope, session.configuration().reruns(), Optional.ofNullable(shared))
                    .reach(asked.without(book), won)) {
                session.forgetTrials(uniqueId);
            }
        } finally {
            if (shared != null) {
                shared.leave();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
