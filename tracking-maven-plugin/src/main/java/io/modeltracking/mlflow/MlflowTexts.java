package io.modeltracking.mlflow;

import io.modeltracking.store.Sha256;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names and values as MLflow takes them; what had to be changed is kept to be told. */
final class MlflowTexts {

    static final int MAX_KEY = 250;
    static final int MAX_PARAM = 6000;

    /** Of the servers from 2.0 on the lowest limit. */
    static final int MAX_TAG = 5000;

    private final Map<String, String> changed = new LinkedHashMap<>();

    /** A param's, metric's or tag's name. One that MLflow refuses gets a piece of its hash, so that no two become one. */
    String key(String name) {
        String plain = name.replaceAll("[^/\\p{L}\\p{N}_.\\- ]", "_");
        if (plain.equals(name) && name.length() <= MAX_KEY) {
            return name;
        }
        String end = "_" + Sha256.of(name).substring(0, 6);
        String key = plain.substring(0, Math.min(plain.length(), MAX_KEY - end.length())) + end;
        changed.put("name " + key, name);
        return key;
    }

    String param(String name, String value) {
        return value("param", name, value, MAX_PARAM);
    }

    String tag(String name, String value) {
        return value("tag", name, value, MAX_TAG);
    }

    private String value(String kind, String name, String value, int most) {
        if (value.length() <= most) {
            return value;
        }
        changed.put(kind + " " + name, value);
        int end = Character.isHighSurrogate(value.charAt(most - 1)) ? most - 1 : most;
        return value.substring(0, end);
    }

    /** The full text of each name and value that was changed. */
    Map<String, String> changed() {
        return changed;
    }
}
