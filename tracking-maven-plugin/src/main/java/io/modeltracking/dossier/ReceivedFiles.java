package io.modeltracking.dossier;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** The files of a dossier that somebody handed over. Whoever that was, no path of theirs leaves the dossier. */
sealed interface ReceivedFiles extends Closeable permits ReceivedFolder, ReceivedZip {

    /** Paths from the dossier's folder, with '/'; what is no safe path, a link or there twice is a finding instead. */
    Set<String> names();

    /** @param name one of {@link #names} */
    InputStream open(String name) throws IOException;
}
