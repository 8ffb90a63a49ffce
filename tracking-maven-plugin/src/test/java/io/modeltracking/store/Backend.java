package io.modeltracking.store;

import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.objects.FolderObjects;
import io.modeltracking.store.objects.ObjectStore;
import java.util.HashMap;
import java.util.Map;

/** Where a history can be kept: what holds of one holds of the other. */
public enum Backend {
    SQLITE_AND_FOLDER {
        @Override
        HistoryStore index(TrackingRoot root) {
            return History.open(root, "1", false).store();
        }

        @Override
        ObjectStore objects(TrackingRoot root) {
            return new FolderObjects(root.directory().resolve("objects"));
        }
    },
    POSTGRESQL_AND_S3 {
        @Override
        HistoryStore index(TrackingRoot root) {
            String url = SCHEMAS.computeIfAbsent(root, fresh -> Servers.freshSchema());
            // Its few connections end with the test JVM.
            return PostgresDatabase.open(url, Servers.owner(), "1").index(root.facts());
        }

        @Override
        ObjectStore objects(TrackingRoot root) {
            return Servers.fresh().objects().get();
        }
    };

    private static final Map<TrackingRoot, String> SCHEMAS = new HashMap<>();

    /** The index of a folder; again for the same folder, the same index. */
    abstract HistoryStore index(TrackingRoot root);

    /** An empty store of files. */
    abstract ObjectStore objects(TrackingRoot root);
}
