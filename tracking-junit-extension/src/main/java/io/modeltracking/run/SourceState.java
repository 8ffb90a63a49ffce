package io.modeltracking.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The source code that a run was made from.
 *
 * @param state {@code git}, {@code none} (no repository) or {@code unreadable}
 * @param problem why it is none or unreadable, or what is unusual (shallow clone, SHA-256 repository); else null
 * @param commit full hash, null in a repository without commits
 * @param branch null when detached and no CI variable names it
 * @param branchSource {@code git}, or the CI variable that gave it
 * @param remote URL of the origin, credentials masked
 * @param dirty whether tracked files differ from the commit or files are untracked
 * @param diffSha256 of the uncommitted diff, kept as {@code facts/files/<sha256>}
 * @param overlay every changed or untracked file, to build the tree again from the commit
 * @param overlayComplete false when files were left out for their size
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record SourceState(
        String state,
        String problem,
        String commit,
        String branch,
        String branchSource,
        String remote,
        boolean dirty,
        boolean shallow,
        String objectFormat,
        String diffSha256,
        List<OverlayFile> overlay,
        boolean overlayComplete) {

    public SourceState {
        overlay = overlay == null ? List.of() : List.copyOf(overlay);
    }

    /** Whether the same files were compiled: the same commit with the same changes, as far as those are recorded. */
    public boolean isSameCode(SourceState other) {
        return commit != null
                && commit.equals(other.commit)
                && dirty == other.dirty
                && overlayComplete == other.overlayComplete
                && (overlayComplete || !dirty)
                && overlay.equals(other.overlay);
    }

    /**
     * A file that differs from the commit.
     *
     * @param path from the work tree's root, with '/'
     * @param mode Git's, in octal: {@code 100644}; {@code 000000} for a deleted file
     * @param sha256 names its content under {@code facts/files/}; null when deleted or left out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record OverlayFile(String path, String mode, String sha256, long size) {}
}
