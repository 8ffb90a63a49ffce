package io.modeltracking.maven;

import io.modeltracking.registry.Actor;
import io.modeltracking.registry.ModelEvent;
import io.modeltracking.registry.ProjectGit;
import io.modeltracking.registry.Registrar;
import io.modeltracking.registry.RegistryJson;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that change a model share: who, and why. */
abstract class AbstractChangeMojo extends AbstractRegistryMojo {

    /**
     * Why. It is kept for good.
     *
     * @since 0.1.0
     */
    @Parameter(property = "reason")
    private String reason;

    /**
     * Who acts. By default whom the CI service's variables name, else Git's <code>user.name</code>. What no CI service
     * and no signature says is shown as CLAIMED.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.actor")
    private String actor;

    /**
     * How many characters a reason has at least.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.reason.minLength", defaultValue = "10")
    private int reasonMinLength;

    /**
     * Whether a promotion needs a request that somebody else approved: neither who asked, nor who made the run or one of
     * its commits (the run's own, and those since the version in Production).
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.requireSecondPerson", defaultValue = "false")
    private boolean requireSecondPerson;

    /**
     * Whether a change of stage is anchored by an annotated, unsigned Git tag that holds the ledger's last hash:
     * <code>model/motor-frequency/v3/production-1</code>. It stands on the version's commit.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.anchor", defaultValue = "false")
    private boolean anchor;

    /**
     * Says what would happen, and changes nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dryRun", defaultValue = "false")
    private boolean dryRun;

    private final List<String> news = new ArrayList<>();

    final String reason() {
        return reason;
    }

    final boolean dryRun() {
        return dryRun;
    }

    final Registrar registrar() {
        Actor who = Actor.detect(actor, System.getenv(), trackingRoot().base());
        return new Registrar(
                ledger(dryRun),
                clock(),
                new Registrar.Policy(who, reasonMinLength, requireSecondPerson, dryRun),
                new ProjectGit(trackingRoot().base(), anchor, news::add, this::warn));
    }

    abstract ModelEvent change(Registrar registrar);

    @Override
    void run() {
        ModelEvent event = change(registrar());
        if (json()) {
            print(RegistryJson.of(event));
        } else {
            info((dryRun ? "Dry run: " : "") + RegistryText.sentence(event));
            news.forEach(this::info);
        }
    }
}
