package io.modeltracking.autolog;

import java.nio.charset.StandardCharsets;

/**
 * A call that gives other numbers in each JVM.
 *
 * @param owner as a class file names it
 * @param text as a person reads it
 */
record UnseededCall(String owner, String method, String descriptor, String text) {

    private static final UnseededCall[] ALL = {
        of("java/util/Random", "<init>", "()V", "new Random()"),
        of("java/lang/Math", "random", "()D", "Math.random()"),
        of("java/lang/StrictMath", "random", "()D", "StrictMath.random()"),
        of(
                "java/util/concurrent/ThreadLocalRandom",
                "current",
                "()Ljava/util/concurrent/ThreadLocalRandom;",
                "ThreadLocalRandom.current()"),
        of("java/util/SplittableRandom", "<init>", "()V", "new SplittableRandom()"),
        of("java/util/Collections", "shuffle", "(Ljava/util/List;)V", "Collections.shuffle(list)"),
        of("java/util/UUID", "randomUUID", "()Ljava/util/UUID;", "UUID.randomUUID()"),
        of(
                "java/util/random/RandomGenerator",
                "getDefault",
                "()Ljava/util/random/RandomGenerator;",
                "RandomGenerator.getDefault()"),
        of(
                "java/util/random/RandomGenerator",
                "of",
                "(Ljava/lang/String;)Ljava/util/random/RandomGenerator;",
                "RandomGenerator.of(name)")
    };

    private static UnseededCall of(String owner, String method, String descriptor, String text) {
        return new UnseededCall(owner, method, descriptor, text);
    }

    /** Null when that call is none of them. */
    static UnseededCall find(String owner, String method, String descriptor) {
        for (UnseededCall call : ALL) {
            if (call.owner.equals(owner) && call.method.equals(method) && call.descriptor.equals(descriptor)) {
                return call;
            }
        }
        return null;
    }

    /** Whether the class file has a name and a class of one of them: most have none, and need not be read further. */
    static boolean mayBeIn(byte[] classFile) {
        String constants = new String(classFile, StandardCharsets.ISO_8859_1);
        for (UnseededCall call : ALL) {
            if (constants.contains(call.owner) && constants.contains(call.method)) {
                return true;
            }
        }
        return false;
    }
}
