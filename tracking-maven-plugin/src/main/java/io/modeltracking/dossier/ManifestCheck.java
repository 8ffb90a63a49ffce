package io.modeltracking.dossier;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the files are those that the manifest lists, no more and no less, with their hashes. */
final class ManifestCheck {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    private final Set<String> names;
    private final LimitedReader reader;
    private final CheckLog log;

    ManifestCheck(Set<String> names, LimitedReader reader, CheckLog log) {
        this.names = names;
        this.reader = reader;
        this.log = log;
    }

    /** @return SHA-256 of the files that are there, as they are, by path */
    Map<String, String> check() {
        Map<String, String> listed = reader.document(Manifest.FILE)
                .map(bytes -> parse(new String(bytes, StandardCharsets.UTF_8)))
                .orElse(Map.of());
        Map<String, String> actual = new LinkedHashMap<>();
        int held = 0;
        for (String name : names) {
            if (name.equals(Manifest.FILE) || reader.isExhausted()) {
                continue;
            }
            reader.sha256(name).ifPresent(hash -> actual.put(name, hash));
            if (!listed.containsKey(name)) {
                log.finding(name, "unlisted", "the manifest does not list it: it was added");
            } else if (listed.get(name).equals(actual.get(name))) {
                held++;
            } else if (actual.containsKey(name)) {
                log.finding(
                        name,
                        "hash",
                        "it was changed: it has sha256:" + actual.get(name) + ", and the manifest says sha256:"
                                + listed.get(name));
            }
        }
        listed.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> log.finding(name, "missing", "the manifest lists it, and it is not there"));
        log.checked(held + " of " + listed.size() + " file(s) that the manifest lists are there as it says");
        return actual;
    }

    private Map<String, String> parse(String manifest) {
        Map<String, String> listed = new LinkedHashMap<>();
        int number = 0;
        for (String line : manifest.lines().toList()) {
            number++;
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                log.finding(Manifest.FILE, "line", "line " + number + " is none of sha256sum");
            } else if (!SafePath.isSafe(matcher.group(2))) {
                log.finding(
                        Manifest.FILE,
                        "path",
                        "line " + number + " names a file outside of the dossier: " + matcher.group(2));
            } else if (listed.putIfAbsent(matcher.group(2), matcher.group(1)) != null) {
                log.finding(Manifest.FILE, "duplicate", "line " + number + " lists " + matcher.group(2) + " again");
            }
        }
        return listed;
    }
}
