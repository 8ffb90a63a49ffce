package io.modeltracking.dossier;

import java.util.Set;

/** Whether a path out of a zip or a manifest stays in the folder that it is unpacked to, on any system. */
final class SafePath {

    private static final int MAX_LENGTH = 1_000;
    private static final String FORBIDDEN = "\\:*?\"<>|";
    private static final Set<String> OUT = Set.of("", ".", "..");

    private SafePath() {}

    static boolean isSafe(String path) {
        if (path.length() > MAX_LENGTH
                || path.chars().anyMatch(c -> Character.isISOControl(c) || FORBIDDEN.indexOf(c) >= 0)) {
            return false;
        }
        for (String part : path.split("/", -1)) {
            if (OUT.contains(part)) {
                return false;
            }
        }
        return true;
    }
}
