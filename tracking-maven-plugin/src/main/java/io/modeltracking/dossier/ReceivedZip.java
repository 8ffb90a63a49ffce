package io.modeltracking.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A dossier in a zip, at its top or in one folder there. Nothing is unpacked. */
final class ReceivedZip implements ReceivedFiles {

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;

    ReceivedZip(Path file, int maxFiles, CheckLog log) throws IOException {
        zip = new ZipFile(file.toFile());
        Map<String, ZipEntry> all = new TreeMap<>();
        Enumeration<? extends ZipEntry> listed = zip.entries();
        while (listed.hasMoreElements()) {
            ZipEntry entry = listed.nextElement();
            if (all.size() == maxFiles) {
                log.finding(
                        entry.getName(),
                        "size",
                        "the dossier has more than " + maxFiles + " files; the rest is not checked");
                break;
            }
            take(entry, all, log);
        }
        String top = top(all.keySet());
        entries = new TreeMap<>();
        all.forEach((name, entry) -> {
            if (name.startsWith(top)) {
                entries.put(name.substring(top.length()), entry);
            } else {
                log.finding(name, "unlisted", "it stands in the zip beside the dossier " + top);
            }
        });
    }

    private static void take(ZipEntry entry, Map<String, ZipEntry> all, CheckLog log) {
        String name = entry.getName();
        boolean folder = name.endsWith("/");
        if (!SafePath.isSafe(folder ? name.substring(0, name.length() - 1) : name)) {
            log.finding(
                    name,
                    "path",
                    "unpacked it would lie outside of the dossier, or has a name that not every system allows");
        } else if (!folder && all.put(name, entry) != null) {
            log.finding(name, "duplicate", "it is in the zip twice: which one is unpacked depends on the tool");
        }
    }

    /** The folder that the manifest stands in, with '/'; empty at the top, and where there is none or more than one. */
    private static String top(Set<String> names) {
        if (names.contains(Manifest.FILE)) {
            return "";
        }
        List<String> manifests = names.stream()
                .filter(name -> name.endsWith("/" + Manifest.FILE))
                .filter(name -> name.indexOf('/') == name.lastIndexOf('/'))
                .toList();
        return manifests.size() == 1
                ? manifests.get(0).substring(0, manifests.get(0).indexOf('/') + 1)
                : "";
    }

    @Override
    public Set<String> names() {
        return entries.keySet();
    }

    @Override
    public InputStream open(String name) throws IOException {
        return zip.getInputStream(entries.get(name));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
