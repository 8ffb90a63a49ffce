package io.modeltracking.validation;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Helps to find what was meant by a name that is not there. */
final class Missing {

    private static final int SHOWN = 5;

    private Missing() {}

    /** The names that begin or end most alike. */
    static String hint(String wanted, Set<String> names) {
        if (names.isEmpty()) {
            return " (no metric was)";
        }
        List<String> nearest = names.stream()
                .sorted(Comparator.<String>comparingInt(name -> -alike(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
        return "; logged were " + String.join(", ", nearest)
                + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
    }

    private static int alike(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int prefix = 0;
        while (prefix < shorter && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        int suffix = 0;
        while (suffix < shorter - prefix && a.charAt(a.length() - 1 - suffix) == b.charAt(b.length() - 1 - suffix)) {
            suffix++;
        }
        return prefix + suffix;
    }
}
