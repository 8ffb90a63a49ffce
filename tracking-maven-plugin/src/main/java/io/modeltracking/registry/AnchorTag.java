package io.modeltracking.registry;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Git tag that keeps the hash of an event: {@code model/motor-frequency/v3/production-1} when the version went to
 * Production for the first time. Of a model's name all but letters, digits and {@code -_.+} is percent-encoded.
 */
record AnchorTag(String model, int version, Stage stage, int count) {

    /** What the names of all begin with. */
    static final String PREFIX = "model/";

    private static final Pattern HEAD = Pattern.compile("(?m)^Ledger-Head: (sha256:[0-9a-f]{64})$");
    private static final Pattern DOTS = Pattern.compile("^\\.|\\.\\.|\\.$|\\.lock$");

    String name() {
        return PREFIX + encoded(model) + "/v" + version + "/" + stage.toString().toLowerCase(Locale.ROOT) + "-" + count;
    }

    private static String encoded(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(c -> {
            String one = Character.toString(c);
            if (Character.isLetterOrDigit(c) || "-_.+".contains(one)) {
                text.append(one);
            } else {
                for (byte b : one.getBytes(StandardCharsets.UTF_8)) {
                    text.append(String.format(Locale.ROOT, "%%%02X", b));
                }
            }
        });
        return DOTS.matcher(text).find() ? text.toString().replace(".", "%2E") : text.toString();
    }

    String message(LedgerEvent event) {
        return model + "/" + version + " went to " + stage + "\n\nLedger-Event: " + event.seq() + "\nLedger-Head: "
                + event.hash() + "\n";
    }

    /** The hash that a tag's message names. */
    static Optional<String> head(String message) {
        Matcher matcher = HEAD.matcher(message);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
