package io.modeltracking.maven;

import io.modeltracking.registry.Ledger;
import io.modeltracking.registry.PublicKeys;
import io.modeltracking.registry.Registry;
import io.modeltracking.registry.RegistryException;
import java.io.File;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that ask about models or change them share. They run once a build, not once a module. */
abstract class AbstractRegistryMojo extends AbstractTrackingMojo {

    /**
     * What is written: <code>table</code>, or <code>json</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "format", defaultValue = "table")
    private String format;

    /**
     * A folder with the public Ed25519 keys of people and CI services, each as <code>&lt;name or address&gt;.pem</code>:
     * who signed with theirs is shown as VOUCHED.
     *
     * @since 0.1.0
     */
    @Parameter(property = "tracking.signing.publicKeys")
    private File publicKeys;

    @Override
    boolean skipGoal() {
        return false;
    }

    /** What {@code -Dformat=} may be. */
    List<String> formats() {
        return List.of("table", "json");
    }

    @Override
    final void checkInput() {
        if (!formats().contains(format())) {
            throw new RegistryException(
                    "-Dformat=" + format + " is not known to " + goal() + ": use " + String.join(" or ", formats()));
        }
    }

    final String format() {
        return format.toLowerCase(Locale.ROOT);
    }

    final boolean json() {
        return "json".equals(format());
    }

    final Clock clock() {
        return Clock.systemUTC();
    }

    final PublicKeys publicKeys() {
        return publicKeys == null ? PublicKeys.NONE : PublicKeys.of(publicKeys.toPath());
    }

    final Registry registry() {
        return Registry.of(ledger().events(), publicKeys());
    }

    /** @return the ledger in a folder that there is, unless nothing is to be written */
    final Ledger ledger(boolean dryRun) {
        if (!dryRun) {
            createRoot();
        }
        return ledger();
    }

    /** As it is: for machines, or already as wide as a console. */
    final void print(String text) {
        text.lines().forEach(getLog()::info);
    }
}
