package io.modeltracking.serve;

import io.modeltracking.run.JournalException;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunEvent.Artifact;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunSource;
import io.modeltracking.store.Sha256;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of runs, by the names that their journals list. Whoever made them may not run anything in this origin. */
final class ArtifactFiles {

    private static final Pattern ADDRESS = Pattern.compile("/runs/([0-9a-f]{32})/artifacts/([^?#]{1,1500})");
    private static final Map<String, String> PICTURES = Map.of(
            "png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg", "gif", "image/gif", "webp", "image/webp");
    /** Shown as they are written, whatever language they are in. */
    private static final Set<String> TEXTS = Set.of(
            "txt",
            "csv",
            "tsv",
            "json",
            "jsonl",
            "md",
            "log",
            "yaml",
            "yml",
            "xml",
            "html",
            "htm",
            "svg",
            "properties",
            "toml",
            "sql",
            "py",
            "java",
            "r");

    private final TrackingRoot root;
    private final RunSource source;

    ArtifactFiles(TrackingRoot root, RunSource source) {
        this.root = root;
        this.source = source;
    }

    static boolean isOne(String path) {
        return path.startsWith("/runs/");
    }

    /** @throws Refusal for whatever is not a listed file in the run's own folder, as it was recorded */
    Answer answer(String rawPath, boolean download) {
        Matcher address = ADDRESS.matcher(rawPath);
        if (!address.matches()) {
            throw missing();
        }
        String name = decoded(address.group(2));
        Path folder = root.run(address.group(1)).resolve("artifacts");
        if (!Files.isDirectory(root.run(address.group(1)), LinkOption.NOFOLLOW_LINKS)) {
            source.need(List.of(address.group(1)));
        }
        Artifact artifact = listed(address.group(1), name).orElseThrow(ArtifactFiles::missing);
        if (!isThere(folder, name)) {
            source.needWhole(List.of(address.group(1)));
        }
        Path file = contained(folder, name);
        if (!isAsRecorded(artifact, file)) {
            throw new Refusal(
                    409,
                    "This file is not what the run has recorded: restore it from a backup. \"mvn tracking:verify-ledger\""
                            + " says what else was changed");
        }
        return new Answer.File(200, headers(name, download), file);
    }

    private static boolean isThere(Path folder, String name) {
        try {
            return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException e) {
            throw missing();
        }
    }

    private Optional<Artifact> listed(String id, String name) {
        try {
            return Files.isDirectory(root.run(id), LinkOption.NOFOLLOW_LINKS)
                    ? new JournalReader(root)
                            .readWithoutMetrics(root.run(id)).artifacts().stream()
                                    .filter(artifact -> artifact.name().equals(name))
                                    .reduce((earlier, later) -> later)
                    : Optional.empty();
        } catch (JournalException e) {
            return Optional.empty();
        }
    }

    private static boolean isAsRecorded(Artifact artifact, Path file) {
        try {
            return Sha256.of(file).equals(artifact.sha256());
        } catch (IOException e) {
            throw missing();
        }
    }

    /** A name in a journal may still lead elsewhere: by its dots, or by a link in the folder. */
    private static Path contained(Path folder, String name) {
        try {
            Path file = folder.resolve(name);
            Path inside = folder.toRealPath();
            boolean direct = file.toRealPath().equals(inside.resolve(name).normalize())
                    && file.toRealPath().startsWith(inside)
                    && !Files.isSymbolicLink(folder);
            if (!direct || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw missing();
            }
            return file.toRealPath();
        } catch (IOException | InvalidPathException e) {
            throw missing();
        }
    }

    private static Map<String, String> headers(String name, boolean download) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String picture = PICTURES.get(ending);
        String type = picture != null
                ? picture
                : TEXTS.contains(ending) ? "text/plain; charset=utf-8" : "application/octet-stream";
        boolean saved = download || picture == null && !TEXTS.contains(ending);
        String file = name.substring(name.lastIndexOf('/') + 1);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", type);
        headers.put(
                "Content-Disposition",
                (saved ? "attachment" : "inline") + "; filename*=UTF-8''"
                        + URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20"));
        headers.put("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
        headers.put("Cache-Control", "no-store");
        return headers;
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw missing();
        }
    }

    private static Refusal missing() {
        return new Refusal(404, "No run here has such a file");
    }
}
