package io.modeltracking.autolog;

import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;

/** What the user is compiling: classes that come from a folder, as Maven's and an IDE's do, and not from a jar. */
final class UserCode {

    private static final URL OWN = location(UserCode.class.getProtectionDomain());

    private UserCode() {}

    static boolean holds(ProtectionDomain domain) {
        URL location = location(domain);
        return location != null
                && "file".equals(location.getProtocol())
                && location.getPath().endsWith("/")
                && (OWN == null || !location.getPath().equals(OWN.getPath()));
    }

    private static URL location(ProtectionDomain domain) {
        CodeSource source = domain == null ? null : domain.getCodeSource();
        return source == null ? null : source.getLocation();
    }
}
