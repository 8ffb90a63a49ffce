package io.modeltracking.provenance;

/** Counts distinct 64-bit values, up to a bound. */
final class Distinct {

    /** The most distinct values that are counted: more are an identifier or a measurement. */
    static final int BOUND = 10_000;

    private static final int SLOTS = 1 << 15;
    /** 2^64 over the golden ratio: spreads neighbouring values. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] slots = new long[SLOTS];
    private boolean zero;
    private int count;

    void add(long value) {
        if (count > BOUND) {
            return;
        }
        if (value == 0) {
            count += zero ? 0 : 1;
            zero = true;
            return;
        }
        int slot = (int) (value * SPREAD >>> 49);
        while (slots[slot] != 0) {
            if (slots[slot] == value) {
                return;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        slots[slot] = value;
        count++;
    }

    /** Null when there are more than {@link #BOUND}. */
    Long count() {
        return count > BOUND ? null : (long) count;
    }
}
