package io.modeltracking.registry;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Changes models: one event of the ledger each, decided under its lock on what it says then. The event is the change;
 * a call that is killed has made it or not.
 */
public final class Registrar {

    private final Ledger ledger;
    private final Clock clock;
    private final Policy policy;
    private final ProjectGit git;

    /**
     * How changes are made.
     *
     * @param minimum length of a reason, in characters
     * @param secondPerson whether a promotion needs a request that somebody else approved
     * @param dryRun whether to decide only, and to write nothing
     */
    public record Policy(Actor actor, int minimum, boolean secondPerson, boolean dryRun) {}

    /** A registrar that knows no Git repository. */
    public Registrar(Ledger ledger, Clock clock, Policy policy) {
        this(ledger, clock, policy, ProjectGit.NONE);
    }

    public Registrar(Ledger ledger, Clock clock, Policy policy, ProjectGit git) {
        this.ledger = ledger;
        this.clock = clock;
        this.policy = policy;
        this.git = git;
    }

    /**
     * Puts a version into a stage, and archives the one that was there.
     *
     * @throws RegistryException when there is no such version, no way from where it stands, too short a reason, or an
     *     approval is missing
     */
    public ModelEvent promote(String reference, Stage to, String reason) {
        checkReason(reason);
        return change(ModelEvent.Promote.class, registry -> {
            ModelVersion version = registry.version(reference);
            checkMove(version, to);
            Optional<PendingRequest> request = registry.model(version.model()).request(version.number(), to);
            Actor approver = request.map(PendingRequest::approval)
                    .map(approval -> approval.event().actor())
                    .orElse(null);
            if (policy.secondPerson() && approver == null) {
                throw new RegistryException(version + " goes to " + to + " only when somebody else agrees: "
                        + (request.isEmpty()
                                ? "ask with \"mvn tracking:request -Dmodel=" + version + " -Dstage=" + to
                                        + " -Dreason=…\""
                                : "its request waits for \"mvn tracking:approve -Dmodel=" + version + " -Dstage=" + to
                                        + " -Dreason=…\""));
            }
            return new ModelEvent.Promote(
                    version.model(), version.number(), version.stage(), to, approver, policy.actor(), reason);
        });
    }

    /** Puts the version that was in production before there again. */
    public ModelEvent rollback(String name, String reason) {
        checkReason(reason);
        return change(ModelEvent.Rollback.class, registry -> {
            RegisteredModel model = registry.model(name);
            ModelVersion before = model.before()
                    .orElseThrow(() -> new RegistryException("No version of " + name
                            + " was in production before: there is nothing to go back to. \"mvn tracking:archive\""
                            + " takes a version out of production"));
            return new ModelEvent.Rollback(
                    name,
                    before.number(),
                    model.champion().map(ModelVersion::number).orElse(null),
                    policy.actor(),
                    reason);
        });
    }

    /** Takes a version out of use. */
    public ModelEvent archive(String reference, String reason) {
        checkReason(reason);
        return change(ModelEvent.Archive.class, registry -> {
            ModelVersion version = registry.version(reference);
            checkMove(version, Stage.ARCHIVED);
            return new ModelEvent.Archive(version.model(), version.number(), version.stage(), policy.actor(), reason);
        });
    }

    /** Asks for a promotion. */
    public ModelEvent request(String reference, Stage to, String reason) {
        checkReason(reason);
        return change(ModelEvent.Request.class, registry -> {
            ModelVersion version = registry.version(reference);
            checkMove(version, to);
            if (registry.model(version.model()).request(version.number(), to).isPresent()) {
                throw new RegistryException(
                        "A request to put " + version + " into " + to + " is open already: approve or reject that one");
            }
            return new ModelEvent.Request(version.model(), version.number(), to, policy.actor(), reason);
        });
    }

    /**
     * Agrees to a request. Who asked cannot, nor who made the run, nor who made its commits: the run's own, and those
     * since the version that is in Production now.
     */
    public ModelEvent approve(String reference, Stage to, String reason) {
        checkReason(reason);
        return change(ModelEvent.Approve.class, registry -> {
            ModelVersion version = registry.version(reference);
            PendingRequest request = open(registry, version, to);
            if (policy.actor().is(request.asked().actor())) {
                throw new RegistryException(policy.actor().name() + " asked for it, and cannot approve it: somebody"
                        + " else has to (tracking.actor names who acts)");
            }
            if (version.evidence().authors().stream().anyMatch(policy.actor()::is)) {
                throw new RegistryException(policy.actor().name() + " made the run of " + version
                        + ", and cannot approve it: somebody else has to");
            }
            if (git.people(version, registry.model(version.model()).champion().orElse(null)).stream()
                    .anyMatch(policy.actor()::is)) {
                throw new RegistryException(policy.actor().name() + " made a commit that " + version
                        + " stands on, and cannot approve it: somebody else has to");
            }
            return new ModelEvent.Approve(version.model(), version.number(), to, policy.actor(), reason);
        });
    }

    /** Turns a request down. */
    public ModelEvent reject(String reference, Stage to, String reason) {
        checkReason(reason);
        return change(ModelEvent.Reject.class, registry -> {
            ModelVersion version = registry.version(reference);
            open(registry, version, to);
            return new ModelEvent.Reject(version.model(), version.number(), to, policy.actor(), reason);
        });
    }

    /**
     * Sets a rule aside until a time.
     *
     * @param run null means every run of the model
     */
    public ModelEvent waive(String model, String run, Waivable rule, Instant expires, String reason) {
        checkReason(reason);
        if (!expires.isAfter(clock.instant())) {
            throw new RegistryException("A waiver that ends at " + expires + " has ended: give a later -Dexpires=");
        }
        return change(
                ModelEvent.Waive.class,
                registry -> new ModelEvent.Waive(model, run, rule, expires, policy.actor(), reason));
    }

    /** Says what is to be known of a model, or of a version by {@code name/3} or {@code name@Production}. */
    public ModelEvent note(String reference, ModelNote note, String reason) {
        checkReason(reason);
        return change(ModelEvent.Note.class, registry -> note.of(registry, reference, policy.actor(), reason));
    }

    /** Says what came of making a run again. */
    public ModelEvent reproduced(String model, String run, String verdict, String reason) {
        return change(
                ModelEvent.Reproduced.class,
                registry -> new ModelEvent.Reproduced(model, run, verdict, policy.actor(), reason));
    }

    /** Says that later runs are compared with this one. */
    ModelEvent accept(String model, String run, String reason) {
        return change(ModelEvent.Accept.class, registry -> new ModelEvent.Accept(model, run, policy.actor(), reason));
    }

    /**
     * Makes a version of the evidence, unless there is one with the same files.
     *
     * @param keep keeps the files; it is called before the event is written, and not in a dry run
     * @return the version there is or is now, and whether it is new
     */
    public Registered register(String model, Evidence evidence, String reason, Runnable keep) {
        checkReason(reason);
        AtomicReference<Registered> found = new AtomicReference<>();
        decide(ModelEvent.Register.class, registry -> {
            Optional<ModelVersion> same = registry.same(model, evidence.sha256());
            if (same.isPresent()) {
                found.set(new Registered(model, same.get().number(), false));
                keep(keep);
                return Optional.empty();
            }
            Evidence complete = Waivers.apply(registry, model, evidence, clock.instant());
            int number = registry.nextVersion(model);
            found.set(new Registered(model, number, true));
            keep(keep);
            return Optional.of(new ModelEvent.Register(model, number, policy.actor(), reason, complete));
        });
        return found.get();
    }

    private void keep(Runnable files) {
        if (!policy.dryRun()) {
            files.run();
        }
    }

    /** A version, and whether this call made it. */
    public record Registered(String model, int version, boolean fresh) {}

    private ModelEvent change(Class<? extends ModelEvent> type, Function<Registry, ModelEvent> decision) {
        AtomicReference<ModelEvent> decided = new AtomicReference<>();
        decide(type, registry -> {
            decided.set(decision.apply(registry));
            return Optional.of(decided.get());
        });
        return decided.get();
    }

    private void decide(Class<? extends ModelEvent> type, Function<Registry, Optional<? extends ModelEvent>> decision) {
        if (policy.dryRun()) {
            decision.apply(Registry.of(ledger.events()));
            return;
        }
        ledger.append(
                        EventCodec.type(type),
                        () -> decision.apply(Registry.of(ledger.events())).map(EventCodec::body),
                        event -> null)
                .ifPresent(event -> git.anchor(ledger, event));
    }

    /** @throws RegistryException when it is too short to tell anybody why */
    public void checkReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new RegistryException("No reason is given: say why in " + policy.minimum()
                    + " characters or more by -Dreason=\"why\" (tracking.reason.minLength)");
        }
        int length = reason.strip().length();
        if (length < policy.minimum()) {
            throw new RegistryException("The reason has " + length + " characters, and needs " + policy.minimum()
                    + " (tracking.reason.minLength): give -Dreason=\"why\"");
        }
    }

    private static void checkMove(ModelVersion version, Stage to) {
        if (!version.stage().next().contains(to)) {
            throw new RegistryException(version + " is in " + version.stage() + " and cannot go to " + to
                    + ": from there it goes to "
                    + version.stage().next().stream().map(Stage::toString).collect(Collectors.joining(" or "))
                    + (to == Stage.PRODUCTION && version.stage() == Stage.ARCHIVED
                            ? ", or back to Production by \"mvn tracking:rollback\""
                            : ""));
        }
    }

    private static PendingRequest open(Registry registry, ModelVersion version, Stage to) {
        List<PendingRequest> requests = registry.model(version.model()).requests();
        return registry.model(version.model())
                .request(version.number(), to)
                .orElseThrow(() -> new RegistryException("Nobody has asked to put " + version + " into " + to + ": "
                        + (requests.isEmpty()
                                ? "no request is open. Ask with \"mvn tracking:request\""
                                : "open are "
                                        + requests.stream()
                                                .map(request -> version.model() + "/"
                                                        + request.asked().version() + " to "
                                                        + request.asked().to())
                                                .collect(Collectors.joining(", ")))));
    }
}
