package io.modeltracking.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;

/** Relative links from the page to files. */
final class Links {

    private Links() {}

    /** The link, or null when there is none: another drive, or a path out of the folder. */
    static String to(Path directory, Path folder, String name) {
        Path from = directory.toAbsolutePath().normalize();
        Path inside = folder.toAbsolutePath().normalize();
        Path file = resolved(inside, name);
        if (file == null || !file.startsWith(inside) || !Objects.equals(from.getRoot(), file.getRoot())) {
            return null;
        }
        StringBuilder path = new StringBuilder("./");
        String separator = "";
        for (Path part : from.relativize(file)) {
            path.append(separator).append(part);
            separator = "/";
        }
        try {
            return new URI(null, null, path.toString(), null).toASCIIString();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Null for a name that no file of this system can have. */
    private static Path resolved(Path folder, String name) {
        try {
            return folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Whether a link of a note may be followed: the web and mail, nothing that a browser would execute. */
    static boolean isHarmless(String destination) {
        return destination.matches("(?i)(https?://|mailto:)[^\\s\\p{Cntrl}]{1,2000}");
    }
}
