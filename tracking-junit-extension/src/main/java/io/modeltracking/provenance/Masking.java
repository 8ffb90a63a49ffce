package io.modeltracking.provenance;

import java.util.Locale;
import java.util.regex.Pattern;

/** Takes credentials out of what is recorded. When in doubt, it takes out too much. */
public final class Masking {

    /** What stands where something was taken out. */
    public static final String MASK = "***";

    private static final Pattern SCHEME =
            Pattern.compile("(?i)^((?:jdbc:)?[a-z][a-z0-9+.:-]*://)(.*)$", Pattern.DOTALL);
    private static final Pattern ORACLE = Pattern.compile("(?i)^(jdbc:oracle:[a-z]+:)[^@]*/[^@]*@");
    private static final Pattern PLAIN_HOST = Pattern.compile("\\[[0-9a-fA-F:.%]*](:\\d*)?|[^:\\[\\]]*(:\\d*)?");
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "(?i)((?:^|[?&;,\\s])[^?&;=,\\s]*(?:password|passwd|pwd|secret|token|key|auth|credential|signature|sig|user)"
                    + "[^?&;=,\\s]*=)[^&;,\\s#]*");
    private static final Pattern SECRET_NAME =
            Pattern.compile("password|passwd|passphrase|pwd|secret|token|key|credential|auth|signature|cookie|salt");
    private static final Pattern SECRET_VALUE = Pattern.compile(
            "gh[a-z]_\\w{16,}|github_pat_\\w+|glpat-[\\w-]+|(?:AKIA|ASIA)[A-Z0-9]{12,}|xox[a-z]-[\\w-]+|"
                    + "\\beyJ[\\w-]{8,}\\.[\\w.-]+|\\bsk-[\\w-]{16,}|-----BEGIN|(?i:bearer|basic)\\s+[\\w+/=.-]{8,}");

    private Masking() {}

    /**
     * A URL or JDBC URL, or a remote as Git writes it, without user, password, token and secret options.
     *
     * @return null for null
     */
    public static String url(String url) {
        if (url == null) {
            return null;
        }
        String text = ORACLE.matcher(url).replaceFirst("$1" + MASK + "@");
        var match = SCHEME.matcher(text);
        if (match.matches()) {
            text = match.group(1) + withoutUser(match.group(1), match.group(2));
        }
        return ASSIGNMENT.matcher(text).replaceAll("$1" + MASK);
    }

    private static String withoutUser(String scheme, String rest) {
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        int at = authority.lastIndexOf('@');
        if (at < 0 && !PLAIN_HOST.matcher(authority).matches()) {
            // A password with a bare slash in it: what looks like the host is its first half.
            at = rest.lastIndexOf('@');
        }
        if (at < 0) {
            return rest;
        }
        String user = rest.substring(0, at);
        boolean login = scheme.toLowerCase(Locale.ROOT).endsWith("ssh://") && user.indexOf(':') < 0;
        return (login ? user : MASK) + rest.substring(at);
    }

    /** Whether a value must not be recorded under its name: the name says secret, or the value has a token's form. */
    public static boolean isSecret(String name, String value) {
        return SECRET_NAME.matcher(name.toLowerCase(Locale.ROOT)).find()
                || (value != null && SECRET_VALUE.matcher(value).find());
    }

    /** Whether a file is by its name one that holds credentials: {@code .env}, private keys, key stores. */
    static boolean isSecretFile(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.equals(".env")
                || (name.startsWith(".env.") && !name.endsWith(".example") && !name.endsWith(".sample"))
                || name.matches("id_(rsa|dsa|ecdsa|ed25519)|\\.netrc|_netrc|\\.pgpass|\\.git-credentials|\\.htpasswd"
                        + "|credentials(\\.\\w+)?|settings-security\\.xml|.*\\.(pem|key|p12|pfx|jks|keystore|ppk)");
    }
}
