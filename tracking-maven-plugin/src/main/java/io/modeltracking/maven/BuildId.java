package io.modeltracking.maven;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.SessionData;

/** One id a Maven session, the same for all modules, in whatever order and thread they ask. */
final class BuildId {

    private static final String KEY = "io.modeltracking.buildId";

    private BuildId() {}

    static String of(RepositorySystemSession session) {
        SessionData data = session.getData();
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        data.set(KEY, null, HexFormat.of().formatHex(random));
        return (String) data.get(KEY);
    }
}
