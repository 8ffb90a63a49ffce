package io.modeltracking.maven;

import io.modeltracking.registry.Actor;
import io.modeltracking.registry.Candidates;
import io.modeltracking.registry.Registrar;
import io.modeltracking.registry.Registration;
import io.modeltracking.registry.RegistryException;
import io.modeltracking.registry.Stage;
import io.modeltracking.run.RunRecord;
import io.modeltracking.store.FolderBlobs;
import io.modeltracking.store.SharedStoreException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes the accepted winner of each gated experiment a version of its model, where the gates hold. The same bytes are
 * the same version. Bound to a phase it says in one line why it registers nothing, and the build goes on; called on the
 * console it fails.
 *
 * @since 0.1.0
 */
@Mojo(name = "register", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class RegisterMojo extends AbstractGateMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.register.skip", defaultValue = "false")
    private boolean skipRegister;

    /**
     * The branches whose runs become versions, with <code>*</code> for any characters.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.register.branches", defaultValue = "main,master,release/*")
    private List<String> branches;

    /**
     * What only people know of models:
     *
     * <pre>
     * &lt;models&gt;
     *   &lt;model&gt;
     *     &lt;name&gt;motor-frequency&lt;/name&gt;
     *     &lt;purpose&gt;…&lt;/purpose&gt; &lt;owner&gt;…&lt;/owner&gt; &lt;tier&gt;…&lt;/tier&gt; &lt;limits&gt;…&lt;/limits&gt;
     *     &lt;reviewDate&gt;…&lt;/reviewDate&gt; &lt;inForceFrom&gt;…&lt;/inForceFrom&gt; &lt;inForceTo&gt;…&lt;/inForceTo&gt;
     *   &lt;/model&gt;
     * &lt;/models&gt;
     * </pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<ModelParameter> models;

    /**
     * The experiments whose winners become versions, with <code>*</code> for any characters: of those that have a gate.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.register.experiments", defaultValue = "*")
    private List<String> experiments;

    /**
     * Puts each new version into Staging at once: it is the challenger. Into Production only people put it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.register.toStaging", defaultValue = "false")
    private boolean toStaging;

    /**
     * Another accepted run of this build, by the beginning of its id; with a reason.
     *
     * @since 0.1.0
     */
    @Parameter(property = "run")
    private String run;

    /**
     * Why that run.
     *
     * @since 0.1.0
     */
    @Parameter(property = "reason")
    private String reason;

    /**
     * Who acts, as for <code>promote</code>.
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
     * Says what would happen, and changes nothing but the history, which takes new runs.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dryRun", defaultValue = "false")
    private boolean dryRun;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Override
    String goal() {
        return "register";
    }

    @Override
    boolean skipGoal() {
        return skipRegister;
    }

    @Override
    void run() throws MojoExecutionException {
        ModuleReport report = evaluate();
        warn(report.warnings());
        try {
            if (report.standsAside() != null) {
                throw new RegistryException("Nothing is registered. " + report.standsAside());
            }
            Candidates candidates = new Candidates(report.runs(), report.results());
            Registrar registrar = registrar();
            register(candidates, registration(candidates, registrar), registrar);
        } catch (RegistryException e) {
            refused(e);
        } catch (SharedStoreException e) {
            // Why it does not answer was said when it was first asked.
            refused(new RegistryException(
                    link().isUp()
                            ? "Nothing is registered: " + e.getMessage()
                            : "Nothing is registered while " + link().name()
                                    + " cannot be reached: build again when it can"));
        }
    }

    private Registrar registrar() {
        Actor who = Actor.detect(actor, System.getenv(), trackingRoot().base());
        return new Registrar(ledger(), Clock.systemUTC(), new Registrar.Policy(who, reasonMinLength, false, dryRun));
    }

    private Registration registration(Candidates candidates, Registrar registrar) {
        return new Registration(
                trackingRoot(),
                candidates,
                ModelParameter.about(models),
                registrar,
                link().isUp()
                        ? link().need().blobs()
                        : new FolderBlobs(trackingRoot().blobs()),
                branches);
    }

    private void register(Candidates candidates, Registration registration, Registrar registrar) {
        if (run != null) {
            stage(registration.chosen(run, reason), registrar);
            return;
        }
        Map<String, List<RunRecord>> gated = candidates.gated(experiments);
        if (gated.isEmpty()) {
            throw new RegistryException("Nothing is registered: no run of this build belongs to an experiment with a"
                    + " gate. Configure <gates>, or choose a run with -Drun=<id> -Dreason=…");
        }
        gated.forEach((experiment, accepted) -> {
            try {
                stage(registration.winner(experiment, accepted), registrar);
            } catch (RegistryException e) {
                refused(e);
            }
        });
    }

    private void stage(Registrar.Registered version, Registrar registrar) {
        String name = version.model() + "/" + version.version();
        if (!dryRun) {
            RegisteredVersions.add(pluginContext(), name);
        }
        if (toStaging && version.fresh() && !dryRun) {
            registrar.promote(name, Stage.STAGING, "registered by the build whose gates held");
            info(name + " is registered, and in Staging: \"mvn tracking:promote -Dmodel=" + name
                    + " -Dstage=Production -Dreason=…\" puts it into production.");
        } else {
            say(name, version);
        }
    }

    private void say(String name, Registrar.Registered version) {
        info((dryRun ? "Dry run: " : "")
                + (version.fresh()
                        ? name + " is registered. \"mvn tracking:promote -Dmodel=" + name
                                + " -Dstage=Staging -Dreason=…\" makes it the challenger."
                        : name + " has the same bytes already."));
    }

    private void refused(RegistryException refusal) {
        if (run != null || execution.getSource() == MojoExecution.Source.CLI) {
            throw refusal;
        }
        getLog().warn(refusal.getMessage());
    }
}
