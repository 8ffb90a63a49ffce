package io.modeltracking.dossier;

import io.modeltracking.registry.EventSigner;
import io.modeltracking.registry.PublicKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;

/** The keys of RFC 8032, section 7.1, tests 1 and 2, as files. */
public final class Keys {

    static final String ADAS_PRIVATE = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    public static final String ADAS_PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    static final String EVES_PUBLIC = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
    static final String X509 = "302a300506032b6570032100";

    private Keys() {}

    public static EventSigner ada(Path folder) throws IOException {
        return EventSigner.of(
                pem(folder.resolve("ada-key.pem"), "PRIVATE KEY", "302e020100300506032b657004220420" + ADAS_PRIVATE));
    }

    public static PublicKeys publicKey(Path folder, String name, String hex) throws IOException {
        pem(folder.resolve(name + ".pem"), "PUBLIC KEY", X509 + hex);
        return PublicKeys.of(folder);
    }

    private static Path pem(Path file, String label, String hex) throws IOException {
        Files.createDirectories(file.getParent());
        String text = Base64.getMimeEncoder().encodeToString(HexFormat.of().parseHex(hex));
        return Files.writeString(file, "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
    }
}
