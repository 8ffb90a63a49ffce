package io.modeltracking.maven;

import io.modeltracking.dossier.DossierCheck;
import io.modeltracking.registry.RegistryException;
import java.io.File;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks a dossier that somebody handed over, by itself: that its files are those of its manifest, that the events of the
 * ledger have the hash of their content, that provenance, ledger, bill of materials and model tell the same, and who signed.
 * It needs neither a project nor a history.
 *
 * @since 0.1.0
 */
@Mojo(name = "dossier-verify", aggregator = true, requiresProject = false)
public final class DossierVerifyMojo extends AbstractRegistryMojo {

    private static final int MAX_SHOWN = 100;

    /**
     * The dossier: its folder, or the zip of it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dossier")
    private File dossier;

    @Override
    String goal() {
        return "dossier-verify";
    }

    @Override
    void run() throws MojoFailureException {
        if (dossier == null) {
            throw new RegistryException("No dossier is named: give its folder or zip by -Ddossier=");
        }
        DossierCheck.Result result = new DossierCheck(publicKeys()).check(dossier.toPath());
        result.checked().forEach(what -> info("Checked: " + what + "."));
        result.unchecked().forEach(what -> info("Not checked: " + what + "."));
        if (result.findings().isEmpty()) {
            info(dossier.getName() + " is as it was written, so far as that was checked.");
            return;
        }
        StringBuilder message = new StringBuilder(dossier.getName() + " is not as it was written: "
                + result.findings().size() + " finding(s).");
        result.findings().stream()
                .limit(MAX_SHOWN)
                .forEach(finding ->
                        message.append("\n- ").append(finding.toString().replaceAll("\\R", " ")));
        if (result.findings().size() > MAX_SHOWN) {
            message.append("\n… and ")
                    .append(result.findings().size() - MAX_SHOWN)
                    .append(" more of these.");
        }
        message.append("\nAsk who handed it over for the original.");
        throw new MojoFailureException(ConsoleText.wrap(message.toString()));
    }
}
