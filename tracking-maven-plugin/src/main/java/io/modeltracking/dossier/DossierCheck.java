package io.modeltracking.dossier;

import io.modeltracking.registry.ExtractCheck;
import io.modeltracking.registry.LedgerEvent;
import io.modeltracking.registry.PublicKeys;
import io.modeltracking.registry.RegistryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Looks for everything in a dossier that is not as it was written, by the dossier alone. */
public final class DossierCheck {

    private final PublicKeys keys;
    private final LimitedReader.Limits limits;

    /** @param keys of those whose signatures count */
    public DossierCheck(PublicKeys keys) {
        this(keys, LimitedReader.Limits.DEFAULT);
    }

    DossierCheck(PublicKeys keys, LimitedReader.Limits limits) {
        this.keys = keys;
        this.limits = limits;
    }

    /**
     * Something that is not as it should be.
     *
     * @param file path in the dossier
     * @param rule that it breaks, one word
     */
    public record Finding(String file, String rule, String what) {

        /** {@code model/model.ubj [hash]: it was changed …} */
        @Override
        public String toString() {
            return file + " [" + rule + "]: " + what;
        }
    }

    /**
     * What a check came to.
     *
     * @param checked what was looked at, one line each
     * @param unchecked what nobody can tell from the dossier, or was not given the means to
     * @param findings empty when all is as it was written
     */
    public record Result(List<String> checked, List<String> unchecked, List<Finding> findings) {

        public Result {
            checked = List.copyOf(checked);
            unchecked = List.copyOf(unchecked);
            findings = List.copyOf(findings);
        }
    }

    /**
     * Checks it.
     *
     * @param dossier its folder, or the zip of it
     * @throws RegistryException when it is neither
     */
    public Result check(Path dossier) {
        CheckLog log = new CheckLog();
        try (ReceivedFiles files = open(dossier, log)) {
            LimitedReader reader = new LimitedReader(files, limits, log);
            Map<String, String> hashes = new ManifestCheck(files.names(), reader, log).check();
            List<LedgerEvent> events = ledger(reader, log);
            new ProvenanceCheck(reader, keys, log).check(hashes, events);
            log.unchecked("whether the events are those of the real ledger, and all of them: compare their hashes with"
                    + " the ledger, its mirror in Git or an anchor");
            return log.result();
        } catch (IOException e) {
            throw new RegistryException("Cannot read the dossier " + dossier + " (" + e.getMessage()
                    + "): give the folder or the zip that \"mvn tracking:dossier\" wrote by -Ddossier=");
        }
    }

    private ReceivedFiles open(Path dossier, CheckLog log) throws IOException {
        if (Files.isDirectory(dossier)) {
            return new ReceivedFolder(dossier, limits.files(), log);
        }
        return new ReceivedZip(dossier, limits.files(), log);
    }

    private List<LedgerEvent> ledger(LimitedReader reader, CheckLog log) {
        return reader.document(LedgerExtract.FILE)
                .map(bytes -> {
                    List<String> lines =
                            new String(bytes, StandardCharsets.UTF_8).lines().toList();
                    ExtractCheck.Result result = ExtractCheck.of(lines, keys);
                    result.findings().forEach(finding -> log.finding(LedgerExtract.FILE, "event", finding));
                    log.checked(result.events().size() + " of " + lines.size()
                            + " event(s) of the ledger have the hash of their content; the chain between them, with "
                            + result.gaps() + " gap(s)"
                            + (result.signatures().isEmpty() ? "" : "; " + result.signatures()));
                    return result.events();
                })
                .orElse(List.of());
    }
}
