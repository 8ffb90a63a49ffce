package io.modeltracking.provenance;

/**
 * How much of the uncommitted work is kept.
 *
 * @param fileBytes the largest file that is copied
 * @param totalBytes the most that is copied for one state
 */
public record SizeLimits(long fileBytes, long totalBytes) {

    /** 5 MiB a file, 50 MiB together. */
    public static final SizeLimits DEFAULT = new SizeLimits(5L << 20, 50L << 20);

    public SizeLimits {
        if (fileBytes < 0 || totalBytes < 0) {
            throw new IllegalArgumentException("Size limits cannot be negative, but were " + fileBytes
                    + " bytes a file and " + totalBytes + " bytes together: use 0 to copy nothing");
        }
    }
}
