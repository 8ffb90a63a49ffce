package io.modeltracking.dossier;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a Git repository as a URI. */
final class SourceUri {

    private static final Set<String> SCHEMES = Set.of("http", "https", "ssh", "git");
    private static final Pattern SCP = Pattern.compile("([\\w.-]+@[\\w.-]+):([\\w.~/-]+)");

    private SourceUri() {}

    /** @return empty for none, and for a path or any text that is no address */
    static Optional<String> of(String remote) {
        if (remote == null) {
            return Optional.empty();
        }
        Matcher scp = SCP.matcher(remote);
        try {
            URI uri = new URI(scp.matches() ? "ssh://" + scp.group(1) + "/" + scp.group(2) : remote);
            return uri.getScheme() != null && uri.getHost() != null && SCHEMES.contains(uri.getScheme())
                    ? Optional.of(uri.toASCIIString())
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
