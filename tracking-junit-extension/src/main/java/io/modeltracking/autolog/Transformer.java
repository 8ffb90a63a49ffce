package io.modeltracking.autolog;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;

/** Sees every class that is loaded: it looks at names only, so that a JVM without the libraries never loads Byte Buddy. */
final class Transformer implements ClassFileTransformer {

    @Override
    public byte[] transform(
            ClassLoader loader, String internalName, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
        if (internalName == null || !Weaver.mayAdvise(internalName)) {
            return null;
        }
        String name = internalName.replace('/', '.');
        return Weaver.advises(name) ? Weaver.weave(name, loader, classFile) : null;
    }
}
