package io.modeltracking.registry;

import io.modeltracking.provenance.CiProvider;
import io.modeltracking.provenance.GitIdentity;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who acts.
 *
 * @param email null where the source gives none
 * @param source {@code ci:<service>}, {@code git} or {@code property}; with {@code +signature} where an event of theirs
 *     is signed with their key
 */
public record Actor(String name, String email, String source) {

    private static final String CI = "ci:";
    private static final Pattern GITHUB = Pattern.compile("(?:\\d+\\+)?([^@+]+)@users\\.noreply\\.github\\.com");
    private static final String SIGNED = "+signature";

    /**
     * Who the property names, else whom the CI service's variables name, else whom Git's configuration names.
     *
     * @param property {@code tracking.actor}, or null
     * @throws RegistryException when nothing names anybody
     */
    public static Actor detect(String property, Map<String, String> environment, Path directory) {
        if (property != null && !property.isBlank()) {
            return new Actor(property.trim(), null, "property");
        }
        Optional<CiProvider> ci = CiProvider.detect(environment).filter(provider -> provider.actor() != null);
        if (ci.isPresent()) {
            return new Actor(ci.get().actor(), null, CI + ci.get().name());
        }
        return GitIdentity.at(directory)
                .map(identity -> new Actor(identity.name(), identity.email(), "git"))
                .orElseThrow(() -> new RegistryException(
                        "Nobody is named who acts: set git config user.name, or give" + " -Dtracking.actor=<name>"));
    }

    /** Whether a CI service or a signature says so; anybody can set the others. */
    public boolean vouched() {
        return source.startsWith(CI) || isSigned();
    }

    private boolean isSigned() {
        return source.endsWith(SIGNED);
    }

    /** The source of one whose signature was verified. */
    static String signed(String source) {
        return unsigned(source) + SIGNED;
    }

    /** The source of one whose signature was not: what a file itself says of that counts for nothing. */
    static String unsigned(String source) {
        return source.endsWith(SIGNED) ? source.substring(0, source.length() - SIGNED.length()) : source;
    }

    /** Whether both name one person, as far as names, addresses and the logins in GitHub's addresses tell. */
    boolean is(Actor other) {
        return folded(name).equals(folded(other.name))
                || (email != null && Objects.requireNonNullElse(other.email, "").equalsIgnoreCase(email))
                || folded(name).equals(other.login())
                || folded(other.name).equals(login());
    }

    private static String folded(String name) {
        return name.trim().toLowerCase(Locale.ROOT);
    }

    /** By which a CI service names who commits under GitHub's no-reply address; null for another address. */
    private String login() {
        Matcher address = GITHUB.matcher(Objects.requireNonNullElse(email, "").toLowerCase(Locale.ROOT));
        return address.matches() ? address.group(1) : null;
    }

    /** {@code Ada (git, CLAIMED)}, {@code Ada (git+signature, VOUCHED)}. */
    @Override
    public String toString() {
        String standing = isSigned() ? ", VOUCHED" : ", CLAIMED";
        return name + " (" + source + (source.startsWith(CI) && !isSigned() ? "" : standing) + ")";
    }
}
