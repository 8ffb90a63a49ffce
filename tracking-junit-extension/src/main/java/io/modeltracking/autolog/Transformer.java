package io.modeltracking.autolog;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;

/**
 * Sees every class that is loaded: it looks at names first, and at bytes of the user's own classes, so that a JVM without
 * the libraries, whose user draws no numbers, never loads Byte Buddy.
 *
 * <p>It sees the classes of this package too, in the midst of their loading: until a name is one of the libraries', it
 * must use no class but its own.
 */
final class Transformer implements ClassFileTransformer {

    @Override
    public byte[] transform(
            ClassLoader loader, String internalName, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
        if (internalName == null || domain == null || internalName.startsWith("io/modeltracking/autolog/")) {
            return null;
        }
        if (!mayAdvise(internalName)) {
            return UserCode.holds(domain) && UnseededCall.mayBeIn(classFile)
                    ? Weaver.weaveUsers(loader, classFile)
                    : null;
        }
        String name = internalName.replace('/', '.');
        return Weaver.advises(name) ? Weaver.weave(name, loader, classFile) : null;
    }

    private static boolean mayAdvise(String internalName) {
        return internalName.startsWith("ml/dmlc/xgboost4j/") || internalName.startsWith("tech/tablesaw/io/");
    }
}
