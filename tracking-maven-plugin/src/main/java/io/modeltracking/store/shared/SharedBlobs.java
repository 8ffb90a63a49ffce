package io.modeltracking.store.shared;

import io.modeltracking.store.Blobs;
import io.modeltracking.store.FolderBlobs;
import io.modeltracking.store.StoreException;
import io.modeltracking.store.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Blobs of a shared store, each kept here too once it was put or asked for. */
final class SharedBlobs implements Blobs {

    private final FolderBlobs here;
    private final ObjectStore objects;
    private final Download download;

    SharedBlobs(FolderBlobs here, ObjectStore objects, Download download) {
        this.here = here;
        this.objects = objects;
        this.download = download;
    }

    @Override
    public String put(Path file) {
        String sha256 = here.put(file);
        objects.put(RunFiles.blobKey(sha256), here.path(sha256), sha256);
        return sha256;
    }

    @Override
    public boolean has(String sha256) {
        return here.has(sha256) || objects.has(RunFiles.blobKey(sha256));
    }

    @Override
    public InputStream open(String sha256) {
        if (!here.has(sha256)) {
            try {
                download.blob(sha256, here.path(sha256));
            } catch (IOException e) {
                throw new StoreException("The blob " + sha256 + " cannot be kept here (" + e + ")", e);
            }
        }
        return here.open(sha256);
    }
}
