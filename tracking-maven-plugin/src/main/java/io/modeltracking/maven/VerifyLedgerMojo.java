package io.modeltracking.maven;

import com.fasterxml.jackson.databind.JsonNode;
import io.modeltracking.registry.LedgerCheck;
import io.modeltracking.registry.ProjectGit;
import io.modeltracking.run.RunJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Checks that no event of the ledger was edited, removed, inserted, moved or cut off since it was written, and that the
 * journals, artifacts and models that it names are there and unchanged. Cut off or written anew is found by the
 * mirror and the anchors in Git, and by the last event that the reports under <code>target</code> name.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify-ledger", aggregator = true)
public final class VerifyLedgerMojo extends AbstractRegistryMojo {

    private static final int MAX_SHOWN = 50;

    /**
     * A hash that was once the ledger's last, as an older report or a pull request names it: <code>sha256:…</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "head")
    private String head;

    @Override
    String goal() {
        return "verify-ledger";
    }

    @Override
    void run() throws MojoFailureException {
        Map<String, String> heads = heads();
        Map<String, String> tags = tags();
        LedgerCheck.Result result = new LedgerCheck(trackingRoot(), ledger(), publicKeys()).check(heads, tags);
        String what = result.events() + " event(s), " + result.files() + " file(s); compared with " + heads.size()
                + " report(s), " + (tags == null ? 0 : tags.size()) + " tag(s), " + result.mirror()
                + (result.signatures().isEmpty() ? "" : "; " + result.signatures());
        if (result.findings().isEmpty()) {
            info("The ledger is as it was written: " + what + ".");
            return;
        }
        StringBuilder message = new StringBuilder(
                "The ledger is not as it was written: " + result.findings().size() + " finding(s) in " + what + ".");
        result.findings().stream()
                .limit(MAX_SHOWN)
                .forEach(finding -> message.append("\n- ").append(finding));
        message.append("\nRestore .tracking from a backup, and ask who changed it.");
        if (result.mirror().startsWith("refs/")) {
            message.append(" The mirrored ledger is printed by \"git log --reverse --format=%b <ref>\".");
        }
        throw new MojoFailureException(ConsoleText.wrap(message.toString()));
    }

    private Map<String, String> tags() {
        try {
            return ProjectGit.anchors(trackingRoot().base()).orElse(null);
        } catch (IOException | RuntimeException e) {
            warn("Cannot read the Git tags (" + e.getMessage() + "): what they say of the ledger is not compared");
            return null;
        }
    }

    private Map<String, String> heads() {
        Map<String, String> heads = new TreeMap<>();
        if (head != null) {
            heads.put("what -Dhead comes from", head.trim());
        }
        for (MavenProject module : session().getProjects()) {
            Path report = Path.of(module.getBuild().getDirectory(), "tracking", "report", "report.json");
            if (Files.isRegularFile(report)) {
                read(report, heads);
            }
        }
        return heads;
    }

    private void read(Path report, Map<String, String> heads) {
        try {
            JsonNode last = RunJson.mapper().readTree(report.toFile()).at("/build/ledgerHead");
            if (last.isTextual()) {
                heads.put(report.toString(), last.asText());
            }
        } catch (IOException e) {
            warn("Cannot read " + report + " (" + e.getMessage() + "): what it says of the ledger is not compared");
        }
    }
}
