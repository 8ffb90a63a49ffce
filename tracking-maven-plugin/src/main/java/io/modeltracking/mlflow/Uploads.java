package io.modeltracking.mlflow;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Files in a folder of the server's store, sent unless they are there already. */
final class Uploads {

    private static final String SCHEME = "mlflow-artifacts:";

    private final MlflowApi api;
    private final String root;
    private final Map<String, Long> there = new HashMap<>();

    /** @param uri of the folder, as the server named it */
    Uploads(MlflowApi api, String uri) {
        this.api = api;
        this.root = root(uri);
    }

    /** Null where the server does not take files itself. */
    static String root(String uri) {
        return uri.startsWith(SCHEME) ? uri.substring(SCHEME.length()).replaceFirst("^/+([^/]+:\\d+/)?", "") : null;
    }

    /** Whether the server takes files for clients: else they would need the credentials of its store. */
    boolean possible() {
        return root != null;
    }

    void look() {
        api.storedFiles(root, "", file -> there.put(file.path(), file.size()));
    }

    void put(String path, Path file, long size) {
        if (!Long.valueOf(size).equals(there.get(name(path)))) {
            api.http().put(address(path), file);
        }
    }

    void put(String path, byte[] content) {
        api.http().put(address(path), content);
    }

    private String address(String path) {
        return MlflowApi.FILES + "/" + MlflowHttp.path(root + "/" + name(path));
    }

    /** MLflow takes no path with these. */
    static String name(String path) {
        return path.replaceAll("[#%]", "_");
    }
}
