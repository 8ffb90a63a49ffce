package io.modeltracking.provenance;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** SHA-256 of values through a buffer: the digest is fast only on long runs of bytes. */
final class ContentDigest {

    private static final int CAPACITY = 1 << 16;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final MessageDigest digest = Sha256.digest();
    private final byte[] buffer = new byte[CAPACITY];
    private int size;

    void putLong(long value) {
        room(Long.BYTES);
        LONG.set(buffer, size, value);
        size += Long.BYTES;
    }

    void putInt(int value) {
        room(Integer.BYTES);
        INT.set(buffer, size, value);
        size += Integer.BYTES;
    }

    void put(byte[] bytes) {
        if (bytes.length > CAPACITY) {
            flush();
            digest.update(bytes);
            return;
        }
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    /** The length in bytes, then the UTF-8. */
    void putText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        putInt(bytes.length);
        put(bytes);
    }

    byte[] finish() {
        flush();
        return digest.digest();
    }

    private void room(int bytes) {
        if (size + bytes > CAPACITY) {
            flush();
        }
    }

    private void flush() {
        digest.update(buffer, 0, size);
        size = 0;
    }
}
