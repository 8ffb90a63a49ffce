package io.modeltracking.mlflow;

import io.modeltracking.run.Names;
import io.modeltracking.store.Sha256;
import java.util.SortedMap;
import java.util.TreeMap;

/** Names as runs here may have them. One that had to be changed gets a piece of its hash, and is told. */
final class ImportedNames {

    private final SortedMap<String, String> changed = new TreeMap<>();

    String of(String name) {
        if (Names.valid(name)) {
            return name;
        }
        String end = "_" + Sha256.of(name).substring(0, 6);
        String plain = name.replaceAll("[^\\p{L}\\p{N}_.\\- /]", "_").replaceAll("/+|(^|/)\\.{1,2}(?=/|$)", "_");
        String cut = plain.substring(0, Math.min(plain.length(), Names.MAX_LENGTH - end.length()));
        String mapped = cut.strip() + end;
        String safe = Names.valid(mapped) ? mapped : "name" + end;
        changed.put(name, safe);
        return safe;
    }

    /** What each changed name became. */
    SortedMap<String, String> changed() {
        return changed;
    }
}
