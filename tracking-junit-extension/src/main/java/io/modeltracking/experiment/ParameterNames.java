package io.modeltracking.experiment;

import java.util.Locale;
import java.util.regex.Pattern;

/** Java names as params are recorded, and back: {@code maxDepth} is {@code max_depth}. */
final class ParameterNames {

    /** Before a capital behind a small letter or digit, and before the last capital of several. */
    private static final Pattern BORDER =
            Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private static final Pattern JOINT = Pattern.compile("_(\\p{Ll})");

    private ParameterNames() {}

    static String snakeCase(String javaName) {
        return BORDER.matcher(javaName).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    static String camelCase(String recordedName) {
        return JOINT.matcher(recordedName).replaceAll(joint -> joint.group(1).toUpperCase(Locale.ROOT));
    }
}
